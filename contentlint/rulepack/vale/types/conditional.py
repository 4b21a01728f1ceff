"""conditional: one thing asks for another, such as an abbreviation for its definition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contentlint.rulepack.vale.definition import Definition
from contentlint.rulepack.vale.dialect import SECONDS, compiled, found
from contentlint.rulepack.vale.finder import Finder, Spot
from contentlint.rulepack.vale.terms import Excuses
from contentlint.rulepack.vale.types._base import Alert, Judge, Setting, State, plain_alert


def plan(definition: Definition, slot: int, finder: Finder, setting: Setting) -> Judge:
    """Put the first pattern into the finder, which tells whether it is worth a look."""
    finder.add(slot, [str(definition.keys.get("first") or "")], False, "%s", False)
    accepted = setting.accepted if definition.flag("vocab", True) else ()
    return _Conditional(definition, Excuses(definition.listed("exceptions"), accepted))


class _Conditional:
    always = False

    def __init__(self, definition: Definition, excuses: Excuses) -> None:
        self.definition, self.excuses = definition, excuses
        self.second = compiled(str(definition.keys.get("second") or ""))

    def judge(self, text: str, spots: Sequence[Spot], state: State) -> Iterator[Alert]:
        known = state.seen.setdefault(self.definition.name, set())
        if self.second.groups:
            for match in self.second.finditer(text, timeout=SECONDS):
                known.update(group for group in match.groups() if group)
        elif found(self.second, text):
            return
        for start, end, _ in spots:
            words = text[start:end]
            if words not in known and not self.excuses.excuse(words, text, start, end):
                yield plain_alert(self.definition, text, start, end)


