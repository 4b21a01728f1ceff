"""What people need before they ring, pay or watch: hours, the year of a fee, words beside a film."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from contentlint.checks._look import PROSE, patterns_of, prose
from contentlint.model import Block, Facts, Hit, Page, Rule, Skip

ENGINE = "contentlint"
PROBLEMS = frozenset({"phone-without-hours", "fees-without-year", "film-without-text"})
_PHONE = re.compile(r"(?<![\d/])(?:\+44\s?(?:\(0\)\s?)?|\(?0)\d(?:[\s)-]{0,2}\d){8,9}(?!\d)")
_AMOUNT = re.compile(r"£\d[\d,]*(?:\.\d\d)?(?! ?(?:million|billion|m\b|bn\b))")


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge the main text as a whole for each of them, and show the first place."""
    blocks = list(prose(page, PROSE))
    words = "\n".join(block.text for block in blocks)
    yield from _once(page, blocks, words, rules.get("phone-without-hours"), _PHONE, most=3)
    yield from _once(page, blocks, words, rules.get("fees-without-year"), _AMOUNT, least=2)
    yield from _films(page, words, rules.get("film-without-text"))


def _once(
    page: Page, blocks: list[Block], words: str, rule: Rule | None, pattern: re.Pattern[str], least: int = 1, most: int = 999
) -> Iterator[Hit]:
    """Flag the first match where nothing on the page says what the rule asks for."""
    said = rule and patterns_of(rule, "answers")
    if not rule or not said or not least <= len(set(pattern.findall(words))) <= most or said.search(words):
        return
    for block in blocks:
        if found := pattern.search(block.text):
            yield Hit.in_block(rule, page, block, found.start(), found.end())
            return


def _films(page: Page, words: str, rule: Rule | None) -> Iterator[Hit]:
    hosts, said = (rule and patterns_of(rule, "hosts")), (rule and patterns_of(rule, "answers"))
    if not rule or not hosts or (said and said.search(words)):
        return
    for frame in page.frames:
        if frame.place.region == "main" and not frame.place.hidden and hosts.search(frame.src):
            yield Hit.at(rule, frame.place, target=frame.src, quote=frame.title or None)
