"""Text that is cut off when the page is enlarged to 200% (WCAG 1.4.4).

The window of 1280 by 1024 becomes one of 640 by 512, which is what zoom does. The payload:
{"cut": [{…about, axis: "x" or "y", clip: opening tag of the element that cuts, name, lost: px}]}.
"""

from __future__ import annotations

from typing import Any

from contentlint.evidence.layout import ask, sized
from contentlint.evidence.view import View

NAME = "zoomed-text"
EACH = "template"
ORDER = 40
WIDTH, HEIGHT = 640, 512


def look(view: View) -> dict[str, Any]:
    """Halve the window, find text that is cut off, and give the window its size back."""
    with sized(view, WIDTH, HEIGHT):
        return {"cut": ask(view, "zoomed")}
