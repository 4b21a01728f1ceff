"""sequence: words in a row, without parts of speech: there is no tagger here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contentlint.rulepack.vale.definition import Definition
from contentlint.rulepack.vale.dialect import SECONDS, compiled
from contentlint.rulepack.vale.finder import Finder, Spot
from contentlint.rulepack.vale.rows import Row, words_of
from contentlint.rulepack.vale.types._base import Alert, Judge, Setting, State, fill


def plan(definition: Definition, slot: int, finder: Finder, setting: Setting) -> Judge:
    """Put the pattern that the row is anchored on into the finder."""
    steps = [dict(item) for item in definition.keys.get("tokens") or [] if isinstance(item, dict)]
    fold = definition.flag("ignorecase")
    anchor = next((item["pattern"] for item in steps if item.get("pattern") and str(item.get("negate", "")) != "true"), "")
    finder.add(slot, [anchor], fold, r"(?m)(?:%s)", False)
    return _Sequence(definition, Row(steps, fold))


class _Sequence:
    always = False

    def __init__(self, definition: Definition, row: Row) -> None:
        self.definition, self.row = definition, row
        self.exceptions = [compiled(item) for item in definition.listed("exceptions")]

    def judge(self, text: str, spots: Sequence[Spot], state: State) -> Iterator[Alert]:
        excused = [match.span() for item in self.exceptions for match in item.finditer(text, timeout=SECONDS)]
        for start, end, words in self.row.find(words_of(text)):
            if not any(a <= start < b for a, b in excused):
                yield Alert(start, end, fill(self.definition.message, *words))
