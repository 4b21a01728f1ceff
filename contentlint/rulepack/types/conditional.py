"""conditional: one thing needs another first, as an abbreviation its meaning. Source: Vale, "conditional"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from contentlint.model import Rule
from contentlint.rulepack.automaton import Book, Spot
from contentlint.rulepack.types._base import Draft, Judge, Memory, Terms, is_vale, longest
from contentlint.rulepack.views import Unit


def plan(rule: Rule, slot: int, book: Book, vocabulary: frozenset[str]) -> Judge:
    """Put both patterns into the book, and return what remembers the definitions. Case always matters."""
    book.add(slot, str(rule.options["first"]), tag="first", ignore_case=False, strict=is_vale(rule))
    book.add(slot, str(rule.options["second"]), tag="second", ignore_case=False, bounded=False)
    return _Conditional(rule, vocabulary)


class _Conditional:
    always = False

    def __init__(self, rule: Rule, vocabulary: frozenset[str]) -> None:
        self.terms = Terms(rule, vocabulary)
        self.defines = regex.compile(str(rule.options["second"])).groups > 0
        self.once = not is_vale(rule)

    def judge(self, unit: Unit, spots: Sequence[Spot], memory: Memory) -> Iterator[Draft]:
        """Yield each `first` that nothing before (or, without a group, nothing in the block) defines."""
        seconds = [spot for spot in spots if spot.tag == "second"]
        for spot in seconds:
            for group in spot.groups:
                memory.seen.setdefault(f"defined {group}", True)
        if seconds and not self.defines:
            return
        for spot in longest(spot for spot in spots if spot.tag == "first"):
            words = unit.text[spot.start : spot.end]
            mark = f"defined {words}"
            if (self.defines and mark in memory.seen) or self.terms.excuse(unit, spot.start, spot.end):
                continue
            if self.once and self.defines:
                memory.seen[mark] = True
            yield Draft(unit, spot.start, spot.end)

    def finish(self, memory: Memory) -> Iterator[Draft]:
        return iter(())
