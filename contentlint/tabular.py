"""Read tables that other programs exported: CSV and its cousins, in whatever encoding they come.

Stands beside urls.py: feedback and traffic both read such files. Nothing here knows what a column means.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from contentlint.errors import InputError, nearest

SEPARATORS = ",;\t|"
_MOST = 10_000_000  # characters in one field
_PROBE = 40  # lines that are looked at to find the separator


@dataclass(frozen=True, slots=True)
class Row:
    """One row. line: where it starts in the file, from 1. cells: as many as the header has, or more."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A header and rows. name: of the file. line: of the header."""

    name: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    line: int = 1


def decode(name: str, data: bytes) -> str:
    """Return the text of a file: UTF-8 with or without a byte order mark, UTF-16 or Windows-1252.

    Raises InputError where the file is no text.
    """
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise InputError(
            "This is a spreadsheet, not a CSV file.", where=name, remedy="Save it as CSV UTF-8 and try again."
        )
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _decoded(name, data, encoding)
    head = data[:2000]
    if len(head) > 3 and head[1::2].count(0) > 0.4 * len(head[1::2]):
        return _decoded(name, data, "utf-16-le")
    if len(head) > 3 and head[::2].count(0) > 0.4 * len(head[::2]):
        return _decoded(name, data, "utf-16-be")
    if b"\0" in head:
        raise InputError("This is not a text file.", where=name, remedy="Export it as CSV and try again.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def records(name: str, text: str) -> list[Row]:
    """Return every row of a text, blank ones too. The separator is found by trying.

    Quoted fields may hold separators, line breaks and doubled quotes. Raises InputError where a
    quote is never closed.
    """
    first, _, rest = text.partition("\n")
    named = re.fullmatch(r'\s*"?sep=(.)"?\s*', first)  # Excel's own hint
    separator = named[1] if named else separator_of(text)
    source = "\n" + rest if named else text
    reader = csv.reader(io.StringIO(source, newline=""), delimiter=separator)
    _refuse_open_quote(name, source, separator)
    rows, line = [], 1
    limit = csv.field_size_limit(_MOST)
    try:
        for cells in reader:
            rows.append(
                Row(line, tuple(cell.replace("\r\n", "\n").replace("\r", "\n").strip() for cell in cells))
            )
            line = reader.line_num + 1
    except csv.Error as fault:
        raise InputError(f"This row cannot be read: {fault}.", where=f"{name}:{line}") from None
    finally:
        csv.field_size_limit(limit)
    return rows


def separator_of(text: str) -> str:
    """Return the separator under which most of the first rows have the same, largest number of cells."""
    lines = [line for line in text.splitlines()[:_PROBE] if line.strip() and not line.startswith("#")]

    def score(separator: str) -> tuple[float, int]:
        widths = [len(cells) for cells in csv.reader(lines, delimiter=separator) if cells]
        if not widths or widths[0] < 2:
            return 0.0, 0
        return round(sum(width == widths[0] for width in widths) / len(widths), 1), widths[0]

    best = max(SEPARATORS, key=lambda separator: (min(score(separator)[0], 0.5), score(separator)[1]))
    return best if score(best)[1] else ","


def table(name: str, data: bytes) -> Table:
    """Return a file with one header and the rows below it. Blank rows are left out.

    Raises InputError where the file is empty, is no text, or has a header only.
    """
    rows = [row for row in records(name, decode(name, data)) if any(row.cells)]
    if not rows:
        raise InputError("This file is empty.", where=name, remedy="Export it again.")
    header, *body = rows
    if not body:
        raise InputError(
            "This file has a header and nothing below it.", where=name, remedy="Export it again."
        )
    return Table(name, header.cells, tuple(body), header.line)


def plain_name(header: str) -> str:
    """Return a column's name for comparing: lower case, words apart, no marks."""
    return " ".join(re.sub(r"[\W_]+", " ", header.casefold()).split())


def find_columns(
    made: Table, known: Mapping[str, Sequence[str]], given: Mapping[str, str], section: str
) -> dict[str, int]:
    """Return our name → position of the column.

    known: our name → headers that mean it, best first. given: our name → header from
    contentlint.toml, which wins. section: where that stands, such as "feedback.columns".
    Raises InputError where a given header is not in the file or our name is unknown.
    """
    header = [plain_name(item) for item in made.header]
    found: dict[str, int] = {}
    for ours, theirs in given.items():
        if ours not in known:
            raise InputError(
                f"[{section}] has no “{ours}”; it knows {listed(known)}.",
                where=made.name,
                remedy=nearest(ours, known) or None,
            )
        if plain_name(theirs) not in header:
            raise InputError(
                f"[{section}] {ours} = “{theirs}”: the file has no such column. "
                f"It has {listed(made.header)}.",
                where=f"{made.name}:{made.line}",
                remedy=nearest(theirs, made.header) or None,
            )
        found[ours] = header.index(plain_name(theirs))
    for ours, names in known.items():
        if ours not in found:
            spot = next(
                (header.index(plain_name(name)) for name in names if plain_name(name) in header), None
            )
            if spot is not None and spot not in found.values():
                found[ours] = spot
    return found


def missing(made: Table, wanted: Mapping[str, Sequence[str]], section: str) -> InputError:
    """Return the error for columns that were not found.

    wanted: what is missing in words → our names for it; the first is shown in the example.
    """
    parts, lines = [], []
    for words, ours in wanted.items():
        parts.append(words)
        close = nearest(ours[0], [plain_name(item) for item in made.header])
        guess = next((item for item in made.header if close and f"“{plain_name(item)}”" in close), "…")
        lines.append(f'{ours[0]} = "{guess}"')
    return InputError(
        f"This file has no column for {' or '.join(parts)}. It has {listed(made.header)}.",
        where=f"{made.name}:{made.line}",
        remedy=f"Name the column in contentlint.toml, such as [{section}] {', '.join(lines)}.",
    )


def listed(names: Sequence[str] | Mapping[str, object]) -> str:
    """Return names as “a”, “b” and “c”."""
    quoted = [f"“{name}”" for name in names if name]
    return " and ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1]))) if quoted else "none with a name"


def fitted(row: Row, width: int) -> tuple[str, ...] | None:
    """Return exactly `width` cells: short rows filled up, empty cells beyond the header cut; else None."""
    if len(row.cells) > width and any(row.cells[width:]):
        return None
    return (row.cells + ("",) * width)[:width]


def _decoded(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding).lstrip("\ufeff")
    except UnicodeDecodeError:
        raise InputError(
            f"This file says it is {encoding} and is not.", where=name, remedy="Export it as CSV UTF-8."
        ) from None


def _refuse_open_quote(name: str, source: str, separator: str) -> None:
    limit = csv.field_size_limit(_MOST)
    reader = csv.reader(io.StringIO(source, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for _ in reader:
            line = reader.line_num + 1
    except csv.Error as fault:
        if "unexpected end" in str(fault):
            raise InputError(
                "A quotation mark in this row is never closed.",
                where=f"{name}:{line}",
                remedy="Export the file again.",
            ) from None
    finally:
        csv.field_size_limit(limit)
