"""Figures about how hard a page is to read, block by block rather than over flattened text."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from contentlint.model import Cost, Measures, Page
from contentlint.text import formulas
from contentlint.text.costs import hard_sentences
from contentlint.text.familiarity import familiarity
from contentlint.text.formulas import Counts
from contentlint.text.passive import share
from contentlint.text.prose import Sentence, sentences
from contentlint.text.syllables import syllables

FEWEST = 50  # words under which a reading age means nothing
SHORT = 150  # words under which it is given as a range
LONG = 25  # words of a long sentence. Source: GOV.UK, "Writing guidelines: use short sentences"
SHORTEST = 3  # words of the shortest sentence that the formula counts
SPOT = 10  # sentences that a spot check reads first. Source: GOV.UK, "Help with content quality"

Counted = tuple[Sentence, Counts]


def measure(
    page: Page, *, formula: str = "flesch-kincaid", long_sentence: int = LONG, allowed: frozenset[str] = frozenset(),
    engine: str = "contentlint",
) -> Measures:  # fmt: skip
    """Return the figures of a page's main text.

    Counted: paragraphs, list items and quotes of the main region. Left out: headings, menus, tables,
    addresses, phone lines, links that stand alone, passages in other languages. formula: a name from
    formulas.GRADES (KeyError for any other). allowed: words, case-folded, that count for two syllables at
    most. engine: "contentlint", or "textstat" for its figure.
    """
    found = sentences(page)
    counted = [(each, counts_of(each, allowed)) for each in found if len(each.words) >= SHORTEST]
    age = _age(counted, formula, engine)
    words = sum(len(each.words) for each in found)
    headings = dict.fromkeys(each.heading for each, _ in counted if each.heading)
    parts = ((name, _age([item for item in counted if item[0].heading == name], formula)) for name in headings)
    familiar = familiarity([each for each, _ in counted])
    over = sum(each.length > long_sentence for each in found)
    hardest = hard_sentences(counted, formula) if age is not None else ()
    return Measures(
        words=words, sentences=len(found), reading_age=age, sentences_over_25=over,
        range=_range(counted, age, formula) if age is not None and words < SHORT else None,
        hardest=tuple(each.span.text for each in hardest),
        sections=tuple((name, value) for name, value in parts if value is not None),
        formula=formula,
        passive_share=round(share(each.span.text for each in found), 3) if found else None,
        familiarity=familiar.score if familiar else None,
        late_words=familiar.late if familiar else None,
        costs=tuple(
            Cost(each.span.text, each.words, each.age, each.split_age, each.without_age, each.cost, each.heavy)
            for each in hardest
        ),
        spot_end=_spot_end(page, found),
    )  # fmt: skip


def counts_of(sentence: Sentence, allowed: frozenset[str] = frozenset()) -> Counts:
    """Return what the formulas count in one sentence."""
    spoken = [
        min(syllables(word), 2) if allowed and _plain(word) in allowed else syllables(word) for word in sentence.words
    ]
    letters = sum(map(str.isalnum, "".join(sentence.words)))
    return Counts(len(spoken), 1, sum(spoken), letters, sum(count >= 3 for count in spoken))


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'").removesuffix("'s")


def _age(found: Sequence[Counted], formula: str, engine: str = "contentlint") -> float | None:
    """Return the reading age of sentences, or None where they are too few for the formula."""
    whole = sum((counts for _, counts in found), Counts())
    grade = formulas.grade(whole, formula)
    if whole.words < FEWEST or grade is None:
        return None
    if engine == "textstat":
        from contentlint.text.textstat_engine import grade as textstat_grade

        grade = textstat_grade([each.words for each, _ in found], formula)
    return formulas.reading_age(grade)


def _range(found: Sequence[Counted], age: float, formula: str) -> tuple[float, float]:
    """Return the ages between which a short page lies: two standard errors each way.

    Source of the method: Tukey's jackknife (leave out one sentence at a time).
    """
    count = len(found)
    spread = 3.0
    if count >= 3:
        whole = sum((counts for _, counts in found), Counts())
        left = [formulas.GRADES[formula](whole - counts) for _, counts in found]
        mean = sum(left) / count
        spread = max(2 * sqrt((count - 1) / count * sum((each - mean) ** 2 for each in left)), 0.5)
    return round(max(age - spread, 5.0), 1), round(age + spread, 1)


def _spot_end(page: Page, found: Sequence[Sentence]) -> tuple[int, int] | None:
    """Return (line, column) at which the first ten sentences end, or None where the page has no lines."""
    if not found:
        return None
    span = found[min(SPOT, len(found)) - 1].span
    line, column = page.position(span.block.end_offset(span.end))
    return None if line is None or column is None else (line, column)
