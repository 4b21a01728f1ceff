"""Tables: their size, their empty cells, and headers that say the same. Missing headers: tables.py."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from contentlint.checks._look import folded, number
from contentlint.model import Facts, Hit, Page, Rule, Skip, Table

ENGINE = "contentlint"
PROBLEMS = frozenset({"wide-table", "long-table", "small-table", "empty-table-cell", "repeated-table-header"})


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge every table of figures in the main text."""
    for table in page.tables:
        if table.place.hidden or table.layout or table.place.region != "main" or not table.header_cells:
            continue
        rows = [row for row in table.rows if row]
        columns = max((len(row) for row in rows), default=0)
        if columns > 1:
            yield from _size(table, rows, columns, rules)
            yield from _cells(table, rows, columns, rules)


def _hit(rule: Rule, table: Table, **args: str) -> Hit:
    first = " | ".join(table.rows[0])[:100]
    name = table.caption or first or "table"
    return Hit.at(rule, table.place, target=name, quote=name, args=args)


def _size(table: Table, rows: list[tuple[str, ...]], columns: int, rules: Mapping[str, Rule]) -> Iterator[Hit]:
    rule = rules.get("wide-table")
    if rule and columns > number(rule, "columns", 6):
        yield _hit(rule, table, number=str(columns))
    rule = rules.get("long-table")
    if rule and len(rows) > number(rule, "rows", 40):
        yield _hit(rule, table, number=str(len(rows)))
    rule = rules.get("small-table")
    if rule and len(rows) == 2 and table.header_cells >= columns:
        yield _hit(rule, table)


def _cells(table: Table, rows: list[tuple[str, ...]], columns: int, rules: Mapping[str, Rule]) -> Iterator[Hit]:
    # A short row may stand for a merged cell, of which the model knows nothing.
    whole = [row for row in rows[1:] if len(row) == columns]
    empty = sum(not cell.strip() for row in whole for cell in row[1:])
    rule = rules.get("empty-table-cell")
    if rule and empty and empty < sum(len(row) - 1 for row in whole):
        yield _hit(rule, table, number=str(empty))
    rule = rules.get("repeated-table-header")
    if rule and table.header_cells >= columns - 1 and len(rows[0]) == columns:
        names = Counter(folded(cell) for cell in rows[0] if folded(cell))
        name, turns = max(names.items(), key=lambda item: item[1], default=("", 0))
        if turns > 1:
            shown = next(cell.strip() for cell in rows[0] if folded(cell) == name)
            yield _hit(rule, table, name=shown, number=str(turns))
