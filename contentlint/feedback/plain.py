"""Any CSV of comments: one row a comment, with a column for the page and one for the words or a rating."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from contentlint.feedback.reader import DROPPED, SECTION, Raw, items, ratings
from contentlint.model import Imported, Refused
from contentlint.tabular import Table, find_columns, fitted, missing, plain_name

NAME = "csv"

KNOWN: Mapping[str, Sequence[str]] = {
    "page": (
        "page",
        "url",
        "page url",
        "page path",
        "page address",
        "path",
        "path or service name",
        "link",
        "web page",
        "webpage",
        "page link",
        "page location",
        "landing page",
        "referrer",
        "referer",
        "source url",
        "entity url",
        "location",
    ),
    "date": (
        "date",
        "created",
        "creation date",
        "created at",
        "created on",
        "submitted",
        "date submitted",
        "submission date",
        "timestamp",
        "time",
        "completed",
        "completion time",
        "date time",
        "start time",
        "received",
        "day",
    ),
    "words": (
        "words",
        "comment",
        "comments",
        "feedback",
        "message",
        "text",
        "what went wrong",
        "what went wrong?",
        "details",
        "description",
        "your comments",
        "your feedback",
        "response",
        "answer",
        "additional comments",
        "free text",
        "suggestion",
        "body",
        "verbatim",
        "is there anything else you would like to tell us",
        "how can we improve this page",
        "tell us more",
    ),
    "rating": (
        "rating",
        "score",
        "stars",
        "satisfaction",
        "service satisfaction rating",
        "was this page helpful",
        "was this page useful",
        "is this page useful",
        "did you find what you needed",
        "did you find what you were looking for",
        "helpful",
        "useful",
        "how easy was it to use",
        "vote",
    ),
    "kind": ("type", "kind", "feedback type", "category"),
    "id": ("id", "response id", "submission id", "reference", "feedback id"),
}


def recognises(header: Sequence[str]) -> bool:
    """Tell whether a file looks like this. It is the route for whatever no other route knows."""
    return bool(header)


def read(table: Table, columns: Mapping[str, str], timezone: str, references: Sequence[str] = ()) -> Imported:
    """Return the comments of a file.

    columns: our name (page, date, words, rating, kind, id) → header, from contentlint.toml. Raises InputError
    where there is no column for the page, or none for words or a rating; ConfigError for a wrong setting.
    """
    found = find_columns(table, KNOWN, columns, SECTION)
    wanted = {} if "page" in found else {"the page": ("page", *KNOWN["page"])}
    if "words" not in found and "rating" not in found:
        wanted["the words"] = ("words", *KNOWN["words"])
    if wanted:
        raise missing(table, wanted, SECTION)
    given, refused = [], []
    for row in table.rows:
        cells = fitted(row, len(table.header))
        if cells is None:
            refused.append(
                Refused(row.line, f"it has {len(row.cells)} values, the header has {len(table.header)}")
            )
        else:
            given.append((row.line, {ours: cells[at] for ours, at in found.items()}))
    scores = ratings([cells.get("rating", "") for _, cells in given])
    raws = []
    for (line, cells), score in zip(given, scores, strict=True):
        if not cells.get("words") and score is None:
            refused.append(Refused(line, "it has neither words nor a rating"))
        else:
            raws.append(
                Raw(
                    line,
                    cells.get("page", ""),
                    cells.get("date", ""),
                    cells.get("words", ""),
                    score,
                    _kind(cells.get("kind", ""), cells.get("words", "")),
                    cells.get("id", ""),
                )
            )
    left = [name for at, name in enumerate(table.header) if name and at not in found.values()]
    dropped = [name for name in left if DROPPED.search(plain_name(name))]
    ignored = [name for name in left if name not in dropped]
    return items(
        raws, refused, route=NAME, timezone=timezone, references=references, dropped=dropped, ignored=ignored
    )


def _kind(given: str, words: str) -> str:
    if words and any(word in given.casefold() for word in ("problem", "report", "error", "fault")):
        return "report"
    return "comment" if words else "rating"
