"""The clock: the only place that asks what time it is."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime


def now() -> str:
    """Return the moment in UTC, ISO 8601 with Z, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def scan_id(started: str) -> str:
    """Return a sortable id, such as "20261122T090000-1f3a"."""
    return started.translate(str.maketrans("", "", "-:Z")) + "-" + secrets.token_hex(2)
