"""The report as JSON lines, one object a line, each with its "type": for big scans."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from contentlint.model import Report
from contentlint.render import plain

NAME = "jsonl"
EXTENSION = ".jsonl"


def render(report: Report) -> str:
    """Return one JSON object a line: the scan first, then pages, findings, skips and priorities."""
    return "".join(json.dumps(item, ensure_ascii=True) + "\n" for item in _objects(report))


def _objects(report: Report) -> Iterator[dict[str, Any]]:
    head = {"schema": plain.SCHEMA, "version": report.version}
    yield {"type": "scan", **head, "scan": plain.scan(report), "coverage": plain.coverage(report)}
    yield from ({"type": "page", **plain.page(row, report.spots.get(row.page))} for row in report.pages)
    yield from ({"type": "finding", **plain.finding(item)} for item in report.findings)
    yield from ({"type": "skip", **plain.skip(item)} for item in report.skips)
    yield from ({"type": "priority", **plain.priority(item)} for item in report.priorities)
