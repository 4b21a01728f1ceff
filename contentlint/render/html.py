"""The report as one HTML file: no script, no outside file, prints well."""

from __future__ import annotations

from markupsafe import Markup

from contentlint import data
from contentlint.model import Report
from contentlint.render.templates import environment

NAME = "html"
EXTENSION = ".html"
PICTURES = True  # it shows spots as pictures


def render(report: Report) -> str:
    """Return the page. Everything that came from a website or a resident is escaped."""
    style = (data.folder("reports") / "styles" / "report.css").read_text("utf-8")
    text = environment().get_template("report.html.j2").render(report=report, style=Markup(style))
    return text.encode("utf-8", "replace").decode("utf-8")
