"""Exceptions and accepted vocabulary: what excuses a match, and phrases that cover one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from contentlint.rulepack.vale.dialect import compiled, found

_SPACE = re.compile(r"[ \t]+")
_SPECIAL = re.compile(r"[\\^$*+?{}\[\]|()]")


def pattern_of(term: str) -> str:
    """Return a term as a pattern: dots of a plain one are dots, and its blanks any white space."""
    if not _SPECIAL.search(term):
        term = term.replace(".", r"\.")
    return _SPACE.sub(lambda _: r"\s+", term)


class Excuses:
    """The exceptions of one rule together with the vocabulary that holds for it."""

    def __init__(self, exceptions: Iterable[str], accepted: Iterable[str], words: bool = True) -> None:
        terms = [*exceptions, *accepted]
        self._single = self._phrase = None
        if terms and words:
            ordered = sorted((pattern_of(term) for term in terms), key=lambda term: -len(term.encode()))
            scoped = [term if term.startswith("(?i)") else f"(?-i:{term})" for term in ordered]
            self._single = compiled(r"(?m)\b(?:" + "|".join(scoped) + r")\b")
        phrases = [pattern_of(term) for term in terms if " " in term or "\t" in term or "\\s" in term]
        if phrases:
            self._phrase = compiled(r"\b(?:" + "|".join(phrases) + r")\b", True)
        self.phrases = self._phrase
        self.single = self._single

    def excuse(self, words: str, text: str, start: int, end: int) -> bool:
        """Tell whether a match is right: it holds an accepted word, or lies inside an accepted phrase."""
        if self._single is not None and found(self._single, words):
            return True
        return self.covered(text, start, end)

    def covered(self, text: str, start: int, end: int) -> bool:
        """Tell whether characters lie inside an accepted phrase."""
        if self._phrase is None:
            return False
        return any(match.start() <= start and end <= match.end() for match in self._phrase.finditer(text))

    def matches(self, words: str) -> bool:
        """Tell whether words hold an accepted word."""
        return self._single is not None and found(self._single, words)
