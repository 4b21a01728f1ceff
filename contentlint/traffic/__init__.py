"""How often pages are read. One analytics export a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePath

from contentlint.model import Imported, PageViews
from contentlint.tabular import decode, records
from contentlint.traffic import ga4, plain
from contentlint.traffic.figures import summed
from contentlint.urls import finder

__all__ = ["match_views", "read_traffic"]


def read_traffic(path: str | PurePath, data: bytes, columns: Mapping[str, str]) -> Imported:
    """Read one export; items are PageViews whose pages are named as the export names them.

    path: its name, for messages. columns: our name → the export's header. Raises InputError where the
    file cannot be read as views of pages; then nothing is taken in.
    """
    name = str(path)
    rows = records(name, decode(name, data))
    by_google = any(row.cells and row.cells[0].startswith("#") for row in rows[:3]) or any(
        ga4.recognises(row.cells) for row in rows
    )
    return (ga4 if by_google else plain).read(name, data, columns)


def match_views(
    items: Iterable[PageViews], pages: Iterable[str], aliases: Mapping[str, str] | None = None
) -> tuple[tuple[PageViews, ...], tuple[PageViews, ...]]:
    """Return (views by page key, rows whose page is not known). Views of one page and period are added up.

    By address, then by path, then by redirect. aliases: address that leads elsewhere → page key.
    """
    find = finder(pages, aliases)
    known, unknown = [], []
    for row in items:
        key = find(row.page)
        if key is None:
            unknown.append(row)
        else:
            known.append(PageViews(key, row.views, row.start, row.end))
    return summed(known), tuple(unknown)
