"""What the command line needs of the inner rooms: the history, and the JSON of imports."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager
from typing import Any

from contentlint.model import FeedbackItem, PageViews, Refused
from contentlint.pipeline.imports import ImportResult
from contentlint.render.plain import SCHEMA
from contentlint.store import Store


def history_at(place: str) -> AbstractContextManager[Store]:
    """Open the history in a folder or database, as a context manager. Raises StoreError."""
    return Store.open(place)


def feedback_json(
    items: tuple[FeedbackItem, ...], unmatched: tuple[FeedbackItem, ...],
    refused: tuple[tuple[str, Refused], ...] = (),
) -> str:  # fmt: skip
    """Return the JSON of `feedback import` and `feedback list`."""
    body = {"items": [_item(item) for item in items], "unmatched": [_lost(item) for item in unmatched]}
    return _document(body, refused)


def traffic_json(result: ImportResult) -> str:
    """Return the JSON of `traffic import`."""
    rows = {"rows": [_row(row) for row in result.items], "unmatched": [_row(row) | {"reason": "the latest scan met no such page"} for row in result.unmatched]}
    return _document(rows, result.refused)


def _document(body: dict[str, Any], refused: tuple[tuple[str, Refused], ...]) -> str:
    said = [{"file": name, "line": row.line, "reason": row.reason} for name, row in refused]
    return json.dumps({"schema": SCHEMA, **body, "refused": said}, ensure_ascii=True, indent=1) + "\n"


def _item(item: FeedbackItem) -> dict[str, Any]:
    return {
        "page": item.page, "date": item.date, "kind": item.kind, "words": item.words,
        "themes": list(item.themes), "weight": item.weight, "route": item.route,
    }  # fmt: skip


def _lost(item: FeedbackItem) -> dict[str, Any]:
    reason = "the row names no page" if item.page is None else "the latest scan met no such page"
    return _item(item) | {"reason": reason}


def _row(row: PageViews) -> dict[str, Any]:
    return {"page": row.page, "views": row.views, "from": row.start, "to": row.end}
