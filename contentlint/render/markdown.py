"""The report as Markdown, short enough for a job summary (which is refused over 1,024 KB)."""

from __future__ import annotations

from contentlint.model import Report
from contentlint.render.templates import environment

NAME = "markdown"
EXTENSION = ".md"
LIMIT = 900_000  # bytes


def render(report: Report) -> str:
    """Return the summary: coverage, what got worse, the first fixes, what was not checked."""
    text = environment().get_template("summary.md.j2").render(report=report)
    cut = text.encode("utf-8", "replace")
    if len(cut) > LIMIT:
        text = cut[:LIMIT].decode("utf-8", "ignore").rpartition("\n")[0] + "\n\nThe rest is in the full report.\n"
    return text.encode("utf-8", "replace").decode("utf-8")
