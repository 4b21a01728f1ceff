"""A style guide in Markdown as a list of entries, each known by its heading and a digest of its text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from types import MappingProxyType

#: file of the guide → the name that our rules cite it by
GUIDES: Mapping[str, str] = MappingProxyType({
    "a-to-z-style-guide.md": "GOV.UK style guide",
    "technical-a-to-z.md": "GOV.UK technical style guide",
})  # fmt: skip
_HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*\s*")
_ENTRY = 3  # the level of headings that begin an entry
_FENCE = re.compile(r"\s*(```+|~~~+)")


def entries(text: str) -> dict[str, str]:
    """Return heading → digest of the entries of a guide, in order.

    An entry begins at a heading of the third level and ends at the next of that level or above. White space does not
    count. Entries of one heading are taken together. The digest is the first 16 hex digits of SHA-256.
    """
    found: dict[str, list[str]] = {}
    inside: list[str] | None = None
    fence = ""
    for line in text.splitlines():
        if mark := _FENCE.match(line):
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
        heading = None if fence else _HEADING.fullmatch(line)
        if heading and len(heading[1]) == _ENTRY:
            inside = found.setdefault(" ".join(heading[2].split()), [])
        elif heading and len(heading[1]) < _ENTRY:
            inside = None
        elif inside is not None:
            inside.append(line)
    return {name: hashlib.sha256(" ".join(" ".join(lines).split()).encode("utf-8", "replace")).hexdigest()[:16]
            for name, lines in found.items()}  # fmt: skip


def folded(name: str) -> str:
    """Return the name of an entry for comparison: no capitals, quotation marks or article."""
    plain = re.sub(r"[\"'’‘“”`*\\]", "", name).casefold()
    return " ".join(re.sub(r"^(?:the|a|an) ", "", plain).split())
