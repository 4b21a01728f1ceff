"""The bars of names.py: few right council sentences are marked, and misspellings are found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conformance import names

RIGHT_MARKED = {"": 0.04, names.HUNSPELL: 0.015}  # configuration → share of right sentences that may be marked
FOUND = 0.97  # share of slips that must be found
COMMON_FOUND = 0.98  # share of common misspellings


@pytest.mark.parametrize("configuration", ["", names.HUNSPELL], ids=["languagetool", "hunspell"])
def test_right_sentences_pass_and_slips_are_found(configuration: str) -> None:
    right, slips = names.sentences()
    assert len(right) >= 300 and len(slips) >= 150
    marked = [(text, found) for text, found in zip(right, names.ours(right, configuration), strict=True) if found]
    assert len(marked) / len(right) < RIGHT_MARKED[configuration], marked
    missed = names.missed(slips, names.ours([text for text, _ in slips], configuration, style=True))
    assert 1 - len(missed) / len(slips) >= FOUND, missed


@pytest.mark.parametrize("configuration", ["", names.HUNSPELL], ids=["languagetool", "hunspell"])
def test_common_misspellings_are_found(configuration: str) -> None:
    slips = names.common()
    assert len(slips) >= 290
    missed = names.missed(slips, names.ours([text for text, _ in slips], configuration, style=True))
    assert 1 - len(missed) / len(slips) >= COMMON_FOUND, missed


def test_a_name_is_learnt_from_the_site_and_a_slip_is_not(run_in, tmp_path: Path) -> None:
    pages = {
        "a.md": "# Visit Wendlebrook\n\nWendlebrook has a market. Bring your permitt to the market in Wendelbrook.\n",
        "b.md": "# Parking\n\nParking in Wendlebrook is free. Show your permitt. Traford is near.\n",
        "c.md": "# Buses\n\nBuses from Trafford to Wendlebrook run daily. Trafford is near. Your permitt is valid in Traford.\n",
    }
    for name, text in pages.items():
        (tmp_path / name).write_text(text, "utf-8")
    done = run_in(tmp_path, "check", *pages, "--without", "browser", "--kinds", "language", "--format", "json", "--quiet")
    found = sorted((item["page"], item["location"]["quote"]) for item in json.loads(done.stdout)["findings"])
    assert found == [("a.md", "Wendelbrook"), ("a.md", "permitt"), ("b.md", "Traford"), ("b.md", "permitt"),
                     ("c.md", "Traford"), ("c.md", "permitt")]  # fmt: skip
