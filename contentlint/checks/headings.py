"""Headings: the outline of a page, and bold text that stands in for a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest

from contentlint.checks._look import PROSE, folded, number, silent
from contentlint.model import Block, Facts, Heading, Hit, Page, Rule, Skip

ENGINE = "contentlint"
PROBLEMS = frozenset({
    "no-main-heading", "two-main-headings", "skipped-heading-level", "empty-heading", "long-heading",
    "bold-text-as-heading",
})  # fmt: skip
_SENTENCE_END = (".", "!", ",", ";")
_WORD = re.compile(r"[^\W\d_]{3,}")


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge the headings that readers get."""
    shown = [heading for heading in page.headings if not silent(heading.place)]
    yield from _main_headings(page, shown, rules)
    yield from _levels(shown, rules)
    yield from _words(shown, rules)
    if rule := rules.get("bold-text-as-heading"):
        yield from _bold(page, rule)


def _main_headings(page: Page, shown: list[Heading], rules: Mapping[str, Rule]) -> Iterator[Hit]:
    main = [heading for heading in shown if heading.level == 1]
    if not main and not page.fragment and page.media == "html" and (rule := rules.get("no-main-heading")):
        yield Hit.on_page(rule)
    if rule := rules.get("two-main-headings"):
        for extra in main[1:]:
            yield Hit.at(rule, extra.place, target=extra.text, quote=extra.text)


def _levels(shown: list[Heading], rules: Mapping[str, Rule]) -> Iterator[Hit]:
    rule = rules.get("skipped-heading-level")
    above: Heading | None = None
    for heading in shown:
        if rule and above and heading.level > above.level + 1:
            yield Hit.at(rule, heading.place, target=heading.text, quote=heading.text or None,
                         args={"level": str(heading.level), "above": str(above.level),
                               "next": str(above.level + 1)})  # fmt: skip
        above = heading


def _words(shown: list[Heading], rules: Mapping[str, Rule]) -> Iterator[Hit]:
    for heading in shown:
        rule = rules.get("empty-heading")
        if rule and not heading.text.strip():
            yield Hit.at(rule, heading.place, target=f"h{heading.level}", args={"level": str(heading.level)})
        rule = rules.get("long-heading")
        if rule and len(heading.text) > number(rule, "max", 100):
            yield Hit.at(
                rule,
                heading.place,
                target=heading.text,
                quote=heading.text,
                args={"length": str(len(heading.text)), "max": f"{number(rule, 'max', 100):.0f}"},
            )


def _bold(page: Page, rule: Rule) -> Iterator[Hit]:
    """Flag a short, wholly bold paragraph that has text under it and is no sentence, price or number."""
    blocks = [block for block in page.blocks
              if block.kind in PROSE and not block.place.hidden and block.place.region == "main"]  # fmt: skip
    for block, below in zip_longest(blocks, blocks[1:]):
        if below is None or below.kind not in ("paragraph", "list") or _is_bold(below):
            continue
        if _is_bold(block) and len(block.text.split()) <= number(rule, "max", 10) and _names_something(block):
            yield Hit.in_block(rule, page, block, 0, len(block.text))


def _is_bold(block: Block) -> bool:
    text = block.text.rstrip(" :")
    return block.kind == "paragraph" and any(
        kind == "strong" and start == 0 and end >= len(text) for start, end, kind in block.inline
    )


def _names_something(block: Block) -> bool:
    linked = any(kind == "link" for _, _, kind in block.inline)
    digits = sum(character.isdigit() for character in block.text)
    return (
        not linked
        and not block.text.rstrip().endswith(_SENTENCE_END)  # a question may well be a heading
        and digits <= len(block.text) / 4
        and bool(_WORD.search(block.text))
        and folded(block.text) not in {"or", "and", "note", "important", "warning"}
    )
