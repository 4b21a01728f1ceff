"""Words and syllables."""

from __future__ import annotations

import pytest

from contentlint.text.syllables import syllables
from contentlint.text.words import classified, count, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GOV.UK costs £75.50, not £1,000!", ["GOV.UK", "costs", "£75.50", "not", "£1,000"]),
        ("Call 020 7946 0123 or +44 161 496 0000.", ["Call", "020 7946 0123", "or", "+44 161 496 0000"]),
        ("Open 5:30pm on 1.4.2026 (24/7)", ["Open", "5:30pm", "on", "1.4.2026", "24/7"]),
        ("See https://a.gov.uk/b?c=d#e, then go.", ["See", "https://a.gov.uk/b?c=d#e", "then", "go"]),
        ("Mail a.b+c@x.gov.uk: now", ["Mail", "a.b+c@x.gov.uk", "now"]),
        (
            "e.g. self-employed people’s bins, and/or",
            ["e.g.", "self-employed", "people’s", "bins", "and", "or"],
        ),
        ("– & … ", []),
        ("In 2019 2020 2021", ["In", "2019", "2020", "2021"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in words(text)] == expected
    assert count(text) == len(expected)


def test_words_have_kinds() -> None:
    kinds = [kind for _, _, kind in classified("Ask bins@a.uk on 0161 496 0000 about GOV.UK by 5pm")]
    assert kinds == ["plain", "address", "plain", "phone", "plain", "dotted", "plain", "number"]


COUNTED = {
    1: "the bin week used use asked scheme years fire please where live whole their they're don't",
    2: "people council garden homepage something parking centre useful isn't being building statement likely "
    "million rubbish leaflet household",
    3: "recycle family collection area document department idea beautiful element",
    4: "January information application usually society education",
    5: "individual university automatically",
}


@pytest.mark.parametrize(("expected", "listed"), COUNTED.items())
def test_syllables(expected: int, listed: str) -> None:
    for word in listed.split():
        assert syllables(word) == expected, word


def test_syllables_of_compounds_and_figures() -> None:
    assert syllables("self-employed") == 3
    assert syllables("£75.50") == 1
    assert syllables("BBC") == 3
