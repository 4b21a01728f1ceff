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


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as written: its last possible day and characters [start, end) of the text."""

    day: date
    start: int
    end: int


def dates(text: str) -> Iterator[Dated]:
    """Yield the dates with a year. "March 2024" counts as its last day; impossible dates are left out."""
    for found in _DATE.finditer(text):
        groups = found.groupdict()
        turn = next(n for n in "1234" if groups.get(f"m{n}"))
        year = int(groups[f"y{turn}"])
        year += 2000 if year < 100 else 0
        month = _month(groups[f"m{turn}"])
        day = groups.get(f"d{turn}")
        try:
            last = calendar.monthrange(year, month)[1]
            yield Dated(date(year, month, int(day) if day else last), found.start(), found.end())
        except ValueError:
            continue


def _month(name: str) -> int:
    if name.isdigit():
        return int(name)
    return next(index for index, full in enumerate(_MONTHS) if full and full.startswith(name.lower()[:3]))
