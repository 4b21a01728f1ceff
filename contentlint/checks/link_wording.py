"""Links in running text: how many, how long, what stands inside them and between them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import compress, pairwise

from contentlint.checks._lists import is_link
from contentlint.checks._look import folded, number, prose, words_of
from contentlint.model import Block, Facts, Hit, Link, Page, Rule, Skip
from contentlint.text.syllables import syllables
from contentlint.text.words import count

ENGINE = "contentlint"
PROBLEMS = frozenset({
    "one-short-word", "punctuation-in-link", "touching-links", "split-link", "link-in-heading", "too-many-links",
    "repeated-link", "same-page-different-words",
})  # fmt: skip
_RUNNING = frozenset({"paragraph", "list", "quote", "cell"})
_CONTENT = re.compile(r"[^\W\d_]{4,}")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_NOWHERE = re.compile(r"\s*(?:#?\s*$|javascript:)", re.I)
_MARK = re.compile(r"(?<=[\w)])[.,;:]$")
_SHORTENED = re.compile(r"(?:\b(?:etc|ltd|plc|inc|co|a\.m|p\.m|e\.g|i\.e)|\b[A-Z])\.$", re.I)


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge the links of the main text."""
    by_offset = {link.place.offset: link for link in page.links}
    nowhere = {link.place.offset for link in page.links if _NOWHERE.match(link.href)}  # buttons in disguise
    starts = sorted(offset for offset in by_offset if offset is not None)
    in_prose: list[Link] = []
    for block in prose(page, _RUNNING):
        runs = sorted((a, b) for a, b, kind in block.inline if kind == "link" and b > a)
        met = [_link_at(block, a, starts, by_offset) for a, _ in runs]
        led = [not link or link.place.offset not in nowhere for link in met]
        runs, met = list(compress(runs, led)), list(compress(met, led))
        if not is_link(block):
            in_prose += [link for link in met if link]
            yield from _inside(page, block, runs, rules)
        yield from _between(page, block, runs, met, rules)
    if rule := rules.get("link-in-heading"):
        for block in prose(page, frozenset({"heading"})):
            for a, b, kind in block.inline:
                if kind == "link" and not is_link(block):
                    yield Hit.in_block(rule, page, block, a, b)
    yield from _all(page, in_prose, rules)


def _link_at(block: Block, index: int, starts: list[int], by_offset: Mapping[int | None, Link]) -> Link | None:
    """Return the link in which a character of a block stands: the last that starts before it."""
    offset = block.offset(index)
    at = bisect_right(starts, offset) if offset is not None else 0
    return by_offset[starts[at - 1]] if at else None


def _inside(page: Page, block: Block, runs: list[tuple[int, int]], rules: Mapping[str, Rule]) -> Iterator[Hit]:
    for a, b in runs:
        text = block.text[a:b]
        rule = rules.get("punctuation-in-link")
        if rule and (mark := _MARK.search(text.rstrip())) and not _SHORTENED.search(text.rstrip()):
            yield Hit.in_block(rule, page, block, a, b, args={"mark": mark[0]})
        rule = rules.get("one-short-word")
        word = text.strip(" .,;:")
        if rule and word.isalpha() and folded(word) not in words_of(rule, "right") and not word.isupper():
            if syllables(word) < number(rule, "syllables", 2) and block.kind != "cell":
                yield Hit.in_block(rule, page, block, a, b)


def _between(
    page: Page, block: Block, runs: list[tuple[int, int]], met: list[Link | None], rules: Mapping[str, Rule]
) -> Iterator[Hit]:
    breaks = sorted(start for start, _, kind in block.inline if kind == "break")
    for ((a, b), one), ((c, d), other) in pairwise(zip(runs, met, strict=True)):
        gap = block.text[b:c]
        broken = bisect_right(breaks, b - 2) < bisect_right(breaks, c)
        if one is None or other is None or one is other or broken or gap.strip():
            continue
        if not _WORDS.search(block.text, a, b) or not _WORDS.search(block.text, c, d):
            continue  # page numbers, notes in brackets, a stop
        same = one.href == other.href
        if rule := rules.get("split-link" if same else "touching-links"):
            yield Hit.in_block(rule, page, block, a, d, args={"first": block.text[a:b], "second": block.text[c:d]})


def _all(page: Page, links: list[Link], rules: Mapping[str, Rule]) -> Iterator[Hit]:
    words = sum(count(block.text) for block in prose(page, _RUNNING))
    rule = rules.get("too-many-links")
    if rule and len(links) >= number(rule, "fewest", 12) and words < number(rule, "words", 25) * len(links):
        yield Hit.on_page(rule, args={"number": str(len(links)), "words": str(words)})
    targets = Counter(link.url for link in links if link.url)
    told: set[str] = set()
    firsts: dict[str, Link] = {}
    for link in links:
        first = firsts.setdefault(link.url or link.href, link)
        rule = rules.get("repeated-link")
        if rule and link.url and targets[link.url] > number(rule, "max", 3) and link.url not in told:
            told.add(link.url)
            args = {"number": str(targets[link.url])}
            yield Hit.at(rule, link.place, target=f"{link.text} {link.href}", quote=link.text, args=args)
        rule = rules.get("same-page-different-words")
        if rule and link.url and first is not link and link.url not in told and not _alike(first, link):
            told.add(link.url)
            yield Hit.at(rule, link.place, target=f"{link.text} {link.href}", quote=link.text, args={"first": first.text})


def _alike(one: Link, other: Link) -> bool:
    """Tell whether two texts share a word, or one of them has none to share. Words count by their first letters."""
    stems = [{word[:5].lower() for word in _CONTENT.findall(link.text)} for link in (one, other)]
    return not stems[0] or not stems[1] or bool(stems[0] & stems[1])
