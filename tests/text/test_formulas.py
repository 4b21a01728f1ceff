"""The formulas agree with published worked examples, and with textstat over the same sentences."""

from __future__ import annotations

import pytest

from contentlint.model import Block, Page, Place
from contentlint.text import formulas
from contentlint.text.formulas import Counts
from contentlint.text.measures import counts_of, measure
from contentlint.text.prose import sentences
from contentlint.text.textstat_engine import FORMULAS, grade

TEXTS = (
    "We collect your bins each week, and you must put them out by 7am on the day.",
    "Applications for discretionary exemption necessitate comprehensive documentation of circumstances.",
    "If you disagree with our decision, ask us to look at it again within one month.",
    "Read the well-known guide before you start, because it doesn't take long.",
)


def page(*texts: str) -> Page:
    return Page("x", None, "html", None, "en", tuple(Block("paragraph", text, Place(region="main")) for text in texts))


def test_published_worked_examples() -> None:
    """“The Australian platypus is seemingly a hybrid of a mammal and reptilian creature”: 13 words and 24 syllables
    score 37.5 (Flesch) and grade 11.3. The passage of Coleman and Liau's own paper, 639 letters, 119 words and 5
    sentences, is at grade 14.5."""
    assert formulas.flesch_ease(13, 1, 24) == pytest.approx(37.5, abs=0.1)
    assert formulas.flesch_kincaid(13, 1, 24) == pytest.approx(11.3, abs=0.1)
    assert formulas.coleman_liau(119, 5, 639) == pytest.approx(14.5, abs=0.1)


@pytest.mark.parametrize(("long", "published"), [(9, 6), (16, 7), (25, 8), (36, 9), (49, 10), (64, 11), (100, 13)])
def test_smog_agrees_with_its_conversion_table(long: int, published: int) -> None:
    """Words of three or more syllables in 30 sentences, and the grade in the published table."""
    assert formulas.smog(30, long) == pytest.approx(published, abs=0.6)


def test_each_formula_by_hand() -> None:
    """100 words, 5 sentences, 150 syllables, 450 letters, 10 long words."""
    counts = Counts(words=100, sentences=5, syllables=150, letters=450, long=10)
    by_hand = {"flesch-kincaid": 9.91, "automated-readability": 9.765, "coleman-liau": 9.18, "gunning-fog": 12.0}
    for name, wanted in by_hand.items():
        assert formulas.grade(counts, name) == pytest.approx(wanted, abs=0.001), name


def test_smog_says_nothing_under_thirty_sentences() -> None:
    assert measure(page(*TEXTS * 7), formula="smog").reading_age is None
    assert measure(page(*TEXTS * 8), formula="smog").reading_age is not None


@pytest.mark.parametrize("name", [name for name in FORMULAS if name != "gunning-fog"])
def test_textstat_says_the_same(name: str) -> None:
    """But for two habits of its own: it counts full stops as letters for the automated readability index, and
    writes 0.058 for the 0.0588 of Coleman and Liau. For Gunning fog it counts words outside a list of its own."""
    found = sentences(page(*TEXTS * 8))
    whole = sum((counts_of(each) for each in found), Counts())
    habit = {
        "automated-readability": 4.71 * whole.sentences / whole.words,
        "coleman-liau": -0.08 * whole.letters / whole.words,
    }.get(name, 0)
    said = grade([each.words for each in found], name) - habit
    assert said == pytest.approx(formulas.grade(whole, name), abs=0.001)


@pytest.mark.parametrize("name", FORMULAS)
def test_textstat_is_an_engine_to_turn_on(name: str) -> None:
    found = sentences(page(*TEXTS * 8))
    wanted = formulas.reading_age(grade([each.words for each in found], name))
    assert measure(page(*TEXTS * 8), formula=name, engine="textstat").reading_age == wanted


def test_allowed_words_weigh_two_syllables_at_most() -> None:
    text = "The accommodation team looks after temporary accommodation. " * 12
    before = measure(page(text)).reading_age
    after = measure(page(text), allowed=frozenset({"accommodation"})).reading_age
    assert after < before - 3


def test_the_share_of_passive_sentences_comes_from_whoever_knows() -> None:
    assert measure(page(*TEXTS)).passive_share is None
    asked = []

    def share(found: object) -> float:
        asked.append(found)
        return 0.25

    assert measure(page(*TEXTS), passives=share).passive_share == 0.25
    assert len(asked) == 1 and len(asked[0]) == 4
