"""The history through its public surface."""

from __future__ import annotations

import sqlite3
import time
from dataclasses import replace
from pathlib import Path

import pytest

from contentlint.errors import StoreError
from contentlint.model import (
    Certainty,
    Evidence,
    FeedbackItem,
    Imported,
    PageViews,
    Refused,
    Severity,
    Skip,
)
from contentlint.store import Store
from tests.store.builders import SITE, capture, finding, row, scan


def test_a_whole_scan_comes_back_as_it_was(store: Store):
    whole = replace(
        scan(22, finding("/bins"), finding("/bins", turn=1), pages=(row("/bins"), row("/council-tax"))),
        skips=(
            Skip(SITE + "/map", "axe-core", "timed out after 60 s"),
            Skip(None, "languagetool", "Java is missing"),
        ),
        settings=(("target_age", "9"),),
    )
    store.begin_scan(replace(whole, finished=None, findings=(), pages=(), skips=()))
    store.finish_scan(whole)
    assert store.scan("latest") == whole
    assert store.scan(whole.id) == whole


def test_a_body_is_stored_once_for_many_scans(store: Store, tmp_path: Path):
    for day in (1, 8, 15):
        store.begin_scan(scan(day, finished=False))
        store.add_capture(scan(day).id, capture("/bins"))
        store.finish_scan(scan(day))
    store.flush()
    with sqlite3.connect(tmp_path / "history" / "history.db") as raw:
        assert raw.execute("select count(*) from captures").fetchone() == (1,)
        assert raw.execute("select count(*) from fetches").fetchone() == (3,)
    assert list(store.captures(scan(8).id)) == [capture("/bins")]


def test_captures_come_back_in_the_order_of_fetching_over_many_batches(store: Store):
    store.begin_scan(scan(22, finished=False))
    given = [
        capture(f"/page-{at}", b"body %d" % at, depth=at, redirects=(SITE + "/old",)) for at in range(130)
    ]
    for item in given:
        store.add_capture(scan(22).id, item)
    assert list(store.captures(scan(22).id)) == given
    assert store.capture(scan(22).id, SITE + "/page-77") == given[77]
    assert store.capture(scan(22).id, SITE + "/nowhere") is None


def test_an_interrupted_scan_keeps_its_captures_and_can_go_on(tmp_path: Path):
    with pytest.raises(KeyboardInterrupt), Store.open(tmp_path) as first:
        first.begin_scan(scan(22, finished=False))
        first.add_capture(scan(22).id, capture("/bins"))
        first.add_page(scan(22).id, row("/bins"))
        first.add_skips(scan(22).id, [Skip(SITE + "/map", "fetch", "too large")])
        raise KeyboardInterrupt
    with Store.open(tmp_path) as second:
        held = second.unfinished(SITE)
        assert held is not None and held.id == scan(22).id and held.pages == (row("/bins"),)
        assert [item.reason for item in held.skips] == ["too large"]
        assert [item.url for item in second.captures(held.id)] == [SITE + "/bins"]
        with pytest.raises(StoreError, match="no finished scan"):
            second.scan("latest")
        second.begin_scan(held)
        second.add_capture(held.id, capture("/council-tax", b"other"))
        second.finish_scan(scan(22, finding("/bins")))
        assert second.unfinished(SITE) is None
        assert len(list(second.captures(held.id))) == 2
        assert second.scan("latest").pages == (row("/bins"),)


def test_latest_and_previous_are_of_one_source(store: Store):
    for one in (scan(1), scan(8), scan(9, source="drafts"), scan(15), scan(20, finished=False)):
        store.finish_scan(one)
    assert store.scan("latest").id == scan(15).id
    assert store.scan("previous").id == scan(8).id
    assert store.scan("latest", source="drafts").id == scan(9).id
    with pytest.raises(StoreError, match="only one"):
        store.scan("previous", source="drafts")
    assert store.before(scan(8).id) == scan(1)
    assert store.before(scan(1).id) is None
    assert [one.id[6:8] for one in store.scans()] == ["20", "15", "09", "08", "01"]


def test_a_scan_is_found_by_the_start_of_its_id(store: Store):
    store.finish_scan(scan(8))
    store.finish_scan(scan(15))
    assert store.scan("20261115").id == scan(15).id
    with pytest.raises(StoreError, match="2 scans start with"):
        store.scan("202611")
    with pytest.raises(StoreError) as told:
        store.scan("20261115T090000-ab16")
    assert f"Did you mean “{scan(15).id}”?" in str(told.value)
    with pytest.raises(StoreError, match="no scan"):
        store.scan("")


def test_first_seen_and_history_look_at_finished_scans_only(store: Store):
    early, late = finding("/bins"), finding("/bins", "facilitate")
    store.finish_scan(scan(1, early))
    store.finish_scan(scan(8, early, late))
    store.finish_scan(scan(9, finding("/draft"), source="drafts"))
    store.finish_scan(scan(12, finding("/tax"), finished=False))
    store.finish_scan(scan(15, late))
    assert store.first_seen([early.fingerprint, late.fingerprint, "0" * 32]) == {
        early.fingerprint: "2026-11-01T09:00:00Z",
        late.fingerprint: "2026-11-08T09:00:00Z",
    }
    assert store.history(scan(15).id) == {early.fingerprint, late.fingerprint}
    assert store.history(scan(8).id, SITE) == {early.fingerprint}
    assert store.history(scan(1).id) == frozenset()


def test_trends_leave_out_what_needs_a_person(store: Store):
    doubtful = replace(finding("/bins", "doubt"), certainty=Certainty.REVIEW)
    store.finish_scan(
        scan(1, finding("/bins", severity=Severity.SERIOUS), finding("/tax"), doubtful, pages=(row("/bins"),))
    )
    store.finish_scan(scan(8))
    first, second = store.trends(SITE)
    assert (first.scan, first.pages, dict(first.findings)) == (scan(1).id, 1, {"serious": 1, "moderate": 1})
    assert dict(second.findings) == {}


def test_evidence_is_kept_by_page_and_engine(store: Store):
    store.begin_scan(scan(22, finished=False))
    axe = Evidence(
        "axe-core",
        "4.14.1",
        SITE + "/bins",
        {"violations": [{"id": "image-alt", "nodes": [1, 2.5, None, "é"]}]},
    )
    store.add_evidence(scan(22).id, Evidence("axe-core", "4.14.0", SITE + "/bins", {}))
    store.add_evidence(scan(22).id, axe)
    assert store.evidence(scan(22).id, SITE + "/bins") == (axe,)
    assert store.evidence(scan(22).id, SITE + "/tax") == ()


def test_pruning_drops_captures_but_no_finding(store: Store):
    for day in (1, 8, 15):
        store.begin_scan(scan(day, finished=False))
        store.add_capture(scan(day).id, capture("/bins", b"same in all"))
        store.add_capture(scan(day).id, capture("/news", b"news of day %d" % day))
        store.finish_scan(scan(day, finding("/bins")))
    assert store.prune(keep_scans=1) == 2
    assert [item.body for item in store.captures(scan(15).id)] == [b"same in all", b"news of day 15"]
    assert list(store.captures(scan(1).id)) == []
    assert store.scan(scan(1).id).findings == (finding("/bins"),)


def test_the_same_feedback_twice_counts_once(store: Store):
    one = FeedbackItem(
        "/bins", "2026-11-20", "comment", "I can't find my bin day", ("cannot-find",), key="k1"
    )
    two = FeedbackItem(None, None, "rating", "", rating=0.25, key="k2", redacted=(("email", 1),))
    imported = Imported((one, two, one), refused=(Refused(7, "no date"),), route="csv")
    assert store.add_feedback(imported, "comments.csv") == (2, 1)
    assert store.add_feedback(imported, "comments.csv") == (0, 3)
    assert store.feedback() == (two, one)
    assert store.feedback(since="2026-11-21") == (two,)
    assert store.forget_feedback(before="2026-11-20") == 0
    assert store.refused() == (("comments.csv", Refused(7, "no date")),)
    assert store.forget_feedback(before="2026-11-21") == 1
    assert store.feedback() == (two,)


def test_views_of_the_same_period_are_replaced(store: Store):
    store.add_views([PageViews("/bins", 10, "2026-10-01", "2026-10-31"), PageViews("/tax", 3)])
    store.add_views(
        [
            PageViews("/bins", 12, "2026-10-01", "2026-10-31"),
            PageViews("/bins", 9, "2026-09-01", "2026-09-30"),
        ]
    )
    assert [(item.page, item.views) for item in store.views()] == [("/bins", 12), ("/bins", 9), ("/tax", 3)]


def test_remembered_sentences(store: Store):
    store.put_sentences({f"key{at}": [{"message": "Possible typo", "offset": at}] for at in range(1200)})
    held = store.sentences([f"key{at}" for at in range(0, 2400, 2)])
    assert len(held) == 600 and held["key8"] == [{"message": "Possible typo", "offset": 8}]


def test_odd_characters_survive(store: Store):
    odd = replace(finding("/bins", "na\0me \ud800 “é”"), message="🚲")
    store.finish_scan(replace(scan(22, odd), pages=(replace(row("/bins"), page="drafts/\udce9t\udce9.md"),)))
    assert store.scan("latest").findings == (odd,)
    assert store.scan("latest").pages[0].page == "drafts/\udce9t\udce9.md"


def test_a_finished_scan_is_not_begun_again(store: Store):
    store.finish_scan(scan(22))
    with pytest.raises(StoreError, match="finished already"):
        store.begin_scan(scan(22, finished=False))


def test_an_unknown_scan_is_refused_on_writing(store: Store):
    store.finish_scan(scan(22))
    with pytest.raises(StoreError, match="Did you mean"):
        store.add_capture(scan(22).id[:-1] + "9", capture("/bins"))


def test_a_site_of_a_thousand_pages_is_written_in_seconds(store: Store):
    found = tuple(finding(f"/page-{at}", turn=turn) for at in range(1000) for turn in range(25))
    whole = scan(22, *found, pages=tuple(row(f"/page-{at}") for at in range(1000)))
    began = time.process_time()
    store.finish_scan(whole)
    assert time.process_time() - began < 12
    assert store.scan("latest") == whole
