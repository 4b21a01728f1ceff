"""Comments in a page that turn rules off and on: `<!-- contentlint off -->`."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"<!--\s*contentlint[ \t]+([^\n>]{1,300}?)\s*-->")


def switches(source: str) -> tuple[tuple[str, int], ...]:
    """Return (words after "contentlint", source offset) of each such comment, in order."""
    if "contentlint" not in source:
        return ()
    return tuple((match[1], match.start()) for match in _COMMENT.finditer(source))
