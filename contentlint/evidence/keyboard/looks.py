"""Whether a reader sees where the focus is: pictures of each stop with and without it.

`look` of a stop: {"seen": True | False | None where nobody could tell, "styles": whether computed styles differ}.
"""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Mapping
from time import monotonic, sleep
from typing import Any

from contentlint.evidence.keyboard import Keyboard
from contentlint.evidence.view import View

ALIKE = 2  # stops of one look that are photographed
LATE = 0.3  # seconds: signs that scripts draw late


def looks(view: View, hand: Keyboard, stops: list[dict[str, Any]], end: float) -> None:
    """Add `look` to each stop, until `end` on the monotonic clock."""
    seen: Counter[str] = Counter()
    for stop in stops:
        stop["look"] = {"seen": None, "styles": None}
        if stop["inner"] or monotonic() > end:
            continue
        stop["look"] = _look(view, hand, stop["at"], seen)


def _look(view: View, hand: Keyboard, at: int, seen: Counter[str]) -> dict[str, Any]:
    unknown = {"seen": None, "styles": None}
    styles = False
    for late in (0.0, LATE):
        focused = hand.ask("focusOn", at)
        if not focused:
            return unknown
        styles = bool(focused["styles"])
        if styles and seen[focused["kind"]] >= ALIKE:
            return {"seen": True, "styles": True}
        sleep(late)
        before = _pictures(view, focused["clip"], whole=bool(late))
        blurred = hand.ask("blurOff", at)
        if not blurred["gone"] or not blurred["same"]:
            return unknown
        sleep(late)
        if before != _pictures(view, focused["clip"], whole=bool(late)):
            seen[focused["kind"]] += 1
            return {"seen": True, "styles": styles}
    return {"seen": False, "styles": styles}


def _pictures(view: View, clip: Mapping[str, float] | None, *, whole: bool) -> bytes:
    """Return the pixels of a rectangle of the window, or of all of it: equal bytes are equal pixels."""
    wanted: dict[str, object] = {} if whole or not clip else {"clip": {**clip, "scale": 1}}
    return base64.b64decode(view.command("Page.captureScreenshot", format="png", optimizeForSpeed=True, **wanted)["data"])
