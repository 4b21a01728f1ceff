"""Steps: those in bullets, and those that do not end as sentences. Bullets: lists.py."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from contentlint.checks._lists import Listing, is_link, listings
from contentlint.checks._look import number, patterns_of
from contentlint.model import Facts, Hit, Page, Rule, Skip

ENGINE = "contentlint"
PROBLEMS = frozenset({"steps-in-bullets", "step-without-stop", "list-item-as-long-link"})
_ENDS = re.compile(r"[.!?:…}][\"'”’)\]]*$")


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge numbered lists, and bullets that tell an order."""
    for one in listings(page):
        if one.ordered and not one.menu() and (rule := rules.get("step-without-stop")):
            yield from _steps(page, one, rule)
        elif not one.ordered and not one.menu():
            if rule := rules.get("steps-in-bullets"):
                yield from _told(page, one, rule)
            if rule := rules.get("list-item-as-long-link"):
                yield from _linked(page, one, rule)


def _told(page: Page, one: Listing, rule: Rule) -> Iterator[Hit]:
    """Flag bullets of which two or more say their place in an order, the first of them by its opening word."""
    cues = patterns_of(rule, "cues")
    told = [block for block in one.firsts if cues and cues.match(block.text)]
    if len(told) > 1:
        yield Hit.in_block(rule, page, told[0], 0, min(len(told[0].text), 80), args={"number": str(len(told))})


def _steps(page: Page, one: Listing, rule: Rule) -> Iterator[Hit]:
    """Flag the first whole sentence without its stop where most steps of the list are sentences."""
    if len(one.items) < 2 or one.runs_on():
        return
    least = number(rule, "words", 5)
    said = [item for item in one.items if len(item) == 1 and not is_link(item[0])]
    said = [item for item in said if len(item[0].text.split()) >= least and item[0].text[0].isupper()]
    bare = [item[0] for item in said if not _ENDS.search(item[0].text)]
    if len(said) * 2 > len(one.items) and bare:
        block = bare[0]
        yield Hit.in_block(rule, page, block, 0, min(len(block.text), 80), args={"number": str(len(bare))})


def _linked(page: Page, one: Listing, rule: Rule) -> Iterator[Hit]:
    most = number(rule, "words", 10)
    for item in one.items:
        for start, end, kind in item[0].inline:
            if kind == "link" and is_link(item[0]) and len(item[0].text[start:end].split()) > most:
                yield Hit.in_block(rule, page, item[0], start, end)
