"""The title, the description and the address of a page, held against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from contentlint.checks._look import folded, number, patterns_of
from contentlint.model import Block, Facts, Hit, Page, Rule, Skip

ENGINE = "contentlint"
MEDIA = frozenset({"html"})
PROBLEMS = frozenset({
    "title-unlike-heading", "description-repeats-title", "address-with-capitals",
    "address-without-words", "address-unlike-title", "long-address",
})  # fmt: skip
_CONTENT = re.compile(r"[^\W\d_]{3,}")
_SMALL = frozenset("the and for with your our you are how what from about that this can get has have not who when"
                   " council borough city county district home page welcome".split())  # fmt: skip
_CODED = re.compile(r"%[0-9A-Fa-f]{0,2}")
_SEPARATOR = re.compile(r"\s+[|–—·:»>-]\s+")


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge the head and the address of a whole page."""
    if page.fragment or page.status != 200:
        return
    title = _SEPARATOR.split((page.title or "").strip())[0]
    main = next((one.text for one in page.headings if one.level == 1 and one.text.strip()), "")
    if (rule := rules.get("title-unlike-heading")) and title and main and not _share(title, main, whole=page.title):
        yield Hit.on_page(rule, target=title, quote=title, args={"heading": main})
    description = next((block for block in page.blocks if block.kind == "meta"), None)
    if description is not None:
        yield from _description(page, description, title or main, rules)
    yield from _address(page, title, main, rules)


def _stems(text: str) -> list[str]:
    return [word[:5] for word in _CONTENT.findall(text.casefold()) if word not in _SMALL]


def _share(one: str, other: str, whole: str | None = None) -> bool:
    """Tell whether two names share a word, or one of them has none that says something."""
    mine, theirs = set(_stems(one)), set(_stems(other))
    return not mine or not theirs or bool(mine & theirs) or bool(whole and set(_stems(whole)) & theirs)


def _description(page: Page, block: Block, title: str, rules: Mapping[str, Rule]) -> Iterator[Hit]:
    said, names = _stems(block.text), set(_stems(title))
    rule = rules.get("description-repeats-title")
    if rule and said and names:
        again = sum(stem in names for stem in said)
        if folded(block.text) == folded(title) or again > len(said) * number(rule, "share", 0.6):
            yield Hit.in_block(rule, page, block, 0, len(block.text))


def _address(page: Page, title: str, main: str, rules: Mapping[str, Rule]) -> Iterator[Hit]:
    parts = urlsplit(dict(page.meta).get("canonical") or page.url or "")  # the page's own word for its address
    if not parts.hostname:
        return
    path = unquote(parts.path)
    slug = path.rstrip("/").rpartition("/")[2]
    rule = rules.get("address-without-words")
    if rule and (cues := patterns_of(rule, "cues")) and cues.search(f"{path}?{parts.query}"):
        yield Hit.on_page(rule, target=path, quote=path)
        return
    if (rule := rules.get("address-with-capitals")) and re.search(r"[A-Z_ ]", _CODED.sub("", path)):
        better = re.sub(r"[_ ]+", "-", path.lower())
        yield Hit.on_page(rule, target=path, quote=path, suggestion=better, args={"suggestion": better})
    rule = rules.get("long-address")
    if rule and len(slug) > number(rule, "max", 80):
        yield Hit.on_page(rule, target=path, quote=slug, args={"length": str(len(slug))})
    rule = rules.get("address-unlike-title")
    names = f"{title} {main}"
    if rule and len(_stems(slug.replace("-", " "))) > 1 and not _share(slug.replace("-", " "), names):
        yield Hit.on_page(rule, target=path, quote=slug, args={"title": title or main})
