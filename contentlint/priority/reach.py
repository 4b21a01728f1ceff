"""How many people a page reaches, compared with the other pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from contentlint.model import PageViews
from contentlint.priority import wording
from contentlint.priority.weights import Weights


@dataclass(frozen=True, slots=True)
class Reach:
    """factor: multiplies the points. text: says why. views: None where unknown."""

    factor: float
    text: str
    views: int | None


def reaches(views: Iterable[PageViews] | Mapping[str, int], weights: Weights) -> Callable[[str], Reach]:
    """Return what tells the reach of a page, from the newest period in which the page has figures.

    Unknown traffic counts like middling traffic, never like none.
    """
    newest = _newest(views)
    counts = sorted((row.views for row in newest.values()), reverse=True)
    places = {count: at for at, count in reversed(list(enumerate(counts)))}

    def reach(page: str) -> Reach:
        row = newest.get(page)
        if row is None:
            return Reach(weights.unknown_reach, wording.UNKNOWN, None)
        busier = places[row.views]
        step = next(
            at for at, (share, _) in enumerate(weights.reach) if share >= 1 or busier < share * len(counts)
        )
        where = (
            wording.BUSY[step]
            if len(counts) >= 10
            else wording.FEW.format(place=busier + 1, number=len(counts))
        )
        text = wording.VIEWS.format(views=wording.plural(row.views, "view"), period=_period(row), where=where)
        return Reach(weights.reach[step][1], text, row.views)

    return reach


def _newest(views: Iterable[PageViews] | Mapping[str, int]) -> dict[str, PageViews]:
    rows = [PageViews(page, count) for page, count in views.items()] if isinstance(views, Mapping) else views
    newest: dict[str, PageViews] = {}
    for row in rows:
        held = newest.get(row.page)
        if held is None or _age(row) > _age(held):
            newest[row.page] = row
        elif _age(row) == _age(held):
            newest[row.page] = replace(held, views=held.views + row.views)
    return newest


def _age(row: PageViews) -> tuple[str, str]:
    return row.end or "", row.start or ""


def _period(row: PageViews) -> str:
    """ " in October 2026", " from 1 October 2026 to 3 November 2026", or "" where unknown."""
    start, end = _day(row.start), _day(row.end)
    if start is None or end is None:
        known = start or end
        return "" if known is None else f" {'since' if start else 'up to'} {_said(known)}"
    if start == end:
        return f" on {_said(end)}"
    whole = start.day == 1 and (end + timedelta(days=1)).day == 1
    if whole and (start.year, start.month) == (end.year, end.month):
        return f" in {end:%B %Y}"
    return f" from {_said(start)} to {_said(end)}"


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
