"""capitalization: the case of a whole passage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from contentlint.rulepack.vale import casing
from contentlint.rulepack.vale.definition import Definition
from contentlint.rulepack.vale.dialect import compiled, found
from contentlint.rulepack.vale.finder import Finder, Spot
from contentlint.rulepack.vale.terms import Excuses, pattern_of
from contentlint.rulepack.vale.types._base import Alert, Judge, Setting, State, fill

_NUMBER = re.compile(r"\d+\.")


def plan(definition: Definition, slot: int, finder: Finder, setting: Setting) -> Judge:
    """Return what compares a passage with itself in the wanted case."""
    return _Capitalization(definition, setting.accepted if definition.flag("vocab", True) else ())


class _Capitalization:
    always = True

    def __init__(self, definition: Definition, accepted: tuple[str, ...]) -> None:
        self.definition = definition
        listed = definition.listed("exceptions")
        self.excuses = Excuses(listed, accepted)
        # Without a vocabulary an exception is a pattern that keeps words as they are written; with one it is a spelling.
        terms = [*listed, *accepted] if accepted else [f"(?-i:{pattern_of(term)})" for term in listed]
        self.vocabulary = casing.Vocabulary(sorted(terms, key=lambda term: -len(term.encode())))
        self.match = str(definition.keys.get("match") or "")
        self.prefix = str(definition.keys.get("prefix") or "")
        self.threshold = definition.number("threshold") or 0.8
        self.indicators = tuple(definition.listed("indicators"))
        self.tokens = casing.token_pattern(self.excuses.single)
        self.own = None if self.match.startswith("$") else compiled(self.match)

    def judge(self, text: str, spots: Sequence[Spot], state: State) -> Iterator[Alert]:
        expected, right = self._compared(text)
        if not right:
            made = self.definition.action == "replace" and self.match in ("$title", "$sentence")
            choices = self.definition.params or ((expected,) if made else ())
            yield Alert(0, len(text), fill(self.definition.message, text, expected), tuple(choices))

    def _compared(self, text: str) -> tuple[str, bool]:
        if self.own is not None:
            return self.match, found(self.own, text) or self.excuses.matches(text)
        if self.match in ("$lower", "$upper"):
            expected = text.lower() if self.match == "$lower" else text.upper()
            return expected, text == expected or self.excuses.matches(text)
        titled = self.match == "$title"
        if titled:
            expected = casing.title(text, self.vocabulary, self.prefix, self.definition.keys.get("style") == "Chicago")
        else:
            expected = casing.sentence(text, self.vocabulary, self.prefix, self._starts)
        wanted = [match.group() for match in self.tokens.finditer(expected)]
        words = [match.group() for match in self.tokens.finditer(text)]
        count = 0
        for number, word in enumerate(words):
            if number >= len(wanted) or word == wanted[number] or self.excuses.matches(word):
                count += 1
            elif titled:
                count += word == word.upper()
            elif number == 0 and word != word.lower().title():
                return expected, False
        return expected, not words or count / len(words) >= self.threshold

    def _starts(self, word: str, number: int) -> bool:
        longer = any(len(word) > len(mark) and word.endswith(mark) for mark in self.indicators)
        return longer or (number == 0 and _NUMBER.search(word) is not None)
