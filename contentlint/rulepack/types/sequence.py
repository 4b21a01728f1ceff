"""sequence: words in a row, with others between them. Source: Vale, "sequence"; without parts of speech."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contentlint.model import Rule
from contentlint.rulepack.automaton import Book, Spot
from contentlint.rulepack.types._base import Draft, Judge, Memory, Terms, ignores_case
from contentlint.rulepack.vale.rows import Row, words_of
from contentlint.rulepack.views import Unit


def plan(rule: Rule, slot: int, book: Book, vocabulary: frozenset[str]) -> Judge:
    """Put the first word that must be there into the book, and return what looks for the row."""
    steps: list[dict[str, str]] = list(rule.options["tokens"])  # type: ignore[call-overload]
    fold = ignores_case(rule)
    anchor = next(item["pattern"] for item in steps if str(item.get("negate")) != "true")
    book.add(slot, anchor, ignore_case=fold, bounded=False)
    return _Sequence(rule, vocabulary, Row(steps, fold))


class _Sequence:
    always = False

    def __init__(self, rule: Rule, vocabulary: frozenset[str], row: Row) -> None:
        self.terms, self.row = Terms(rule, vocabulary), row

    def judge(self, unit: Unit, spots: Sequence[Spot], memory: Memory) -> Iterator[Draft]:
        for begun, ended in unit.sentences if spots else ():
            text = unit.text[begun:ended]
            for start, end, _ in self.row.find(words_of(text)):
                if not self.terms.excuse(unit, begun + start, begun + end):
                    yield Draft(unit, begun + start, begun + end)

    def finish(self, memory: Memory) -> Iterator[Draft]:
        return iter(())


