"""Content that is turned by a quarter when the screen is held the other way (WCAG 1.3.4).

The payload: {"turned": [{…about, share: 0 to 1, of the letters of the page}], "asks": [{…about}]}; asks: messages
seen in one of the two positions only that ask people to turn the screen.
"""

from __future__ import annotations

from typing import Any

from contentlint.evidence.layout import ask, bare, sized
from contentlint.evidence.view import View

NAME = "turned-screen"
EACH = "template"
ORDER = 46
_LONG, _SHORT = 900, 600  # CSS pixels


def look(view: View) -> dict[str, Any]:
    """Look at the page across and upright, and compare the angles."""
    if bare(view):
        return {"turned": [], "asks": []}
    with sized(view, _LONG, _SHORT):
        across = ask(view, "turned", "first")
        with sized(view, _SHORT, _LONG):
            upright = ask(view, "turned", "second")
    paths = {**across["angles"], **upright["angles"]}
    turned = []
    for path, fact in paths.items():
        if path in upright["gone"]:
            continue
        one, other = (side["angles"].get(path, {}).get("angle", 0.0) for side in (across, upright))
        if abs((one - other) % 180 - 90) <= 1:
            turned.append(fact)
    said = [{one["css"]: one for one in side["asks"]} for side in (across, upright)]
    asks = [fact for mine, theirs in (said, said[::-1]) for css, fact in mine.items() if css not in theirs]
    return {"turned": turned[:12], "asks": asks}
