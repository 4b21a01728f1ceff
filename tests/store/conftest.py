"""An open history in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from contentlint.store import Store


@pytest.fixture
def store(tmp_path: Path):
    with Store.open(tmp_path / "history") as opened:
        yield opened
