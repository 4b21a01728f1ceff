"""The readability formulas, from counts. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import sqrt
from types import MappingProxyType

YEARS = 5  # a US school grade plus five is the reading age
SMOG_FROM = 30  # sentences: what SMOG was made for. Source: McLaughlin, 1969


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formulas count in a text. letters: letters and digits. long: words of three or more
    syllables."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0
    letters: int = 0
    long: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.words + other.words, self.sentences + other.sentences, self.syllables + other.syllables,
                      self.letters + other.letters, self.long + other.long)  # fmt: skip

    def __sub__(self, other: Counts) -> Counts:
        return Counts(self.words - other.words, self.sentences - other.sentences, self.syllables - other.syllables,
                      self.letters - other.letters, self.long - other.long)  # fmt: skip


def flesch_kincaid(words: int, sentences: int, syllables: int) -> float:
    """Return the US school grade.

    Source: Kincaid, Fishburne, Rogers and Chissom, "Derivation of new readability formulas for Navy
    enlisted personnel", 1975: 0.39 words per sentence + 11.8 syllables per word - 15.59.
    """
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def flesch_ease(words: int, sentences: int, syllables: int) -> float:
    """Return the reading ease, 0 (very hard) to 100 (very easy).

    Source: Flesch, "A new readability yardstick", 1948: 206.835 - 1.015 words per sentence - 84.6
    syllables per word.
    """
    return 206.835 - 1.015 * words / sentences - 84.6 * syllables / words


def automated_readability(words: int, sentences: int, letters: int) -> float:
    """Return the US school grade. Rounded up, it is what Hemingway shows.

    Source: Smith and Senter, "Automated readability index", 1967: 4.71 letters per word + 0.5 words per
    sentence - 21.43.
    """
    return 4.71 * letters / words + 0.5 * words / sentences - 21.43


def coleman_liau(words: int, sentences: int, letters: int) -> float:
    """Return the US school grade.

    Source: Coleman and Liau, "A computer readability formula designed for machine scoring", 1975: 0.0588
    letters per 100 words - 0.296 sentences per 100 words - 15.8.
    """
    return 5.88 * letters / words - 29.6 * sentences / words - 15.8


def smog(sentences: int, long: int) -> float:
    """Return the US school grade; made for 30 sentences and more.

    Source: McLaughlin, "SMOG grading: a new readability formula", 1969: 3.1291 + 1.0430 times the root of
    the words of three or more syllables in 30 sentences.
    """
    return 1.043 * sqrt(30 * long / sentences) + 3.1291


def gunning_fog(words: int, sentences: int, long: int) -> float:
    """Return the US school grade.

    Source: Gunning, "The technique of clear writing", 1952: 0.4 times (words per sentence + words of
    three or more syllables in 100).
    """
    return 0.4 * (words / sentences + 100 * long / words)


#: name of a formula → grade from counts
GRADES: Mapping[str, Callable[[Counts], float]] = MappingProxyType(
    {
        "flesch-kincaid": lambda c: flesch_kincaid(c.words, c.sentences, c.syllables),
        "automated-readability": lambda c: automated_readability(c.words, c.sentences, c.letters),
        "coleman-liau": lambda c: coleman_liau(c.words, c.sentences, c.letters),
        "smog": lambda c: smog(c.sentences, c.long),
        "gunning-fog": lambda c: gunning_fog(c.words, c.sentences, c.long),
    }
)


def grade(counts: Counts, formula: str = "flesch-kincaid") -> float | None:
    """Return the US school grade of a text, or None where the formula was not made for so short a text.

    Raises KeyError for an unknown formula.
    """
    judge = GRADES[formula]
    if not counts.words or not counts.sentences or (formula == "smog" and counts.sentences < SMOG_FROM):
        return None
    return judge(counts)


def reading_age(grade: float) -> float:
    """Return a reading age in years, to one decimal; the formulas say nothing below age five."""
    return round(max(grade + YEARS, float(YEARS)), 1)
