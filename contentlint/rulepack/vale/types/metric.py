"""metric: a sum over the counts of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contentlint.errors import RuleError
from contentlint.rulepack.vale.definition import Definition
from contentlint.rulepack.vale.finder import Finder, Spot
from contentlint.rulepack.vale.formula import FormulaError, parse, work_out
from contentlint.rulepack.vale.types._base import Alert, Judge, Setting, State, fill


def plan(definition: Definition, slot: int, finder: Finder, setting: Setting) -> Judge:
    """Return what works the formula out. Raises RuleError for one that is no sum."""
    return _Metric(definition)


class _Metric:
    always = True

    def __init__(self, definition: Definition) -> None:
        self.definition = definition
        try:
            self.formula = parse(str(definition.keys.get("formula") or ""))
            self.condition = parse("value " + str(definition.keys.get("condition") or ""))
        except FormulaError as error:
            raise RuleError(f"The formula of {definition.name} cannot be used: {error}.", where=definition.path) from None

    def judge(self, text: str, spots: Sequence[Spot], state: State) -> Iterator[Alert]:
        if not state.figures:
            return
        try:
            value = work_out(self.formula, state.figures)
            if work_out(self.condition, {**state.figures, "value": round(value, 6)}):
                yield Alert(-1, -1, fill(self.definition.message, f"{value:.2f}"))
        except (ArithmeticError, ValueError, KeyError):
            return  # no value, no alert: a text without sentences, or a count that it does not have
