"""What axe-core reports although it is none, or although nobody can be sure. Each doubt has its reason."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from contentlint.model import Certainty

_LITTLE = 0.25  # share of a scroll box; how much text fits depends on the fonts of the machine
_MARKS = re.compile(r"[^\w\s]|_")


def weighed(rule: str, node: Mapping[str, Any], certainty: Certainty) -> Certainty | None:
    """Return how sure a finding of axe-core is, or None where it is a false alarm.

    rule: axe-core's id. node: as axe_run.js gives it. certainty: as axe-core would have it.
    """
    more = node.get("more") or {}
    name = str(node.get("name") or "")
    if rule.startswith("color-contrast") and name and not re.search(r"[^\W_]", name):
        return None  # a row of symbols is no text in a human language (ACT afw4f7)
    if rule == "frame-focusable-content" and more.get("inert"):
        return None  # nobody can reach a frame behind an open dialog, so it takes nothing away
    if rule == "scrollable-region-focusable" and 0 <= more.get("hidden", 1) < _LITTLE:
        return Certainty.REVIEW
    if rule == "label-content-name-mismatch" and more and (more.get("icon") or _said(more)):
        return None
    return certainty


def _said(more: Mapping[str, Any]) -> bool:
    """Tell whether the name says the words that are seen, but for punctuation, hyphens, what stands in
    brackets, and words that are cut short with a full stop."""
    spoken = _words(str(more.get("spoken") or ""))
    seen = re.sub(r"\(.*?\)", " ", str(more.get("visible") or ""))
    short = [word.endswith(".") for word in seen.split() if _words(word)]
    words = [part for word in seen.split() for part in (_words(word)[:1])]
    return any(
        all(name == word or (cut and name.startswith(word)) for word, cut, name in zip(words, short, spoken[at:], strict=False))
        for at in range(len(spoken) - len(words) + 1)
    )  # fmt: skip


def _words(text: str) -> list[str]:
    return [word for word in _MARKS.sub("", text.casefold()).split() if word]
