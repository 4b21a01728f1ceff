"""Google Analytics 4: the CSV or TSV that its screens export.

Lines that start with "#" say what the report is and which days it covers. Tables may stand one below the
other, each with its own header; only those with a page and its views are read. A totals row is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from contentlint.errors import InputError, nearest
from contentlint.model import Imported, PageViews, Refused
from contentlint.tabular import Row, decode, listed, plain_name, records
from contentlint.traffic.figures import SECTION, number, page_address, summed

NAME = "ga4"

_PAGES = (
    "page path and screen class",
    "page path query string and screen class",
    "page path query string",
    "page path",
    "page location",
    "full page url",
    "landing page query string",
    "landing page",
)
_VIEWS = ("views", "screen page views", "page views", "pageviews", "event count")
_NO_PAGE = frozenset({"(not set)", "(other)", "(data not available)"})


def recognises(header: Sequence[str]) -> bool:
    """Tell whether a row is the header of a table with pages and views."""
    names = [plain_name(cell) for cell in header]
    return any(name in names for name in _PAGES) and any(name in names for name in _VIEWS[:4])


def read(name: str, data: bytes, columns: Mapping[str, str]) -> Imported:
    """Return the views of an export. columns: our name (page, views) → header, from contentlint.toml.

    Raises InputError where no table names pages and views, or a named column is missing.
    """
    rows = records(name, decode(name, data))
    views: list[PageViews] = []
    refused: list[Refused] = []
    ignored: dict[str, None] = {}
    headers: list[tuple[str, ...]] = []
    for days, header, body in _tables(rows, columns):
        headers.append(header)
        place = _columns(header, columns)
        if place is None:
            continue
        page_at, views_at = place
        ignored.update((cell, None) for at, cell in enumerate(header) if cell and at not in place)
        for row in body:
            page, figure = _cell(row, page_at), number(_cell(row, views_at))
            if not page or plain_name(page) in ("total", "totals", "grand total"):
                continue
            if page.casefold() in _NO_PAGE:
                refused.append(Refused(row.line, f"“{page}” is no page ({figure or 0:,} views)"))
            elif figure is None:
                refused.append(Refused(row.line, f"“{_cell(row, views_at)}” is no number of views"))
            else:
                views.append(PageViews(page_address(page), figure, *days))
    if not views and not refused:
        seen = next((header for header in headers if len(header) > 1), ())
        raise InputError(
            f"This file has no table of pages and their views. It has {listed(seen)}.",
            where=name,
            remedy="Export “Pages and screens” by page path, or name the columns in contentlint.toml: "
            f'[{SECTION}] page = "…", views = "…".',
        )
    notes = () if views and views[0].start else ("The file does not say which days it covers",)
    return Imported(summed(views), tuple(refused), ignored_columns=tuple(ignored), route=NAME, notes=notes)


def _tables(
    rows: Iterable[Row], columns: Mapping[str, str]
) -> Iterator[tuple[tuple[str | None, str | None], tuple[str, ...], list[Row]]]:
    """Yield ((first day, last day), header, rows) of each table. Blank lines or "#" end a table."""
    start: str | None = None
    end: str | None = None
    block: list[Row] = []
    for row in [*rows, Row(0, ())]:
        text = " ".join(filter(None, row.cells))
        header_again = block and recognises(row.cells) and not recognises(block[0].cells)
        if (not text or text.startswith("#") or header_again) and block:
            yield (start, end), block[0].cells, block[1:]
            block = []
        if text.startswith("#"):
            start, end = _days(text, start, end)
        elif text:
            block.append(row)


def _days(text: str, start: str | None, end: str | None) -> tuple[str | None, str | None]:
    whole = re.search(r"\b(\d{8})\s*[-–]\s*(\d{8})\b", text)
    if whole:
        return _iso(whole[1]), _iso(whole[2])
    one = re.search(r"\b(start|end) date:?\s*(\d{4}-?\d{2}-?\d{2})", text, re.I)
    if one:
        day = _iso(one[2])
        return (day, end) if one[1].lower() == "start" else (start, day)
    return start, end


def _iso(text: str) -> str:
    digits = text.replace("-", "")
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"


def _columns(header: Sequence[str], columns: Mapping[str, str]) -> tuple[int, int] | None:
    names = [plain_name(cell) for cell in header]
    for ours in columns:
        if ours not in ("page", "views"):
            raise InputError(
                f"[{SECTION}] has no “{ours}”; it knows “page” and “views”.",
                remedy=nearest(ours, ("page", "views")) or None,
            )
    wanted = [
        (plain_name(columns[ours]),) if ours in columns else known
        for ours, known in (("page", _PAGES), ("views", _VIEWS))
    ]
    spots = [next((names.index(name) for name in known if name in names), None) for known in wanted]
    return None if None in spots else (spots[0], spots[1])  # type: ignore[return-value]


def _cell(row: Row, at: int) -> str:
    return row.cells[at] if at < len(row.cells) else ""
