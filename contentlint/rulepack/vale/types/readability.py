"""readability, Vale's old form of `metric`: the mean of named formulas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contentlint.errors import RuleError, nearest
from contentlint.rulepack.vale.definition import Definition
from contentlint.rulepack.vale.finder import Finder, Spot
from contentlint.rulepack.vale.grades import FORMULAS
from contentlint.rulepack.vale.types._base import Alert, Judge, Setting, State, fill


def plan(definition: Definition, slot: int, finder: Finder, setting: Setting) -> Judge:
    """Return what compares the mean grade. Raises RuleError for a formula that is not known."""
    for name in definition.listed("metrics"):
        if name not in FORMULAS:
            raise RuleError(f"There is no formula “{name}”.", where=definition.path, remedy=nearest(name, FORMULAS) or None)
    return _Readability(definition)


class _Readability:
    always = True

    def __init__(self, definition: Definition) -> None:
        self.definition = definition
        self.metrics = definition.listed("metrics")

    def judge(self, text: str, spots: Sequence[Spot], state: State) -> Iterator[Alert]:
        if not self.metrics or not state.figures.get("sentences"):
            return
        grade = sum(FORMULAS[name](state.figures) for name in self.metrics) / len(self.metrics)
        if grade > self.definition.number("grade"):
            yield Alert(-1, -1, fill(self.definition.message, f"{grade:.2f}"))
