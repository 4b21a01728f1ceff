"""What makes a page scroll sideways when it is 320 CSS pixels wide (WCAG 1.4.10).

That is a phone, or a window of 1280 pixels enlarged to 400%. The payload: {"wide": [{…about, kind, over: px}],
"bare": whether style sheets did not load, so that nothing was looked at}; the kinds are told at the head of layout/narrow.js.
"""

from __future__ import annotations

from typing import Any

from contentlint.evidence.layout import ask, bare, sized
from contentlint.evidence.view import View

NAME = "narrow-page"
EACH = "template"
ORDER = 42


def look(view: View) -> dict[str, Any]:
    """Make the window narrow, and name what does not fit."""
    if bare(view):
        return {"wide": [], "bare": True}
    with sized(view, 320, 256):
        return {"wide": ask(view, "narrow"), "bare": False}
