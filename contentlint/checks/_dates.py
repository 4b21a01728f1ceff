"""British dates in running text."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = tuple(name.lower() for name in calendar.month_name)
_NAMES = "|".join(
    [*calendar.month_name[1:], "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept?", "Oct", "Nov", "Dec"]
)
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"\b(?:{_DAY.format('d1')}\s+(?:of\s+)?)?(?P<m1>{_NAMES})\.?,?\s+(?P<y1>(?:19|20)\d\d)\b"
    rf"|\b(?P<m2>{_NAMES})\s+{_DAY.format('d2')},?\s+(?P<y2>(?:19|20)\d\d)\b"
    rf"|\b(?P<d3>\d{{1,2}})[/.](?P<m3>\d{{1,2}})[/.](?P<y3>(?:20)?\d\d)\b"
    rf"|\b(?P<y4>20\d\d)-(?P<m4>\d\d)-(?P<d4>\d\d)\b",
    re.I,
)


_FIGURE = re.compile(r"\d")  # no date goes without one
_WEEKDAYS = [name.lower() for name in calendar.day_name]
_WEEKDAY = re.compile(rf"\b({'|'.join(calendar.day_name)}),?\s+(?:the\s+)?$", re.I)
_DAY_ONLY = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({_NAMES})\b(?!\.?,?\s+(?:19|20)\d\d)")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as written: its last possible day and characters [start, end) of the text. whole: the day of
    the month is given. weekday: the day of the week written before it, from 0 for Monday, or None."""

    day: date
    start: int
    end: int
    whole: bool = True
    weekday: int | None = None


def dates(text: str) -> Iterator[Dated]:
    """Yield the dates with a year. "March 2024" counts as its last day; impossible dates are left out."""
    if not _FIGURE.search(text):
        return
    for found in _DATE.finditer(text):
        groups = found.groupdict()
        turn = next(n for n in "1234" if groups.get(f"m{n}"))
        year = int(groups[f"y{turn}"])
        year += 2000 if year < 100 else 0
        month = _month(groups[f"m{turn}"])
        day = groups.get(f"d{turn}")
        try:
            last = calendar.monthrange(year, month)[1]
            exact = date(year, month, int(day) if day else last)
        except ValueError:
            continue
        named = _WEEKDAY.search(text, 0, found.start())
        weekday = _WEEKDAYS.index(named[1].lower()) if named and day else None
        yield Dated(exact, found.start(), found.end(), bool(day), weekday)


def impossible(text: str) -> Iterator[tuple[int, int, int, str]]:
    """Yield (start, end, last day of the month, month) of days that no calendar has, such as 31 April.

    A date of figures alone may be meant the American way, so it counts only where neither way is a day.
    29 February without a year may be right.
    """
    if not _FIGURE.search(text):
        return
    for found in _DATE.finditer(text):
        groups = found.groupdict()
        turn = next(n for n in "1234" if groups.get(f"m{n}"))
        if not groups.get(f"d{turn}"):
            continue
        year, day = int(groups[f"y{turn}"]), int(groups[f"d{turn}"])
        year += 2000 if year < 100 else 0
        month = _month(groups[f"m{turn}"])
        if turn == "3" and month > 12 and day <= 12:
            continue
        if not 1 <= month <= 12:
            continue
        last = calendar.monthrange(year, month)[1]
        if day > last:
            yield found.start(), found.end(), last, f"{calendar.month_name[month]} {year}"
    for found in _DAY_ONLY.finditer(text):
        month = _month(found[2])
        last = calendar.monthrange(2024, month)[1]  # a leap year: 29 February is a day in some years
        if int(found[1]) > last:
            yield found.start(), found.end(), last, calendar.month_name[month]


def _month(name: str) -> int:
    if name.isdigit():
        return int(name)
    return next(index for index, full in enumerate(_MONTHS) if full and full.startswith(name.lower()[:3]))
