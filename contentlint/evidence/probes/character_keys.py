"""Single characters that do something wherever the focus is, and whether they can be turned off (WCAG 2.1.4).

Only where the page listens to keys as a whole are they pressed, with the focus on nothing, twice. The payload:
{"keys": [{key, nodes, attributes: how many changed, focus: what got it, changes, off: the control that turns it off or null}]}.
"""

from __future__ import annotations

import string
from time import monotonic
from typing import Any

from contentlint.evidence.keyboard import PULL, Keyboard, keyboard
from contentlint.evidence.keyboard.listeners import listeners_on
from contentlint.evidence.view import View

NAME = "character-keys"
EACH = "template"
ORDER = 72
WHOLE = ("window", "document", "document.documentElement", "document.body")
KEYS = string.ascii_lowercase + string.digits + "/?.,;'[]-=+*#!"
MOST = 4  # keys that are pressed again
SECONDS = 12.0
_SETTINGS = r"short-?cut|keyboard|\bctrl\b|\bcontrol key|hot ?-?keys?\b"
_CONTROLS = "button, [role=button], [role=switch], input[type=checkbox], input[type=button], summary, a[href='#']"


def look(view: View) -> dict[str, Any]:
    """Press each key; then once more, after a pause, those that did something."""
    view.reopen()
    if not any(one["type"].startswith("key") for what in WHOLE for one in listeners_on(view, what)):
        return {"keys": []}
    end = monotonic() + SECONDS
    with keyboard(view) as hand:
        hand.ask("watch")
        suspects = []
        for before, key in zip("\0" + KEYS, KEYS, strict=False):
            if monotonic() > end:
                break
            if _press(hand, key, 0):
                suspects += [before, key]  # what a key does may show a little later
    suspects = [key for key in dict.fromkeys(suspects) if key != "\0"][: 2 * MOST]
    if not suspects:
        return {"keys": []}
    view.reopen()
    with keyboard(view) as hand:
        hand.ask("watch")
        _press(hand, "Shift", PULL)
        if _press(hand, "Shift", 2 * PULL):  # the page changes on its own, or at any key
            return {"keys": []}
        found = [{"key": key, **said, "off": None} for key in suspects if (said := _press(hand, key, 2 * PULL))]
        _turn_off(hand, found, end)
    return {"keys": found[:MOST]}


def _press(hand: Keyboard, key: str, wait: float) -> dict[str, Any] | None:
    """Press a key and return what changed, if anything did."""
    hand.press(key)
    said = hand.ask("effects", wait=wait)
    return said if said["nodes"] or said["attributes"] or said["focus"] or said["changes"] else None


def _turn_off(hand: Keyboard, found: list[dict[str, Any]], end: float) -> None:
    """Try what the page calls its settings for shortcuts: first what is there, then what that shows."""
    tried: set[int] = set()
    while any(not one["off"] for one in found) and monotonic() < end:
        controls = [at for at in hand.ask("called", _CONTROLS, _SETTINGS) if at not in tried]
        if not controls:
            return
        tried.add(controls[0])
        hand.ask("press", controls[0])
        hand.ask("effects", wait=PULL)
        for one in found:
            if not one["off"] and not _press(hand, one["key"], 2 * PULL):
                one["off"] = True
