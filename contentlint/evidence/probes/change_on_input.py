"""What happens when a field is changed and nothing more: another page, a new window, a form sent (WCAG 3.2.2).

Each field is changed in a fresh copy of the page that is cut off from the network; what the page then tries
to do is noted and kept from happening. The payload: {"fields": [{css, html, heading, region, name, kind:
type of the field, change: "page" | "window" | "submit" | "heading", told: the words around it}]}.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

from contentlint.evidence.keyboard import PULL, keyboard
from contentlint.evidence.view import View

NAME = "change-on-input"
EACH = "template"
ORDER = 74
MOST = 12  # fields
SECONDS = 8.0


def look(view: View) -> dict[str, Any]:
    """Change the fields one by one."""
    if not view.driver.execute_script("return Boolean(document.querySelector('select, input[type=radio], input[type=checkbox]'))"):
        return {"fields": []}
    view.reopen()
    end, found = monotonic() + SECONDS, []
    with keyboard(view) as hand, _offline(view):
        heads = hand.ask("heads")
        hand.ask("stop")
        for field in _chosen(hand.ask("fields")):
            if monotonic() > end:
                break
            hand.ask("change", field["at"])
            said = hand.ask("stop", wait=2 * PULL)
            kinds = [one["kind"] for one in said["changes"]] + (["heading"] if said["heads"] != heads else [])
            heads = said["heads"]
            if kinds:
                found.append(field | {"change": kinds[0]})
    return {"fields": found}


def _chosen(fields: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Selects first, and of a long row of boxes only a few."""
    selects = [one for one in fields if one["kind"].startswith("select")]
    return [*selects, *(one for one in fields if one not in selects)][:MOST]


@contextmanager
def _offline(view: View) -> Iterator[None]:
    still = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    view.command("Network.enable")
    view.command("Network.emulateNetworkConditions", offline=True, **still)
    try:
        yield
    finally:
        view.command("Network.emulateNetworkConditions", offline=False, **still)
        if not getattr(view.driver, "contentlint_local", False):  # pages from files stay cut off
            view.command("Network.disable")
