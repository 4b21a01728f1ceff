"""Reading ages: formulas with known answers, pages block by block, agreement with textstat, no network."""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest

from contentlint.model import Block, Measures, Page, Place
from contentlint.text import formulas
from contentlint.text.costs import hard_sentences
from contentlint.text.measures import counts_of, measure
from contentlint.text.prose import is_prose, sentences
from contentlint.text.textstat_engine import FORMULAS, counts, grade

EASY = ("We collect your bins each week.", "Put them out by 7am.", "If you miss it, tell us on our site.")
HARD = (
    "Applications for discretionary exemption necessitate comprehensive documentation regarding individual "
    "circumstances, including verification of residential occupancy and appropriate authorisation."
)


def block(text: str, kind: str = "paragraph", **other: object) -> Block:
    region = other.pop("region", "main")
    return Block(kind, text, Place(region=region), **other)  # type: ignore[arg-type]


def page(*blocks: Block) -> Page:
    return Page(key="x", url=None, media="html", title=None, lang="en", blocks=blocks)


@pytest.mark.parametrize(
    ("words", "count", "syllables", "grade_", "ease"),
    [
        # "The cat sat on the mat.": 6 words, 1 sentence, 6 syllables, by hand
        (6, 1, 6, -1.45, 116.145),
        # Flesch, "How to Write Plain English": 20 words a sentence and 1.5 syllables a word score about 60
        (200, 10, 300, 9.91, 59.635),
    ],
)
def test_formulas_give_the_answers_worked_by_hand(
    words: int, count: int, syllables: int, grade_: float, ease: float
) -> None:
    assert formulas.flesch_kincaid(words, count, syllables) == pytest.approx(grade_, abs=0.01)
    assert formulas.flesch_ease(words, count, syllables) == pytest.approx(ease, abs=0.01)


def test_lincoln_at_gettysburg() -> None:
    """The opening of his address: 30 words in 1 sentence, 48 syllables, counted by hand."""
    text = (
        "Four score and seven years ago our fathers brought forth on this continent, a new nation, "
        "conceived in Liberty, and dedicated to the proposition that all men are created equal."
    )
    found = sentences(page(block(text)))
    assert [len(each.words) for each in found] == [30]
    assert found[0].syllables == 48
    assert grade([found[0].words]) == pytest.approx(0.39 * 30 + 11.8 * 48 / 30 - 15.59, abs=0.001)


def test_textstat_counts_what_we_count() -> None:
    texts = (
        *EASY,
        HARD,
        "Dr. Smith's well-known GOV.UK form costs £75.50 at 5.30pm, e.g. for you.",
        "Mail bins@example.gov.uk or call 0161 496 0000 by 9 a.m. today; don't wait for it.",
        "She asked “Is it open? Can I come?” and then she left the one-stop shop.",
    )
    found = [each for each in sentences(page(*map(block, texts))) if len(each.words) >= 3]
    ours = (sum(len(s.words) for s in found), len(found), sum(s.syllables for s in found))
    assert counts([s.words for s in found]) == ours
    assert grade([s.words for s in found]) == pytest.approx(formulas.flesch_kincaid(*ours), abs=0.001)


@pytest.mark.parametrize("formula", FORMULAS)
def test_every_formula_puts_hard_text_above_easy_text(formula: str) -> None:
    easy, hard = (
        [s.words for s in sentences(page(*[block(t) for t in texts] * 12))] for texts in (EASY, (HARD,))
    )
    assert grade(hard, formula) > grade(easy, formula) + 4


def test_an_unknown_formula_is_refused() -> None:
    with pytest.raises(KeyError):
        measure(page(*map(block, EASY * 8)), formula="guess")


def test_no_network_and_no_import_until_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert measure(page(*map(block, EASY * 8))).reading_age is not None
    code = "import sys, contentlint.text.measures, contentlint.text.prose; print('textstat' in sys.modules)"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "False"
    )


def test_only_running_prose_of_main_counts() -> None:
    outside = [
        block("Menu words here.", region="nav"),
        block("Fees and charges", "heading", level=2),
        block("A cell.", "cell"),
        block("Town Hall, Talbot Road, Stretford, M32 0TH"),
        block("Telephone: 0161 496 0000"),
        block("Apply for a bin", inline=((0, 15, "link"),)),
        block("Croeso i bawb yma.", lang="cy"),
        block("0161 496 0000"),
        block("https://example.gov.uk/a"),
        block("Words of code.", "code"),
        block("Alt.", "alt"),
        block("Talbot Road", "address"),
        block("See it.", "link"),
    ]
    assert [each.text for each in outside if is_prose(each)] == []
    assert measure(page(*outside)) == Measures()
    assert measure(page(*outside, block("We collect bins."))).words == 3
    assert measure(page(block("Call us on 0161 496 0000 if you need help with this."))).sentences == 1


def lead_and_items(*items: str, lead: str = "You will need to bring these with you:") -> tuple[Block, ...]:
    return (block(lead), *(block(item, "list", lead_in=lead, container=1, level=1) for item in items))


def test_a_list_goes_on_from_its_lead_in_and_never_becomes_one_sentence() -> None:
    found = sentences(
        page(*lead_and_items("a passport or a driving licence", "a recent bill", "two photos of you"))
    )
    assert [len(each.words) for each in found] == [8 + 6, 3, 4]
    assert [each.length for each in found] == [14, 3 + 8, 4 + 8]
    full = sentences(
        page(*lead_and_items("Bring a passport with you.", "Bring a bill as well. It must be new."))
    )
    assert [each.length for each in full] == [8, 5, 5, 4]


def test_a_long_item_with_its_lead_in_is_a_long_sentence() -> None:
    item = "a letter from your landlord that says how long you have lived at the address and what you pay"
    figures = measure(page(*lead_and_items("a passport", item)))
    assert (figures.sentences, figures.sentences_over_25) == (2, 1)


def test_reading_age_needs_fifty_words_and_is_a_range_under_150() -> None:
    words = sum(len(s.words) for s in sentences(page(*map(block, EASY))))
    assert measure(page(*map(block, EASY))).reading_age is None and words < 50
    short = measure(page(*map(block, EASY * 4)))
    assert short.range is not None and short.range[0] <= short.reading_age <= short.range[1]
    assert measure(page(*map(block, EASY * 10))).range is None


def test_reading_age_is_grade_plus_five_and_never_under_five() -> None:
    found = sentences(page(*map(block, EASY * 10)))
    assert measure(page(*map(block, EASY * 10))).reading_age == formulas.reading_age(
        grade([s.words for s in found])
    )
    assert formulas.reading_age(4.26) == 9.3
    assert formulas.reading_age(-2.0) == 5.0


def test_sections_under_each_h2() -> None:
    figures = measure(
        page(
            block("Bins", "heading", level=1),
            *map(block, EASY * 5),
            block("Missed bins", "heading", level=2),
            *map(block, EASY * 5),
            block("By phone", "heading", level=3),
            block("Exemptions", "heading", level=2),
            *[block(HARD)] * 3,
            block("Short", "heading", level=2),
            block(EASY[0]),
        )
    )
    assert [name for name, _ in figures.sections] == ["Missed bins", "Exemptions"]
    assert figures.sections[0][1] < 9 < figures.sections[1][1]


def test_the_hardest_sentences_are_quoted_as_written() -> None:
    figures = measure(page(*map(block, EASY * 5), block("Note. " + HARD)))
    assert figures.hardest[0] == HARD
    found = sentences(page(*map(block, EASY * 5), block("Note. " + HARD)))
    hard = hard_sentences([(each, counts_of(each)) for each in found if len(each.words) >= 3], limit=1)
    assert len(hard) == 1 and hard[0].span.text == HARD
    assert hard[0].words == 18 and hard[0].age > 25
    without = measure(page(*map(block, EASY * 5))).reading_age
    assert hard[0].without_age == without < hard[0].split_age < hard[0].page_age
    assert hard[0].cost >= hard[0].page_age - without - 0.05  # ages stop at five, costs do not
    assert set(hard[0].heavy) <= set(HARD.rstrip(".").split()) and len(hard[0].heavy) == 3
    cost = figures.costs[0]
    assert (cost.quote, cost.words, cost.without_age, cost.cost) == (HARD, 18, without, hard[0].cost)


def test_hard_sentences_of_a_short_page_say_nothing() -> None:
    assert measure(page(block(EASY[0]))).costs == ()
