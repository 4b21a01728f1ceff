"""One Report, many formats: one format a file. A renderer neither computes nor sorts nor filters."""

from __future__ import annotations

import importlib

from contentlint.errors import UsageError, nearest
from contentlint.model import Report
from contentlint.registry import names

#: other words for a format
ALIASES = {"text": "terminal", "md": "markdown", "htm": "html"}
_HELPERS = frozenset({"plain", "words", "charts", "templates", "handbook", "spots"})


def formats() -> tuple[str, ...]:
    """Return the names of the formats."""
    return tuple(name for name in names(__name__) if name not in _HELPERS)


def known_format(name: str) -> str:
    """Return the format's own name for a name as people write it. Raises UsageError for an unknown one."""
    name = ALIASES.get(name.lower(), name.lower())
    if name not in formats():
        raise UsageError(f"There is no format “{name}”.",
                         remedy=nearest(name, formats()) or f"Use one of: {', '.join(formats())}.")  # fmt: skip
    return name


def shows_pictures(name: str) -> bool:
    """Tell whether a format shows pictures of spots. Raises UsageError for an unknown format."""
    return getattr(importlib.import_module(f"{__name__}.{known_format(name)}"), "PICTURES", False)


def render(report: Report, name: str) -> str:
    """Render a report. Raises UsageError for an unknown format."""
    name = known_format(name)
    return importlib.import_module(f"{__name__}.{name}").render(report)
