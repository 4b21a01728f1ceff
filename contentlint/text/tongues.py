"""Which language a few words are of, from how often each word is used in each language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from math import log10
from unicodedata import normalize

from contentlint.text.commonness import table

#: languages that are told apart; the word lists of other languages are not at hand
KNOWN = ("en", "fr", "de", "es", "it", "pt", "nl", "pl", "ro", "da", "sv", "nb", "fi", "cs", "hu", "tr")
_WORD = re.compile(r"[^\W\d_]{2,}(?:['’][^\W\d_]+)?")
_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]{2,80})[\"”»]")
_MOST = 150
_ELIDED = re.compile(r"(\w\w?)'(?=[aeiouyhàâæèéêëîïôœùûü])")  # l'eau, qu'un
_COMMAS = str.maketrans("şţ", "șț")  # as the Romanian list has them
# Zipf values (see commonness):
_COMMON = 3.8  # a word that most people know
_APART = 1.5  # uses of a word in one language that make it a word of that one rather than the other
_RAREST = 2.3  # what is rarer is far enough from a common word to count as never used


def another(text: str, declared: str) -> str | None:
    """Return the language of a text where it is plainly not the declared one, else None.

    declared: a language tag. Needs two words that speak for the other language (a single one where it is
    English), four times as many as speak for the declared one, and nearly all words known in the other.
    """
    code = declared.partition("-")[0].lower()
    if code not in KNOWN:
        return None
    words = _distinct(text)
    quoted = {word for found in _QUOTED.findall(text) for word in _distinct(found)}
    # A foreign word that a text talks about stands in quotation marks; but a text may be one quotation.
    for some in (words, tuple(word for word in words if word not in quoted)):
        if len(some) < 2 or _share_known(some, code) > 0.9:
            continue
        found = [(votes, other) for other in KNOWN if other != code and (votes := _votes(some, code, other))]
        if found:
            return max(found)[1]
    return None


def _distinct(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.casefold().replace("’", "'") for word in _WORD.findall(text)[:_MOST]))


def _votes(words: tuple[str, ...], code: str, other: str) -> int:
    """Return how many words speak for the other language, or 0 where that is no proof."""
    votes = against = known = 0
    for word in words:
        here, there = _use(word, code), _use(word, other)
        known += there >= 2.5
        votes += there >= _COMMON and there - here >= _APART
        against += here >= _COMMON and here - there >= _APART
    enough = max(1 if other == "en" and len(words) > 2 else 2, len(words) // 4)
    return votes if votes >= enough and against * 4 <= votes and known >= 0.75 * len(words) else 0


def _share_known(words: Iterable[str], code: str) -> float:
    used = [_use(word, code) >= _COMMON for word in words]
    return sum(used) / len(used)


@lru_cache(maxsize=20_000)
def _use(word: str, code: str) -> float:
    """Return the Zipf value of a word in a language, or 0.0."""
    used, plain = table(code, _RAREST), normalize("NFC", word)
    if code == "ro":
        plain = plain.translate(_COMMAS)
    if found := _ELIDED.match(plain):
        first, second = used.get(found[1]), used.get(plain[found.end() :])
        return -log10(10**-first + 10**-second) if first and second else 0.0
    return used.get(plain, 0.0)
