"""The findings as a CSV table, one a row, for a spreadsheet."""

from __future__ import annotations

import csv
import io

from contentlint.model import Finding, Report

NAME = "csv"
EXTENSION = ".csv"

COLUMNS = (
    "page", "line", "severity", "certainty", "kind", "owner", "effort", "rule", "message", "quote", "suggestion",
    "heading", "why", "wcag", "guidance", "change", "cause", "template", "pages", "fingerprint",
)  # fmt: skip


def render(report: Report) -> str:
    """Return the table with a byte order mark, without which Excel misreads UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for item in report.findings:
        writer.writerow([safe(cell) for cell in _row(item)])
    return "\ufeff" + out.getvalue().encode("utf-8", "replace").decode("utf-8")


def _row(item: Finding) -> tuple[str, ...]:
    place = item.location
    source = item.guidance[0] if item.guidance else None
    return (
        item.page, str(place.line or ""), str(item.severity), str(item.certainty), str(item.kind),
        str(item.owner), item.effort, item.rule, item.message, place.quote or place.html or "", item.suggestion or "",
        place.heading or "", item.why, " ".join(item.wcag), (source.url or source.name) if source else "",
        str(item.change or ""), str(item.cause or ""), "yes" if item.template else "",
        str(item.page_count), item.fingerprint,
    )  # fmt: skip


def safe(cell: str) -> str:
    """Return the cell so that no spreadsheet runs it: page text may start like a formula."""
    return "'" + cell if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
