"""repetition: the same word twice in a row. Source: Vale, "repetition"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contentlint.model import Rule
from contentlint.rulepack.automaton import Book, Spot
from contentlint.rulepack.types._base import Draft, Judge, Memory, Terms, ignores_case, longest
from contentlint.rulepack.views import Unit


def plan(rule: Rule, slot: int, book: Book, vocabulary: frozenset[str]) -> Judge:
    """Put each token, as a pattern with its repeats, into the book, and return the judge."""
    most = max(1, int(str(rule.options.get("max", 1))))
    for token in rule.options["tokens"]:  # type: ignore[attr-defined]
        twice = rf"(?<!\w)(?P<same>{token})(?:\s+(?P=same)){{{most},}}(?!\w)"
        book.add(slot, twice, ignore_case=ignores_case(rule), bounded=False)
    return _Repetition(rule, vocabulary)


class _Repetition:
    always = False

    def __init__(self, rule: Rule, vocabulary: frozenset[str]) -> None:
        self.terms = Terms(rule, vocabulary)
        self.alpha = bool(rule.options.get("alpha"))

    def judge(self, unit: Unit, spots: Sequence[Spot], memory: Memory) -> Iterator[Draft]:
        for spot in longest(spots):
            words = unit.text[spot.start : spot.end].split()
            if self.alpha and not words[0].isalpha():
                continue
            if not self.terms.excuse(unit, spot.start, spot.end):
                yield Draft(unit, spot.start, spot.end, words[0], words[0] if len(words) == 2 else None)

    def finish(self, memory: Memory) -> Iterator[Draft]:
        return iter(())
