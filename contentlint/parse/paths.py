"""CSS paths that find one element, and stay the same from one visit to the next."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bs4 import Tag

_STABLE = re.compile(r"^[A-Za-z][A-Za-z_-]*(?:\d{1,2}(?![0-9a-f])[A-Za-z_-]*)*$")
_RANDOM = re.compile(r"--[A-Za-z0-9_-]{8,}$|[0-9a-f]{6,}")


def css_path(tag: Tag, parent: str, turn: int, counts: Mapping[str, int]) -> str:
    """Return the path of an element below `parent` (a path, or "").

    An id is used where it is unique on the page and does not look made up by a program. turn: which of
    the parent's children of this name it is, from 1, or 0 where it is the only one. counts: uses of ids.
    """
    name, mark = tag.name, tag.attrs.get("id")
    if mark and counts[mark] == 1 and _STABLE.match(mark) and not _RANDOM.search(mark):
        return f"#{mark}"
    if name in ("html", "body"):
        return name
    step = name if name.isalnum() else re.sub(r"([^\w-])", r"\\\1", name)
    if turn:
        step = f"{step}:nth-of-type({turn})"
    if name == "tr" and parent.rpartition(" ")[2].startswith("table"):
        return f"{parent} {step}"  # browsers put a tbody in between
    return f"{parent} > {step}" if parent else step
