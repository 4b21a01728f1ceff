"""What residents said, how often pages are read, and LanguageTool's remembered answers."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, delete, select

from contentlint.model import FeedbackItem, Imported, PageViews, Refused
from contentlint.store import codec
from contentlint.store.database import chunks, insert_new, safe, upsert
from contentlint.store.tables import feedback, refused, sentences, views


def put_feedback(connection: Connection, imported: Imported, origin: str) -> tuple[int, int]:
    """Write items whose key is new, and refused rows. Returns (added, already there)."""
    given: dict[str, FeedbackItem] = {}
    for item in imported.items:
        given.setdefault(item.key or hashlib.sha256(codec.dumps(item).encode()).hexdigest()[:32], item)
    known: set[str] = set()
    for some in chunks(given):
        known.update(connection.scalars(select(feedback.c.key).where(feedback.c.key.in_(some))))
    fresh = [
        {
            "key": key,
            "date": item.date,
            "page": safe(item.page) if item.page else None,
            "body": codec.dumps(item),
        }
        for key, item in given.items()
        if key not in known
    ]
    insert_new(connection, feedback, fresh)
    insert_new(
        connection,
        refused,
        [
            {"origin": safe(origin or imported.route), "line": row.line, "reason": row.reason}
            for row in imported.refused
        ],
    )
    return len(fresh), len(imported.items) - len(fresh)


def all_feedback(connection: Connection, since: str | None) -> tuple[FeedbackItem, ...]:
    """Return items from a day on (undated ones too), oldest first."""
    query = select(feedback.c.body).order_by(feedback.c.date.is_not(None), feedback.c.date, feedback.c.key)
    if since is not None:
        query = query.where((feedback.c.date >= since) | feedback.c.date.is_(None))
    return tuple(codec.loads(FeedbackItem, text) for text in connection.scalars(query))


def forget_feedback(connection: Connection, before: str) -> int:
    """Delete items from before a day. Returns how many."""
    return connection.execute(delete(feedback).where(feedback.c.date < before)).rowcount


def all_refused(connection: Connection) -> tuple[tuple[str, Refused], ...]:
    """Return (file or form, row) of everything that was not taken in."""
    rows = connection.execute(
        select(refused.c.origin, refused.c.line, refused.c.reason).order_by(refused.c.no)
    )
    return tuple((origin, Refused(line, reason)) for origin, line, reason in rows)


def put_views(connection: Connection, items: Iterable[PageViews]) -> int:
    """Write views; the same page and period again replaces the figure. Returns the number of rows."""
    rows = {(safe(item.page), item.start or "", item.end or ""): item.views for item in items}
    upsert(
        connection,
        views,
        [
            {"page": page, "start": start, "end": end, "views": number}
            for (page, start, end), number in rows.items()
        ],
        ["page", "start", "end"],
    )
    return len(rows)


def all_views(connection: Connection) -> tuple[PageViews, ...]:
    """Return all views, newest period first, then by page."""
    query = select(views).order_by(views.c.end.desc(), views.c.start.desc(), views.c.page)
    return tuple(
        PageViews(row.page, row.views, row.start or None, row.end or None)
        for row in connection.execute(query)
    )


def get_sentences(connection: Connection, keys: Collection[str]) -> dict[str, object]:
    """Return the remembered answers by key. Unknown keys are left out."""
    held: dict[str, object] = {}
    for some in chunks(keys):
        rows = connection.execute(
            select(sentences.c.key, sentences.c.matches).where(sentences.c.key.in_(some))
        )
        held.update((key, json.loads(text)) for key, text in rows)
    return held


def put_sentences(connection: Connection, answers: Mapping[str, object]) -> None:
    """Remember answers: key to plain JSON."""
    insert_new(
        connection, sentences, [{"key": key, "matches": codec.dumps(value)} for key, value in answers.items()]
    )
