"""The report as one JSON document, for other programs."""

from __future__ import annotations

import json

from contentlint.model import Report
from contentlint.render import plain

NAME = "json"
EXTENSION = ".json"


def render(report: Report) -> str:
    """Return the document that reports/contentlint-1.schema.json describes."""
    # Lone surrogates from broken pages cannot be written as UTF-8: ASCII escapes keep them harmless.
    text = json.dumps(plain.document(report), ensure_ascii=False, indent=1)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"
