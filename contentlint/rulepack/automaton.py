"""Finds the words and patterns of all rules in one walk over a text.

Fixed words go into one Aho-Corasick automaton over folded text. Other patterns stand in a few RE2 sets,
which say in linear time which of them can match; those alone are run, under a guard of time.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable
from typing import NamedTuple

import ahocorasick
import re2
import regex

from contentlint.rulepack.expand import expand, filter_of
from contentlint.rulepack.fold import straighten
from contentlint.rulepack.views import Unit

PATTERN_SECONDS = 0.25  # one pattern on one stretch of text
PAGE_SECONDS = 4.0  # all patterns of one page
_WINDOW = 20_000  # characters that a pattern sees at once
_TOGETHER = 100  # patterns of one RE2 set: the states that it builds on a first text multiply with their number
_ADDRESSES = re.compile(r"@|://|www|https?|mailto")
_AS_WRITTEN = re.compile("[‘’“”„‚\u00a0\u00ad\u200b-\u200f\u2010\u2011\u202a-\u202e\u2060\ufeff\t\n]")


class Spot(NamedTuple):
    """A place where a pattern of a rule was found: [start, end) of the unit's text, what the rule
    said about the pattern, the groups of the match, and the form of the word (see inflect.FORMS)."""

    start: int
    end: int
    tag: object
    groups: tuple[str | None, ...] = ()
    form: str = "base"


class _Word(NamedTuple):
    slot: int
    tag: object
    form: str
    bounded: bool
    exact: str | None  # the one right spelling, where case matters


class _Pattern:
    """A pattern that is no list of words; compiled when it is first needed."""

    __slots__ = ("_made", "flags", "slot", "source", "tag", "view")

    def __init__(self, source: str, slot: int, tag: object, flags: int, view: str) -> None:
        self.source, self.slot, self.tag, self.flags, self.view = source, slot, tag, flags, view
        self._made: regex.Pattern[str] | None = None

    @property
    def compiled(self) -> regex.Pattern[str]:
        if self._made is None:
            self._made = regex.compile(self.source, self.flags)
        return self._made


class Clock:
    """How long the patterns of one page may still run, and which rules ran out of time on it."""

    __slots__ = ("late", "left")

    def __init__(self) -> None:
        self.left = PAGE_SECONDS
        self.late: set[int] = set()


class Book:
    """All patterns of a pack. `add` them, `close`, then `find`."""

    def __init__(self) -> None:
        self._words: dict[str, list[_Word]] = {}
        self._patterns: list[_Pattern] = []
        self._free: list[int] = []  # patterns that RE2 cannot filter
        self._automaton = ahocorasick.Automaton()
        self._sets: dict[str, list[tuple[re2.Set, list[int]]]] = {}  # view → sets, each with its patterns' numbers

    def add(
        self, slot: int, pattern: str, *, tag: object = None, ignore_case: bool = True, bounded: bool = True,
        strict: bool = False, forms: Callable[[str], Iterable[tuple[str, str]]] | None = None,
    ) -> None:  # fmt: skip
        """Add a pattern of rule number `slot`.

        tag: comes back in the Spot. bounded: only whole words. strict: word boundaries as in Vale
        ("\\b" on both sides, even beside punctuation). forms: (text, form) for each fixed word.
        """
        plain = straighten(pattern) if any(letter.isalpha() for letter in pattern) else pattern
        if plain.startswith("(?i)"):
            plain, ignore_case = plain[4:], True
        fixed = None if _AS_WRITTEN.search(plain) else expand(plain)
        if (
            fixed is not None
            and strict
            and any(not (word[0].isalnum() and word[-1].isalnum()) for word in fixed)
        ):
            fixed = None
        if fixed is not None and not _ADDRESSES.search(plain):
            for word in fixed:
                for text, form in forms(word) if forms else ((word, "base"),):
                    entry = _Word(slot, tag, form, bounded, None if ignore_case else text)
                    self._words.setdefault(text.casefold(), []).append(entry)
            return
        if bounded:
            plain = rf"\b(?:{plain})\b" if strict else rf"(?:\b|(?!\w))(?:{plain})(?:\b|(?<!\w))"
        view = "written" if _AS_WRITTEN.search(plain) else "open" if _ADDRESSES.search(plain) else "flat"
        flags = regex.MULTILINE | (regex.IGNORECASE if ignore_case else 0)
        self._patterns.append(_Pattern(plain, slot, tag, flags, view))

    def close(self) -> None:
        """Build the automaton and the filters."""
        for word, entries in self._words.items():
            self._automaton.add_word(word, (len(word), tuple(entries)))
        if self._words:
            self._automaton.make_automaton()
        options = re2.Options()
        options.max_mem, options.log_errors, options.dot_nl = 1 << 27, False, True
        for number, pattern in enumerate(self._patterns):
            coarse = filter_of(pattern.source)
            sets = self._sets.setdefault(pattern.view, [])
            if not sets or len(sets[-1][1]) == _TOGETHER:
                sets.append((re2.Set.SearchSet(options), []))
            chosen, numbers = sets[-1]
            try:
                if not coarse:
                    raise re2.error("nothing to filter by")
                chosen.Add(f"(?i:{coarse})" if pattern.flags & regex.IGNORECASE else coarse)
                numbers.append(number)
            except re2.error:
                self._free.append(number)
        for sets in self._sets.values():
            for chosen, _ in sets:
                chosen.Compile()

    def find(self, unit: Unit, active: frozenset[int], clock: Clock) -> dict[int, list[Spot]]:
        """Return the spots of each active rule, in no order. Rules that run late are noted in the clock."""
        found: dict[int, list[Spot]] = {}
        if self._words:
            self._find_words(unit, active, found)
        for number in self._likely(unit):
            pattern = self._patterns[number]
            if pattern.slot in active and pattern.slot not in clock.late:
                self._run(pattern, unit, found, clock)
        return found

    def _find_words(self, unit: Unit, active: frozenset[int], found: dict[int, list[Spot]]) -> None:
        view = unit.folded
        text, size = view.text, len(view.text)
        for last, (length, entries) in self._automaton.iter(text):
            end = last + 1
            start = end - length
            inside = (
                (start > 0 and _wordly(text[start - 1]) and _wordly(text[start]))
                or (end < size and _wordly(text[end]) and _wordly(text[last]))
            )  # fmt: skip
            origin = None
            for entry in entries:
                if entry.slot not in active or (inside and entry.bounded):
                    continue
                origin = origin or view.origin(start, end)
                if origin is None:
                    break
                if entry.exact is not None and straighten(unit.text[origin[0] : origin[1]]) != entry.exact:
                    continue
                found.setdefault(entry.slot, []).append(Spot(*origin, entry.tag, (), entry.form))

    def _likely(self, unit: Unit) -> list[int]:
        numbers = list(self._free)
        for name, sets in self._sets.items():
            text = unit.view(name).text
            for chosen, indexes in sets:
                if indexes:
                    numbers += [indexes[hit] for hit in chosen.Match(text) or ()]
        return sorted(numbers)

    def _run(self, pattern: _Pattern, unit: Unit, found: dict[int, list[Spot]], clock: Clock) -> None:
        view = unit.view(pattern.view)
        began = time.monotonic()
        try:
            for window, end in _windows(view.text):
                if clock.left <= 0:
                    raise TimeoutError
                limit = min(PATTERN_SECONDS, clock.left)
                for match in pattern.compiled.finditer(view.text, window, end, timeout=limit):
                    origin = view.origin(*_trimmed(match)) if match.end() > match.start() else None
                    if origin:
                        spot = Spot(*origin, pattern.tag, match.groups())
                        found.setdefault(pattern.slot, []).append(spot)
                clock.left -= (spent := time.monotonic()) - began
                began = spent
        except TimeoutError:
            clock.left -= time.monotonic() - began
            clock.late.add(pattern.slot)
            found.pop(pattern.slot, None)


def _trimmed(match: regex.Match[str]) -> tuple[int, int]:
    """Return the span of a match without white space at its ends, unless it is nothing else."""
    words = match.group()
    start, end = match.span()
    if words.isspace():
        return start, end
    return end - len(words.lstrip()), start + len(words.rstrip())


def _wordly(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _windows(text: str) -> Iterable[tuple[int, int]]:
    """Cut a long text at white space, so that a slow pattern meets short stretches only."""
    at = 0
    while len(text) - at > _WINDOW:
        cut = text.rfind(" ", at + _WINDOW // 2, at + _WINDOW)
        cut = cut if cut > 0 else at + _WINDOW
        yield at, cut
        at = cut
    yield at, len(text)
