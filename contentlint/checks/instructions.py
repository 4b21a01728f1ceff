"""Instructions that only work for people who see colour, shape or place on a page (WCAG 1.3.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.checks._look import patterns_of, prose
from contentlint.model import Block, Facts, Hit, Page, Rule, Skip

ENGINE = "contentlint"
PROBLEMS = frozenset({"instruction-by-look-or-place"})


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Ask about each phrase that names a thing on the page by its look or place."""
    rule = rules.get("instruction-by-look-or-place")
    pattern = patterns_of(rule, "patterns") if rule else None
    if not rule or not pattern:
        return
    for block in prose(page):
        for found in pattern.finditer(block.text):
            if _named(block, found.start()):
                continue
            yield Hit.in_block(rule, page, block, found.start(), found.end())


def _named(block: Block, start: int) -> bool:
    """Tell whether the name of the thing stands right before its place: the “Save” button at the bottom."""
    before = block.text[:start].rstrip()
    strong = any(kind in ("strong", "link", "code") and end == len(before) for _, end, kind in block.inline)
    return strong or before.endswith(("'", "’", '"', "”"))
