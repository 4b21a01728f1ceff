"""sequence: words in a row, without parts of speech: there is no tagger here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from contentlint.rulepack.vale.definition import Definition
from contentlint.rulepack.vale.dialect import SECONDS, compiled, found
from contentlint.rulepack.vale.finder import Finder, Spot
from contentlint.rulepack.vale.types._base import Alert, Judge, Setting, State, fill

_WORDS = regex.compile(r"\w+(?:[-.]\w+)*|'\w+|[^\w\s]")


class _Step:
    """One word of the row: a pattern, whether it must not be there, how many words may stand before it."""

    def __init__(self, keys: dict[str, str], fold: bool) -> None:
        pattern = str(keys.get("pattern") or "")
        self.whole = compiled(f"^(?:{pattern})$", fold) if pattern else None
        self.negate = str(keys.get("negate", "")).lower() in ("true", "yes", "on")
        skip = str(keys.get("skip") or "0")
        self.skip = int(skip) if skip.isdigit() else 0

    def fits(self, word: str) -> bool:
        return self.whole is None or found(self.whole, word) != self.negate


def plan(definition: Definition, slot: int, finder: Finder, setting: Setting) -> Judge:
    """Put the pattern that the row is anchored on into the finder."""
    steps = [dict(item) for item in definition.keys.get("tokens") or [] if isinstance(item, dict)]
    fold = definition.flag("ignorecase")
    anchor = next((item["pattern"] for item in steps if item.get("pattern") and str(item.get("negate", "")) != "true"), "")
    finder.add(slot, [anchor], fold, r"(?m)(?:%s)", False)
    return _Sequence(definition, [_Step(item, fold) for item in steps])


class _Sequence:
    always = False

    def __init__(self, definition: Definition, steps: list[_Step]) -> None:
        self.definition, self.steps = definition, steps
        self.exceptions = [compiled(item) for item in definition.listed("exceptions")]

    def judge(self, text: str, spots: Sequence[Spot], state: State) -> Iterator[Alert]:
        words = [(match.group(), match.start(), match.end()) for match in _WORDS.finditer(text)]
        excused = [match.span() for item in self.exceptions for match in item.finditer(text, timeout=SECONDS)]
        done = 0
        for first in range(len(words)):
            last = self._row([word for word, _, _ in words], first)
            if last is None or first < done:
                continue
            start, end = words[first][1], words[last][2]
            if not any(a <= start < b for a, b in excused):
                yield Alert(start, end, fill(self.definition.message, *(word for word, _, _ in words[first : last + 1])))
            done = last + 1

    def _row(self, words: list[str], first: int) -> int | None:
        """Return the number of the row's last word, or None where no row begins at `first`."""
        at = first
        for number, step in enumerate(self.steps):
            most = step.skip if number else 0
            place = next((place for place in range(at, min(at + most, len(words) - 1) + 1) if place < len(words) and step.fits(words[place])), None)
            if place is None:
                if step.negate and at >= len(words):
                    return len(words) - 1
                return None
            at = place + 1
        return at - 1
