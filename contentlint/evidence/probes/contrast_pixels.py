"""Text on pictures and gradients: the pixels behind each letter, for what axe-core could not decide.

The text is made transparent, a picture of the page is taken, and each letter's colour is blended over
each pixel of its box (WCAG 2.2, relative luminance and contrast ratio). The payload:
{"texts": [{css, html, heading, region, name, best, worst, top, size, bold, shadow}]}; best: the least over the
letters of the highest ratio in a letter's box; worst, top: the least and the highest ratio of all. size: CSS pixels.
"""

from __future__ import annotations

import base64
from typing import Any

from contentlint.evidence.view import View

NAME = "contrast-pixels"
EACH = "page"
ORDER = 20
REASONS = frozenset({"bgImage", "bgGradient", "pseudoContent", "bgOverlap"})
MOST = 25  # texts on a page
TALLEST = 8000  # CSS pixels of one picture


def look(view: View) -> dict[str, Any]:
    """Measure the texts that axe-core left open because of what lies behind them."""
    targets = list(dict.fromkeys(_targets(view)))[:MOST]
    if not targets:
        return {"texts": []}
    box = view.script("contrast_boxes.js", targets)
    if not box:
        return {"texts": []}
    try:
        height = min(TALLEST, box["height"])
        shot = view.picture(box["x"], box["y"], box["width"], height)
    except BaseException:
        view.script("contrast_restore.js")
        raise
    return {"texts": view.wait_for("contrast_measure.js", base64.b64encode(shot).decode("ascii"))}


def _targets(view: View) -> list[str]:
    found = []
    for result in view.axe.get("incomplete") or ():
        if result["id"] in ("color-contrast", "color-contrast-enhanced"):
            for node in result["nodes"]:
                target = node.get("target") or []
                if len(target) == 1 and isinstance(target[0], str) and node["data"].get("messageKey") in REASONS:
                    found.append(target[0])
    return found
