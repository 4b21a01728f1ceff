"""What was fetched and what engines said: bodies kept once, compressed."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection, delete, select

from contentlint.model import Capture, Evidence
from contentlint.store import _pictures, codec
from contentlint.store.database import insert_new, safe, upsert
from contentlint.store.tables import captures, evidence, fetches, scans

BATCH = 50  # captures read in one go, so that a slow reader holds no lock


def put(connection: Connection, rows: Sequence[tuple[int, Capture]]) -> None:
    """Write (scan number, capture) pairs. The same address asked for again in one scan replaces the first."""
    given = {(no, item.requested): item for no, item in rows}
    bodies = {item.digest: item.body for item in given.values()}
    known = set(connection.scalars(select(captures.c.digest).where(captures.c.digest.in_(list(bodies)))))
    insert_new(
        connection,
        captures,
        [
            {"digest": digest, "size": len(body), "body": zlib.compress(body, 6)}
            for digest, body in bodies.items()
            if digest not in known
        ],
    )
    upsert(
        connection,
        fetches,
        [
            {
                "scan": no,
                "requested": safe(asked),
                "url": safe(item.url),
                "status": item.status,
                "fetched": item.fetched,
                "digest": item.digest,
                "head": codec.dumps(replace(item, body=b"")),
            }
            for (no, asked), item in given.items()
        ],
        ["scan", "requested"],
    )


def some(connection: Connection, no: int, after: int) -> list[tuple[int, Capture]]:
    """Return up to BATCH (number, capture) pairs of a scan behind a number, in the order of fetching."""
    query = (
        select(fetches.c.no, fetches.c.head, captures.c.body)
        .join(captures, captures.c.digest == fetches.c.digest)
        .where(fetches.c.scan == no, fetches.c.no > after)
        .order_by(fetches.c.no)
        .limit(BATCH)
    )
    return [(at, _whole(head, body)) for at, head, body in connection.execute(query)]


def one(connection: Connection, no: int, address: str) -> Capture | None:
    """Return the capture of an address, as asked for or as it answered, or None."""
    here = (fetches.c.requested == safe(address)) | (fetches.c.url == safe(address))
    query = (
        select(fetches.c.head, captures.c.body)
        .join(captures, captures.c.digest == fetches.c.digest)
        .where(fetches.c.scan == no, here)
        .order_by((fetches.c.requested == safe(address)).desc())
        .limit(1)
    )
    row = connection.execute(query).first()
    return _whole(row.head, row.body) if row else None


def put_evidence(connection: Connection, rows: Sequence[tuple[int, Evidence]]) -> None:
    """Write (scan number, evidence) pairs; an engine's later word on a page replaces its earlier one."""
    given = {(no, item.page, item.engine): item for no, item in rows}
    upsert(
        connection,
        evidence,
        [
            {
                "scan": no,
                "page": safe(page),
                "engine": engine,
                "version": item.version,
                "payload": zlib.compress(codec.dumps(item).encode("ascii"), 6),
            }
            for (no, page, engine), item in given.items()
        ],
        ["scan", "page", "engine"],
    )


def evidence_of(connection: Connection, no: int, page: str) -> Iterator[Evidence]:
    """Yield what engines said about a page in a scan, by the engine's name."""
    query = (
        select(evidence.c.payload)
        .where(evidence.c.scan == no, evidence.c.page == safe(page))
        .order_by(evidence.c.engine)
    )
    for blob in connection.scalars(query):
        yield codec.loads(Evidence, zlib.decompress(blob))


def prune(connection: Connection, keep: int) -> int:
    """Drop captures, evidence and pictures of all but the newest `keep` scans of each source. Returns bodies dropped.

    Pages, findings and skips stay, so the history of every finding stays.
    """
    kept: dict[str, int] = {}
    old = []
    for no, source in connection.execute(
        select(scans.c.no, scans.c.source).order_by(scans.c.started.desc(), scans.c.no.desc())
    ):
        kept[source] = kept.get(source, 0) + 1
        if kept[source] > keep:
            old.append(no)
    for no in old:
        connection.execute(delete(fetches).where(fetches.c.scan == no))
        connection.execute(delete(evidence).where(evidence.c.scan == no))
    _pictures.forget(connection, old)
    in_use = select(fetches.c.digest).where(fetches.c.digest == captures.c.digest).exists()
    return connection.execute(delete(captures).where(~in_use)).rowcount


def _whole(head: str, body: bytes) -> Capture:
    return replace(codec.built(Capture, json.loads(head)), body=zlib.decompress(body))
