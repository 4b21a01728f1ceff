"""What every rule type shares: what it is told, what it answers, and words that are right after all."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

import regex

from contentlint.model import Rule
from contentlint.rulepack.automaton import Spot
from contentlint.rulepack.fold import straighten
from contentlint.rulepack.views import Unit

_REACH = 120  # characters on each side in which an exception may begin or end


class Draft(NamedTuple):
    """A hit in the making: [start, end) of a unit, the suggestion, the words of a fix, message words.

    fix_start, fix_end: where the fix reaches further than the words, else -1.
    """

    unit: Unit
    start: int
    end: int
    suggestion: str | None = None
    replacement: str | None = None
    args: tuple[tuple[str, str], ...] = ()
    fix_start: int = -1
    fix_end: int = -1


@dataclass(slots=True)
class Memory:
    """What a rule has seen so far on one page."""

    seen: dict[str, object] = field(default_factory=dict)
    kept: list[Draft] = field(default_factory=list)


class Judge(Protocol):
    """A compiled rule. always: whether it must see blocks in which none of its patterns stand."""

    always: bool

    def judge(self, unit: Unit, spots: Sequence[Spot], memory: Memory) -> Iterator[Draft]:
        """Yield the drafts of one block, in order. spots are sorted by place."""
        ...

    def finish(self, memory: Memory) -> Iterator[Draft]:
        """Yield what is known only at the end of the page."""
        ...


class Terms:
    """The exceptions and the vocabulary of a rule."""

    def __init__(self, rule: Rule, vocabulary: frozenset[str]) -> None:
        options = rule.options
        self.vocabulary = vocabulary if options.get("vocab", True) else frozenset()
        self._sources: list[str] = sorted(map(str, options.get("exceptions") or ()), key=len, reverse=True)  # type: ignore[arg-type, call-overload]
        self._flags = 0 if is_vale(rule) or not ignores_case(rule) else regex.IGNORECASE
        self._made: regex.Pattern[str] | None = None

    def excuse(self, unit: Unit, start: int, end: int) -> bool:
        """Tell whether words are in the vocabulary, hold an exception or are part of one."""
        if self.vocabulary and straighten(unit.text[start:end]).casefold() in self.vocabulary:
            return True
        if not self._sources:
            return False
        if self._made is None:
            joined = "|".join(f"(?:{straighten(source)})" for source in self._sources)
            self._made = regex.compile(rf"(?:\b|(?!\w))(?:{joined})(?:\b|(?<!\w))", self._flags)
        base = max(0, start - _REACH)
        text = unit.written.text[base : end + _REACH].translate(_QUOTES)
        try:
            for match in self._made.finditer(text, timeout=0.2):
                left, right = base + match.start(), base + match.end()
                if (left <= start and end <= right) or (start <= left and right <= end and right > left):
                    return True
        except TimeoutError:
            return False
        return False


_ESCAPE = re.compile(r"\\.")
_QUOTES = str.maketrans("‘’“”\u00a0\u2011\u2010", "''\"\" --")


def is_vale(rule: Rule) -> bool:
    """Tell whether a rule comes from a Vale package, whose defaults then hold."""
    return bool(rule.options.get("vale"))


def ignores_case(rule: Rule) -> bool:
    """Tell whether a rule ignores case: ours do unless they say so, Vale's do where they say so."""
    return bool(rule.options.get("ignorecase", not is_vale(rule)))


def longest(spots: Iterable[Spot]) -> list[Spot]:
    """Return spots without overlaps, in order: the longest of those that overlap, else the leftmost."""
    row = Row()
    ordered = sorted(spots, key=lambda item: (item.start - item.end, item.start))
    chosen = {spot.start: spot for spot in ordered if row.take(spot.start, spot.end)}
    return [chosen[start] for start in sorted(chosen)]


class Row:
    """Stretches of a text that are taken, none over another."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def take(self, start: int, end: int) -> bool:
        """Take [start, end) and return True, or return False where some of it is taken."""
        at = bisect_left(self._starts, start)
        if (at and self._ends[at - 1] > start) or (at < len(self._starts) and self._starts[at] < end):
            return False
        self._starts.insert(at, start)
        self._ends.insert(at, end)
        return True


def about_capitals(rule: Rule) -> bool:
    """Tell whether a rule's own patterns speak of capitals, so that a capital alone is no sign of a name."""
    if not ignores_case(rule):
        return True
    options = rule.options
    sources = [*(options.get("tokens") or ()), *(options.get("swap") or ()), str(options.get("token") or "")]  # type: ignore[misc]
    return any(letter.isupper() for source in sources for letter in _ESCAPE.sub("", str(source)))
