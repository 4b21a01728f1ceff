"""Controls that only a mouse can work (WCAG 2.1.1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.checks._facts import at, facts_on
from contentlint.model import Certainty, Facts, Hit, Page, Rule, Skip

ENGINE = "mouse-only"
MEDIA = frozenset({"html"})
PROBLEMS = frozenset({"control-for-the-mouse-only"})


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Flag elements with a handler of their own; where the cursor is no hand, a person decides."""
    if rule := rules.get("control-for-the-mouse-only"):
        for element in facts_on(facts, "elements", ENGINE):
            sure = element.get("pointer") and not element.get("silent")
            yield at(rule, page, element, quote=str(element.get("name") or ""),
                     certainty=None if sure else Certainty.REVIEW)  # fmt: skip
