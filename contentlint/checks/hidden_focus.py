"""Elements that screen readers pass over but that take the focus (WCAG 4.1.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.checks._facts import at, facts_on
from contentlint.model import Facts, Hit, Page, Rule, Skip

ENGINE = "hidden-focus"
MEDIA = frozenset({"html"})
PROBLEMS = frozenset({"hidden-element-takes-focus"})


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Flag each element on which the focus stayed."""
    if rule := rules.get("hidden-element-takes-focus"):
        for element in facts_on(facts, "elements", ENGINE):
            if element.get("stays"):
                yield at(rule, page, element, quote=str(element.get("name") or ""))
