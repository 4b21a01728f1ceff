"""Every right/wrong pair that the GOV.UK style guides state themselves."""

from __future__ import annotations

import re
import tarfile
from pathlib import Path

import pytest

from tests.conformance.govuk_a_to_z import Verdict, judge, stated

PARTS = {"main": "a-to-z-style-guide.md", "technical": "technical-a-to-z.md"}


@pytest.fixture(scope="module")
def verdicts() -> list[Verdict]:
    return judge(stated()[0])


def test_there_are_at_least_700_pairs_and_none_stands_twice() -> None:
    pairs, _ = stated()
    assert len(pairs) >= 700
    assert len({(pair.guide, pair.entry, pair.wrong) for pair in pairs}) == len(pairs)


def test_every_wrong_form_is_found(verdicts: list[Verdict]) -> None:
    assert [verdict.pair.wrong for verdict in verdicts if not verdict.wrong] == []


def test_every_right_form_is_clean(verdicts: list[Verdict]) -> None:
    assert [(verdict.pair.right, verdict.right) for verdict in verdicts if verdict.right] == []


def test_most_wrong_forms_are_found_without_a_person_to_decide(verdicts: list[Verdict]) -> None:
    assert sum(verdict.certain for verdict in verdicts) >= 0.9 * len(verdicts)


def test_no_entry_of_the_stored_guides_is_forgotten(corpora: Path) -> None:
    pairs, unjudged = stated()
    with tarfile.open(corpora / "govuk-guidance.tar.xz") as stored:
        texts = {Path(member.name).name: member for member in stored.getmembers()}
        for guide, name in PARTS.items():
            file = stored.extractfile(texts[name])
            assert file is not None
            entries = re.findall(r"^### (.+?)\s*$", file.read().decode("utf-8"), re.M)
            known = {pair.entry for pair in pairs if pair.guide == guide} | set(unjudged[guide])
            assert len(entries) > 90
            assert [entry for entry in entries if entry not in known] == []
