"""What became of each finding between two scans."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from contentlint.compare import compare
from contentlint.model import (
    Cause,
    Hit,
    Place,
    State,
    make_findings,
)
from tests.edited_pages import BINS, PLAIN, START, findings, quotes, row, scan, states


def test_the_same_page_again_changes_nothing():
    assert states(compare(scan(1), scan(8))) == {"same": 10}


def test_every_change_carries_its_finding_with_state_and_age():
    changes = compare(scan(1), scan(8), first_seen={scan(1).findings[0].fingerprint: "2026-09-06T09:00:00Z"})
    assert changes[0].finding.change is State.SAME and changes[0].first_seen == "2026-09-06T09:00:00Z"
    assert changes[1].first_seen == "2026-11-01T09:00:00Z"


@pytest.mark.parametrize(
    ("name", "edit"),
    [
        ("a paragraph above", lambda text: text.replace("\n", "\nCollections change at Christmas.\n", 1)),
        (
            "a section above",
            lambda text: text.replace("## Missed", "## Christmas\nNo lorries on 25 December.\n## Missed"),
        ),
        ("a heading reworded", lambda text: text.replace("## Missed bins", "## If we missed your bin")),
        (
            "every heading reworded",
            lambda text: text.replace("## ", "## About ").replace("# Bins", "# Your bins"),
        ),
        ("words around edited", lambda text: text.replace("we missed your bin", "your bin was not emptied")),
        ("sections swapped", lambda text: "## Garden".join(reversed(text.split("## Garden")))),
    ],
)
def test_edits_that_mend_nothing_lose_nothing(name: str, edit):
    assert edit(START) != START
    assert states(compare(scan(1), scan(8, edit(START)))) == {"same": 10}, name


def test_new_markup_and_shifted_lines_lose_nothing():
    again = findings(START, wrap="div.layout--new > section#x9 > div", first_line=212)
    assert states(compare(scan(1), scan(8, findings=again))) == {"same": 10}


def test_the_one_of_three_equal_faults_that_was_mended_is_the_one_told():
    three = "# Pay\nTo pay by card, click here.\nTo pay by phone, click here.\nTo pay by bank, click here."
    for mended in ("card", "phone", "bank"):
        after = three.replace(f"by {mended}, click here", f"by {mended}, use our form")
        changes = compare(scan(1, three), scan(8, after))
        assert states(changes) == {"same": 2, "fixed": 1}
        assert mended in quotes(changes, State.FIXED)[0]


def test_the_one_of_three_that_was_removed_with_its_paragraph_is_the_one_told():
    three = "# Pay\nTo pay by card, click here.\nTo pay by phone, click here.\nTo pay by bank, click here."
    changes = compare(scan(1, three), scan(8, three.replace("To pay by card, click here.\n", "")))
    assert quotes(changes, State.FIXED) == ["To pay by card, |click here"]


def test_one_of_three_equal_images_without_words_around():
    three = "# Lorries\n![](/l.jpg)\n![](/l.jpg)\n![](/l.jpg)"
    after = findings(three)[:1] + findings(three)[2:]
    changes = compare(scan(1, three), scan(8, three, findings=after))
    assert states(changes) == {"same": 2, "fixed": 1}
    assert [item.finding.location.css[-2] for item in changes if item.state is State.FIXED] == ["2"]


def test_one_word_mended_and_another_written_are_two_changes():
    changes = compare(scan(1), scan(8, START.replace("facilitate a second", "utilise a second")))
    assert states(changes) == {"same": 9, "fixed": 1, "new": 1}
    assert quotes(changes, State.FIXED) == ["We will |facilitate"]


def test_a_long_sentence_that_was_edited_is_still_the_same():
    rule = replace(PLAIN, id="readability/long-sentence")
    long = "If you move to a new home in the borough you must tell us the date on which you will get the keys"
    olds = make_findings(BINS, [Hit.at(rule, Place(heading="Moving home"), target=long, quote=long)])
    edited = long.replace("in the borough ", "").replace("must tell", "should tell")
    news = make_findings(BINS, [Hit.at(rule, Place(heading="Moving home"), target=edited, quote=edited)])
    other = make_findings(
        BINS, [Hit.at(rule, Place(heading="Moving home"), target="Quite another sentence about " * 4)]
    )
    rules = (rule.id,)
    assert states(
        compare(scan(1, findings=tuple(olds), rules=rules), scan(8, findings=tuple(news), rules=rules))
    ) == {"same": 1}
    assert states(
        compare(scan(1, findings=tuple(olds), rules=rules), scan(8, findings=tuple(other), rules=rules))
    ) == {
        "fixed": 1,
        "new": 1,
    }


def test_nothing_is_fixed_on_a_page_that_was_not_reached():
    changes = compare(scan(1), scan(8, None))
    assert states(changes) == {"not-rechecked": 10}
    assert changes[0].finding == replace(scan(1).findings[0], change=State.NOT_RECHECKED)


def test_nothing_is_fixed_by_an_engine_that_did_not_run():
    changes = compare(scan(1), scan(8, findings=(), pages=(row(engines=("contentlint",)),)))
    assert states(changes) == {"fixed": 8, "not-rechecked": 2}


def test_nothing_is_fixed_by_switching_a_rule_off():
    changes = compare(scan(1), scan(8, findings=(), rules=(PLAIN.id,)))
    assert states(changes) == {"fixed": 5, "not-rechecked": 5}


def test_a_page_that_is_gone_is_not_a_page_that_was_mended():
    assert states(compare(scan(1), scan(8, None))) == {"not-rechecked": 10}


def test_a_moved_page_keeps_its_history():
    place = "https://www.anyborough.gov.uk/waste/bins"
    moved = findings(START.replace("We will facilitate a second visit.\n", ""), place)
    after = scan(8, findings=moved, pages=(row(place),))
    assert states(compare(scan(1), after, aliases={BINS: place})) == {"same": 9, "fixed": 1}
    met = replace(after, pages=(row(place, requested=(BINS,)),))
    assert states(compare(scan(1), met)) == {"same": 9, "fixed": 1}
    assert states(compare(scan(1), after)) == {"new": 9, "not-rechecked": 10}


def test_a_moved_page_does_not_hide_what_came_back():
    place = "https://www.anyborough.gov.uk/waste/bins"
    clean = scan(8, "# Bins and recycling")
    changes = compare(
        clean,
        scan(15, findings=findings(START, place), pages=(row(place),)),
        aliases={BINS: place},
        seen_before={item.fingerprint for item in scan(1).findings},
    )
    assert states(changes) == {"back": 10}


def test_what_was_fixed_and_is_there_again_is_back():
    mended = scan(8, START.replace("utilise", "use"))
    seen = {item.fingerprint for item in scan(1).findings}
    changes = compare(mended, scan(15), seen_before=seen)
    assert states(changes) == {"same": 7, "back": 3}
    assert all(item.cause is None for item in changes)


def test_a_page_that_one_scan_missed_does_not_come_back():
    seen = {item.fingerprint for item in scan(1).findings}
    assert states(compare(scan(8, None), scan(15), seen_before=seen)) == {"same": 10}


@pytest.mark.parametrize(
    ("before", "after", "cause"),
    [
        ({"text": "# Bins and recycling"}, {}, Cause.CONTENT),
        ({"text": None}, {}, Cause.NEW_PAGE),
        ({"findings": (), "rules": (PLAIN.id,)}, {"findings": findings("click here")}, Cause.NEW_RULE),
        ({"findings": ()}, {"rules_digest": "r2"}, Cause.NEW_RULE),
        ({"findings": ()}, {"engines": (("contentlint", "0.2.0"), ("axe-core", "5.0"))}, Cause.NEW_ENGINE),
        ({"findings": (), "pages": (row(content=START, engines=()),)}, {}, Cause.NEW_ENGINE),
        ({"text": "# Bins and recycling"}, {"rules_digest": "r2"}, Cause.CONTENT),
        ({"text": "# Bins"}, {"engines": (("contentlint", "0.2.0"), ("axe-core", "5.0"))}, Cause.CONTENT),
    ],
)
def test_why_a_finding_is_new(before: dict, after: dict, cause: Cause):
    changes = compare(scan(1, **before), scan(8, **after))
    assert {(item.state, item.cause, item.finding.cause) for item in changes} == {(State.NEW, cause, cause)}


def test_only_the_engine_that_changed_explains_its_findings():
    after = scan(8, engines=(("contentlint", "0.1.0"), ("axe-core", "5.0")))
    causes = Counter((item.finding.engine, item.cause) for item in compare(scan(1, findings=()), after))
    assert causes == {("axe-core", Cause.NEW_ENGINE): 2, ("contentlint", Cause.CONTENT): 8}


def test_a_rule_that_rested_or_broke_is_neither_fixed_nor_new_content():
    """The browser came or went, or a check failed: the rules that did not run prove nothing."""
    older, newer = scan(1), scan(2)
    item = older.findings[0]
    rows = tuple(replace(row, rested=(item.rule,)) for row in newer.pages)
    gone = replace(newer, pages=rows, findings=tuple(one for one in newer.findings if one.rule != item.rule))
    states_of = {change.state for change in compare(older, gone) if change.finding.rule == item.rule}
    assert states_of == {State.NOT_RECHECKED}
    before = replace(gone, started="2026-11-01T09:00:00Z")
    back = [change for change in compare(before, newer) if change.finding.rule == item.rule]
    assert {(change.state, change.cause) for change in back} == {(State.NEW, Cause.NEW_ENGINE)}
