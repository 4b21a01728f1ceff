"""Content that only suits a screen held one way (WCAG 1.3.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.checks._facts import at
from contentlint.checks._layout import laid_out
from contentlint.model import Certainty, Facts, Hit, Page, Rule, Skip

ENGINE = "turned-screen"
MEDIA = frozenset({"html"})
PROBLEMS = frozenset({"locked-to-one-orientation", "asks-to-turn-the-screen"})
_MOST = 0.5  # of the page's letters: less may be a label at the side


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Flag what is turned; a small part of the page is for a person to judge."""
    if rule := rules.get("locked-to-one-orientation"):
        for fact in laid_out(facts, "turned", ENGINE):
            small = float(fact.get("share") or 0) < _MOST
            yield at(rule, page, fact, quote=str(fact.get("name") or ""), certainty=Certainty.REVIEW if small else None)
    if rule := rules.get("asks-to-turn-the-screen"):
        for fact in laid_out(facts, "asks", ENGINE):
            yield at(rule, page, fact, quote=str(fact.get("name") or ""))
