"""How common an English word is, and which common words lie one slip away from another word."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache

NEVER = 1.0  # what a word that the list does not hold is taken to have
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@lru_cache(maxsize=100_000)
def zipf(word: str) -> float:
    """Return the base-10 logarithm of how often a word stands in a thousand million words of English.

    "the" has 7.7, "council" 5.1, a word that is hardly ever used 1.0, which is also the least that is returned.
    Figures: the list of the `wordfreq` package (2021), which is read when the first word is asked for.
    """
    from wordfreq import zipf_frequency

    if any(unicodedata.category(letter)[0] not in "LP" for letter in word):
        return NEVER  # the package would cut it into pieces, and guess
    return max(NEVER, zipf_frequency(word, "en", "large", minimum=0.0))


def edits(word: str) -> Iterator[str]:
    """Yield every string that is one letter more, less, other or changed with the next one from a word.

    The first letter stays: people seldom get it wrong, and names that rhyme would be taken for slips.
    """
    for at in range(1, len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
            if len(tail) > 1 and tail[0] != tail[1]:
                yield head + tail[1] + tail[0] + tail[2:]
        for letter in _LETTERS:
            yield head + letter + tail
            if tail and letter != tail[0]:
                yield head + letter + tail[1:]


def nearest(word: str, names: Collection[str], least: float) -> tuple[str, float] | None:
    """Return the most common word one slip away, and its commonness, or None.

    word and names: in lower case. names: words that count as at least 2.0 whatever the list says.
    least: what other words must have.
    """
    best: tuple[str, float] | None = None
    for other in edits(word):
        value = zipf(other)
        if other in names:
            value = max(value, 2.0)
        elif value < least:
            continue
        if best is None or value > best[1]:
            best = other, value
    return best
