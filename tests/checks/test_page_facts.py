"""Facts about tables, phone numbers, fees and pictures that one example of a rule cannot show."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "flagged"),
    [
        ("Call 0161 496 0400.", ["0161 496 0400"]),
        ("Call 0161 496 0400 before 5pm.", []),
        ("Call 0161 496 0400. We are shut on Sundays.", []),
        ("Call 999 in an emergency.", []),
        ("Account number 20160400 and reference 01/0161/4960400.", []),
        ("North: 0161 496 0401. South: 0161 496 0402. East: 0161 496 0403. West: 0161 496 0404.", []),  # a directory
    ],
)
def test_hours_are_asked_for_once_and_only_for_a_number_to_call(judge, words, flagged):
    found = judge(f"<p>{words}</p>", "phone-without-hours")
    assert [one.location.quote for one in found] == flagged


def test_a_timetable_with_short_rows_has_no_empty_cells(judge):
    markup = ("<table><tr><th></th><th>Mon</th><th>Tue</th></tr><tr><th>Sale</th><td colspan='2'>shut</td></tr>"
              "<tr><th>Hale</th><td>9am</td><td>9am</td></tr></table>")  # fmt: skip
    assert judge(markup, "empty-table-cell", "repeated-table-header", "small-table", "wide-table") == []


@pytest.mark.parametrize("markup", ["<table></table><p>x</p>", "<table><tr></tr><tr><th></th></tr></table><p>x</p>",
                                    "<table><caption>x</caption></table>", "<img><p>x</p>", "<img src alt><p>x</p>"])  # fmt: skip
def test_what_holds_nothing_does_no_harm(judge, markup):
    names = ("wide-table", "small-table", "empty-table-cell", "repeated-table-header", "picture-of-text", "alt-repeats-words-beside")
    assert judge(markup, *names) == []


def test_only_words_close_to_a_picture_are_beside_it(judge):
    far = f"<h2>Sale Park</h2><p>{'Open all day. ' * 60}</p><img src='p.jpg' alt='Sale Park'>"
    assert judge(far, "alt-repeats-words-beside") == []
