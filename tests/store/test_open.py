"""Opening the history, sharing it, and finding it damaged."""

from __future__ import annotations

import sqlite3
import threading
import time
from pathlib import Path

import pytest

from contentlint.errors import StoreError
from contentlint.store import Store
from tests.store.builders import capture, finding, scan


def test_a_folder_holds_history_db_and_missing_folders_are_made(tmp_path: Path):
    with Store.open(tmp_path / "a" / "b") as opened:
        opened.finish_scan(scan(22))
    assert (tmp_path / "a" / "b" / "history.db").is_file()
    with Store.open(f"sqlite:///{tmp_path}/a/b/history.db") as again:
        assert len(again.scans()) == 1


def test_a_killed_process_loses_at_most_one_batch(tmp_path: Path):
    opened = Store.open(tmp_path)
    opened.begin_scan(scan(22, finished=False))
    for at in range(60):
        opened.add_capture(scan(22).id, capture(f"/p{at}", b"%d" % at))
    with Store.open(tmp_path) as other:  # `opened` never wrote its last batch
        assert len(list(other.captures(scan(22).id))) == 50


def test_a_folder_that_cannot_be_made_is_said_plainly(tmp_path: Path):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StoreError, match="cannot be made"):
        Store.open(tmp_path / "file" / "history")


def test_a_damaged_history_is_said_plainly(tmp_path: Path):
    (tmp_path / "history.db").write_bytes(b"this was never a database, whatever its name says" * 50)
    with pytest.raises(StoreError, match="damaged") as told:
        Store.open(tmp_path)
    assert str(tmp_path) in str(told.value)


def test_a_history_damaged_later_is_said_plainly(tmp_path: Path):
    with Store.open(tmp_path) as opened:
        opened.finish_scan(scan(22, finding("/bins")))
    with sqlite3.connect(tmp_path / "history.db") as raw:
        raw.execute("update bodies set body = x'0011'")
    with Store.open(tmp_path) as again, pytest.raises(StoreError, match="damaged"):
        again.scan("latest")


def test_a_newer_layout_is_refused(tmp_path: Path):
    Store.open(tmp_path).close()
    with sqlite3.connect(tmp_path / "history.db") as raw:
        raw.execute("update about set value = '99'")
    with pytest.raises(StoreError, match="layout 99"):
        Store.open(tmp_path)


@pytest.mark.parametrize(
    "address", ["mysql://u:secret@host/db", "nonsense://u:secret@host", "postgresql://u:secret@host:port/x"]
)
def test_an_address_that_is_no_history_is_refused_without_its_password(address: str):
    with pytest.raises(StoreError) as told:
        Store.open(address)
    assert "secret" not in str(told.value)


def test_a_second_writer_waits_its_turn(tmp_path: Path):
    Store.open(tmp_path).close()
    raw = sqlite3.connect(tmp_path / "history.db", isolation_level=None, check_same_thread=False)
    raw.execute("begin immediate")
    threading.Timer(0.5, lambda: raw.execute("commit")).start()
    began = time.monotonic()
    with Store.open(tmp_path, wait=10) as opened:
        opened.finish_scan(scan(22))
    assert 0.3 < time.monotonic() - began < 5


def test_a_second_writer_that_waits_too_long_is_told(tmp_path: Path):
    Store.open(tmp_path).close()
    raw = sqlite3.connect(tmp_path / "history.db", isolation_level=None)
    raw.execute("begin immediate")
    with Store.open(tmp_path, wait=0.2) as opened:
        with pytest.raises(StoreError, match="Another run is writing"):
            opened.finish_scan(scan(22))
        raw.execute("rollback")
        opened.finish_scan(scan(22))


def test_a_reader_is_not_disturbed_by_a_writer(tmp_path: Path):
    with Store.open(tmp_path) as writer:
        writer.finish_scan(scan(8, finding("/bins")))
        raw = sqlite3.connect(tmp_path / "history.db", isolation_level=None)
        raw.execute("begin immediate")
        with Store.open(tmp_path, wait=0.2) as reader:
            assert reader.scan("latest").id == scan(8).id
        raw.execute("rollback")
