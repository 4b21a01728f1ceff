"""consistency: two spellings of one thing on a page. Source: Vale, "consistency"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from contentlint.model import Rule
from contentlint.rulepack.automaton import Book, Spot
from contentlint.rulepack.inflect import phrase_forms
from contentlint.rulepack.types._base import Draft, Judge, Memory, Terms, ignores_case, is_vale, longest
from contentlint.rulepack.views import Unit


def plan(rule: Rule, slot: int, book: Book, vocabulary: frozenset[str]) -> Judge:
    """Put both spellings of each pair into the book, and return what remembers them."""
    mode = str(rule.options.get("inflect", "false"))
    forms = partial(phrase_forms, mode=mode) if mode != "false" else None
    for pair, (left, right) in enumerate(rule.options["either"].items()):  # type: ignore[attr-defined]
        for side, pattern in enumerate((left, right)):
            book.add(slot, pattern, tag=(pair, side), ignore_case=ignores_case(rule),
                     bounded=not rule.options.get("nonword"), strict=is_vale(rule), forms=forms)  # fmt: skip
    return _Consistency(rule, vocabulary)


class _Consistency:
    always = False

    def __init__(self, rule: Rule, vocabulary: frozenset[str]) -> None:
        self.terms = Terms(rule, vocabulary)

    def judge(self, unit: Unit, spots: Sequence[Spot], memory: Memory) -> Iterator[Draft]:
        """Yield each pair once, at the place where its second spelling is met first."""
        for spot in longest(spots):
            if self.terms.excuse(unit, spot.start, spot.end):
                continue
            pair, side = spot.tag  # type: ignore[misc]
            words = unit.text[spot.start : spot.end]
            sides = memory.seen.setdefault(str(pair), {})
            if sides is None or side in sides:  # type: ignore[operator]
                continue
            sides[side] = words  # type: ignore[index]
            if len(sides) == 2:  # type: ignore[arg-type]
                other = str(sides[1 - side])  # type: ignore[index]
                memory.seen[str(pair)] = None
                yield Draft(unit, spot.start, spot.end, other, None, (("first", other),))

    def finish(self, memory: Memory) -> Iterator[Draft]:
        return iter(())
