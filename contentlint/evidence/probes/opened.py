"""What appears when something is pointed at or has the focus: can it be reached and sent away (WCAG 1.4.13)?

The mouse goes to a few triggers, from there onto what appeared, and Escape is pressed. Nothing is clicked. The payload:
{"opened": [{…about, kind: "tip" or "menu", by: "hover" or "focus", text, covers, stays: bool or null, closes: bool}]}; covers: it
lies on other words; stays: under the mouse; null where it came by focus.
"""

from __future__ import annotations

import time
from typing import Any

from contentlint.evidence.layout import ask, bare
from contentlint.evidence.view import View

NAME = "opened-content"
EACH = "template"
ORDER = 60
_OPENS, _CLOSES = 0.35, 0.3  # seconds: tips often wait a moment
_STEPS = 6


def look(view: View) -> dict[str, Any]:
    """Point at each trigger, then give it the focus if nothing came."""
    if bare(view):
        return {"opened": []}
    triggers = ask(view, "triggers", None)
    found = []
    if triggers:
        view.command("Emulation.setFocusEmulationEnabled", enabled=True)
        try:
            found = [fact for trigger in triggers if (fact := _try(view, trigger))]
        finally:
            _move(view, 0, 0)
            ask(view, "opened", "end", None)
            view.driver.execute_script("window.scrollTo({top: 0, left: 0, behavior: 'instant'})")
    return {"opened": found}


def _try(view: View, trigger: dict[str, Any]) -> dict[str, Any] | None:
    _move(view, 0, 0)
    placed = ask(view, "triggers", trigger["css"])
    if not placed:
        return None
    x, y = placed[0]["x"], placed[0]["y"]
    time.sleep(0.1)
    ask(view, "opened", "before", None)
    _move(view, x, y)
    time.sleep(_OPENS)
    fact: dict[str, Any] = {key: trigger[key] for key in ("css", "html", "name", "region", "kind")}
    if new := ask(view, "opened", "after", trigger["css"]):
        for step in range(1, _STEPS + 1):
            _move(view, x + (new["x"] - x) * step / _STEPS, y + (new["y"] - y) * step / _STEPS)
            time.sleep(0.03)
        time.sleep(_CLOSES)
        stays = ask(view, "opened", "still", None)
        if not stays:
            _move(view, 0, 0)
            time.sleep(0.1)
            _move(view, x, y)
            time.sleep(_OPENS)
        return fact | {"by": "hover", "text": new["text"], "covers": new["covers"], "stays": stays, "closes": _escapes(view)}
    _move(view, 0, 0)
    view.driver.execute_script("const one = document.querySelector(arguments[0]); if (one) one.focus();", trigger["css"])
    time.sleep(_OPENS)
    if new := ask(view, "opened", "after", trigger["css"]):
        return fact | {"by": "focus", "text": new["text"], "covers": new["covers"], "stays": None, "closes": _escapes(view)}
    ask(view, "opened", "end", None)
    return None


def _escapes(view: View) -> bool:
    for kind in ("rawKeyDown", "keyUp"):
        view.command("Input.dispatchKeyEvent", type=kind, key="Escape", code="Escape", windowsVirtualKeyCode=27)
    time.sleep(_CLOSES)
    return not ask(view, "opened", "still", None)


def _move(view: View, x: float, y: float) -> None:
    view.command("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
