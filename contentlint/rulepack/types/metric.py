"""metric: a sum over the counts of a page. Source: Vale, "metric"."""

from __future__ import annotations

from collections.abc import Mapping

from contentlint.model import Rule
from contentlint.rulepack.automaton import Book
from contentlint.rulepack.types._base import Judge
from contentlint.rulepack.types._counted import Counted
from contentlint.rulepack.vale import formula


def plan(rule: Rule, slot: int, book: Book, vocabulary: frozenset[str]) -> Judge:
    """Return what works the formula out at the end of a page. A sum without a value flags nothing."""
    tree = formula.parse(str(rule.options["formula"]))
    condition = formula.parse(f"value {rule.options['condition']}")

    def value_of(found: Mapping[str, float]) -> float | None:
        try:
            value = formula.work_out(tree, found)
            return value if formula.work_out(condition, {**found, "value": value}) else None
        except (ArithmeticError, ValueError, KeyError):
            return None

    return Counted(value_of)
