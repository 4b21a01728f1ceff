"""Elements hidden from screen readers that still take the focus, where axe-core could not tell.

Each is focused; a script may hand the focus on at once, as the edges of an open dialog do. The
payload: {"elements": [{css, html, name, stays: bool}]}.
"""

from __future__ import annotations

from typing import Any

from contentlint.evidence.view import View

NAME = "hidden-focus"
EACH = "page"
ORDER = 30
MOST = 20


def look(view: View) -> dict[str, Any]:
    """Focus what axe-core left open under aria-hidden-focus."""
    found = [
        node["target"][0]
        for result in view.axe.get("incomplete") or () if result["id"] == "aria-hidden-focus"
        for node in result["nodes"] if len(node["target"]) == 1 and isinstance(node["target"][0], str)
    ]  # fmt: skip
    if not found:
        return {"elements": []}
    view.command("Emulation.setFocusEmulationEnabled", enabled=True)
    return {"elements": view.wait_for("hidden_focus.js", found[:MOST])}
