"""Text that is cut off at 200% (WCAG 1.4.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.checks._facts import at
from contentlint.checks._layout import laid_out
from contentlint.model import Facts, Hit, Page, Rule, Skip

ENGINE = "zoomed-text"
MEDIA = frozenset({"html"})
PROBLEMS = frozenset({"text-cut-off-when-enlarged"})


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Flag each text of which a box shows only a part."""
    if rule := rules.get("text-cut-off-when-enlarged"):
        seen: set[str] = set()
        for fact in laid_out(facts, "cut", ENGINE):
            if (clip := str(fact.get("clip"))) not in seen:  # one box that cuts much text is one fault
                seen.add(clip)
                yield at(rule, page, fact, quote=str(fact.get("name") or ""), args={"lost": fact.get("lost")})
