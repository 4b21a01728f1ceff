"""Whether the focus can leave a few stops between which Tab goes round (WCAG 2.1.2; ACT a1b64e, ebe86a).

A trap: {"loop": places in the list of stops, "first": the first stop of the page is among them, "edge": Shift+Tab
left the page for a moment, "grabs": an element takes the focus back as soon as it goes, "dialog": css or null,
"left": how it was left ("Escape", "button", a key named in the text) or null, "keys": keys that the page names}.
Nothing (None) where Shift+Tab leaves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from contentlint.evidence.keyboard import PULL, Keyboard

#: a key or chord that a text names: Ctrl+M, Control and M, Alt + 1, Escape, Esc, F6
KEYS = re.compile(
    r"\b(?:(?P<with>(?:(?:ctrl|control|alt|option|shift)\s*(?:\+|-|and|plus)\s*){1,2})(?P<key>[a-z0-9]|f\d{1,2}|esc(?:ape)?|tab)"
    r"|(?P<alone>esc(?:ape)?|f\d{1,2}))(?=\W|$)", re.I)  # fmt: skip
_HELP = r"\bhelp\b|how to|keyboard|instructions|\b(?:leave|exit)\b"
_CLOSE = r"\b(?:close|dismiss|hide|cancel|accept|agree|reject|decline|got it|ok|no,? thanks|continue|skip)\b|^[x×✕✖]$"
_BUTTONS = "button, [role=button], input[type=button], a[href='#']"


def look_into(hand: Keyboard, loop: Sequence[int], stops: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """Try to leave a loop as a reader would: backwards, by Escape, by a close button, by the keys that the page names."""
    found: dict[str, Any] = {"loop": list(loop), "first": 0 in loop, "edge": False, "grabs": False, "dialog": None,
                             "left": None, "keys": []}  # fmt: skip
    dialogs = {stops[at]["dialog"] for at in loop}
    if len(dialogs) == 1 and (dialog := next(iter(dialogs))):
        found["dialog"] = dialog
        found["left"] = _leave_dialog(hand, dialog)
        return found
    where = hand.ask("stop", wait=2 * PULL)["at"]
    grabs = 0
    for _ in range(2 * len(loop) + 4):
        grabs += hand.ask("stop", wait=PULL)["at"] != where  # it moves though no key was pressed
        said = hand.tab(back=True, wait=PULL)
        grabs += said["at"] is not None and said["at"] == where
        where = said["at"]
        if said["left"] or (said["at"] is not None and said["at"] not in loop):
            return None
        found["edge"] = found["edge"] or said["out"]
    found["grabs"] = grabs > 1
    hand.press("Escape")
    if _free(hand, loop):
        return None
    found["left"] = _by_named_keys(hand, loop, found)
    return found if not found["left"] else None


def _free(hand: Keyboard, loop: Sequence[int]) -> bool:
    """Whether Tab now leads out of the loop, there and then or at the next two presses."""
    for _ in range(2 * len(loop) + 2):
        said = hand.ask("stop", wait=PULL)
        if said["left"] or (said["at"] is not None and said["at"] not in loop):
            return True
        hand.press("Tab")
    return False


def _leave_dialog(hand: Keyboard, dialog: str) -> str | None:
    hand.press("Escape")
    if hand.ask("gone", dialog, wait=2 * PULL):
        return "Escape"
    for at in hand.ask("called", f":is({dialog}) :is({_BUTTONS})", _CLOSE)[:3]:
        if hand.ask("give", at):
            hand.press("Enter")
            if hand.ask("gone", dialog, wait=2 * PULL):
                return "button"
    return None


def _by_named_keys(hand: Keyboard, loop: Sequence[int], found: dict[str, Any]) -> str | None:
    for at in (None, *hand.ask("called", _BUTTONS, _HELP)):
        if at is not None:
            if at not in loop or not hand.ask("give", at):
                continue
            hand.press("Enter")
        for match in list(KEYS.finditer(hand.ask("words", wait=PULL)))[:4]:
            if match[0] in found["keys"]:
                continue
            found["keys"].append(match[0])
            held = (match["with"] or "").lower()
            key = (match["key"] or match["alone"]).lower()
            key = {"esc": "Escape", "escape": "Escape", "tab": "Tab"}.get(key, key.upper() if len(key) > 1 else key)
            for stop in loop:
                if hand.ask("give", stop):
                    hand.press(key, control="c" in held, alt="alt" in held or "option" in held, shift="shift" in held)
                    if _free(hand, loop):
                        return match[0]
    return None
