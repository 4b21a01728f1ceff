"""One walk through the page with the Tab key, for all that is judged of focus (WCAG 2.1.2, 2.4.3, 2.4.7, 2.4.11, 3.2.1).

The payload:

- "stops": [{css, html, heading, region, name, box: {x, y, width, height} in CSS pixels of the page, tabindex, fixed,
  dialog, hidden, inner, editable, order: place in the source, cover: what lay over all of it or null,
  cover_after: the same after the notice about cookies was dismissed, look: see contentlint.evidence.keyboard.looks}]
- "thrown": [{css, …}] elements that had the focus and at once lost it
- "changes": [{css, …, kind: "page" | "window" | "submit" | "heading", what}] what happened on focus alone
- "trap": see contentlint.evidence.keyboard.traps, or null
- "ended": whether the walk reached the end of the page; "skip": see contentlint.evidence.keyboard.skipping
"""

from __future__ import annotations

from time import monotonic
from typing import Any

from contentlint.evidence.keyboard import PULL, Keyboard, keyboard
from contentlint.evidence.keyboard.listeners import listeners_on
from contentlint.evidence.keyboard.looks import looks
from contentlint.evidence.keyboard.skipping import follow
from contentlint.evidence.keyboard.traps import look_into
from contentlint.evidence.view import View

NAME = "keyboard-walk"
EACH = "template"
ORDER = 70
MOST = 60  # stops
SECONDS = 12.0
WALKING = 7.0  # of these
PARTS = 30  # presses of Tab inside one element of the browser's own, such as a film's buttons
DIALOGS = 2


def look(view: View) -> dict[str, Any]:
    """Walk, then look at each stop with and without the focus."""
    end = monotonic() + SECONDS
    with keyboard(view) as hand:
        walk = _Walk(hand, view)
        walk.go(monotonic() + WALKING)
        for stop, order in zip(walk.stops, hand.ask("order"), strict=False):
            stop["order"] = order
        looks(view, hand, walk.stops, end)
        skip = follow(hand, walk.stops) if walk.trap is None else None
        _dismissed(hand, walk.stops)
        return {"stops": walk.stops, "thrown": walk.thrown, "changes": walk.changes, "trap": walk.trap,
                "ended": walk.ended, "skip": skip}  # fmt: skip


class _Walk:
    """What was met: see the payload."""

    def __init__(self, hand: Keyboard, view: View) -> None:
        self._hand = hand
        self.stops: list[dict[str, Any]] = []
        self.thrown: list[dict[str, Any]] = []
        self.changes: list[dict[str, Any]] = []
        self.trap: dict[str, Any] | None = None
        self.ended = False
        # Scripts that hear of the loss of the focus may pull it back late: there each key is waited for. Keys
        # in quick succession could set such scripts against each other, as no reader would.
        heard = {one["type"] for one in listeners_on(view, "document", depth=-1)}
        self._wait = PULL if heard & {"blur", "focusout"} else 0

    def go(self, end: float) -> None:
        """Press Tab until the focus leaves the page, is caught, or it is enough."""
        for _ in range(DIALOGS + 1):
            loop = self._forward(end)
            if not loop:
                return
            found = look_into(self._hand, loop, self.stops)
            if found is None:
                return
            if not (found.get("dialog") and found["left"]):
                self.trap = found
                return

    def _forward(self, end: float) -> list[int]:
        """Walk on; return the stops between which the focus goes round, or none."""
        heads = self._hand.ask("heads")
        path: list[int] = []
        known, thrown = 0, 0
        while len(self.stops) < MOST and monotonic() < end:
            said = self._hand.tab(wait=PULL if known else self._wait)
            if self._changed(said, heads):
                return []
            heads = said["heads"]
            if said["left"]:
                said = self._hand.ask("stop", wait=PULL)
                if said["left"]:
                    self.ended = True
                    return []
            if said["thrown"]:
                thrown += 1
                if said["thrown"]["css"] not in [one["css"] for one in self.thrown]:
                    self.thrown.append(said["thrown"])
                elif thrown > 10:
                    return []
            at = said["at"]
            if at is None:
                thrown += 1
                if thrown > MOST:
                    return []
                continue
            if said["about"]:
                self.stops.append({"at": at, **said["about"]})
            path.append(at)
            known = 0 if said["fresh"] else known + 1
            loop = set(path[-known:]) if known else set()
            inner = all(self.stops[one]["inner"] for one in loop if one < len(self.stops))
            if known and known >= (PARTS if inner else 2 * len(loop) + 4):
                return [] if inner else sorted(loop)
        return []

    def _changed(self, said: dict[str, Any], heads: str) -> bool:
        """Note what happened on focus. True where the page is on its way out."""
        happened = list(said["changes"])
        if said["heads"] != heads:
            happened.append({"kind": "heading", "what": said["heads"][:120]})
        where = said["about"] or (self.stops[said["at"]] if said["at"] is not None else said["thrown"])
        if happened and where:
            about = {key: where[key] for key in ("css", "html", "heading", "region", "name")}
            self.changes += [about | one for one in happened[:3]]
        return len(self.changes) > 5


def _dismissed(hand: Keyboard, stops: list[dict[str, Any]]) -> None:
    """Look once more at what lies over the stops, after the notice about cookies is gone."""
    if hand.ask("dismiss") and hand.ask("fixedLeft"):
        for over in hand.ask("covers"):
            if over["at"] < len(stops):
                stops[over["at"]]["cover_after"] = over
