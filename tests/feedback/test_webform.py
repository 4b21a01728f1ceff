"""Drupal Webform's exports, recorded ones among them."""

from __future__ import annotations

from pathlib import Path

import pytest

from contentlint.errors import InputError
from contentlint.feedback import read_feedback
from contentlint.model import Refused

RECORDED = "localgov-drupal/webform"
LABELS = (
    '"Serial number","Submission ID","Submission URI",Created,Completed,Changed,"Is draft","Current page",'
    '"Remote IP address",'
    '"Submitted by: ID","Submitted by: Title","Submitted by: URL",Language,'
    '"Submitted to: Entity type","Submitted to: Entity ID",'
    'Locked,Sticky,Notes,"Submitted to: Entity title","Submitted to: Entity URL"'
)


def read(text: str | bytes, columns: dict[str, str] | None = None, **other: object):
    return read_feedback(
        "comments.csv", text.encode() if isinstance(text, str) else text, columns or {}, **other
    )


@pytest.mark.parametrize("name", ["export_label.csv", "export_key.csv"])
def test_a_recorded_webform_export(name: str, corpora: Path):
    found = read_feedback(name, (corpora / RECORDED / name).read_bytes(), {})
    one, two = found.items
    assert found.route == "webform"
    assert one.page == "http://127.0.0.1:8932/adult-health-and-social-care/support-your-home/meals-wheels"
    assert (one.date, one.rating, two.rating) == ("2026-11-22", 0.0, 1.0)
    assert one.words == '1 line, with "quotes"\nand newline' and two.words == "great"
    assert "cannot-find" in one.themes
    assert len(found.dropped_columns) == 5 and "127.0.0.1" not in one.words
    assert any("Europe/London" in note for note in found.notes)


def test_both_kinds_of_header_give_the_same_items(corpora: Path):
    by_label, by_key = (
        read_feedback(name, (corpora / RECORDED / name).read_bytes(), {})
        for name in ("export_label.csv", "export_key.csv")
    )
    assert by_label.items == by_key.items


def webform(
    *rows: str,
    questions: str = '"Did you find what you needed?","How easy was it to use our website?",Comments',
) -> str:
    return "\n".join([f"{LABELS},{questions}", *rows]) + "\n"


def answer(
    serial: int, rest: str, *, draft: int = 0, entity: str = "http://www.anyborough.gov.uk/node/8"
) -> str:
    when = f"2026-11-22 12:{serial:02}:21"
    frame = f"{serial},{serial},/form/feedback,{when},{when},{when},{draft},,203.0.113.9,4,j.smith,/user/4,en"
    return f"{frame},node,8,0,0,called back,Bins,{entity},{rest}"


def test_drafts_and_empty_answers_of_a_webform_are_refused():
    found = read(
        webform(answer(1, "No,1 -- Very Difficult,Confusing"), answer(2, "No,1,x", draft=1), answer(3, ",,"))
    )
    assert [item.words for item in found.items] == ["Confusing"]
    assert found.refused == (
        Refused(3, "it is a draft that was not sent"),
        Refused(4, "it has neither words nor a rating"),
    )


def test_who_sent_a_webform_is_dropped():
    questions = '"Your name","Email address",Comments,"Which team?"'
    found = read(webform(answer(1, "Joan Smith,joan@example.org,Confusing,Waste"), questions=questions))
    assert "Joan" not in repr(found) and "203.0.113.9" not in repr(found) and "j.smith" not in repr(found)
    assert {"Your name", "Email address", "Remote IP address", "Notes"} <= set(found.dropped_columns)
    assert found.ignored_columns == ("Which team?",)


def test_the_page_of_a_webform_is_where_the_form_stood_or_the_submission():
    found = read(webform(answer(1, "No,,Confusing"), answer(2, "No,,Unclear", entity="")))
    assert [item.page for item in found.items] == ["http://www.anyborough.gov.uk/node/8", "/form/feedback"]


def test_what_somebody_came_for_is_kept_where_they_did_not_find_it():
    questions = '"Why did you visit our website today?","Did you find what you needed?",Comments'
    found = read(
        webform(
            answer(1, "Parking permit,No,"),
            answer(2, "Parking permit,Yes,"),
            answer(3, "Permit,No,No link"),
            questions=questions,
        )
    )
    assert [(item.words, item.kind) for item in found.items] == [
        ("Came for: Parking permit", "comment"),
        ("", "rating"),
        ("No link", "comment"),
    ]
    assert [("cannot-find" in item.themes) for item in found.items] == [True, False, True]


def test_a_webform_with_questions_named_in_the_configuration():
    questions = "service_title,servurl,what_kind_of_suggestion_,changes"
    row = answer(1, "Bins,https://www.anyborough.gov.uk/bins,Wrong,The Tuesday round is now on Wednesday")
    columns = {"page": "servurl", "words": "changes"}
    (one,) = read(webform(row, questions=questions), columns).items
    assert (one.page, one.words) == (
        "https://www.anyborough.gov.uk/bins",
        "The Tuesday round is now on Wednesday",
    )
    with pytest.raises(InputError, match="Did you mean “changes”"):
        read(webform(row, questions=questions), {"words": "change"})


def test_a_complaint_about_a_service_is_not_taken_for_a_page_that_failed():
    one, two = read(webform(answer(1, "No,,Nobody answers the phone"), answer(2, "No,,Bring it back"))).items
    assert (one.themes, one.weight) == (("service-complaint",), 0.0)
    assert (two.themes, two.weight) == (("cannot-find",), 1.0)
