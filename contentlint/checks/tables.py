"""Tables: headers, and tables that are not tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from contentlint.model import Certainty, Facts, Hit, Page, Rule, Skip, Table

ENGINE = "contentlint"
PROBLEMS = frozenset({
    "table-without-headers", "table-for-layout", "empty-table-header", "two-way-table-without-scope",
    "one-cell-table", "one-column-table", "tables-without-captions",
})  # fmt: skip
_FEWEST_HEADED = 2  # headings inside a table from which it arranges sections
_LONG_CELL = 60  # words: a cell this long holds an article, not a figure


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge every table that does not say it is for layout."""
    tables = [table for table in page.tables if not table.place.hidden and not table.layout and table.rows]
    bare = Counter(table.place.heading for table in tables if not table.caption)
    for table in tables:
        sectioned = _headed_cells(page, table) >= _FEWEST_HEADED
        name = _problem(table, sectioned)
        if name and (rule := rules.get(name)):
            # A first row of figures holds no words that could be headers: a person must look.
            unsure = name == "table-without-headers" and not _names_columns(table.rows[0])
            plain = name == "table-for-layout" and sectioned
            certainty = Certainty.REVIEW if unsure else Certainty.LIKELY if plain else None
            yield _hit(rule, table, certainty=certainty)
        if name:
            continue
        yield from _headers(table, rules)
        # Markdown has no captions.
        rule = rules.get("tables-without-captions")
        if rule and page.media == "html" and not table.caption and bare[table.place.heading] > 1:
            yield _hit(rule, table, number=str(bare[table.place.heading]))


def _hit(rule: Rule, table: Table, certainty: Certainty | None = None, **args: str) -> Hit:
    first = " | ".join(table.rows[0])[:100]
    return Hit.at(
        rule,
        table.place,
        target=table.caption or first or "table",
        quote=table.caption or first or None,
        args=args,
        certainty=certainty,
    )


def _names_columns(row: tuple[str, ...]) -> bool:
    return not any(character.isdigit() for cell in row for character in cell)


def _headed_cells(page: Page, table: Table) -> int:
    """Count the headings inside a table: cells with headings are sections of a page, not figures."""
    inside = f"{table.place.css} "
    return sum((heading.place.css or "").startswith(inside) for heading in page.headings)


def _problem(table: Table, sectioned: bool) -> str | None:
    """Name what is wrong with the table as a whole, or None."""
    widest = max(len(row) for row in table.rows)
    if len(table.rows) == 1 and widest == 1:
        return "one-cell-table"
    if widest == 1 and len(table.rows) > 1 and table.header_cells <= 1:
        return "one-column-table"
    if table.header_cells:
        return None
    if sectioned:
        return "table-for-layout"
    long = any(len(cell.split()) > _LONG_CELL for row in table.rows for cell in row)
    if not table.caption and (len(table.rows) == 1 or long):
        return "table-for-layout"
    return "table-without-headers"


def _headers(table: Table, rules: Mapping[str, Rule]) -> Iterator[Hit]:
    first = table.rows[0]
    rule = rules.get("empty-table-header")
    # An empty first cell is right in a table that has headers on two sides.
    if rule and table.header_cells >= len(first) - 1 > 0 and any(not cell.strip() for cell in first[1:]):
        yield _hit(rule, table)
    rule = rules.get("two-way-table-without-scope")
    if (
        rule
        and not table.scoped
        and len(first) > 1
        and table.header_cells >= len(first) + len(table.rows) - 2 > 2
    ):
        yield _hit(rule, table)
