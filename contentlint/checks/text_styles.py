"""Styles of text that take away what readers set for themselves (WCAG 1.4.12)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.checks._facts import ENGINE as ENGINE
from contentlint.checks._facts import at, facts_on
from contentlint.model import Facts, Hit, Page, Rule, Skip

MEDIA = frozenset({"html"})
PROBLEMS = frozenset({"spacing-that-cannot-be-widened"})


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Flag inline spacing that is marked important and smaller than WCAG lets readers ask for."""
    if rule := rules.get("spacing-that-cannot-be-widened"):
        for fact in facts_on(facts, "spacing"):
            args = {"property": str(fact["property"]).replace("-", " "), "share": f"{fact['share']:.2g}", "least": fact["least"]}
            yield at(rule, page, fact, quote=str(fact.get("name") or ""), target=f"{fact['property']} {fact.get('name')}", args=args)
