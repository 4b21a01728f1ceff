"""Pictures of spots: queries on one open connection. An older history has no table for them until it needs one."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, delete, inspect, select

from contentlint.model import Picture
from contentlint.store.database import upsert
from contentlint.store.tables import pictures


def put(connection: Connection, no: int, items: Iterable[Picture]) -> None:
    """Write pictures of a scan; one that is there already is replaced."""
    pictures.create(connection, checkfirst=True)
    rows = [{"scan": no, "key": one.key, "width": one.width, "height": one.height, "image": one.image} for one in items]
    upsert(connection, pictures, rows, ["scan", "key"])


def of_scan(connection: Connection, no: int) -> tuple[Picture, ...]:
    """Return the pictures of a scan."""
    if not inspect(connection).has_table(pictures.name):
        return ()
    query = select(pictures).where(pictures.c.scan == no).order_by(pictures.c.key)
    return tuple(Picture(row.key, row.image, row.width, row.height) for row in connection.execute(query))


def forget(connection: Connection, scans: Collection[int]) -> None:
    """Delete the pictures of scans."""
    if scans and inspect(connection).has_table(pictures.name):
        for no in scans:
            connection.execute(delete(pictures).where(pictures.c.scan == no))
