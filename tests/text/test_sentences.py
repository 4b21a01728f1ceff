"""Where sentences end, on the oddities of council prose."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from contentlint.text.sentences import split

CASES = [
    ["Dr. Smith met Cllr. Jones at 10 a.m. on Monday.", "They left."],
    ["Rt. Hon. John Major spoke at 3 p.m.", "Parking is free."],
    ["We are open until 5 p.m. Monday to Friday."],
    ["Open at 5.30pm.", "It costs £75.50.", "See GOV.UK.", "Visit www.example.gov.uk/x.html.", "Done"],
    ["Send form.pdf to bins@example.gov.uk.", "We reply in 2.5 days."],
    ["Bring ID, e.g. a passport.", "Call tel. 0161 496 0000.", "St. Mary's is near."],
    ["1. Fill in the form.", "2. Send it to us.", "Then wait."],
    ["She said “Come in. Sit down.” and left.", "OK?"],
    ["He said “Stop.”", "Then he left."],
    ["(Apply by 5 May.", "Late forms fail.)"],
    ["Use the form (see below. It is easy) to apply.", "Then wait."],
    ["Contact Smith & Co. Ltd. Manchester office.", "We can help."],
    ["We contract Smith Ltd.", "The firm collects bins."],
    ["Paper, card, etc. go in the blue bin.", "Glass, etc.", "Tins go in the brown bin."],
    ["J. R. Hartley wrote it.", "Ask J. Smith.", "This is plan B.", "You can apply."],
    ["Yes!", "No? maybe.", "Wait...", "Then go."],
    ["Fees rise on 1.4.2026.", "Pay now."],
    ["See p. 5 and No. 7.", "Go to no. 10 Downing St. today."],
    ['"Is it?" she asked.', '"Yes."'],
    ["We collect bins.[1]", "They are green."],
    ["The U.K. government pays.", "He is from the U.K.", "The fee is £5."],
    ["We close in Dec. 2026 for approx. 3 weeks."],
    ["A sentence without an end"],
    ["I am 5.", "It is for you and I.", "You may go."],
]

COUNCIL = [
    [sentence.strip() for sentence in line.split(" | ")]
    for line in Path(__file__).with_name("council_sentences.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("# ")
]


@pytest.mark.parametrize("expected", CASES, ids=[case[0][:30] for case in CASES])
def test_sentences_end_where_a_reader_ends_them(expected: list[str]) -> None:
    text = "  " + " ".join(expected) + "\n"
    assert [text[start:end] for start, end in split(text)] == expected


@pytest.mark.parametrize("expected", COUNCIL, ids=[case[0][:40] for case in COUNCIL])
def test_council_prose(expected: list[str]) -> None:
    text = " ".join(expected)
    assert [text[start:end] for start, end in split(text)] == expected


def test_the_council_list_is_long() -> None:
    assert len(COUNCIL) >= 190


@pytest.mark.parametrize(
    "text, expected",
    [
        ("It is open on Monday.We close on Sunday.", ["It is open on Monday.", "We close on Sunday."]),
        ("Write to Jane.Doe@example.com now.", ["Write to Jane.Doe@example.com now."]),
        ("See https://example.gov.uk/is.Open now.", ["See https://example.gov.uk/is.Open now."]),
        ("Use Booking.Com to pay.", ["Use Booking.Com to pay."]),
        ("Parks\n\nThe parks are open", ["Parks", "The parks are open"]),
        ("1 High Street\nStretford\nM32 0TH", ["1 High Street\nStretford\nM32 0TH"]),
        ("1. See page 2. The form is there.", ["1. See page 2.", "The form is there."]),
    ],
)
def test_what_is_not_joined_by_one_space(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in split(text)] == expected


def test_nothing_but_space_has_no_sentence() -> None:
    assert split(" \n ") == [] == split("")


@pytest.mark.parametrize("piece", ["No. 5 ", "(a. B ", "“A. B ", "A. ", "1. ", "x", ". ", "• a ", "\n", ".A ", "1. A 2. B "])
def test_long_texts_take_a_time_that_grows_evenly(piece: str) -> None:
    started = time.process_time()
    split(piece * 40_000)
    assert time.process_time() - started < 3
