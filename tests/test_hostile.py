"""Hostile text gets a result: no rule, parser or splitter hangs on it, and none crashes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hostile import CASES

PATIENCE = 60  # seconds on a busy machine; tests/benchmarks/hostile_text.py measures


@pytest.mark.parametrize("name", CASES)
def test_a_result(name: str, run: Callable, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(CASES[name]())
    done = run("check", name, "--without", "browser,languagetool", "--format", "json", timeout=PATIENCE)
    assert done.returncode in (0, 1, 4), done.stderr
    result = json.loads(done.stdout)
    assert [row["page"] for row in result["pages"]] == [name]
    assert not [skip for skip in result["skips"] if "stopped:" in skip["reason"]], "no check broke"


def test_what_is_wrong_is_still_found(run: Callable, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(CASES["zero-width.txt"]())
    done = run("check", "a.txt", "--without", "browser,languagetool", "--format", "json", timeout=PATIENCE)
    assert [item["location"]["quote"] for item in json.loads(done.stdout)["findings"]] == ["utilise"]
