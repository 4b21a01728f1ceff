"""Whether the first link of a page that jumps within it takes the reader past what stands in front (WCAG 2.4.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from contentlint.evidence.keyboard import PULL, Keyboard

FIRST = 4  # stops among which a skip link is looked for
_SKIP = re.compile(r"\b(?:skip|jump|go|straight|neidio|mynd)\b.*\b(?:to|past|content|main|navigation|menu|i|at|gynnwys|cynnwys)\b", re.I)


def follow(hand: Keyboard, stops: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """Press Enter on the skip link, then Tab.

    Returns {css, html, name, exists, shown: its target, between: how many stops stand between the two, arrived: the
    focus is in the target, back: the next stop is one of those between} or None without a skip link.
    """
    for stop in stops[:FIRST]:
        if stop["local"] and _SKIP.search(stop["name"]):
            break
    else:
        return None
    if not hand.ask("give", stop["at"]):
        return None
    goal = hand.ask("goal", stop["at"])
    about = {key: stop[key] for key in ("css", "html", "heading", "region", "name")} | goal
    if not goal["exists"]:
        return about
    hand.press("Enter")
    arrived = hand.ask("arrived", stop["at"], wait=2 * PULL)
    said = hand.tab(wait=PULL)
    return about | {"arrived": arrived, "back": said["at"] is not None and hand.ask("between", stop["at"], said["at"])}
