"""Elements with a handler of their own for clicks that the keyboard cannot reach (WCAG 2.1.1).

The browser says which elements have handlers; those set on the document for all of them stay unknown, so an
empty list proves nothing. The payload: {"elements": [{css, html, heading, region, name, pointer: the cursor is a
hand over it, role, silent: screen readers pass it over}]}.
"""

from __future__ import annotations

from typing import Any

from contentlint.evidence.keyboard import keyboard
from contentlint.evidence.keyboard.listeners import listeners_on
from contentlint.evidence.view import View

NAME = "mouse-only"
EACH = "template"
ORDER = 68
HANDLERS = frozenset({"click", "mousedown", "pointerdown", "mouseup", "pointerup"})
MOST = 80  # elements with handlers


def look(view: View) -> dict[str, Any]:
    """Ask the browser for handlers, and the page for what has them."""
    with keyboard(view):
        listeners = listeners_on(view, "document", depth=-1)
        nodes = dict.fromkeys(one["backendNodeId"] for one in listeners if one["type"] in HANDLERS and one.get("backendNodeId"))
        found = [_fact(view, node) for node in list(nodes)[:MOST]]
        return {"elements": [one for one in found if one]}


def _fact(view: View, node: int) -> dict[str, Any] | None:
    thing = view.command("DOM.resolveNode", backendNodeId=node)["object"]["objectId"]
    said = view.command("Runtime.callFunctionOn", objectId=thing, returnByValue=True,
                        functionDeclaration="function () { return window.contentlintKeys.mouse(this); }")  # fmt: skip
    return said["result"].get("value")
