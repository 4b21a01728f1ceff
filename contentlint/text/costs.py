"""What the hardest sentences of a page cost it: its reading age if they were split or left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contentlint.model import Span
from contentlint.text import formulas
from contentlint.text.formulas import Counts
from contentlint.text.prose import Sentence
from contentlint.text.syllables import syllables

HARDEST = 3
_HARD_FROM = 10  # words: shorter sentences are never named as the hardest
_HEAVY = 4  # syllables of a word that weighs
_HEAVY_WORDS = 3


@dataclass(frozen=True, slots=True)
class HardSentence:
    """A sentence that makes a page harder to read.

    words: as the reader meets them, with the words before a list. age: reading age of the sentence by
    itself. page_age: of the page. split_age: of the page if the sentence were two. without_age: of the
    page without the sentence. cost: years of reading age that the sentence adds to the page. heavy: its
    words that weigh most, as written.
    """

    span: Span
    words: int
    age: float
    page_age: float
    split_age: float
    without_age: float
    cost: float
    heavy: tuple[str, ...] = ()


def hard_sentences(found: Sequence[tuple[Sentence, Counts]], formula: str = "flesch-kincaid", limit: int = HARDEST) -> tuple[HardSentence, ...]:
    """Return the sentences that cost a page most, the dearest first, equals in page order.

    found: the sentences that the formula counts. Empty where the formula gives the page no grade.
    """
    whole = sum((counts for _, counts in found), Counts())
    page = formulas.grade(whole, formula)
    if page is None or len(found) < 2:
        return ()
    grade = formulas.GRADES[formula]
    split = grade(whole + Counts(sentences=1))
    dear = [(page - grade(whole - counts), each, counts) for each, counts in found if each.length >= _HARD_FROM]
    dear = sorted((item for item in dear if item[0] > 0), key=lambda item: -item[0])[:limit]
    age = formulas.reading_age
    return tuple(
        HardSentence(
            span=each.span, words=each.length, age=age(grade(counts)), page_age=age(page), split_age=age(split),
            without_age=age(page - cost), cost=round(cost, 2), heavy=_heavy(each),
        )
        for cost, each, counts in dear
    )  # fmt: skip


def _heavy(sentence: Sentence) -> tuple[str, ...]:
    """Return the words with the most syllables: those are what the formulas weigh."""
    words = (word.lower() if word.istitle() else word for word in sentence.words)
    long = [word for word in dict.fromkeys(words) if syllables(word) >= _HEAVY]
    return tuple(sorted(long, key=lambda word: -syllables(word))[:_HEAVY_WORDS])
