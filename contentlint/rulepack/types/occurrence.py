"""occurrence: too many or too few of something. Source: Vale, "occurrence"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contentlint.model import Rule
from contentlint.rulepack.automaton import Book, Spot
from contentlint.rulepack.types._base import Draft, Judge, Memory, Terms, ignores_case, longest
from contentlint.rulepack.views import Unit


def plan(rule: Rule, slot: int, book: Book, vocabulary: frozenset[str]) -> Judge:
    """Put the token into the book, and return what counts it: in a block, a sentence or the page."""
    book.add(slot, str(rule.options["token"]), ignore_case=ignores_case(rule), bounded=False)
    return _Occurrence(rule, vocabulary)


class _Occurrence:
    def __init__(self, rule: Rule, vocabulary: frozenset[str]) -> None:
        self.terms = Terms(rule, vocabulary)
        self.most, self.least = rule.options.get("max"), rule.options.get("min")
        self.page = "page" in rule.scope
        self.sentence = "sentence" in rule.scope
        self.always = self.least is not None

    def judge(self, unit: Unit, spots: Sequence[Spot], memory: Memory) -> Iterator[Draft]:
        found = [spot for spot in longest(spots) if not self.terms.excuse(unit, spot.start, spot.end)]
        if self.page:
            memory.seen.setdefault("first", unit)
            memory.kept += [Draft(unit, spot.start, spot.end) for spot in found]
            return
        for start, end in unit.sentences if self.sentence else [(0, len(unit.text))]:
            inside = [Draft(unit, spot.start, spot.end) for spot in found if start <= spot.start < end]
            yield from self._counted(inside, Draft(unit, start, end))

    def finish(self, memory: Memory) -> Iterator[Draft]:
        unit = memory.seen.get("first")
        if self.page and isinstance(unit, Unit):
            yield from self._counted(memory.kept, Draft(unit, 0, len(unit.text)))

    def _counted(self, found: list[Draft], whole: Draft) -> Iterator[Draft]:
        """Yield one draft at the first match where there are too many or too few, or on the whole."""
        count = len(found)
        if (self.most is not None and count > int(str(self.most))) or (
            self.least is not None and count < int(str(self.least)) and whole.end > whole.start
        ):
            figures = (("count", str(count)), ("max", str(self.most or "")), ("min", str(self.least or "")))
            yield (found[0] if found else whole)._replace(args=figures)
