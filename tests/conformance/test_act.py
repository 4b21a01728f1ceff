"""The bars on the W3C's ACT test cases."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conformance.act import Case, Score, cases_of, earl_of, look, outcome, scored, total, unpacked


@pytest.fixture(scope="module")
def judged(corpora: Path):
    with unpacked(corpora / "act-testcases.tar.xz") as folder:
        cases = cases_of(folder)
        outcomes, _ = look(folder, cases)
    return cases, outcomes


def test_approved_cases(judged):
    cases, outcomes = judged
    one = total(scored([case for case in cases if case.approved], outcomes).values())
    assert (one.failing, one.good) == (178, 380)
    assert one.found >= 172 and not one.wrong, one


def test_all_cases(judged):
    cases, outcomes = judged
    one = total(scored(cases, outcomes).values())
    assert (one.failing, one.good) == (393, 820)
    assert one.found >= 322 and len(one.wrong) <= 2, one


def test_the_report_for_the_w3c(judged):
    cases, outcomes = judged
    graph = json.loads(earl_of(cases, outcomes))["@graph"]
    assert sum(len(one["assertions"]) for one in graph) == len(cases)
    assert {one["source"] for one in graph} == {case.url for case in cases}


def test_counting():
    case = Case("2t702h", "Summary", "a", "failed", "p", "u", True)
    fine = Case("2t702h", "Summary", "b", "passed", "q", "v", True)
    assert outcome(case, [("sure", {"c487ae"})]) == "passed", "findings of other rules do not count"
    assert outcome(case, [("review", {"2t702h"})]) == "cantTell"
    assert outcome(case, [("review", {"2t702h"}), ("likely", {"2t702h"})]) == "failed"
    assert outcome(fine, [], looked=False) == "untested" and outcome(fine, []) == "passed"
    found = scored([case, fine], {("2t702h", "a"): "cantTell", ("2t702h", "b"): "failed"})
    assert found["2t702h"] == Score(found=0, missed=["a"], wrong=["b"], good=1, cannot=1)
    assert found["2t702h"].word == "inconsistent" and Score(found=1, missed=["x"]).word == "partial"
