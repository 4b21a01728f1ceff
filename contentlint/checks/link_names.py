"""Links of headers, menus and footers that go by another name than most pages use for the same target.

Source: WCAG 2.2, success criterion 3.2.4. Names that share a word ("Contact", "Contact us") are alike enough.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from contentlint.checks.orders import FEWEST, FRAME, comparable, shelf
from contentlint.model import Link, OddLink, Page

_WORD = re.compile(r"[^\W\d_]{2,}")
_SMALL = frozenset("the and for our your you us we of in to an on at by go home page view all see more read".split())
_STATE = re.compile(r"\b(?:log|sign)(?:ged|ned)?[ -]?(?:in|out|on|off)|my account|basket|cart|menu|search|skip|next|previous\b", re.I)


def link_names(pages: Iterable[Page]) -> dict[str, list[OddLink]]:
    """Return, by page key, the links under another name than the usual one. own: in the same place as there."""
    found: dict[str, list[OddLink]] = defaultdict(list)
    for group in comparable(pages).values():
        for key, odd in (*_in_one_place(group), *_between_places(group)):
            if all(odd.at != other.at for other in found[key]):
                found[key].append(odd)
    return dict(found)


def _framed(pages: Sequence[Page]) -> Iterable[tuple[Page, int, Link]]:
    for page in pages:
        for at, link in enumerate(page.links):
            home = urlsplit(link.url or "").path in ("", "/")
            if link.place.region in FRAME and link.url and not home and link.text and not link.place.hidden:
                if link.url.partition("#")[0] != page.key and not _STATE.search(link.text):
                    yield page, at, link


def stems(name: str) -> frozenset[str]:
    """Return the beginnings of the words of a name that tell it from others."""
    return frozenset(word[:5] for word in _WORD.findall(name.casefold()) if word not in _SMALL)


def _in_one_place(pages: Sequence[Page]) -> Iterable[tuple[str, OddLink]]:
    names: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for _, _, link in _framed(pages):
        names[shelf(link), str(link.url)][link.text] += 1
    for page, at, link in _framed(pages):
        said = names[shelf(link), str(link.url)]
        usual, times = said.most_common(1)[0]
        if times >= FEWEST and 2 * times > said.total() and _differ(usual, link.text):
            yield page.key, OddLink("name", at, usual, times, own=True)


def _between_places(pages: Sequence[Page]) -> Iterable[tuple[str, OddLink]]:
    """Compare the usual name in one place with that in the place where most pages have the link."""
    names: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for _, _, link in _framed(pages):
        names[str(link.url)][shelf(link)][link.text] += 1
    usually = {}
    for address, places in names.items():
        place = max(places, key=lambda one, places=places: places[one].total())
        usually[address] = (place, *places[place].most_common(1)[0])
    for page, at, link in _framed(pages):
        first, usual, times = usually[str(link.url)]
        if first != shelf(link) and times >= FEWEST and _differ(usual, link.text):
            yield page.key, OddLink("name", at, usual, times, own=False)


def _differ(one: str, other: str) -> bool:
    mine, theirs = stems(one), stems(other)
    return bool(mine and theirs and not mine & theirs)
