"""The findings one a line, as Vale prints them: `path:line:column:rule:message`."""

from __future__ import annotations

import posixpath

from contentlint.model import Finding, Report

NAME = "line"
EXTENSION = ".txt"


def render(report: Report) -> str:
    """Return a line for each finding that has a place, in the order of files and places."""
    return "".join(_line(item) for item in report.findings)


def _line(item: Finding) -> str:
    place = item.location
    page = item.page if "://" in item.page or item.page == "-" else posixpath.normpath(item.page)
    message = " ".join(item.message.split("\n"))
    return f"{page}:{place.line or 1}:{place.column or 1}:{item.rule}:{message}\n"
