"""readability, Vale's old form of `metric`: the mean of named formulas. Sources: the published formulas."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence

from contentlint.errors import RuleError, nearest
from contentlint.rulepack.vale.definition import Definition
from contentlint.rulepack.vale.finder import Finder, Spot
from contentlint.rulepack.vale.types._base import Alert, Judge, Setting, State, fill

FORMULAS: Mapping[str, Callable[[Mapping[str, float]], float]] = {
    "Flesch-Kincaid": lambda f: 0.39 * f["words"] / f["sentences"] + 11.8 * f["syllables"] / f["words"] - 15.59,
    "Gunning Fog": lambda f: 0.4 * (f["words"] / f["sentences"] + 100 * f["complex_words"] / f["words"]),
    "Coleman-Liau": lambda f: 5.88 * f["characters"] / f["words"] - 29.6 * f["sentences"] / f["words"] - 15.8,
    "SMOG": lambda f: 1.0430 * math.sqrt(30 * f["polysyllabic_words"] / f["sentences"]) + 3.1291,
    "Automated Readability": lambda f: 4.71 * f["characters"] / f["words"] + 0.5 * f["words"] / f["sentences"] - 21.43,
}


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
