"""Words of links and buttons that fade while they are pointed at, or have the focus (WCAG 1.4.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.checks._facts import at
from contentlint.checks._layout import laid_out
from contentlint.model import Certainty, Facts, Hit, Page, Rule, Skip

ENGINE = "control-states"
MEDIA = frozenset({"html"})
PROBLEMS = frozenset({"faint-when-pointed-at", "faint-with-focus"})
_LARGE, _LARGE_BOLD = 24.0, 18.66  # CSS pixels
_HIDDEN = 1.05  # a ratio this near to 1 may be words that give way to something else


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Flag words that are clear enough at rest and not in the state: the rest is axe-core's."""
    for fact in laid_out(facts, "states", ENGINE):
        size, now, rest = float(fact["size"]), float(fact["ratio"]), fact.get("rest")
        least = 3.0 if size >= _LARGE or (fact.get("bold") and size >= _LARGE_BOLD) else 4.5
        if now >= least or (rest is not None and float(rest) < least):
            continue
        if rule := rules.get("faint-when-pointed-at" if fact.get("state") == "hover" else "faint-with-focus"):
            open_ = fact.get("shadow") or rest is None or now < _HIDDEN
            yield at(rule, page, fact, quote=str(fact.get("name") or ""), args={"ratio": now, "least": least},
                     certainty=Certainty.REVIEW if open_ else None)  # fmt: skip
