"""Fields and icon buttons that hardly stand out from what is around them (WCAG 1.4.11).

The payload: {"controls": [{…about, kind: "field", "choice" or "icon", best: ratio under 3, simple: bool}]}; simple: nothing
else beside it could show where it is.
"""

from __future__ import annotations

from typing import Any

from contentlint.evidence.layout import ask, bare
from contentlint.evidence.view import View

NAME = "control-contrast"
EACH = "template"
ORDER = 32


def look(view: View) -> dict[str, Any]:
    """Compare borders, fills and icons with their surroundings."""
    if bare(view):
        return {"controls": []}
    return {"controls": ask(view, "controls")}
