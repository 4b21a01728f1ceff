"""Hard words: rare and not explained, no names, nothing that is openly made of everyday words."""

from __future__ import annotations

import pytest

from contentlint.model import Block, Heading, Page, Place
from contentlint.text import commonness
from contentlint.text.commonness import table, zipf
from contentlint.text.familiarity import familiarity
from contentlint.text.hardwords import hard_words
from contentlint.text.prose import sentences
from contentlint.text.roots import family, readable
from contentlint.text.wordage import word_age

MAIN = Place(region="main")


def page(*texts: str, title: str = "Fences", **more: object) -> Page:
    blocks = tuple(Block("paragraph", text, MAIN, **more) for text in texts)
    return Page("x", None, "html", title, "en", blocks, headings=(Heading(1, title, MAIN),))


def named(*texts: str, **more: object) -> list[str]:
    known = more.pop("known", ())
    return [found.word for found in hard_words(page(*texts, **more), known)]


@pytest.mark.parametrize(
    ("text", "hard"),
    [
        ("The fence must stand within the curtilage of your home.", ["curtilage"]),
        ("We hold the money in abeyance while the adjudication goes on.", ["abeyance", "adjudication"]),
        ("Promulgating new rules takes us about four weeks.", ["promulgating"]),
        ("Your riparian duties do not end when you sell the land.", ["riparian"]),
    ],
)
def test_rare_words_are_hard(text: str, hard: list[str]) -> None:
    assert sorted(named(text)) == sorted(hard)


@pytest.mark.parametrize(
    "text",
    [
        # openly made of everyday words
        "Recyclables, wheelchairs, handrails and footpaths are checked by our groundskeepers. Bring plasterboard.",
        "The playground was resurfaced with non-slip, weatherproof and maintainable matting.",
        "We prioritise, categorise and summarise the applications that we receive.",
        # names
        "The walk starts in Curtilage Lane and Riparian House.",
        "Riparian House is open to all from 9am to 5pm.",
        "Talk to Promulgate Ltd about it.",
        # explained
        "The curtilage (the land around your home) must stay clear.",
        "You must keep the land around your home, or curtilage, clear.",
        "Keep the curtilage clear. This means the land around your home.",
        "People with dysphagia, which means trouble with swallowing, can get help.",
        "Some people have trouble with swallowing, called dysphagia.",
        # quoted, or set as code
        "The report says “the works exacerbate flooding” on page 3.",
        "The report says 'the works exacerbate flooding' on page 3.",
        # slips, which the speller finds
        "We will withdraw eveything and collect the rubish. Keep your reciept and help vunerable people.",
        # foreign and scientific names
        "The estate goes to the Crown as bona vacantia.",
        # figures, addresses and Welsh
        "Call 0161 496 0000 or write to curtilage@example.gov.uk today.",
        "Mae'r cyngor yn casglu sbwriel bob wythnos o'ch cartref a gallwch wneud cais am fin arall.",
    ],
)
def test_what_is_no_hard_word(text: str) -> None:
    assert named(text) == []


def test_the_word_of_the_title_is_what_readers_came_for() -> None:
    assert named("Your adjudication takes 8 weeks.", title="Parking adjudication") == []
    assert named("Your adjudication takes 8 weeks.") == ["adjudication"]


def test_known_words_cover_their_forms() -> None:
    assert named("We keep the culverts clear and adjudicate quickly.", known={"culvert", "adjudicate"}) == []


def test_marked_up_explanations_and_headings_count() -> None:
    text = "The curtilage must stay clear."
    assert named(text, inline=((4, 13, "abbr"),)) == []
    whole = page(text)
    asked = Page("x", None, "html", "Fences", "en", (Block("heading", "What is a curtilage?", MAIN, level=2), *whole.blocks))
    assert hard_words(asked) == ()


def test_forms_of_one_word_stand_together_and_the_dearest_comes_first() -> None:
    found = hard_words(page("We collate the replies.", "Collating them takes a week.", "Then the adjudication starts."),
                       listed={"collate"})  # fmt: skip
    assert [item.word for item in found] == ["adjudication", "collate"]
    assert [span.text for span in found[1].spans] == ["collate", "Collating"]


def test_commonness_and_what_words_are_made_of() -> None:
    assert zipf("the") == pytest.approx(7.73) and zipf("council") > 5 > 2 > zipf("curtilage") > 1
    assert zipf("Council’s") == zipf("council") and zipf("xqzzy") == 1.0
    assert zipf("well-known") <= zipf("well")
    assert "recycle" in family("recyclables") and "collate" in family("collating")
    assert readable("summarise") == readable("summarize") and readable("footpath") > 4
    assert word_age("cat") < 8 < 11 < word_age("adjudication")


def test_a_list_holds_what_was_asked_for_and_one_of_another_kind_is_none(monkeypatch) -> None:
    assert min(table("nl", 3.5).values()) == 3.5 < table("nl", 3.5)["fiets"]
    assert table("xx") == {}
    monkeypatch.setattr(commonness, "HEADER", {"format": "cB", "version": 2})
    assert table.__wrapped__("en") == {}


def test_familiar_words_score_higher() -> None:
    plain = "We take your bins each week. Put them out by seven. If we miss a bin, tell us and we will come back. " * 3
    heavy = (
        "Discretionary exemption necessitates comprehensive documentation regarding residential occupancy, appropriate "
        "authorisation and verification of individual circumstances in accordance with statutory requirements. "
    ) * 4
    scores = [familiarity(sentences(page(text))) for text in (plain, heavy)]
    assert scores[0].score > 65 > 35 > scores[1].score
    assert scores[0].late < 0.1 < 0.4 < scores[1].late and scores[1].abstract > 0.2
    assert familiarity(sentences(page("We take your bins each week."))) is None


HOSTILE = ("“" * 20_000 + "curtilage" + "(" * 20_000, "un" * 30_000 + "able", "a-" * 20_000, "wordy " * 60 + "x" * 200_000)


@pytest.mark.parametrize("text", HOSTILE, ids=["quotes", "prefixes", "hyphens", "endless"])
def test_hostile_text_hides_nothing(text: str) -> None:
    whole = page(text, "Your adjudication takes 8 weeks. " + "You tell us what you need and we help. " * 9, lang="en")
    assert [item.word for item in hard_words(whole)] == ["adjudication"]
    assert familiarity(sentences(whole)) is not None
