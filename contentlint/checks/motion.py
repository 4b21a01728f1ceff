"""Things that move by themselves and cannot be stopped (WCAG 2.2.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.checks._facts import at
from contentlint.checks._layout import laid_out
from contentlint.model import Certainty, Facts, Hit, Page, Rule, Skip

ENGINE = "motion"
MEDIA = frozenset({"html"})
PROBLEMS = frozenset({"carousel-without-pause", "movement-without-pause"})
_OPEN = frozenset({"pulse", "picture"})  # may be a slow change of colour, or a picture that ends soon


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Flag each; where some control speaks of stopping, nothing is said."""
    if _stop(facts):
        return
    for fact in laid_out(facts, "moving", ENGINE):
        kind = str(fact.get("kind"))
        if rule := rules.get("carousel-without-pause" if kind == "carousel" else "movement-without-pause"):
            yield at(rule, page, fact, quote=str(fact.get("name") or ""),
                     certainty=Certainty.REVIEW if kind in _OPEN else None)  # fmt: skip


def _stop(facts: Facts) -> bool:
    said = facts.said_by(ENGINE)
    return bool(said and isinstance(said.payload, Mapping) and said.payload.get("stop"))
