"""The history: everything that is remembered between runs, behind one class."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from types import TracebackType

from sqlalchemy import Connection, Engine
from sqlalchemy.engine import URL

from contentlint.errors import StoreError
from contentlint.model import (
    Capture,
    Evidence,
    FeedbackItem,
    Imported,
    PageRow,
    PageViews,
    Picture,
    Refused,
    Scan,
    Skip,
    Trend,
)
from contentlint.store import _captures, _pictures, _residents, _scans
from contentlint.store.database import connect, locate, plain_errors, shrink

WAIT = 30.0  # seconds that a writer waits for another run
BATCH = 25  # captures, pages or evidence held back before they are written
BATCH_BYTES = 4_000_000


class Store:
    """Scans, captures, evidence, feedback and views in one database.

    Use it as a context manager. Small writes are held back and committed in batches; reading, `flush`
    and leaving the block write them. An interrupted scan keeps what was written. All methods raise
    StoreError where the database fails. One Store may be used by several threads.
    """

    def __init__(self, engine: Engine, place: str) -> None:
        self.place = place
        self._engine = engine
        self._writing = engine.execution_options(writes=True)
        self._lock = RLock()
        self._numbers: dict[str, int] = {}
        self._captures: list[tuple[int, Capture]] = []
        self._pages: dict[int, list[PageRow]] = {}
        self._evidence: list[tuple[int, Evidence]] = []
        self._size = 0

    @classmethod
    def open(cls, target: str | Path | URL, *, wait: float = WAIT) -> Store:
        """Open a history, and make it where it is missing.

        target: a folder (then FOLDER/history.db), a .db file, "sqlite:///PATH" or "postgresql://…".
        wait: seconds to wait for another run that writes. Raises StoreError where it cannot be
        written, is damaged, or was made by a newer contentlint.
        """
        url = target if isinstance(target, URL) else locate(target)
        place = url.database if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)
        return cls(connect(url, wait), place or "")

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, _: TracebackType | None
    ) -> None:
        try:
            self.flush()
        except StoreError:
            if fault is None:  # else the first fault is the one to tell about
                raise
        finally:
            self._engine.dispose()

    def close(self) -> None:
        """Write what is held back and let go of the database."""
        self.__exit__(None, None, None)

    # Scans: written while they run

    def begin_scan(self, scan: Scan) -> None:
        """Write a scan that starts, or goes on. Raises StoreError where it is finished already."""
        with self._write() as connection:
            _scans.begin(connection, scan)

    def add_capture(self, scan_id: str, capture: Capture) -> None:
        """Keep what was fetched; its body is stored once, whatever the number of scans."""
        with self._lock:
            self._captures.append((self._number(scan_id), capture))
            self._held(len(capture.body))

    def add_page(self, scan_id: str, page: PageRow) -> None:
        """Keep a page that was checked."""
        with self._lock:
            self._pages.setdefault(self._number(scan_id), []).append(page)
            self._held(0)

    def add_evidence(self, scan_id: str, evidence: Evidence) -> None:
        """Keep what an engine said about a page."""
        with self._lock:
            self._evidence.append((self._number(scan_id), evidence))
            self._held(0)

    def add_skips(self, scan_id: str, skips: Iterable[Skip]) -> None:
        """Keep skips of a scan that is under way; `finish_scan` replaces them by the scan's own."""
        with self._write() as connection:
            _scans.put_skips(connection, _scans.number(connection, scan_id), skips)

    def finish_scan(self, scan: Scan) -> None:
        """Write findings, skips and pages of a scan in one transaction, and count it from now on.

        Pages given one by one stay where scan.pages is empty. A scan whose `finished` is None stays
        unfinished. Its begin_scan may have been left out.
        """
        with self._write() as connection:
            _scans.finish(connection, scan)

    def add_pictures(self, scan_id: str, pictures: Iterable[Picture]) -> None:
        """Keep pictures of spots, also of a finished scan."""
        with self._write() as connection:
            _pictures.put(connection, _scans.number(connection, scan_id), pictures)

    def flush(self) -> None:
        """Write what is held back."""
        with self._lock:
            if self._captures or self._pages or self._evidence:
                with plain_errors(self.place), self._writing.begin() as connection:
                    self._put_held(connection)
                self._forget_held()

    # Scans: read

    def scan(self, name: str, source: str | None = None) -> Scan:
        """Return a scan with everything: "latest", "previous", an id, or the unique start of an id.

        latest, previous: of the finished scans, of one source if given; previous is always of the
        same source as latest. Raises StoreError, with the nearest id, where none fits.
        """
        with self._read() as connection:
            return _scans.whole(connection, _scans.find(connection, name, source))

    def scans(self, source: str | None = None) -> tuple[Scan, ...]:
        """Return all scans, finished or not, newest first, without pages, findings and skips."""
        with self._read() as connection:
            return _scans.heads(connection, source)

    def before(self, scan_id: str) -> Scan | None:
        """Return the finished scan of the same source before this one, with everything, or None."""
        with self._read() as connection:
            older = _scans.before(connection, scan_id)
            return _scans.whole(connection, older) if older else None

    def unfinished(self, source: str) -> Scan | None:
        """Return the newest scan of a source if it was interrupted, with what it kept, else None."""
        with self._read() as connection:
            found = _scans.unfinished(connection, source)
            return _scans.whole(connection, found) if found else None

    def trends(self, source: str, limit: int = 26) -> tuple[Trend, ...]:
        """Return figures of the newest finished scans of a source, oldest first, without counting again."""
        with self._read() as connection:
            return _scans.trends(connection, source, limit)

    def captures(self, scan_id: str) -> Iterator[Capture]:
        """Yield the captures of a scan in the order of fetching. Holds no lock in between."""
        at = -1
        while True:
            with self._read() as connection:
                batch = _captures.some(connection, _scans.number(connection, scan_id), at)
            if not batch:
                return
            at = batch[-1][0]
            yield from (capture for _, capture in batch)

    def capture(self, scan_id: str, address: str) -> Capture | None:
        """Return what one address gave in a scan (as asked for, or as it answered), or None."""
        with self._read() as connection:
            return _captures.one(connection, _scans.number(connection, scan_id), address)

    def evidence(self, scan_id: str, page: str) -> tuple[Evidence, ...]:
        """Return what engines said about a page in a scan."""
        with self._read() as connection:
            return tuple(_captures.evidence_of(connection, _scans.number(connection, scan_id), page))

    def pictures(self, scan_id: str) -> tuple[Picture, ...]:
        """Return the pictures of a scan."""
        with self._read() as connection:
            return _pictures.of_scan(connection, _scans.number(connection, scan_id))

    def first_seen(self, fingerprints: Collection[str]) -> dict[str, str]:
        """Return fingerprint → start of the first finished scan that held it. Unknown ones are left out."""
        with self._read() as connection:
            return _scans.first_seen(connection, fingerprints)

    def history(self, scan_id: str, source: str | None = None) -> frozenset[str]:
        """Return every fingerprint of the finished scans of the same (or a given) source before a scan."""
        with self._read() as connection:
            return _scans.history(connection, scan_id, source)

    def prune(self, keep_scans: int) -> int:
        """Drop captures, evidence and pictures of all but the newest scans of each source; findings stay.

        Returns the number of bodies dropped. The file shrinks where it is SQLite.
        """
        with self._write() as connection:
            dropped = _captures.prune(connection, max(0, keep_scans))
        if dropped:
            shrink(self._engine)
        return dropped

    # Residents, readers, LanguageTool

    def add_feedback(self, imported: Imported, origin: str = "") -> tuple[int, int]:
        """Keep items whose key is new. Returns (added, already there). origin: the file, for refused rows."""
        with self._write() as connection:
            return _residents.put_feedback(connection, imported, origin)

    def feedback(self, since: str | None = None) -> tuple[FeedbackItem, ...]:
        """Return items from an ISO day on (undated ones too), oldest first."""
        with self._read() as connection:
            return _residents.all_feedback(connection, since)

    def forget_feedback(self, before: str) -> int:
        """Delete items from before an ISO day. Returns how many. What nobody dated stays."""
        with self._write() as connection:
            return _residents.forget_feedback(connection, before)

    def refused(self) -> tuple[tuple[str, Refused], ...]:
        """Return (origin, row) of every row of feedback that was not taken in."""
        with self._read() as connection:
            return _residents.all_refused(connection)

    def add_views(self, items: Iterable[PageViews]) -> int:
        """Keep views; the same page and period again replaces the figure. Returns the number of rows."""
        with self._write() as connection:
            return _residents.put_views(connection, items)

    def views(self) -> tuple[PageViews, ...]:
        """Return all views, newest period first."""
        with self._read() as connection:
            return _residents.all_views(connection)

    def sentences(self, keys: Collection[str]) -> dict[str, object]:
        """Return remembered LanguageTool answers by key. Unknown keys are left out."""
        with self._read() as connection:
            return _residents.get_sentences(connection, keys)

    def put_sentences(self, answers: Mapping[str, object]) -> None:
        """Remember answers. The key must hold the engine's version and settings."""
        with self._write() as connection:
            _residents.put_sentences(connection, answers)

    # Held back

    def _number(self, scan_id: str) -> int:
        if scan_id not in self._numbers:
            with plain_errors(self.place), self._engine.connect() as connection:
                self._numbers[scan_id] = _scans.number(connection, scan_id)
        return self._numbers[scan_id]

    def _held(self, size: int) -> None:
        self._size += size
        count = len(self._captures) + len(self._evidence) + sum(map(len, self._pages.values()))
        if count >= BATCH or self._size >= BATCH_BYTES:
            self.flush()

    def _put_held(self, connection: Connection) -> None:
        _captures.put(connection, self._captures)
        _captures.put_evidence(connection, self._evidence)
        for no, rows in self._pages.items():
            _scans.put_pages(connection, no, rows)

    def _forget_held(self) -> None:
        self._captures, self._pages, self._evidence, self._size = [], {}, [], 0

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with self._lock, plain_errors(self.place):
            with self._writing.begin() as connection:
                self._put_held(connection)
                yield connection
            self._forget_held()

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        self.flush()
        try:
            with plain_errors(self.place), self._engine.connect() as connection:
                yield connection
        except (ValueError, zlib.error) as fault:
            raise StoreError("This history is damaged: a part of it cannot be read.", where=self.place,
                             remedy="Bring back a copy, or move the file away and scan again.") from fault  # fmt: skip
