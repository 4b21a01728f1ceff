"""Whether readers who use the keyboard see where they are (WCAG 2.4.7, 2.4.11)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from contentlint.checks._facts import at, facts_on
from contentlint.model import Certainty, Facts, Hit, Page, Rule, Skip

ENGINE = "keyboard-walk"
MEDIA = frozenset({"html"})
PROBLEMS = frozenset({"focus-that-cannot-be-seen", "focus-under-fixed-parts"})
_NOTICE = re.compile(r"\bcookies?\b", re.I)


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge each stop of the walk."""
    for stop in facts_on(facts, "stops", ENGINE):
        name, look = str(stop.get("name") or ""), stop.get("look") or {}
        over = stop.get("cover_after") or stop.get("cover")
        # In a field that takes text, the caret is the sign.
        if look.get("seen") is False and not stop.get("editable") and not over and (rule := rules.get("focus-that-cannot-be-seen")):
            # Off the screen, or styles that differ and yet draw nothing: someone must look.
            unsure = stop.get("hidden") or look.get("styles")
            yield at(rule, page, stop, quote=name, certainty=Certainty.REVIEW if unsure else None)
        if over and not stop.get("hidden") and (rule := rules.get("focus-under-fixed-parts")):
            words = str(over.get("name") or over.get("html") or "")
            goes = not stop.get("cover_after") and _NOTICE.search(words)
            yield at(rule, page, stop, quote=name, args={"cover": words[:60]},
                     certainty=Certainty.REVIEW if goes else None)  # fmt: skip
