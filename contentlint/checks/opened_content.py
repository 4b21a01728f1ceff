"""Content that appears on pointing or focus and cannot be reached or sent away (WCAG 1.4.13)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.checks._facts import at
from contentlint.checks._layout import laid_out
from contentlint.model import Certainty, Facts, Hit, Page, Rule, Skip

ENGINE = "opened-content"
MEDIA = frozenset({"html"})
PROBLEMS = frozenset({"tip-that-leaves-the-pointer", "tip-that-escape-does-not-close"})


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Flag what goes when the pointer comes, and what lies on other words and stays after Escape."""
    for fact in laid_out(facts, "opened", ENGINE):
        quote, args = str(fact.get("name") or ""), {"text": fact.get("text") or ""}
        if fact.get("stays") is False and (rule := rules.get("tip-that-leaves-the-pointer")):
            yield at(rule, page, fact, quote=quote, args=args)
        if fact.get("covers") and not fact.get("closes") and (rule := rules.get("tip-that-escape-does-not-close")):
            # A menu may have another way to close that nobody tried.
            yield at(rule, page, fact, quote=quote, args=args,
                     certainty=Certainty.REVIEW if fact.get("kind") == "menu" else None)  # fmt: skip
