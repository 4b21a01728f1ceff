"""How well the words of links and buttons stand out while they are pointed at, or have the focus (WCAG 1.4.3).

The browser is told to draw each in that state; nothing is clicked. One for each look. The payload:
{"states": [{…about, state: "hover" or "focus", ratio, rest: ratio without the state, or null, size: px, bold, shadow}]};
only where the state changes the colours, and no picture or gradient lies behind.
"""

from __future__ import annotations

from typing import Any

from contentlint.evidence.layout import ask, bare
from contentlint.evidence.view import View

NAME = "control-states"
EACH = "template"
ORDER = 48
_STATES = {"hover": ["hover"], "focus": ["focus", "focus-visible"]}


def look(view: View) -> dict[str, Any]:
    """Read the colours at rest and in both states."""
    if bare(view):
        return {"states": []}
    if not ask(view, "state_marks"):
        ask(view, "state_read", "end")
        return {"states": []}
    view.command("DOM.enable")
    view.command("CSS.enable")
    found: list[dict[str, Any]] = []
    try:
        root = view.command("DOM.getDocument", depth=0)["root"]["nodeId"]
        nodes = view.command("DOM.querySelectorAll", nodeId=root, selector="[data-contentlint-state]")["nodeIds"]
        rest = ask(view, "state_read", "keep")
        for state, classes in _STATES.items():
            for node in nodes:
                view.command("CSS.forcePseudoState", nodeId=node, forcedPseudoClasses=classes)
            for before, after in zip(rest, ask(view, "state_read", "keep"), strict=False):
                if after["look"] != before["look"] and after["ratio"] is not None and after["seen"]:
                    fact = {key: value for key, value in after.items() if key not in ("look", "seen")}
                    found.append(fact | {"state": state, "rest": before["ratio"]})
        for node in nodes:
            view.command("CSS.forcePseudoState", nodeId=node, forcedPseudoClasses=[])
    finally:
        view.command("CSS.disable")
        view.command("DOM.disable")
        ask(view, "state_read", "end")
    return {"states": found}
