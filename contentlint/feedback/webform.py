"""Drupal Webform's CSV, with headers by label or by key.

Its first twenty columns are always the same; the form's own questions follow. Dropped before anything else
sees them: IP address, who sent it, notes of the staff. Drafts are no answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from contentlint.feedback.reader import DROPPED, SECTION, Raw, items, ratings
from contentlint.model import Imported, Refused
from contentlint.tabular import Table, find_columns, fitted, plain_name

NAME = "webform"

#: our name → (header by key, header by label), as Webform writes them
_FRAME: Mapping[str, tuple[str, str]] = {
    "serial": ("serial", "Serial number"),
    "sid": ("sid", "Submission ID"),
    "uri": ("uri", "Submission URI"),
    "created": ("created", "Created"),
    "completed": ("completed", "Completed"),
    "changed": ("changed", "Changed"),
    "draft": ("in_draft", "Is draft"),
    "current page": ("current_page", "Current page"),
    "ip": ("remote_addr", "Remote IP address"),
    "by id": ("uid__id", "Submitted by: ID"),
    "by": ("uid__title", "Submitted by: Title"),
    "by url": ("uid__url", "Submitted by: URL"),
    "language": ("langcode", "Language"),
    "entity type": ("entity_type", "Submitted to: Entity type"),
    "entity id": ("entity_id", "Submitted to: Entity ID"),
    "locked": ("locked", "Locked"),
    "sticky": ("sticky", "Sticky"),
    "notes": ("notes", "Notes"),
    "entity title": ("entity_title", "Submitted to: Entity title"),
    "entity url": ("entity_url", "Submitted to: Entity URL"),
    "uuid": ("uuid", "UUID"),
    "token": ("token", "Token"),
    "form": ("webform_id", "Webform ID"),
}
_PERSONAL = frozenset({"ip", "by id", "by", "by url", "notes", "token"})
_PAGE = re.compile(r"^(referr?er|page( url| address| path)?|url|servurl|web ?page|link to( the)? page|path)$")
_FOUND = re.compile(
    r"did you find|were you able to|was (this|the) page|is (this|the) page|find what you|useful|helpful"
)
_RATING = re.compile(
    r"how easy|how satisfied|rating|\brate\b|satisf|score|how (useful|helpful|clear)|out of (5|ten|10)"
)
_PURPOSE = re.compile(
    r"why did you (visit|come)|reason for (your )?visit|what were you looking for|what did you come"
    r"|came to do|trying to do"
)
_WORDS = re.compile(
    r"anything else|tell us|comment|feedback|what went wrong|what could|improve|suggest|changes?\b"
    r"|detail|message|descri|problem|explain|"
    r"opinion|thoughts|what is wrong|what do you"
)


def recognises(header: Sequence[str]) -> bool:
    """Tell whether a header is Webform's, by label or by key."""
    names = {plain_name(name) for name in header}
    return any(
        {plain_name(pair[way]) for pair in (_FRAME["sid"], _FRAME["uri"], _FRAME["created"])} <= names
        for way in (0, 1)
    )


def read(table: Table, columns: Mapping[str, str], timezone: str, references: Sequence[str] = ()) -> Imported:
    """Return the answers of an export.

    The page is the form's own referrer field, else the page that the form stood on, else the address of the
    submission. columns: our name (page, date, words, rating) → question, from contentlint.toml, which wins.
    Raises InputError where a named column is missing; ConfigError for a wrong setting.
    """
    given = find_columns(table, {name: () for name in ("page", "date", "words", "rating")}, columns, SECTION)
    frame, asked = _split(table.header)
    ask = {at: plain_name(table.header[at]) for at in asked}
    personal = [
        at
        for at in asked
        if DROPPED.search(ask[at]) and at not in given.values() and not _WORDS.search(ask[at])
    ]
    open_ = [at for at in asked if at not in personal and at not in given.values()]
    page = [given["page"]] if "page" in given else [at for at in open_ if _PAGE.search(ask[at])]
    rating = [given["rating"]] if "rating" in given else [at for at in open_ if _RATING.search(ask[at])]
    found = [at for at in open_ if _FOUND.search(ask[at]) and at not in rating]
    purpose = [at for at in open_ if _PURPOSE.search(ask[at]) and at not in found]
    words = (
        [given["words"]]
        if "words" in given
        else [at for at in open_ if _WORDS.search(ask[at]) and at not in (*page, *rating, *found, *purpose)]
    )
    dates = (
        [given["date"]]
        if "date" in given
        else [frame[name] for name in ("completed", "created") if name in frame]
    )
    page += [frame[name] for name in ("entity url", "uri") if name in frame]

    rows, refused = _rows(table, frame)
    scores = {at: ratings([cells[at] for _, cells in rows]) for at in (*rating, *found)}
    raws = []
    for number, (line, cells) in enumerate(rows):
        text = "\n".join(filter(None, (cells[at] for at in words)))
        marks = [scores[at][number] for at in (*rating, *found) if scores[at][number] is not None]
        missed = any(scores[at][number] == 0.0 for at in found)
        need = _first(cells, purpose)
        if not text and missed and need:
            text = f"Came for: {need}"
        if not text and not marks:
            refused.append(Refused(line, "it has neither words nor a rating"))
            continue
        raws.append(
            Raw(
                line,
                _first(cells, page),
                _first(cells, dates),
                text,
                round(sum(marks) / len(marks), 3) if marks else None,
                row_id="|".join(cells[frame[name]] for name in ("sid", "uri", "created")),
                themes=("cannot-find",) if missed else (),
            )
        )
    used = {*page, *rating, *found, *purpose, *words, *dates, *frame.values(), *personal}
    dropped = [table.header[at] for name, at in frame.items() if name in _PERSONAL] + [
        table.header[at] for at in personal
    ]
    return items(
        raws,
        refused,
        route=NAME,
        timezone=timezone,
        references=references,
        dropped=dropped,
        ignored=[table.header[at] for at in asked if at not in used],
        notes=[f"Times are read as {timezone}, since Webform writes no time zone"],
    )


def _split(header: Sequence[str]) -> tuple[dict[str, int], list[int]]:
    """Return (our name → position of Webform's own columns, positions of the form's questions)."""
    names = {plain_name(name): ours for ours, pair in _FRAME.items() for name in pair}
    frame: dict[str, int] = {}
    for at, name in enumerate(header):
        ours = names.get(plain_name(name))
        if ours is not None and ours not in frame:
            frame[ours] = at
    return frame, [at for at in range(len(header)) if at not in frame.values()]


def _rows(table: Table, frame: Mapping[str, int]) -> tuple[list[tuple[int, tuple[str, ...]]], list[Refused]]:
    rows, refused = [], []
    for row in table.rows:
        cells = fitted(row, len(table.header))
        if cells is None:
            refused.append(
                Refused(row.line, f"it has {len(row.cells)} values, the header has {len(table.header)}")
            )
        elif "draft" in frame and cells[frame["draft"]].casefold() in ("1", "yes", "true"):
            refused.append(Refused(row.line, "it is a draft that was not sent"))
        else:
            rows.append((row.line, cells))
    return rows, refused


def _first(cells: Sequence[str], positions: Iterable[int]) -> str:
    return next((cells[at] for at in positions if cells[at]), "")
