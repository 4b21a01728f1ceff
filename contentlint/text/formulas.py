"""The readability formulas whose parts we need one by one. Pure arithmetic."""

from __future__ import annotations

YEARS = 5  # a US school grade plus five is the reading age


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


def reading_age(grade: float) -> float:
    """Return a reading age in years, to one decimal; the formulas say nothing below age five."""
    return round(max(grade + YEARS, float(YEARS)), 1)
