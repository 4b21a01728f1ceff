"""The outline of a page: sections without text, text without sections, headings that say a thing twice."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import pairwise

from contentlint.checks._lists import is_link
from contentlint.checks._look import PROSE, folded, number, prose, silent
from contentlint.model import Facts, Heading, Hit, Page, Rule, Skip
from contentlint.text.words import count

ENGINE = "contentlint"
PROBLEMS = frozenset({
    "deep-heading", "section-without-text", "text-without-headings", "heading-repeats-title", "repeated-heading",
})  # fmt: skip
_TEXT = PROSE - {"heading"}


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge the headings of the main text, and what stands under them."""
    shown = [one for one in page.headings
             if one.place.region == "main" and not silent(one.place) and one.text.strip()]  # fmt: skip
    if (rule := rules.get("deep-heading")) and (
        deep := next((one for one in shown if one.level >= number(rule, "depth", 5)), None)
    ):
        yield _hit(rule, deep, depth=str(deep.level))
    if rule := rules.get("section-without-text"):
        yield from _bare(page, shown, rule)
    if (rule := rules.get("text-without-headings")) and not page.fragment:
        yield from _dense(page, rule)
    yield from _twice(page, shown, rules)


def _hit(rule: Rule, heading: Heading, **args: str) -> Hit:
    return Hit.at(rule, heading.place, target=heading.text, quote=heading.text, args=args)


def _bare(page: Page, shown: list[Heading], rule: Rule) -> Iterator[Hit]:
    """Flag a heading under which nothing stands before the next of its level or above."""
    items = (page.blocks, page.links, page.images, page.tables, page.fields, page.frames)
    inside = {block.place.offset for block in page.blocks if block.kind == "heading"}
    places = sorted(
        one.place.offset
        for group in items
        for one in group
        if one.place.offset is not None and not one.place.hidden and one.place.offset not in inside
    )
    linked = {block.place.offset for block in page.blocks if block.kind == "heading" and is_link(block)}  # cards
    for one, after in pairwise(shown):
        first, last = one.place.offset, after.place.offset
        if one.level == 1 or after.level > one.level or first is None or last is None:
            continue
        end = first + len(one.place.html or "")  # a link or a picture in the heading stands before its end
        if bisect_left(places, end) == bisect_left(places, last) and first in inside and first not in linked:
            yield _hit(rule, one, next=after.text)


def _dense(page: Page, rule: Rule) -> Iterator[Hit]:
    most = number(rule, "words", 400)
    words, first = 0, None
    for block in prose(page):
        if block.kind == "heading":
            words, first = 0, None
        elif block.kind in _TEXT - {"cell", "header-cell", "caption"}:
            first = first or block
            before, words = words, words + count(block.text)
            if before <= most < words:
                args = {"max": f"{most:.0f}"}
                yield Hit.in_block(rule, page, first, 0, min(len(first.text), 80), target=first.text[:80], args=args)


def _twice(page: Page, shown: list[Heading], rules: Mapping[str, Rule]) -> Iterator[Hit]:
    title = next((folded(one.text) for one in shown if one.level == 1), None)
    above: dict[int, str] = {}
    seen: set[tuple[str, ...]] = set()
    linked = {block.place.offset for block in page.blocks if block.kind == "heading" and is_link(block)}
    for one in shown:
        words = folded(one.text)
        above = {level: text for level, text in above.items() if level < one.level} | {one.level: words}
        path = tuple(text for _, text in sorted(above.items()))
        again = path in seen and len(words) > 2 and one.place.offset not in linked
        name = "heading-repeats-title" if words == title else "repeated-heading" if again else ""
        if one.level > 1 and (rule := rules.get(name)):
            yield _hit(rule, one)
        seen.add(path)
