"""readability with `grade` and `metrics`: the mean of named formulas. Source: Vale, "readability"."""

from __future__ import annotations

from collections.abc import Mapping

from contentlint.model import Rule
from contentlint.rulepack.automaton import Book
from contentlint.rulepack.types._base import Judge
from contentlint.rulepack.types._counted import Counted
from contentlint.rulepack.vale.grades import FORMULAS


def plan(rule: Rule, slot: int, book: Book, vocabulary: frozenset[str]) -> Judge:
    """Return what compares the mean grade at the end of a page."""
    names: list[str] = list(rule.options["metrics"])  # type: ignore[call-overload]
    most = float(str(rule.options["grade"]))

    def value_of(found: Mapping[str, float]) -> float | None:
        if not found.get("sentences"):
            return None
        grade = sum(FORMULAS[name](found) for name in names) / len(names)
        return grade if grade > most else None

    return Counted(value_of)
