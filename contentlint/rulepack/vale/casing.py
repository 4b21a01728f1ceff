"""Title and sentence case as Vale's capitalization rules expect them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import regex

from contentlint.rulepack.vale.dialect import compiled, found

_SMALL = frozenset("a an and as at but by en for if in nor of on or per the to vs vs. via v v.".split())
_LONGER = frozenset(
    "with from into during including until against among throughout despite towards upon concerning about over through"
    " before between after since without under within along following across beyond around down near above".split()
)
_WORD = regex.compile(r"[\p{N}\p{L}]+[^\s/\-]*")
_TOKEN = r"[\p{N}\p{L}*]+[^\s]*"
_EVEN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})


class Vocabulary:
    """Spellings and patterns that keep their own case. The longest come first."""

    def __init__(self, terms: Sequence[str]) -> None:
        self.terms = tuple(terms)
        self._spelt = {term.casefold(): term for term in reversed(self.terms)}
        patterns = []
        for term in self.terms:
            try:
                compiled(term)
            except regex.error:
                continue
            patterns.append(f"(?:{term})")
        self._pattern = compiled("|".join(patterns)) if patterns else None

    def known(self, word: str) -> str:
        """Return the right spelling of a word, or "" where the vocabulary does not know it."""
        if term := self._spelt.get(word.casefold()):
            return term
        return word if self._pattern is not None and found(self._pattern, word) else ""


def _split(prefix: str, text: str) -> tuple[str, str]:
    match = re.search(prefix, text) if prefix else None
    return (match.group(), text.removeprefix(match.group())) if match else ("", text)


def title(text: str, vocabulary: Vocabulary, prefix: str, chicago: bool) -> str:
    """Return a heading in title case."""
    front, text = _split(prefix, text)
    even = text.translate(_EVEN)
    small = _SMALL | _LONGER if chicago else _SMALL

    def change(match: regex.Match[str]) -> str:
        word, start, end = match.group(), match.start(), match.end()
        if term := vocabulary.known(word):
            return term
        before, two, after = even[start - 1 : start], even[max(start - 2, 0) : max(start - 1, 0)], even[end : end + 1]
        bounding = start == 0 or end == len(even)
        if (
            word.lower() in small and not bounding and before in (" ", "-", "/") and before
            and two not in (":", "-") and (after != "-" or before == "-")
        ):  # fmt: skip
            return word.lower()
        return word[0].upper() + word[1:]

    return front + _WORD.sub(change, text)


def sentence(text: str, vocabulary: Vocabulary, prefix: str, starts: Callable[[str, int], bool]) -> str:
    """Return a heading in sentence case. starts: tells of a word and its number whether what follows begins anew."""
    front, text = _split(prefix, text)
    pattern = compiled(r"\b(?:" + "|".join(vocabulary.terms) + r")\b|" + _TOKEN if vocabulary.terms else _TOKEN, True)
    words = [match.group() for match in pattern.finditer(text)]
    made = []
    for number, word in enumerate(words):
        if term := vocabulary.known(word):
            made.append(term)
        elif number == 0 or starts(words[number - 1], number - 1):
            made.append(word[0].upper() + word[1:].lower())
        else:
            made.append(word.lower())
    return front + " ".join(made)


def token_pattern(exceptions: regex.Pattern[str] | None) -> regex.Pattern[str]:
    """Return what splits a heading into words; an exception is one word."""
    return compiled(exceptions.pattern + "|" + _TOKEN if exceptions is not None else _TOKEN)
