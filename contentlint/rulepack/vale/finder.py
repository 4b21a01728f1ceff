"""Finds the words and patterns of many rules in one walk over a text, exactly as one alternation a rule would.

Fixed words go into one Aho-Corasick automaton; other patterns stand in one RE2 set, which says in
linear time which of them can match, and those alone are run, under a guard of time.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable

import ahocorasick
import re2
import regex

from contentlint.rulepack.expand import expand, filter_of
from contentlint.rulepack.vale.dialect import translated

PATTERN_SECONDS = 0.25  # one pattern on one stretch of text
PAGE_SECONDS = 4.0  # all patterns of one page
_EDGED = re.compile(r"\\b([\w' -]+)\\b")  # a word between word boundaries
#: a look ahead at the end of a pattern: for a filter it may as well be a part of it
_AHEAD = re.compile(r"\(\?=((?:[^()\\]|\\.)*)\)(\)*(?:\\b)?\)*)\Z")
Spot = tuple[int, int, int]  # start, end, which of the rule's patterns


class Clock:
    """How long the patterns of one page may still run, and which rules ran out of time on it."""

    __slots__ = ("late", "left")

    def __init__(self) -> None:
        self.left = PAGE_SECONDS
        self.late: set[int] = set()


class Finder:
    """All patterns of the rules that see the same passages. `add` them, `close`, then `find`."""

    def __init__(self) -> None:
        self._words: dict[str, list[tuple[int, int, int, str | None, bool]]] = {}
        self._patterns: list[tuple[int, int, str, bool, bool]] = []
        self._compiled: dict[int, regex.Pattern[str]] = {}
        self._automaton = ahocorasick.Automaton()
        self._set: re2.Set | None = None
        self._numbers: list[int] = []
        self._free: list[int] = []

    def add(self, slot: int, patterns: Iterable[str], ignore_case: bool, template: str, bounded: bool) -> None:
        """Add the patterns of rule number `slot`, in the order in which they are tried.

        template: what each is put into for "%s"; bounded: it asks for word boundaries on both sides.
        """
        listed = list(patterns)
        known = template in (r"(?m)\b(?:%s)\b", r"(?m)(?:%s)")
        for order, source in enumerate(listed):
            plain, fold = (source[4:], True) if source.startswith("(?i)") else (source, ignore_case)
            edged = _EDGED.fullmatch(plain) if known and not bounded else None
            words = expand(edged[1]) if edged else expand(plain) if known and "(?" not in plain.replace("(?:", "") else None
            if words and all(word.isascii() or len(word.lower()) == len(word) for word in words):
                for word in words:
                    entry = (slot, order, len(word), None if fold else word, bounded or edged is not None)
                    self._words.setdefault(word.lower(), []).append(entry)
            else:
                whole = translated(template.replace("%s", source, 1))
                self._patterns.append((slot, order, whole, ignore_case, len(listed) > 1))

    def close(self) -> None:
        """Build the automaton and the filter."""
        for word, entries in self._words.items():
            self._automaton.add_word(word, tuple(entries))
        if self._words:
            self._automaton.make_automaton()
        options = re2.Options()
        options.max_mem, options.log_errors, options.dot_nl = 1 << 27, False, True
        chosen = re2.Set.SearchSet(options)
        for number, (_, _, source, fold, _) in enumerate(self._patterns):
            coarse = filter_of(_AHEAD.sub(r"(?:\1)\2", source), anchors=True)
            try:
                if not coarse:
                    raise re2.error("nothing to filter by")
                chosen.Add(f"(?im:{coarse})" if fold else f"(?m:{coarse})")
                self._numbers.append(number)
            except re2.error:
                self._free.append(number)
        if self._numbers:
            chosen.Compile()
            self._set = chosen

    def find(self, text: str, active: frozenset[int], clock: Clock) -> dict[int, list[Spot]]:
        """Return the spots of each active rule, in order and without overlaps."""
        raw: dict[int, list[tuple[int, int, int]]] = {}
        if self._words:
            self._find_words(text, active, raw)
        for number in self._likely(text):
            slot = self._patterns[number][0]
            if slot in active and slot not in clock.late:
                self._run(number, text, raw, clock)
        return {slot: _apart(spots) for slot, spots in raw.items() if slot not in clock.late}

    def _find_words(self, text: str, active: frozenset[int], raw: dict[int, list[Spot]]) -> None:
        lower = text.lower()
        if len(lower) != len(text):
            lower = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
        size = len(text)
        for last, entries in self._automaton.iter(lower):
            end = last + 1
            bound: bool | None = None
            for slot, order, length, exact, bounded in entries:
                if slot not in active:
                    continue
                start = end - length
                if bounded:
                    if bound is None:
                        bound = (_wordly(text[start - 1]) if start else False) != _wordly(text[start]) and (
                            _wordly(text[end]) if end < size else False
                        ) != _wordly(text[last])
                    if not bound:
                        continue
                if exact is not None and text[start:end] != exact:
                    continue
                if slot in raw:
                    raw[slot].append((start, order, end))
                else:
                    raw[slot] = [(start, order, end)]

    def _likely(self, text: str) -> list[int]:
        if self._set is None:
            return self._free
        return self._free + [self._numbers[hit] for hit in self._set.Match(text) or ()]

    def _run(self, number: int, text: str, raw: dict[int, list[Spot]], clock: Clock) -> None:
        slot, order, source, fold, several = self._patterns[number]
        pattern = self._compiled.get(number)
        if pattern is None:
            pattern = self._compiled[number] = regex.compile(source, regex.IGNORECASE if fold else 0)
        began = time.monotonic()
        try:
            if clock.left <= 0:
                raise TimeoutError
            limit = min(PATTERN_SECONDS, clock.left)
            spots = [(match.start(), order, match.end()) for match in pattern.finditer(text, overlapped=several, timeout=limit)]
            if spots:
                raw.setdefault(slot, []).extend(spots)
        except TimeoutError:
            clock.late.add(slot)
        clock.left -= time.monotonic() - began


def _apart(spots: list[tuple[int, int, int]]) -> list[Spot]:
    """Return what an alternation would find: the leftmost, of those the first pattern, none over another."""
    if len(spots) == 1:
        start, order, end = spots[0]
        return [(start, end, order)]
    spots.sort(key=lambda spot: (spot[0], spot[1], -spot[2]))
    kept: list[Spot] = []
    done = 0
    for start, order, end in spots:
        if start >= done and not (kept and end == start == kept[-1][0]):
            kept.append((start, end, order))
            done = end if end > start else start + (end == start)
    return kept


def _wordly(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def check(patterns: Iterable[str], template: str, ignore_case: bool) -> None:
    """Compile patterns to see whether they can be. Raises regex.error."""
    for pattern in patterns:
        regex.compile(translated(template.replace("%s", pattern, 1)), regex.IGNORECASE if ignore_case else 0)
