"""Numbers and addresses as exports write them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from contentlint.model import PageViews
from contentlint.urls import canonical

SECTION = "traffic.columns"


def number(text: str) -> int | None:
    """Return a count with or without thousands separators ("4,210", "4 210", "4.210"), or None."""
    bare = re.sub(r"[\s\u00a0\u202f']", "", text)
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", bare):
        return int(re.sub(r"[.,]", "", bare))
    if re.fullmatch(r"\d+(?:[.,]0+)?", bare):
        return int(re.split(r"[.,]", bare)[0])
    return None


def page_address(text: str) -> str:
    """Return an address without query, fragment, trailing slash and the token of a preview link."""
    bare = re.split(r"[?#]", text.strip(), maxsplit=1)[0]
    bare = re.sub(r"(/preview-link/[^/]+/[^/]+)/.*", r"\1", bare)
    if "://" in bare:
        return canonical(bare) or bare
    return bare.rstrip("/") or "/"


def summed(views: Iterable[PageViews]) -> tuple[PageViews, ...]:
    """Add up rows of one page and period, in the order of their first."""
    totals: dict[tuple[str, str | None, str | None], int] = {}
    for row in views:
        key = row.page, row.start, row.end
        totals[key] = totals.get(key, 0) + row.views
    return tuple(PageViews(page, count, start, end) for (page, start, end), count in totals.items())
