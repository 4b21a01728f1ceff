"""Dates that have passed: deadlines, events, reviews and what was once new."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from contentlint.checks._dates import Dated, dates, impossible
from contentlint.checks._look import is_statement, number, patterns_of, prose, sentences
from contentlint.model import Block, Facts, Hit, Page, Rule, Skip

ENGINE = "contentlint"
PROBLEMS = frozenset({
    "past-deadline", "past-event", "old-review-date", "outdated-new", "impossible-date", "wrong-weekday",
})  # fmt: skip
_KINDS = frozenset({"paragraph", "list", "cell", "quote", "heading", "summary"})
_NEAR = 60  # characters between the words that make a date a deadline and the date


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge the dates of the main text against the day of the scan."""
    if is_statement(page):
        return  # its dates are judged by law, in statement.py
    for block in prose(page, _KINDS):
        if rule := rules.get("impossible-date"):
            for start, end, last, month in impossible(block.text):
                yield Hit.in_block(rule, page, block, start, end, args={"month": month, "last": str(last)})
        found = list(dates(block.text))
        for one in found:
            yield from _date(page, block, one, rules, facts.today)
        if rule := rules.get("outdated-new"):
            yield from _new(page, block, rule, facts.today)


def _date(page: Page, block: Block, one: Dated, rules: Mapping[str, Rule], today: date) -> Iterator[Hit]:
    if one.weekday is not None and one.weekday != one.day.weekday() and (rule := rules.get("wrong-weekday")):
        yield Hit.in_block(rule, page, block, one.start, one.end, args={"day": f"{one.day:%A}"})
    if one.day >= today:
        return
    sentence_start, sentence_end = _sentence(block, one)
    before = block.text[max(sentence_start, one.start - _NEAR) : one.start]
    sentence = block.text[sentence_start:sentence_end]
    args = {"date": block.text[one.start : one.end]}
    rule = rules.get("old-review-date")
    years = number(rule, "years", 2) if rule else 2
    if rule and _says(rule, "cues", before) and one.day < today - timedelta(days=365.25 * years):
        yield Hit.in_block(rule, page, block, one.start, one.end, args=args | {"years": f"{years:.0f}"})
        return
    for name in ("past-deadline", "past-event"):
        rule = rules.get(name)
        if rule and _says(rule, "cues", before) and not _says(rule, "exceptions", sentence):
            yield Hit.in_block(rule, page, block, one.start, one.end, args=args)
            return


def _sentence(block: Block, one: Dated) -> tuple[int, int]:
    for span in sentences(block):
        if span.start <= one.start < span.end:
            return span.start, max(span.end, one.end)
    return 0, len(block.text)


def _says(rule: Rule, name: str, words: str) -> bool:
    pattern = patterns_of(rule, name)
    return bool(pattern and pattern.search(words))


def _new(page: Page, block: Block, rule: Rule, today: date) -> Iterator[Hit]:
    pattern = patterns_of(rule, "cues")
    for found in pattern.finditer(block.text) if pattern else ():
        year = re.search(r"20\d\d", found.group())
        if year and int(year.group()) < today.year:
            yield Hit.in_block(rule, page, block, found.start(), found.end(), args={"year": year.group()})
