"""Skip links that were followed and did not skip (WCAG 2.4.1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.checks._facts import at, fact_on
from contentlint.model import Facts, Hit, Page, Rule, Skip

ENGINE = "keyboard-walk"
MEDIA = frozenset({"html"})
PROBLEMS = frozenset({"skip-link-that-does-not-skip"})


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Flag a link whose target exists, after which Tab still leads to what stands before the target."""
    link = fact_on(facts, "skip", ENGINE)
    rule = rules.get("skip-link-that-does-not-skip")
    # axe-core speaks of targets that do not exist.
    if rule and link and link.get("exists") and link.get("between") and not link.get("arrived") and link.get("back"):
        yield at(rule, page, link, quote=str(link.get("name") or ""))
