"""Rows of words: each by its pattern, some that must not be there, with up to so many others before each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import regex

from contentlint.rulepack.vale.dialect import compiled, found

_WORDS = regex.compile(r"\w+(?:[-.]\w+)*|'\w+|[^\w\s]")
Word = tuple[str, int, int]


def words_of(text: str) -> list[Word]:
    """Return (word, start, end) for words and marks."""
    return [(match.group(), match.start(), match.end()) for match in _WORDS.finditer(text)]


class _Step:
    def __init__(self, keys: Mapping[str, str], fold: bool) -> None:
        pattern = str(keys.get("pattern") or "")
        self.whole = compiled(f"^(?:{pattern})$", fold) if pattern else None
        self.negate = str(keys.get("negate", "")).lower() in ("true", "yes", "on")
        skip = str(keys.get("skip") or "0")
        self.skip = min(int(skip), 20) if skip.isdigit() else 0

    def fits(self, word: str) -> bool:
        return self.whole is None or found(self.whole, word) != self.negate


class Row:
    """A row to look for. The words of a row stand in one sentence."""

    def __init__(self, steps: Sequence[Mapping[str, str]], fold: bool) -> None:
        self._steps = [_Step(keys, fold) for keys in steps]

    def find(self, words: Sequence[Word]) -> Iterator[tuple[int, int, list[str]]]:
        """Yield (start, end, the words) of each row, none over another."""
        done = 0
        for first in range(len(words)):
            last = self._last(words, first) if first >= done else None
            if last is not None:
                yield words[first][1], words[last][2], [word for word, _, _ in words[first : last + 1]]
                done = last + 1

    def _last(self, words: Sequence[Word], first: int) -> int | None:
        at = first
        for number, step in enumerate(self._steps):
            stop = min(at + (step.skip if number else 0), len(words) - 1)
            place = next((place for place in range(at, stop + 1) if step.fits(words[place][0])), None)
            if place is None:
                return len(words) - 1 if step.negate and at >= len(words) else None
            at = place + 1
        return at - 1
