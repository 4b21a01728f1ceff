"""Template faults stand once."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from contentlint.model import (
    Cause,
    Certainty,
    Change,
    Finding,
    Kind,
    Location,
    Measures,
    Owner,
    PageRow,
    Severity,
    State,
    fingerprint,
)
from contentlint.rollup import roll_up

SITE = "https://www.anyborough.gov.uk"


def pages(number: int, template: str | None = "services-page") -> list[PageRow]:
    return [
        PageRow(f"{SITE}/p{at:03}", None, 200, "", "", template, "html", Measures(), ("contentlint",))
        for at in range(number)
    ]


def fault(
    at: int,
    region: str = "footer",
    *,
    target: str = "a /contact-us",
    kind: Kind = Kind.LINKS,
    **where: object,
) -> Finding:
    page = f"{SITE}/p{at:03}"
    mark, group = fingerprint(page, "links/vague-link-text", target, None, 0)
    return Finding(
        rule="links/vague-link-text",
        page=page,
        kind=kind,
        severity=Severity.MODERATE,
        certainty=Certainty.SURE,
        owner=Owner.EDITOR,
        message="“click here” does not say where the link goes",
        suggestion=None,
        why="",
        location=Location(region=region, line=at + 40, **where),
        target=target,
        turn=0,
        fingerprint=mark,
        group=group,
    )


def change(
    at: int, state: State, cause: Cause | None = None, start: str | None = None, **other: object
) -> Change:
    item = fault(at, **other)
    return Change(replace(item, change=state, cause=cause), state, cause, start)


def test_a_footer_link_on_many_pages_stands_once_at_its_first_place():
    own = fault(7, "main", target="read more")
    rolled = roll_up([own, *(fault(at) for at in (5, 3, 9, 4))], pages(200))
    assert rolled[0] == own
    (one,) = rolled[1:]
    assert (one.template, one.page_count) == (True, 4)
    assert one.pages == tuple(f"{SITE}/p{at:03}" for at in (3, 4, 5, 9)) and one.page == one.pages[0]
    assert one.location.line == 43


@pytest.mark.parametrize("region", ["nav", "header", "footer", "banner", "aside"])
def test_two_pages_make_no_template(region: str):
    found = [fault(1, region), fault(2, region)]
    assert roll_up(found, pages(20)) == tuple(found)


def test_the_same_thing_twice_on_a_page_makes_no_third_page():
    found = [fault(1), fault(2), replace(fault(2), location=Location(region="footer", line=99))]
    assert len(roll_up(found, pages(20))) == 3


def test_words_in_the_main_region_belong_to_their_authors():
    found = [fault(at, "main", target="utilise", before=f"Page {at}: we ", after=" it") for at in range(30)]
    assert roll_up(found, pages(30)) == tuple(found)


def test_a_component_in_the_main_region_on_half_of_its_template_stands_once():
    found = [fault(at, "main", before="Was this page useful? ", after="") for at in range(10)]
    site = pages(20) + [replace(row, page=row.page + "/news", template="news") for row in pages(80)]
    assert [item.page_count for item in roll_up(found, site)] == [10]
    assert len(roll_up(found[:9], site)) == 9


def test_half_of_a_site_without_template_labels():
    found = [fault(at, "page", target="html", kind=Kind.ACCESSIBILITY) for at in range(6)]
    assert [item.page_count for item in roll_up(found, pages(12, None))] == [6]
    assert len(roll_up(found, pages(13, None))) == 6
    assert len(roll_up(found[:5], pages(9, None))) == 5


def test_a_hard_text_is_never_the_templates_fault():
    found = [fault(at, "page", target="", kind=Kind.READABILITY) for at in range(30)]
    assert len(roll_up(found, pages(30))) == 30


def test_an_old_year_in_the_footer_is_the_templates_fault():
    found = [fault(at, "footer", target="© 2019", kind=Kind.FRESHNESS) for at in range(3)]
    assert len(roll_up(found, pages(30))) == 1


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ([State.NEW] * 4, State.NEW),
        ([State.NEW, State.SAME, State.NEW], State.SAME),
        ([State.FIXED] * 3, State.FIXED),
        ([State.BACK] * 3, State.BACK),
        ([State.BACK, State.NEW, State.NEW], State.BACK),
        ([State.NOT_RECHECKED] * 3, State.NOT_RECHECKED),
    ],
)
def test_what_became_of_a_template_fault(states: list[State], expected: State):
    (one,) = roll_up([change(at, state) for at, state in enumerate(states)], pages(50))
    assert (one.state, one.finding.change, one.finding.page_count) == (expected, expected, len(states))
    assert one.finding.template


def test_what_is_left_is_rolled_up_as_in_a_scan_by_itself():
    states = [State.SAME, State.SAME, State.FIXED, State.FIXED, State.FIXED, State.NOT_RECHECKED]
    found = roll_up([change(at, state) for at, state in enumerate(states)], pages(50))
    assert [(one.state, one.finding.page_count) for one in found] == [
        (State.SAME, 1),
        (State.SAME, 1),
        (State.FIXED, 3),
        (State.NOT_RECHECKED, 1),
    ]


def test_a_page_that_failed_keeps_its_part_of_a_fault_that_was_fixed_elsewhere():
    found = roll_up([change(at, State.FIXED) for at in range(4)] + [change(4, State.NOT_RECHECKED)], pages(50))
    assert [(one.state, one.finding.template, one.finding.page_count) for one in found] == [
        (State.FIXED, True, 4),
        (State.NOT_RECHECKED, False, 1),
    ]


def test_a_new_template_fault_has_the_cause_of_most_and_the_age_of_the_oldest():
    found = [
        change(0, State.NEW, Cause.NEW_PAGE, "2026-11-08"),
        *(change(at, State.NEW, Cause.NEW_RULE, "2026-11-15") for at in (1, 2)),
    ]
    (one,) = roll_up(found, pages(50))
    assert (one.cause, one.finding.cause, one.first_seen) == (Cause.NEW_RULE, Cause.NEW_RULE, "2026-11-08")
    (other,) = roll_up([change(0, State.SAME), *found[1:]], pages(50))
    assert (other.cause, other.finding.cause) == (None, None)


def test_rolling_up_twice_is_rolling_up_once():
    once = roll_up([fault(at) for at in range(40)], pages(40))
    assert roll_up(once, pages(40)) == once


def test_a_hundred_thousand_findings_take_seconds():
    found = [
        fault(at, "footer" if thing < 20 else "main", target=f"thing {thing}", before=f"{at}")
        for at in range(1000)
        for thing in range(100)
    ]
    began = time.process_time()
    rolled = roll_up(found, pages(1000))
    assert time.process_time() - began < 5
    assert len(rolled) == 20 + 80_000
