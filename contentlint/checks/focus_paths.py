"""Where the Tab key leads: traps, jumps, things that happen on the way (WCAG 2.1.2, 2.4.3, 3.2.1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from contentlint.checks._facts import at, fact_on, facts_on
from contentlint.model import Certainty, Facts, Hit, Page, Rule, Skip

ENGINE = "keyboard-walk"
MEDIA = frozenset({"html"})
PROBLEMS = frozenset({
    "keyboard-trap", "focus-that-goes-round", "focus-order-against-reading-order", "change-on-focus", "focus-that-is-thrown-away",
})  # fmt: skip
_FAR = 250  # CSS pixels upwards that make a jump
_PASSED = 3  # stops that the walk had passed on the stretch that it jumps back over


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge the walk as a whole."""
    stops = facts_on(facts, "stops", ENGINE)
    yield from _trap(page, rules, facts, stops)
    if rule := rules.get("focus-order-against-reading-order"):
        for one, other in jumps(stops):
            yield at(rule, page, other, quote=str(other.get("name") or ""), args={"before": one.get("name") or "the stop before"})
    if rule := rules.get("change-on-focus"):
        for change in facts_on(facts, "changes", ENGINE)[:3]:
            yield at(rule, page, change, quote=str(change.get("name") or ""),
                     args={"change": rule.options.get("changes", {}).get(change["kind"], change["kind"])},  # type: ignore[union-attr]
                     certainty=Certainty.REVIEW if change["kind"] == "heading" else None)  # fmt: skip
    if rule := rules.get("focus-that-is-thrown-away"):
        for element in facts_on(facts, "thrown", ENGINE):
            yield at(rule, page, element, quote=str(element.get("name") or ""))


def _trap(page: Page, rules: Mapping[str, Rule], facts: Facts, stops: Sequence[Mapping[str, Any]]) -> Iterator[Hit]:
    trap = fact_on(facts, "trap", ENGINE)
    if not trap or not trap["loop"] or trap["loop"][0] >= len(stops):
        return
    # Where the loop holds the first stop of the page, Shift+Tab goes to the browser's own bar, and the reader is out.
    round_only = trap["edge"] and trap["first"] and not trap["grabs"] and not trap["dialog"]
    rule = rules.get("focus-that-goes-round" if round_only else "keyboard-trap")
    if rule:
        stop = stops[trap["loop"][0]]
        yield at(rule, page, stop, quote=str(stop.get("name") or ""), certainty=Certainty.REVIEW if trap["dialog"] else None)


def jumps(stops: Sequence[Mapping[str, Any]]) -> list[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Return pairs of neighbouring stops where the focus goes far up the page, over what it had passed.

    Left out: what is hidden or stands fixed in the window, and the way to the top of a column further right.
    """
    placed = [stop for stop in stops if not stop.get("hidden") and not stop.get("fixed") and not stop.get("dialog")]
    found = []
    for place, (one, other) in enumerate(pairwise(placed), 1):
        a, b = one["box"], other["box"]
        up = a["y"] - (b["y"] + b["height"])
        if up < _FAR or b["x"] >= a["x"] + a["width"]:
            continue
        left, right = b["x"], b["x"] + b["width"]
        passed = [stop for stop in placed[:place] if b["y"] + b["height"] <= stop["box"]["y"] <= a["y"]
                  and stop["box"]["x"] < right and left < stop["box"]["x"] + stop["box"]["width"]]  # fmt: skip
        if len(passed) >= _PASSED:
            found.append((one, other))
    return found
