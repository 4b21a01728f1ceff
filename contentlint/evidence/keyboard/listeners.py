"""What the browser says of the event listeners of a page."""

from __future__ import annotations

from typing import Any

from contentlint.evidence.view import View


def listeners_on(view: View, what: str, *, depth: int = 1) -> list[dict[str, Any]]:
    """Return the listeners of an object that an expression names; depth -1: and of all below it."""
    thing = view.command("Runtime.evaluate", expression=what)["result"].get("objectId")
    return view.command("DOMDebugger.getEventListeners", objectId=thing, depth=depth)["listeners"] if thing else []
