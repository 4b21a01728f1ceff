"""Figures about how hard a page is to read, block by block rather than over flattened text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from contentlint.model import Measures, Page, Span
from contentlint.text import formulas
from contentlint.text.prose import Sentence, sentences

FEWEST = 50  # words under which a reading age means nothing
SHORT = 150  # words under which it is given as a range
LONG = 25  # words of a long sentence. Source: GOV.UK, "Writing guidelines: use short sentences"
SHORTEST = 3  # words of the shortest sentence that the formula counts
HARDEST = 3
_HARD_FROM = 10  # words: shorter sentences are never named as the hardest


@dataclass(frozen=True, slots=True)
class HardSentence:
    """A sentence that makes a page harder to read.

    words: as the reader meets them, with the words before a list. age: reading age of the sentence by
    itself. page_age: of the page. split_age: of the page if the sentence were two. without_age: of the
    page without the sentence. cost: page_age - without_age, in years.
    """

    span: Span
    words: int
    age: float
    page_age: float
    split_age: float
    cost: float


def _counted(found: Sequence[Sentence]) -> list[Sentence]:
    return [each for each in found if len(each.words) >= SHORTEST]


def _totals(found: Sequence[Sentence]) -> tuple[int, int, int]:
    return sum(len(each.words) for each in found), len(found), sum(each.syllables for each in found)


def _age(found: Sequence[Sentence], formula: str) -> float | None:
    """Return the reading age of sentences by textstat, or None where they are too few words."""
    from contentlint.text.textstat_engine import grade

    if sum(len(each.words) for each in found) < FEWEST:
        return None
    return formulas.reading_age(grade([each.words for each in found], formula))


def _range(found: Sequence[Sentence], age: float) -> tuple[float, float]:
    """Return the ages between which a short page lies: two standard errors each way.

    Source of the method: Tukey's jackknife (leave out one sentence at a time).
    """
    words, count, total = _totals(found)
    if count < 3:
        return round(max(age - 3, 5.0), 1), round(age + 3, 1)
    left = [formulas.flesch_kincaid(words - len(s.words), count - 1, total - s.syllables) for s in found]
    mean = sum(left) / count
    spread = 2 * sqrt((count - 1) / count * sum((each - mean) ** 2 for each in left))
    spread = max(spread, 0.5)
    return round(max(age - spread, 5.0), 1), round(age + spread, 1)


def _hardest(found: Sequence[Sentence], limit: int) -> list[Sentence]:
    """Return the sentences with the highest grade of their own, hardest first, equals in page order."""
    long_ones = [each for each in found if each.length >= _HARD_FROM]
    long_ones.sort(
        key=lambda s: -formulas.flesch_kincaid(len(s.words) + s.lead, 1, s.syllables + s.lead * 3 // 2)
    )
    return long_ones[:limit]


def measure(page: Page, *, formula: str = "flesch-kincaid", long_sentence: int = LONG) -> Measures:
    """Return the figures of a page's main text.

    Counted: paragraphs, list items and quotes of the main region. Left out: headings, menus, tables,
    addresses, phone lines, links that stand alone, passages in other languages. formula: a name from
    textstat_engine.FORMULAS (KeyError for any other). Reading age is the US school grade plus five.
    """
    found = sentences(page)
    counted = _counted(found)
    age = _age(counted, formula)
    words = sum(len(each.words) for each in found)
    headings = dict.fromkeys(each.heading for each in counted if each.heading)
    parts = ((name, _age([s for s in counted if s.heading == name], formula)) for name in headings)
    return Measures(
        words=words, sentences=len(found), reading_age=age,
        sentences_over_25=sum(each.length > long_sentence for each in found),
        range=_range(counted, age) if age is not None and words < SHORT else None,
        hardest=tuple(each.span.text for each in _hardest(counted, HARDEST)),
        sections=tuple((name, value) for name, value in parts if value is not None),
    )  # fmt: skip


def hard_sentences(page: Page, limit: int = HARDEST) -> tuple[HardSentence, ...]:
    """Return the hardest sentences of a page with what each costs, hardest first.

    Flesch-Kincaid throughout, by our own counts. Empty for a page under 50 words of prose.
    """
    counted = _counted(sentences(page))
    words, count, total = _totals(counted)
    if words < FEWEST:
        return ()
    grade, split = (formulas.flesch_kincaid(words, number, total) for number in (count, count + 1))
    return tuple(
        HardSentence(
            span=each.span, words=each.length,
            age=formulas.reading_age(formulas.flesch_kincaid(len(each.words), 1, each.syllables)),
            page_age=formulas.reading_age(grade), split_age=formulas.reading_age(split),
            cost=round(grade - split, 2),
        )
        for each in _hardest(counted, limit)
    )  # fmt: skip
