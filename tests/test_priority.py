"""What is mended first, and the reasons for it."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from contentlint.model import (
    Cause,
    Certainty,
    Kind,
    Measures,
    Owner,
    PageRow,
    PageViews,
    Severity,
    State,
)
from contentlint.priority import WEIGHTS
from tests.ranking import OCTOBER, SITE, fault, rank, said, shared, texts, views


def test_the_reasons_of_a_page_are_sentences_with_their_numbers():
    found = [fault(number=at) for at in range(3)] + [
        fault(severity=Severity.MODERATE, kind=Kind.STYLE, certainty=Certainty.LIKELY)
    ]
    found[0] = replace(found[0], change=State.NEW, cause=Cause.CONTENT)
    found[1] = replace(found[1], change=State.NEW, cause=Cause.NEW_PAGE, effort="seconds")
    found[2] = replace(found[2], change=State.BACK, effort="rewrite")
    comments = [said(f"I do not understand part {at}", "hard-to-understand") for at in range(7)]
    traffic = [PageViews(f"{SITE}/bins", 4210, *OCTOBER), *views(*range(100, 120))]
    row = PageRow(f"{SITE}/bins", "Bins and recycling", 200, "", "", None, "html", Measures())
    (one,) = rank(found, comments, traffic, pages=[row])
    assert texts(one) == [
        "3 serious accessibility faults, such as “Image 0 has no description”",
        "1 moderate style fault, likely: “Image 0 has no description”",
        "7 residents said they could not understand it",
        "That fits 1 fault that we found",
        "4,210 views in October 2026: among the busiest tenth of pages",
        "2 faults are new since the last scan",
        "1 fault is back after being mended",
        "1 fault can be mended in seconds",
        "1 fault needs rewriting, which takes longer",
    ]
    assert (one.rank, one.page, one.title, one.views) == (1, f"{SITE}/bins", "Bins and recycling", 4210)
    assert one.rules == ("axe/accessibility", "axe/style") and len(one.findings) == 4 and len(one.words) == 3


def test_an_example_is_the_first_sentence_and_quotes_are_not_doubled():
    found = [replace(fault(), message="“utilise” can be “use”. Say what happens.")]
    assert texts(rank(found)[0])[0] == "1 serious accessibility fault: “utilise” can be “use”"
    found = [replace(fault(number=at), message="This link says nothing. Name the page.") for at in (1, 2)]
    assert texts(rank(found)[0])[0] == "2 serious accessibility faults, such as “This link says nothing”"
    found = [replace(fault(), message="“£6.00”. Leave out the pence.")]
    assert texts(rank(found)[0])[0] == "1 serious accessibility fault: “£6.00”. Leave out the pence"


def test_the_reasons_add_up_exactly_whatever_the_faults():
    dice = random.Random(5)
    for _ in range(100):
        found = [
            fault(
                f"/p{dice.randrange(6)}",
                dice.choice(list(Severity)),
                dice.choice(list(Kind)),
                number,
                certainty=dice.choice(list(Certainty)),
                effort=dice.choice(["seconds", "minutes", "rewrite"]),
                change=dice.choice([None, *State]),
                template=dice.random() < 0.2,
                pages=(f"{SITE}/p1", f"{SITE}/p2", f"{SITE}/p3"),
            )
            for number in range(dice.randrange(30))
        ]
        comments = [
            said(
                f"comment {at}",
                dice.choice(["broken", "cannot-find", "thanks"]),
                f"/p{dice.randrange(6)}",
                weight=dice.choice([1, 0.5, 0.3333]),
            )
            for at in range(dice.randrange(12))
        ]
        ranked = rank(found, comments, views(*(dice.randrange(5000) for _ in range(4))))
        assert [item.rank for item in ranked] == list(range(1, len(ranked) + 1))
        assert all(item.points == sum(one.points for one in item.reasons) > 0 for item in ranked)
        assert [item.points for item in ranked] == sorted((item.points for item in ranked), reverse=True)
        assert all(len(one.text.split()) <= 25 for item in ranked for one in item.reasons)
        dice.shuffle(found)
        dice.shuffle(comments)
        assert rank(found, comments, ()) == rank(found[::-1], comments[::-1], ())


def test_a_worse_fault_comes_first_and_a_surer_one():
    paths = ["/critical", "/serious", "/likely", "/moderate", "/minor"]
    found = [
        fault(paths[0], Severity.CRITICAL),
        fault(paths[1]),
        fault(paths[2], certainty=Certainty.LIKELY),
        fault(paths[3], Severity.MODERATE),
        fault(paths[4], Severity.MINOR),
    ]
    assert [item.page for item in rank(found[::-1])] == [SITE + path for path in paths]


def test_many_small_faults_do_not_outweigh_one_that_shuts_people_out():
    found = [fault("/style", Severity.MODERATE, Kind.STYLE, at) for at in range(100)] + [
        fault("/critical", Severity.CRITICAL)
    ]
    assert rank(found)[0].page == f"{SITE}/critical"


def test_the_busier_page_comes_first_and_unknown_traffic_is_not_none():
    found = [fault(f"/p{at}") for at in (0, 10, 19)] + [fault("/unknown")]
    ranked = rank(found, (), views(*range(2000, 0, -100)))
    assert [item.page.rpartition("/")[2] for item in ranked] == ["p0", "unknown", "p10", "p19"]
    assert texts(ranked[1])[1].startswith("We do not know how often it is read")
    assert texts(ranked[3])[1] == "100 views in October 2026: among the quieter half of pages"
    assert all(item.reasons[1].points > 0 for item in ranked)


def test_few_pages_with_figures_are_not_called_a_tenth():
    assert (
        texts(rank([fault("/p1")], (), views(10, 5, 7))[0])[1]
        == "5 views in October 2026: number 3 of 3 pages with figures"
    )


def test_the_newest_period_counts():
    traffic = [
        PageViews(f"{SITE}/bins", 900, "2026-09-01", "2026-09-30"),
        PageViews(f"{SITE}/bins", 40, "2026-10-05", "2026-11-03"),
        PageViews(f"{SITE}/bins", 2, "2026-10-05", "2026-11-03"),
    ]
    (one,) = rank([fault()], (), traffic)
    assert one.views == 42 and texts(one)[1].startswith("42 views from 5 October 2026 to 3 November 2026: ")


def test_views_may_come_as_plain_totals():
    (one,) = rank([fault()], (), {f"{SITE}/bins": 1})
    assert texts(one)[1] == "1 view: number 1 of 1 pages with figures"


def test_what_a_person_must_review_adds_nothing():
    doubtful = fault(severity=Severity.CRITICAL, certainty=Certainty.REVIEW, number=5)
    assert rank([doubtful]) == ()
    assert rank([fault(), doubtful]) == rank([fault()])


def test_what_was_fixed_adds_nothing():
    assert rank([fault(change=State.FIXED)]) == ()


@pytest.mark.parametrize("cause", [Cause.NEW_RULE, Cause.NEW_ENGINE])
def test_a_new_rule_does_not_make_a_page_worse(cause: Cause):
    (one,) = rank([fault(change=State.NEW, cause=cause)])
    assert one.points == rank([fault()])[0].points


def test_a_fault_of_a_template_stands_once_with_all_its_pages():
    ranked = rank([shared(0), shared(1, 40), fault("/p0", Severity.MINOR)], (), views(*range(500, 457, -1)))
    one, page = ranked
    assert (one.page, one.template, one.owner) == (None, "axe/accessibility, in the footer", Owner.WEB_TEAM)
    assert one.title == "Images without a description, in the footer, on 43 pages"
    assert len(one.pages) == 43 and one.views == sum(range(500, 457, -1))
    assert texts(one) == [
        "2 serious accessibility faults, such as “Image 0 has no description”",
        "One fix mends 43 pages",
        "The busiest of these pages had 500 views in October 2026: among the busiest tenth of pages",
    ]
    assert page.page == f"{SITE}/p0" and len(page.findings) == 1


def test_a_fault_on_more_pages_comes_first():
    few, many = shared(pages=3), replace(shared(pages=400), rule="axe/other")
    assert [len(item.pages) for item in rank([few, many])] == [400, 3]


def test_the_owner_is_whoever_can_mend_most_of_it():
    web = fault(owner=Owner.WEB_TEAM, severity=Severity.CRITICAL)
    assert rank([web, fault(number=1)])[0].owner is Owner.WEB_TEAM
    assert rank([replace(web, severity=Severity.MINOR), fault(number=1)])[0].owner is Owner.EDITOR


def test_the_weights_are_one_frozen_table_with_a_version():
    assert WEIGHTS.version == "1"
    with pytest.raises(AttributeError):
        WEIGHTS.voice = 100  # type: ignore[misc]
    with pytest.raises(TypeError):
        WEIGHTS.severity[Severity.MINOR] = 100  # type: ignore[index]
    heavy = replace(WEIGHTS, unknown_reach=3.0)
    assert rank([fault()], weights=heavy)[0].points > rank([fault()])[0].points
