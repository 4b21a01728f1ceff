"""Pages whose menus, or whose ways to get help, stand in another order than on most pages.

Source: WCAG 2.2, success criteria 3.2.3 and 3.2.6. Orders are compared, not what is there: a shorter menu in the
same order is fine. Language versions have menus of their own.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from contentlint.model import Link, OddLink, Page

FRAME = ("header", "nav", "footer")
FEWEST = 3  # pages from which an order can be the usual one
_CANDIDATES = 12  # commonest orders that are tried as the usual one
_POSITION = re.compile(r":nth-of-type\(\d+\)")
_HELP = re.compile(
    r"\b(?:contact|get in touch|(?:get )?help|faqs?|frequently asked|(?:live |web ?)?chat|support|customer services?"
    r"|call us|e-?mail us|phone us|cysylltu|cymorth)\b",
    re.I,
)
_NOT_HELP = re.compile(r"\b(?:benefits?|financial|adult|family|money|debt|with|for)\b", re.I)  # a service, not help with the website
Key = tuple[str, str]


def language_of(page: Page) -> str:
    """Return "en", "cy" … or "" where the page names none."""
    return (page.lang or "").partition("-")[0].casefold()


def comparable(pages: Iterable[Page]) -> dict[str, list[Page]]:
    """Return the whole pages by language."""
    groups: dict[str, list[Page]] = defaultdict(list)
    for page in pages:
        if page.media == "html" and page.status == 200 and not page.fragment:
            groups[language_of(page)].append(page)
    return groups


def shelf(link: Link) -> str:
    """Return what stays the same of a link's place from page to page: its region and path without positions."""
    return f"{link.place.region} {_path(link.place.css or '')}"


@lru_cache(maxsize=20_000)  # pages of one template share their paths
def _path(css: str) -> str:
    return _POSITION.sub("", css)


def orders(pages: Iterable[Page]) -> dict[str, list[OddLink]]:
    """Return, by page key, the first link out of order in each region, and the first way to get help that is."""
    found: dict[str, list[OddLink]] = defaultdict(list)
    for group in comparable(pages).values():
        helps = _odd(group, "help", lambda link: link.place.region in FRAME, lambda link: ("", _address(link)), _is_help)
        for key, odd in helps.items():
            found[key].append(odd)
        for region in FRAME:
            menus = _odd(group, "order", lambda link, here=region: link.place.region == here,
                         lambda link: (shelf(link), _address(link)), None)  # fmt: skip
            for key, odd in menus.items():
                if not any(odd.at == other.at or odd.other == other.other for other in found[key]):
                    found[key].append(odd)
    return {key: odd for key, odd in found.items() if odd}


def _address(link: Link) -> str:
    return (link.url or link.href).partition("?")[0]


def _is_help(link: Link) -> bool:
    if link.href.startswith(("tel:", "mailto:")):
        return True
    return bool(_HELP.search(link.text)) and not _NOT_HELP.search(link.text) and len(link.text.split()) <= 5


def _odd(
    pages: Sequence[Page], kind: str, where: Callable[[Link], bool], key_of: Callable[[Link], Key],
    matters: Callable[[Link], bool] | None,
) -> dict[str, OddLink]:  # fmt: skip
    """Find the pages that differ from the usual order. matters: one link of a pair must be so, or any may."""
    lines: dict[str, list[tuple[Key, int]]] = {}
    for page in pages:
        line = [(key_of(link), at) for at, link in enumerate(page.links)
                if where(link) and link.text and not link.href.startswith("#") and not link.place.hidden]  # fmt: skip
        times = Counter(key for key, _ in line)
        lines[page.key] = [(key, at) for key, at in line if times[key] == 1]
    met = Counter(key for line in lines.values() for key, _ in line)
    common = {key for key, count in met.items() if count >= max(FEWEST, len(pages) / 2)}
    links = {page.key: page.links for page in pages}
    shapes: dict[tuple[Key, ...], list[str]] = defaultdict(list)
    helps = {key for page, line in lines.items() for key, at in line if matters and matters(links[page][at])}
    for page, line in lines.items():
        shapes[tuple(key for key, _ in line if key in common)].append(page)
    usual, agree = _usual(shapes, helps if matters else None)
    number = sum(len(shapes[shape]) for shape in agree)
    if number < FEWEST or 2 * number <= len(lines):
        return {}
    templates = {page.key: page.template for page in pages}
    normal = {templates[page] for shape in agree for page in shapes[shape]}
    found = {}
    for shape, members in shapes.items():
        if pair := None if shape in agree else _inverted(shape, usual, helps if matters else None):
            for page in members:
                at = dict(lines[page])
                found[page] = OddLink(kind, at[pair[0]], links[page][at[pair[1]]].text, number, templates[page] in normal)  # fmt: skip
    return found


def _usual(shapes: Mapping[tuple[Key, ...], list[str]], helps: set[Key] | None) -> tuple[tuple[Key, ...], set[tuple[Key, ...]]]:
    """Return the order that most pages agree with (the longest of equals), and the orders that agree."""
    best: tuple[tuple[Key, ...], set[tuple[Key, ...]]] = ((), set())
    score = (0, 0)
    for usual in sorted(shapes, key=lambda shape: (-len(shapes[shape]), -len(shape)))[:_CANDIDATES]:
        agree = {shape for shape in shapes if _inverted(shape, usual, helps) is None}
        if (mine := (sum(len(shapes[shape]) for shape in agree), len(usual))) > score:
            best, score = (usual, agree), mine
    return best


def _inverted(shape: tuple[Key, ...], usual: tuple[Key, ...], helps: set[Key] | None) -> tuple[Key, Key] | None:
    """Return the first two links that stand the other way round in the usual order."""
    turn = {key: at for at, key in enumerate(usual)}
    known = [key for key in shape if key in turn]
    pairs = pairwise(known) if helps is None else _with_help(known, helps)
    return next(((a, b) for a, b in pairs if turn[a] > turn[b]), None)


def _with_help(known: Sequence[Key], helps: set[Key]) -> Iterator[tuple[Key, Key]]:
    for at, key in enumerate(known):
        if key in helps:
            yield from ((before, key) for before in known[:at])
            yield from ((key, after) for after in known[at + 1 :] if after not in helps)
