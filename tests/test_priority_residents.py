"""What residents say moves a page up, if enough of them say it."""

from __future__ import annotations

from contentlint.model import (
    FeedbackItem,
    Owner,
)
from tests.ranking import SITE, TODAY, fault, rank, said, texts


def test_one_comment_moves_nothing():
    assert rank((), [said("It is broken", "broken")]) == ()
    assert rank([fault()], [said("It is broken", "broken")]) == rank([fault()])


def test_two_residents_do_and_nobody_is_counted_twice():
    words = [said("It is broken", "broken"), said("Dead link here", "broken")]
    assert rank([fault()], words)[0].points > rank([fault()])[0].points
    copies = [said("It is broken", "broken", weight=0.5), said("it is broken!", "broken", weight=0.5)]
    assert rank([fault()], copies) == rank([fault()])
    nearly = [said("It is broken", "broken", weight=0.5), said("Dead link here", "broken")]
    assert rank([fault()], nearly) == rank([fault()])


def test_copies_are_told():
    words = [
        said("Dead link", "broken"),
        *(said("We all say it is broken", "broken", weight=0.25) for _ in range(4)),
    ]
    assert (
        texts(rank([fault()], words)[0])[1]
        == "2 residents said they met something broken (5 comments, some of them copies)"
    )


def test_old_comments_thanks_complaints_and_ratings_do_not_count():
    words = [said(f"Broken {at}", "broken", day="2026-06-01") for at in range(5)]
    words += [said(f"Thanks {at}", "thanks") for at in range(5)]
    words += [said(f"Pothole {at}", "service-complaint", weight=0.0) for at in range(5)]
    words += [
        FeedbackItem(f"{SITE}/bins", "2026-11-20", "rating", "", ("cannot-find",), rating=0.0)
        for _ in range(5)
    ]
    assert rank([fault()], words) == rank([fault()])
    assert rank((), words) == ()
    assert len(rank((), words, settings=TODAY | {"recent_days": 365})) == 1


def test_comments_without_a_day_count_as_recent():
    assert len(rank((), [said("Broken", "broken", day=None), said("Dead link", "broken", day=None)])) == 1


def test_pages_that_residents_report_and_no_check_faults_stand_by_themselves():
    (one,) = rank((), [said("Cannot find the form", "cannot-find"), said("Where is the form", "cannot-find")])
    assert texts(one)[:2] == [
        "Residents report it and we found no fault: read the page",
        "2 residents said they could not find what they came for",
    ]
    assert (one.findings, one.owner, one.rules) == ((), Owner.EDITOR, ())
    assert len(one.words) == 2


def test_different_single_problems_count_together_but_less():
    words = [said("Broken", "broken"), said("Old date", "out-of-date")]
    (one,) = rank([fault()], words)
    assert "2 residents named different problems" in texts(one)
    same = rank([fault()], [said("Broken", "broken"), said("Dead", "broken")])
    assert same[0].points > one.points
    assert rank((), words) == ()


def test_at_most_three_short_and_different_quotes():
    long = "I could not find the page about garden waste because " + "it is hidden somewhere else and " * 10
    words = [
        said(long, "cannot-find"),
        said("Cannot find it", "cannot-find", day="2026-11-24"),
        said("cannot find  it", "cannot-find"),
        said("Where is it", "cannot-find"),
        said("Nowhere to be found", "cannot-find", day="2026-11-01"),
    ]
    (one,) = rank((), words)
    assert [item.words for item in one.words] == ["Cannot find it", "Where is it", "Nowhere to be found"]
    (other,) = rank((), [words[0], words[1]])
    assert len(other.words[1].words) <= 165 and other.words[1].words.endswith(" …")


def test_quotes_speak_of_what_most_residents_say():
    words = [said("A typo in line two", "spelling", day="2026-11-25"), said("Where is it", "cannot-find")]
    words += [said("Cannot find it", "cannot-find"), said("Nowhere to be found", "cannot-find")]
    (one,) = rank((), words)
    assert all(item.themes == ("cannot-find",) for item in one.words) and len(one.words) == 3
