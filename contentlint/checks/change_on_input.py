"""Fields whose change alone takes the reader elsewhere (WCAG 3.2.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from contentlint.checks._facts import at, facts_on
from contentlint.model import Certainty, Facts, Hit, Page, Rule, Skip

ENGINE = "change-on-input"
MEDIA = frozenset({"html"})
PROBLEMS = frozenset({"change-on-input"})
_TOLD = re.compile(
    r"\b(?:will|automatic\w*|at once|immediately|straight away|as soon as|takes you|reloads?|updates?)\b|\b(?:choos|select|chang)ing\b",
    re.I,
)


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Flag each field; where the page may have told of it, or only the heading changed, a person decides."""
    if rule := rules.get("change-on-input"):
        for field in facts_on(facts, "fields", ENGINE):
            unsure = field.get("change") == "heading" or _TOLD.search(str(field.get("told") or ""))
            changes: Mapping[str, str] = rule.options.get("changes", {})  # type: ignore[assignment]
            yield at(rule, page, field, quote=str(field.get("name") or ""),
                     args={"change": changes.get(field["change"], field["change"])},
                     certainty=Certainty.REVIEW if unsure else None)  # fmt: skip
