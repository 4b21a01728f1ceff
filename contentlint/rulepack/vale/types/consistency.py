"""consistency: both forms of a pair in one file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contentlint.rulepack.vale.definition import Definition
from contentlint.rulepack.vale.finder import Finder, Spot
from contentlint.rulepack.vale.types._base import Alert, Judge, Setting, State, plain_alert, template


def plan(definition: Definition, slot: int, finder: Finder, setting: Setting) -> Judge:
    """Put both forms of every pair into the finder: the even ones are the left sides."""
    words = not definition.flag("nonword")
    forms = [form for pair in definition.pairs("either").items() for form in pair]
    finder.add(slot, forms, definition.flag("ignorecase"), template(definition, setting, words), words)
    return _Consistency(definition)


class _Consistency:
    always = False

    def __init__(self, definition: Definition) -> None:
        self.definition = definition

    def judge(self, text: str, spots: Sequence[Spot], state: State) -> Iterator[Alert]:
        seen = state.seen.setdefault(self.definition.name, set())
        last: dict[int, tuple[int, int]] = {}
        for start, end, order in spots:
            seen.add(str(order))
            last[order // 2] = (start, end)
        for pair, (start, end) in last.items():
            if {str(2 * pair), str(2 * pair + 1)} <= seen:
                yield plain_alert(self.definition, text, start, end)
