"""Text that is cut off or covered once its spacing is widened (WCAG 1.4.12).

Only what was whole before counts. The payload: {"lost": [{…about, kind: "cut" or "overlap", clip, other, lost: px}]}.
"""

from __future__ import annotations

from typing import Any

from contentlint.evidence.layout import ask, bare
from contentlint.evidence.view import View

NAME = "wide-spacing"
EACH = "template"
ORDER = 44


def look(view: View) -> dict[str, Any]:
    """Widen the spacing, compare, and take the change back."""
    if bare(view):
        return {"lost": []}
    return {"lost": ask(view, "spacing")}
