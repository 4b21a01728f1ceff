"""What moves by itself for more than 5 seconds, and whether people can stop it (WCAG 2.2.2).

Style sheets tell of animations, the element of films; pictures that may move are compared after a second, once the page
is 5 seconds old; carousels are watched. The payload: {"moving": [{…about, kind: "animation", "pulse", "film", "picture" or
"carousel", seconds: float or null}], "stop": bool}; stop: some control speaks of pausing or stopping.
"""

from __future__ import annotations

import time
from typing import Any

from contentlint.evidence.layout import ask, bare
from contentlint.evidence.view import View

NAME = "motion"
EACH = "template"
ORDER = 10
_AGE = 5.1  # seconds: what ends before this is exempt
_APART = 1.0
_WATCH = 5200  # milliseconds: carousels often turn every 5 seconds


def look(view: View) -> dict[str, Any]:
    """Read what the code tells, and watch only where something may move."""
    if bare(view):
        return {"moving": [], "stop": False}
    said = ask(view, "motion")
    moving = list(said["moving"])
    stop = said["stop"]
    if said["shows"]:
        for show in ask(view, "shows", _WATCH):
            if show.pop("turns"):
                moving.append(show | {"kind": "carousel", "seconds": None})
    if said["boxes"]:
        time.sleep(max(0.0, _AGE - said["age"] / 1000 - (_WATCH / 1000 if said["shows"] else 0)))
        first = [_picture(view, box) for box in said["boxes"]]
        time.sleep(_APART)
        for box, before in zip(said["boxes"], first, strict=True):
            if before != _picture(view, box):
                moving.append({key: box[key] for key in ("css", "html", "name", "region")} | {"kind": "picture", "seconds": None})
    return {"moving": moving, "stop": stop}


def _picture(view: View, box: dict[str, Any]) -> bytes:
    return view.picture(box["x"], box["y"], min(box["width"], 1280), min(box["height"], 800))
