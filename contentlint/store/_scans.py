"""Scans, their pages, findings and skips: queries on one open connection."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, delete, func, select

from contentlint.errors import StoreError, nearest
from contentlint.model import Certainty, Finding, PageRow, Scan, Skip, Trend
from contentlint.store import codec
from contentlint.store.database import chunks, insert_new, safe, upsert
from contentlint.store.tables import bodies, findings, pages, scans, skips


def begin(connection: Connection, scan: Scan) -> None:
    """Write the head of a scan that starts, or goes on where it was interrupted."""
    row = _row(connection, scan.id)
    if row is not None and row.finished is not None:
        raise StoreError(f"The scan {scan.id} is finished already.", remedy="Start a new one.")
    upsert(connection, scans, [_head(scan) | {"finished": None}], ["id"])


def finish(connection: Connection, scan: Scan) -> None:
    """Write everything that a scan found, and mark it as finished."""
    upsert(connection, scans, [_head(scan) | {"counts": json.dumps(_counts(scan))}], ["id"])
    no = number(connection, scan.id)
    if scan.pages:
        connection.execute(delete(pages).where(pages.c.scan == no))
        put_pages(connection, no, scan.pages)
    connection.execute(delete(skips).where(skips.c.scan == no))
    put_skips(connection, no, scan.skips)
    connection.execute(delete(findings).where(findings.c.scan == no))
    _put_findings(connection, no, scan.findings)


def number(connection: Connection, scan_id: str) -> int:
    """Return the short number of a scan. Raises StoreError where there is none."""
    row = _row(connection, scan_id)
    if row is None:
        known = connection.scalars(select(scans.c.id)).all()
        raise StoreError(f"There is no scan “{scan_id}”.", remedy=nearest(scan_id, known) or None)
    return row.no


def put_pages(connection: Connection, no: int, rows: Sequence[PageRow]) -> None:
    """Write rows of pages; a page that is there already is replaced."""
    start = (
        connection.scalar(select(func.coalesce(func.max(pages.c.place), -1)).where(pages.c.scan == no)) + 1
    )
    given = {row.page: row for row in rows}
    upsert(
        connection,
        pages,
        [
            {"scan": no, "page": safe(row.page), "place": start + at, "body": codec.dumps(row)}
            for at, row in enumerate(given.values())
        ],
        ["scan", "page"],
    )


def put_skips(connection: Connection, no: int, items: Iterable[Skip]) -> None:
    """Add skips behind those that are there."""
    start = (
        connection.scalar(select(func.coalesce(func.max(skips.c.place), -1)).where(skips.c.scan == no)) + 1
    )
    rows = [{"scan": no, "place": start + at, "body": codec.dumps(item)} for at, item in enumerate(items)]
    insert_new(connection, skips, rows)


def find(connection: Connection, name: str, source: str | None) -> str:
    """Return the id of the scan that "latest", "previous", an id or the start of an id means.

    Raises StoreError where nothing, or more than one scan, fits.
    """
    if name in ("latest", "previous"):
        done = _finished(source)
        newest = connection.execute(done.limit(1)).first()
        if newest is None:
            raise StoreError("There is no finished scan yet.", remedy="Run “contentlint crawl” first.")
        if name == "latest":
            return newest.id
        older = before(connection, newest.id)
        if older is None:
            raise StoreError("There is only one finished scan.", remedy="Scan once more, then compare.")
        return older
    known = connection.scalars(select(scans.c.id).order_by(scans.c.id.desc())).all()
    if name in known:
        return name
    fitting = [one for one in known if name and one.startswith(name)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise StoreError(
            f"{len(fitting)} scans start with “{name}”.", remedy=f"Give more of the id, such as {fitting[0]}."
        )
    guess = nearest(name, [*known, "latest", "previous"])
    raise StoreError(
        f"There is no scan “{name}”.", remedy=guess or "Name one by its id, or say latest or previous."
    )


def before(connection: Connection, scan_id: str) -> str | None:
    """Return the id of the finished scan of the same source before this one, or None."""
    row = _row(connection, scan_id)
    if row is None:
        return None
    older = _finished(row.source).where((scans.c.started < row.started) | _earlier(row))
    found = connection.execute(older.limit(1)).first()
    return found.id if found else None


def unfinished(connection: Connection, source: str) -> str | None:
    """Return the id of the newest scan of a source, if it was interrupted, else None."""
    newest = (
        select(scans)
        .where(scans.c.source == source)
        .order_by(scans.c.started.desc(), scans.c.no.desc())
        .limit(1)
    )
    row = connection.execute(newest).first()
    return row.id if row is not None and row.finished is None else None


def heads(connection: Connection, source: str | None) -> tuple[Scan, ...]:
    """Return all scans without pages, findings and skips, newest first."""
    query = select(scans.c.head).order_by(scans.c.started.desc(), scans.c.no.desc())
    if source is not None:
        query = query.where(scans.c.source == source)
    return tuple(codec.loads(Scan, text) for text in connection.scalars(query))


def trends(connection: Connection, source: str, limit: int) -> tuple[Trend, ...]:
    """Return the figures of the newest finished scans of a source, oldest first."""
    rows = connection.execute(_finished(source).limit(limit)).all()
    return tuple(
        Trend(
            row.id,
            row.started,
            codec.loads(Scan, row.head).coverage.checked,
            tuple(json.loads(row.counts).items()),
        )
        for row in reversed(rows)
    )


def whole(connection: Connection, scan_id: str) -> Scan:
    """Return a scan with everything. Raises StoreError where there is none."""
    no = number(connection, scan_id)
    head = codec.loads(Scan, connection.scalar(select(scans.c.head).where(scans.c.no == no)))
    rows = connection.scalars(select(pages.c.body).where(pages.c.scan == no).order_by(pages.c.place))
    missed = connection.scalars(select(skips.c.body).where(skips.c.scan == no).order_by(skips.c.place))
    found = connection.scalars(
        select(bodies.c.body)
        .join(findings, findings.c.body == bodies.c.no)
        .where(findings.c.scan == no)
        .order_by(findings.c.place)
    )
    return replace(
        head,
        pages=tuple(codec.loads(PageRow, text) for text in rows),
        skips=tuple(codec.loads(Skip, text) for text in missed),
        findings=tuple(codec.loads(Finding, zlib.decompress(blob)) for blob in found),
    )


def first_seen(connection: Connection, prints: Collection[str]) -> dict[str, str]:
    """Return the start of the first finished scan that held each fingerprint. Unknown ones are left out."""
    seen: dict[str, str] = {}
    for some in chunks(prints):
        rows = connection.execute(
            select(bodies.c.fingerprint, func.min(scans.c.started))
            .select_from(bodies)
            .join(findings, findings.c.body == bodies.c.no)
            .join(scans, scans.c.no == findings.c.scan)
            .where(bodies.c.fingerprint.in_(some), scans.c.finished.is_not(None))
            .group_by(bodies.c.fingerprint)
        )
        seen.update((mark, start) for mark, start in rows)
    return seen


def history(connection: Connection, scan_id: str, source: str | None) -> frozenset[str]:
    """Return every fingerprint of the finished scans of a source before a scan."""
    row = _row(connection, scan_id)
    if row is None:
        raise StoreError(f"There is no scan “{scan_id}”.")
    earlier = (
        _finished(source or row.source).where((scans.c.started < row.started) | _earlier(row)).subquery()
    )
    query = (
        select(bodies.c.fingerprint)
        .distinct()
        .join(findings, findings.c.body == bodies.c.no)
        .join(earlier, earlier.c.no == findings.c.scan)
    )
    return frozenset(connection.scalars(query))


def _earlier(row: Row) -> Any:
    return (scans.c.started == row.started) & (scans.c.no < row.no)


def _row(connection: Connection, scan_id: str) -> Row | None:
    return connection.execute(select(scans).where(scans.c.id == scan_id)).first()


def _finished(source: str | None) -> Any:
    query = (
        select(scans).where(scans.c.finished.is_not(None)).order_by(scans.c.started.desc(), scans.c.no.desc())
    )
    return query if source is None else query.where(scans.c.source == source)


def _head(scan: Scan) -> dict[str, Any]:
    light = replace(scan, pages=(), findings=(), skips=())
    return {
        "id": scan.id,
        "source": scan.source,
        "started": scan.started,
        "finished": scan.finished,
        "head": codec.dumps(light),
    }


def _counts(scan: Scan) -> Mapping[str, int]:
    return Counter(item.severity.value for item in scan.findings if item.certainty is not Certainty.REVIEW)


def _put_findings(connection: Connection, no: int, items: Sequence[Finding]) -> None:
    """Write each finding's body once, whatever the number of scans that hold it."""
    rows: dict[str, dict[str, Any]] = {}
    order = []
    for item in items:
        text = codec.dumps(item).encode("ascii")
        digest = hashlib.blake2b(text, digest_size=16).hexdigest()
        order.append(digest)
        rows.setdefault(
            digest,
            {
                "digest": digest,
                "fingerprint": item.fingerprint,
                "page": safe(item.page),
                "rule": item.rule,
                "body": text,
            },
        )
    numbers = _numbers(connection, rows)
    fresh = [row | {"body": zlib.compress(row["body"], 3)} for key, row in rows.items() if key not in numbers]
    insert_new(connection, bodies, fresh)
    numbers |= _numbers(connection, [row["digest"] for row in fresh])
    insert_new(
        connection,
        findings,
        [{"scan": no, "place": at, "body": numbers[digest]} for at, digest in enumerate(order)],
    )


def _numbers(connection: Connection, digests: Collection[str]) -> dict[str, int]:
    known: dict[str, int] = {}
    for some in chunks(digests):
        rows = connection.execute(select(bodies.c.digest, bodies.c.no).where(bodies.c.digest.in_(some)))
        known.update((digest, no) for digest, no in rows)
    return known
