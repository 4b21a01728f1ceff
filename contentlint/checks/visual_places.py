"""Instructions by place whose thing has no name that can be found without seeing it (WCAG 1.3.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from contentlint.checks._facts import ENGINE as ENGINE
from contentlint.checks._facts import fact_on
from contentlint.checks._look import prose
from contentlint.model import Facts, Hit, Page, Rule, Skip

MEDIA = frozenset({"html"})
PROBLEMS = frozenset({"place-without-a-name"})
_NOUNS = {"menu": {"navigation", "menu", "menubar"}, "navigation": {"navigation"}, "search box": {"search"}}
_PLACE = re.compile(
    r"\b(?:find|use|see|go to|choose from|look at)\s+(?:the\s+)(menu|navigation|search box)\s+"
    r"(?:on|to|at)\s+(?:the|your)\s+(?:far\s+)?(?:left|right|top|bottom)(?:[- ]hand side)?\b", re.I
)  # fmt: skip

def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Flag a menu named by its place only, where the page has none that can be told by role or name."""
    rule, ways = rules.get("place-without-a-name"), fact_on(facts, "ways")
    if not rule or not ways:
        return
    for block in prose(page):
        for found in _PLACE.finditer(block.text):
            if not _named(found[1].casefold(), ways):
                yield Hit.in_block(rule, page, block, found.start(), found.end())

def _named(noun: str, ways: Mapping[str, Any]) -> bool:
    """One landmark of the kind, or a name or heading that says the word, tells everybody where it is."""
    fits = [one for one in ways.get("landmarks") or () if one.get("role") in _NOUNS[noun]]
    return len(fits) == 1 or any(noun in str(name).casefold() for name in ways.get("titled") or ())
