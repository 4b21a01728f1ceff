"""Word files: what only a file needs. Their words, links, tables and pictures are judged as those of any page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.model import Facts, Hit, Page, Rule, Skip

ENGINE = "contentlint"
MEDIA = frozenset({"docx"})
PROBLEMS = frozenset({"word-file-without-title", "word-file-without-language", "word-file-without-headings"})
LONG = 400  # words from which a text needs headings


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge the properties of a Word file, and whether a long one has headings."""
    if not page.fact("title") and (rule := rules.get("word-file-without-title")):
        yield Hit.on_page(rule)
    if not page.fact("lang") and (rule := rules.get("word-file-without-language")):
        yield Hit.on_page(rule)
    words = sum(len(block.text.split()) for block in page.blocks if block.kind in ("paragraph", "list"))
    if words > LONG and not page.headings and (rule := rules.get("word-file-without-headings")):
        yield Hit.on_page(rule, args={"number": f"{words:,}"})
