"""Notes on each document which pages link to it, and with what words. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from contentlint.model import Page, PageRow

PAGES = frozenset({"html", "markdown", "text"})  # everything else is a document
MOST = 500  # links kept for one document: a footer on every page says the same again and again


def with_links(rows: Iterable[PageRow], pages: Iterable[Page], redirects: Mapping[str, str]) -> tuple[PageRow, ...]:
    """Return the rows with `linked` on those of documents. redirects: address asked for to address that answered."""
    kept = tuple(rows)
    documents = {row.page for row in kept if row.media not in PAGES}
    found: dict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for page in pages if documents else ():
        for link in page.links:
            address = (link.url or "").partition("#")[0]
            key = redirects.get(address, address)
            if key in documents and key != page.key and len(found[key]) < MOST:
                found[key][page.key, link.text] = None
    return tuple(replace(row, linked=tuple(sorted(found[row.page]))) if row.page in found else row for row in kept)
