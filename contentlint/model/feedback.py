"""What residents said or did about a page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeedbackItem:
    """One comment or rating.

    page: page key, or None where the row names no page. date: ISO day or None. kind: "comment",
    "rating", "report". words: already redacted; "" for a bare rating. themes: ids, most certain
    first. weight: 1.0 for one plain comment; a campaign of equal comments shares one.
    route: "csv", "webform" … key: digest that tells the same row on a second import.
    redacted: (kind, count) of personal data taken out.
    """

    page: str | None
    date: str | None
    kind: str
    words: str
    themes: tuple[str, ...] = ()
    weight: float = 1.0
    route: str = "csv"
    key: str = ""
    rating: float | None = None  # 0 (worst) to 1 (best)
    redacted: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PageViews:
    """Views of one page in a period. start, end: ISO days or None."""

    page: str
    views: int
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that was not taken in: where it is and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What one file gave. items: FeedbackItem or PageViews, in file order."""

    items: tuple[FeedbackItem, ...] | tuple[PageViews, ...]
    refused: tuple[Refused, ...] = ()
    dropped_columns: tuple[str, ...] = ()
    ignored_columns: tuple[str, ...] = ()
    route: str = ""
    notes: tuple[str, ...] = ()
