"""Text that is lost when people widen its spacing (WCAG 1.4.12)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.checks._facts import at
from contentlint.checks._layout import laid_out
from contentlint.model import Facts, Hit, Page, Rule, Skip

ENGINE = "wide-spacing"
MEDIA = frozenset({"html"})
PROBLEMS = frozenset({"text-cut-off-when-spaced", "text-covered-when-spaced"})


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Flag each box that newly cuts text, and each text that newly lies on another."""
    seen: set[str] = set()
    for fact in laid_out(facts, "lost", ENGINE):
        cut = fact.get("kind") == "cut"
        if rule := rules.get("text-cut-off-when-spaced" if cut else "text-covered-when-spaced"):
            box = str(fact.get("clip") if cut else fact.get("css"))
            if box not in seen:  # one box that cuts much text is one fault
                seen.add(box)
                yield at(rule, page, fact, quote=str(fact.get("name") or ""),
                         args={"lost": fact.get("lost"), "other": fact.get("other") or ""})  # fmt: skip
