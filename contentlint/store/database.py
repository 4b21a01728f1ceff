"""Open the database, keep its layout's version, and turn its errors into plain words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Table, create_engine, event, make_url, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError, SQLAlchemyError

from contentlint.errors import StoreError
from contentlint.store import tables

FILE = "history.db"
CHUNK = 500  # values in one IN list; SQLite's old limit is 999
Item = TypeVar("Item")


def locate(target: str | Path) -> URL:
    """Return the address of a history: a URL as given, a .db file, or a folder's history.db.

    Raises StoreError where the text is no address that is understood.
    """
    text = str(target)
    if "://" in text:
        try:
            url = make_url(text)
        except (ArgumentError, ValueError):
            raise StoreError("This is no address of a history.", where=_hidden(text), remedy=_KINDS) from None
        name = url.get_backend_name()
        if name not in ("sqlite", "postgresql"):
            raise StoreError(f"A history cannot live in “{name}”.", where=_hidden(text), remedy=_KINDS)
        return (
            url.set(drivername="postgresql+psycopg") if url.drivername in ("postgresql", "postgres") else url
        )
    path = Path(text).expanduser()
    is_file = path.is_file() or (path.suffix in (".db", ".sqlite", ".sqlite3") and not path.is_dir())
    return URL.create("sqlite", database=str(path if is_file else path / FILE))


def connect(url: URL, wait: float) -> Engine:
    """Return an engine for an address, with the layout made or checked.

    wait: seconds that a writer waits for another one. Raises StoreError.
    """
    place = url.render_as_string(hide_password=True)
    if url.get_backend_name() == "sqlite":
        place = url.database or place
        _make_folder(url.database)
    try:
        engine = create_engine(
            url, connect_args={"timeout": wait} if url.get_backend_name() == "sqlite" else {}
        )
    except (ModuleNotFoundError, NoSuchModuleError):
        raise StoreError(
            "The PostgreSQL driver is not installed.",
            where=place,
            remedy="Run “pip install contentlint[postgresql]”.",
        ) from None
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
    try:
        with plain_errors(place):
            _check_layout(engine, place)
    except StoreError:
        engine.dispose()
        raise
    return engine


@contextmanager
def plain_errors(place: str) -> Iterator[None]:
    """Turn errors of the database inside the block into StoreError."""
    try:
        yield
    except SQLAlchemyError as fault:
        raise _told(fault, place) from fault


def insert_new(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows; leave those alone whose key is there already."""
    if rows:
        connection.execute(_insert(connection)(table).on_conflict_do_nothing(), list(rows))


def upsert(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]], by: Sequence[str]
) -> None:
    """Insert rows; replace those that agree in the columns `by`."""
    if rows:
        statement = _insert(connection)(table)
        others = {name: statement.excluded[name] for name in rows[0] if name not in by}
        connection.execute(statement.on_conflict_do_update(index_elements=list(by), set_=others), list(rows))


def shrink(engine: Engine) -> None:
    """Give freed room back to the disk, where the database is one file and nobody else is reading it."""
    if engine.dialect.name == "sqlite":
        raw = engine.raw_connection()
        with suppress(sqlite3.OperationalError):
            raw.cursor().execute("VACUUM")
        raw.close()


def chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Cut items into lists that fit one IN clause."""
    held = list(items)
    for start in range(0, len(held), CHUNK):
        yield held[start : start + CHUNK]


def safe(text: str) -> str:
    """Return text that every database takes: no lone surrogates, no NUL. The JSON beside it keeps them."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8").replace("\0", "\\0")


_KINDS = "Give a folder, sqlite:///PATH or postgresql://USER@HOST/NAME."


def _hidden(text: str) -> str:
    scheme, _, rest = text.partition("://")
    return f"{scheme}://***@{rest.rpartition('@')[2]}" if "@" in rest else text


def _insert(connection: Connection) -> Any:
    return postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert


def _make_folder(database: str | None) -> None:
    if not database or database == ":memory:":
        return
    folder = Path(database).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise StoreError(
            f"The folder for the history cannot be made: {(fault.strerror or str(fault)).lower()}.",
            where=str(folder),
            remedy="Give a folder that you may write to with --store.",
        ) from fault


def _prepare(raw: Any, _record: object) -> None:
    # The driver would open transactions late and as readers; `_begin` opens them itself.
    raw.isolation_level = None
    cursor = raw.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    # A reader that turns writer half-way is refused at once; one that starts as writer waits its turn.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _check_layout(engine: Engine, place: str) -> None:
    found = None
    with engine.connect() as connection:
        if engine.dialect.has_table(connection, "about"):
            found = connection.scalar(select(tables.about.c.value).where(tables.about.c.name == "layout"))
    if found is None:
        with engine.execution_options(writes=True).begin() as connection:
            tables.metadata.create_all(connection)
            insert_new(connection, tables.about, [{"name": "layout", "value": str(tables.VERSION)}])
    elif not found.isdigit() or int(found) != tables.VERSION:
        raise StoreError(
            "This history was written by another version of contentlint "
            f"(layout {found}, this one reads {tables.VERSION}).",
            where=place,
            remedy="Update contentlint, or give another folder with --store.",
        )


def _told(fault: SQLAlchemyError, place: str) -> StoreError:
    words = str(getattr(fault, "orig", None) or fault).splitlines()[0]
    low = words.lower()
    if "locked" in low or "busy" in low or "lock timeout" in low:
        return StoreError(
            "Another run is writing to this history.",
            where=place,
            remedy="Wait until it has finished, then try again.",
        )
    if "not a database" in low or "malformed" in low or "corrupt" in low or "file is encrypted" in low:
        return StoreError(
            "This history is damaged, or is not a history.",
            where=place,
            remedy="Bring back a copy, or move the file away and scan again.",
        )
    if "readonly" in low or "read-only" in low or "unable to open" in low or "permission" in low:
        return StoreError(
            "This history cannot be written to.",
            where=place,
            remedy="Give a folder that you may write to with --store.",
        )
    if "disk" in low and "full" in low:
        return StoreError("The disk is full.", where=place, remedy="Make room, then run again with --resume.")
    kind = (
        "cannot be reached" if not isinstance(fault, DatabaseError) or "connect" in low else "cannot be used"
    )
    return StoreError(
        f"This history {kind}: {words}.", where=place, remedy="Check the address given with --store."
    )
