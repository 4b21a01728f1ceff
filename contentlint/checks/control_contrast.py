"""Fields and icon buttons that hardly stand out (WCAG 1.4.11)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.checks._facts import at
from contentlint.checks._layout import laid_out
from contentlint.model import Certainty, Facts, Hit, Page, Rule, Skip

ENGINE = "control-contrast"
MEDIA = frozenset({"html"})
PROBLEMS = frozenset({"faint-field-edge", "faint-icon-button"})


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Flag each; where something beside a field may show it, a person decides."""
    for fact in laid_out(facts, "controls", ENGINE):
        if rule := rules.get("faint-icon-button" if fact.get("kind") == "icon" else "faint-field-edge"):
            yield at(rule, page, fact, quote=str(fact.get("name") or ""), args={"best": fact.get("best")},
                     certainty=None if fact.get("simple") else Certainty.REVIEW)  # fmt: skip
