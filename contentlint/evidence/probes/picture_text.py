"""Pictures that look like lines of printed words (WCAG 1.4.5). Nothing is read: marks are counted.

The payload: {"pictures": [{css, html, alt, words, lines, place: "img" or "background"}]}; words: groups of marks,
as the gaps between them show; only for pictures of two tones whose marks stand in even lines.
"""

from __future__ import annotations

from typing import Any

from contentlint.evidence.view import View

NAME = "picture-text"
EACH = "template"
ORDER = 25


def look(view: View) -> dict[str, Any]:
    """Count the marks of pictures of some size from the page's own host."""
    return {"pictures": view.wait_for("picture_text.js")}
