"""Findings as GitHub annotations: `::error file=…::message`, the worst first.

GitHub shows ten errors and ten warnings a step and drops the rest without a word, so at most ten of
each are printed, and a last line says how many more there are.
"""

from __future__ import annotations

from contentlint.model import Finding, Report, Severity
from contentlint.render.spots import spot

NAME = "github"
EXTENSION = ".txt"
SHOWN = 10


def render(report: Report) -> str:
    """Return one workflow command a line."""
    errors = [item for item in report.annotations if item.severity.rank >= Severity.SERIOUS.rank]
    warnings = [item for item in report.annotations if item.severity.rank < Severity.SERIOUS.rank]
    lines = [_line("error", item) for item in errors[:SHOWN]] + [_line("warning", item) for item in warnings[:SHOWN]]
    hidden = len(report.annotations) - len(lines)
    if hidden > 0:
        lines.append(f"::notice title=contentlint::{hidden} more findings are in the report.")
    return "".join(line + "\n" for line in lines)


def _line(command: str, item: Finding) -> str:
    place = item.location
    properties = {"title": f"{item.title or item.rule}"}
    if not item.page.startswith(("http://", "https://")) and item.page != "-":
        properties["file"] = item.page
        if place.line:
            properties["line"] = str(place.line)
        where = ""
    else:
        where = f" On {item.page}" + (f" and {item.page_count - 1} more pages" if item.template else "") + "."
    spotted = spot(item)
    quote = f" {spotted}." if spotted else f" “{place.quote[:80]}”" if place.quote else ""
    text = f"{item.message}{quote}{where} {item.why}".strip()
    inside = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{command} {inside}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
