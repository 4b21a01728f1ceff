"""How readers get past what stands on every page (WCAG 2.4.1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.checks._facts import ENGINE as ENGINE
from contentlint.checks._facts import at, fact_on
from contentlint.model import Certainty, Facts, Hit, Page, Rule, Skip

MEDIA = frozenset({"html"})
PROBLEMS = frozenset({"no-way-past-repeated-parts", "content-outside-main", "content-without-heading", "no-skip-link"})


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge a whole page with links or side content in front of its text."""
    ways = fact_on(facts, "ways")
    block = ways and ways.get("repeated")
    if page.fragment or not ways or not ways.get("content") or not isinstance(block, Mapping):
        return
    missing = {
        "content-outside-main": not ways.get("main"),
        "content-without-heading": not ways.get("heading"),
        "no-skip-link": not ways.get("skip"),
    }
    if all(missing.values()) and (rule := rules.get("no-way-past-repeated-parts")):
        # A button in front might fold the block away: nobody pressed it.
        yield at(rule, page, block, certainty=Certainty.REVIEW if ways.get("controls") else None)
    for name, lacks in missing.items():
        if lacks and (rule := rules.get(name)):
            yield at(rule, page, block)
