"""What the checks of layout share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from contentlint.checks._facts import facts_on
from contentlint.model import Facts


def laid_out(facts: Facts, subject: str, engine: str) -> list[Mapping[str, Any]]:
    """Return the facts of a probe of layout; none where style sheets of the page did not load.

    Such a page is not what people see, and axe's check says that sizes are not certain.
    """
    axe = facts.said_by("axe-core")
    bare = axe is not None and isinstance(axe.payload, Mapping) and axe.payload.get("unstyled")
    return [] if bare else facts_on(facts, subject, engine)
