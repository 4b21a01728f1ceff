"""Shortcuts of a single character that cannot be turned off (WCAG 2.1.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.checks._facts import at, facts_on
from contentlint.model import Certainty, Facts, Hit, Page, Rule, Skip

ENGINE = "character-keys"
MEDIA = frozenset({"html"})
PROBLEMS = frozenset({"single-character-shortcut"})


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Flag each key that does something and that no setting of the page turns off."""
    if rule := rules.get("single-character-shortcut"):
        for key in facts_on(facts, "keys", ENGINE):
            if not key.get("off"):
                plain = key.get("nodes") or key.get("focus") or key.get("changes")
                yield at(rule, page, {"css": "body"}, quote=str(key["key"]), certainty=None if plain else Certainty.REVIEW)
