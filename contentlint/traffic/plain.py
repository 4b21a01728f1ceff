"""Any CSV with a column for the page and one for its views: Matomo, Search Console, a list typed by hand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from contentlint.errors import InputError
from contentlint.model import Imported, PageViews, Refused
from contentlint.tabular import find_columns, fitted, listed, missing, plain_name, table
from contentlint.traffic.figures import SECTION, number, page_address, summed

NAME = "csv"

KNOWN: Mapping[str, Sequence[str]] = {
    "page": (
        "page",
        "url",
        "page url",
        "page path",
        "path",
        "address",
        "page address",
        "link",
        "gov uk url",
        "metadata url",
        "label",
        "web page",
        "top pages",
    ),
    "views": (
        "views",
        "page views",
        "pageviews",
        "nb hits",
        "hits",
        "total views",
        "unique page views",
        "unique pageviews",
        "visits",
        "nb visits",
        "count",
    ),
    "from": ("from", "start", "start date", "date", "month"),
    "to": ("to", "end", "end date"),
}


def recognises(header: Sequence[str]) -> bool:
    """Tell whether a file looks like this. It is the route for whatever no other route knows."""
    return bool(header)


def read(name: str, data: bytes, columns: Mapping[str, str]) -> Imported:
    """Return the views of a file. columns: our name (page, views, from, to) → header, from contentlint.toml.

    Raises InputError where there is no column for the page or its views, or no row gives views.
    """
    made = table(name, data)
    found = find_columns(made, KNOWN, columns, SECTION)
    wanted = {
        words: (ours,) for ours, words in (("page", "the page"), ("views", "its views")) if ours not in found
    }
    if wanted:
        raise missing(made, wanted, SECTION)
    views, refused = [], []
    for row in made.rows:
        cells = fitted(row, len(made.header))
        if cells is None:
            refused.append(
                Refused(row.line, f"it has {len(row.cells)} values, the header has {len(made.header)}")
            )
            continue
        page, figure = cells[found["page"]], number(cells[found["views"]])
        if plain_name(page) in ("", "total", "totals", "grand total"):
            continue
        if page.casefold() in ("(not set)", "(other)"):
            refused.append(Refused(row.line, f"“{page}” is no page ({figure or 0:,} views)"))
        elif figure is None:
            refused.append(Refused(row.line, f"“{cells[found['views']]}” is no number of views"))
        else:
            start = _day(cells[found["from"]]) if "from" in found else None
            end = _day(cells[found["to"]]) if "to" in found else start
            views.append(PageViews(page_address(page), figure, start, end))
    if not views:
        raise InputError(
            "No row of this file gives the views of a page.",
            where=name,
            remedy="The columns "
            f"“{made.header[found['page']]}” and “{made.header[found['views']]}” were read. "
            f"It has {listed(made.header)}.",
        )
    ignored = tuple(cell for at, cell in enumerate(made.header) if cell and at not in found.values())
    notes = () if views[0].start else ("The file does not say which days it covers",)
    return Imported(summed(views), tuple(refused), ignored_columns=ignored, route=NAME, notes=notes)


def _day(text: str) -> str | None:
    """An ISO day of "2026-10-01", "20261001" or "01/10/2026", else None."""
    if match := re.match(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)", text):
        return "-".join(match.groups())
    if match := re.match(r"(\d{1,2})/(\d{1,2})/(\d{4})", text):
        return f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    return None
