"""What every feedback route needs: dates, ratings, addresses without personal data, and whole items."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from contentlint.errors import ConfigError
from contentlint.feedback.redact import redact, total
from contentlint.feedback.themes import is_off_topic, themes_of
from contentlint.feedback.voices import weigh
from contentlint.model import FeedbackItem, Imported, Refused
from contentlint.urls import canonical

SECTION = "feedback.columns"
DROPPED = re.compile(
    r"\b(ip|remote addr\w*|user agent|browser\w*|(e ?)?mail( address)?|(tele|mobile )?phone( number)?"
    r"|mobile( number)?|contact number|"
    r"(your |full |first |last |sur|fore)name|name|home address|address|post ?code|submitted by|uid"
    r"|notes?|owner\w*|assigned\w*|"
    r"created by|modified by|customer|respondent( id)?|token|session( id)?|cookie|ni number|date of"
    r" birth|dob)\b"
)
_WORDS_OF_RATING = {
    "yes": 1.0,
    "no": 0.0,
    "y": 1.0,
    "n": 0.0,
    "true": 1.0,
    "false": 0.0,
    "useful": 1.0,
    "not useful": 0.0,
    "helpful": 1.0,
    "not helpful": 0.0,
    "partly": 0.5,
    "somewhat": 0.5,
    "very easy": 1.0,
    "easy": 0.75,
    "ok": 0.5,
    "neutral": 0.5,
    "average": 0.5,
    "neither": 0.5,
    "difficult": 0.25,
    "very difficult": 0.0,
    "hard": 0.25,
    "very satisfied": 1.0,
    "satisfied": 0.75,
    "dissatisfied": 0.25,
    "very dissatisfied": 0.0,
    "excellent": 1.0,
    "good": 0.75,
    "fair": 0.5,
    "poor": 0.25,
    "very poor": 0.0,
    "thumbs up": 1.0,
    "thumbs down": 0.0,
    "👍": 1.0,
    "👎": 0.0,
    "positive": 1.0,
    "negative": 0.0,
}
_FORMS = (
    "%d/%m/%Y",
    "%d-%m-%Y",
    "%d.%m.%Y",
    "%d/%m/%y",
    "%d %b %Y",
    "%d %B %Y",
    "%d-%b-%Y",
    "%d-%b-%y",
    "%b %d %Y",
    "%B %d %Y",
    "%Y/%m/%d",
    "%Y%m%d",
)
_TIMES = ("", " %H:%M", " %H:%M:%S", " %I:%M %p", " %I:%M:%S %p", " %I:%M%p")


@dataclass(frozen=True, slots=True)
class Raw:
    """One row before it is made into an item. when: date as written. row_id: the export's id, or ""."""

    line: int
    page: str
    when: str
    words: str
    rating: float | None = None
    kind: str = ""
    row_id: str = ""
    themes: tuple[str, ...] = ()


def zone(name: str) -> ZoneInfo:
    """Return a time zone. Raises ConfigError for an unknown name."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ConfigError(
            f"[feedback] timezone: “{name}” is no time zone.", remedy="Write it as “Europe/London”."
        ) from None


def moment(text: str, local: ZoneInfo, month_first: bool = False) -> tuple[datetime, bool] | None:
    """Return (local time without zone, whether a time of day was given) of a date, or None.

    Days come before months, as in Britain, unless month_first. Whole numbers are Unix seconds or
    milliseconds.
    """
    text = " ".join(text.replace(",", " ").split())
    if re.fullmatch(r"\d{10}|\d{13}", text):
        seconds = int(text) / (1000 if len(text) == 13 else 1)
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).astimezone(local).replace(
            tzinfo=None
        ), True
    if re.match(r"\d{4}-\d{2}-\d{2}", text):
        try:
            given = datetime.fromisoformat(text)
        except ValueError:
            return None
        aware = given.tzinfo is not None
        return (given.astimezone(local).replace(tzinfo=None) if aware else given), len(text) > 10
    text = re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", text, flags=re.I)
    text = re.sub(r"^(mon|tue|wed|thu|fri|sat|sun)\w*\s+", "", text, flags=re.I).replace(" at ", " ")
    forms = tuple(form.replace("%d/%m", "%m/%d") for form in _FORMS) if month_first else _FORMS
    for form in forms:
        for hour in _TIMES:
            try:
                return datetime.strptime(text, form + hour), bool(hour)
            except ValueError:
                continue
    return None


def months_first(texts: Iterable[str]) -> bool:
    """Tell whether a column writes 11/25/2026: some date cannot be read day first, none only so."""
    pairs = [match.groups() for text in texts if (match := re.match(r"\s*(\d{1,2})/(\d{1,2})/\d{2,4}", text))]
    return any(int(second) > 12 for _, second in pairs) and not any(int(first) > 12 for first, _ in pairs)


def ratings(answers: Sequence[str]) -> list[float | None]:
    """Return a column's answers as 0 (worst) to 1 (best), None where there is none.

    Numbers are taken on the scale 1 to 5, 0 to 10 or 0 to 100 that the whole column fits. Labels such as
    "1 -- Very difficult", "4/5", "80%" and "Yes" are understood.
    """
    numbers = [_number(answer) for answer in answers]
    top = max((value for value, own in filter(None, numbers) if own is None), default=0.0)
    low, high = (1.0, 5.0) if top <= 5 else (0.0, 10.0) if top <= 10 else (0.0, 100.0)
    if any(value == 0 for value, own in filter(None, numbers) if own is None):
        low = 0.0
    scaled = []
    for answer, number in zip(answers, numbers, strict=True):
        if number is None:
            scaled.append(_WORDS_OF_RATING.get(answer.casefold().strip(" .!")))
        else:
            value, own = number
            start, end = (0.0 if own == 100 else 1.0, own) if own else (low, high)
            scaled.append(round(min(1.0, max(0.0, (value - start) / (end - start))), 3))
    return scaled


def _number(answer: str) -> tuple[float, float | None] | None:
    """(value, its own top or None) of "3", "3/5", "3 out of 5", "80%" or "3 -- Neither"."""
    match = re.match(
        r"\s*(\d+(?:\.\d+)?)\s*(%|(?:/|out of)\s*(\d+))?\s*(?:$|[-–—:(].*|stars?\b.*)", answer, re.I
    )
    if match is None:
        return None
    own = 100.0 if match[2] == "%" else float(match[3]) if match[3] and float(match[3]) > 1 else None
    return float(match[1]), own


def address(text: str) -> str:
    """Return a page's address as far as it may be kept: canonical where it is whole, without secrets.

    The token of a preview link is cut off, and a query that holds personal data is dropped.
    """
    text = re.sub(r"(/preview-link/[^/?#]+/[^/?#]+)/[^/?#]+", r"\1", text.strip())
    text = re.sub(r"([?&](?:token|key|sig\w*|auth\w*|pass\w*|session\w*)=)[^&#]*", r"\1", text, flags=re.I)
    bare, question, _ = text.partition("?")
    if question and redact(text)[1]:
        text = bare
    if re.search("@|%40", text):
        text = redact(text)[0]
    return (canonical(text) if "://" in text else text) or text


def items(
    rows: Sequence[Raw],
    refused: Sequence[Refused],
    *,
    route: str,
    timezone: str,
    references: Sequence[str] = (),
    dropped: Sequence[str] = (),
    ignored: Sequence[str] = (),
    notes: Sequence[str] = (),
) -> Imported:
    """Make the items of one file: redact, date, find themes, weigh. Rows that cannot be read are refused.

    Raises ConfigError where the time zone or a pattern of references is wrong.
    """
    local, month_first = zone(timezone), months_first(row.when for row in rows)
    made: list[FeedbackItem] = []
    moments: list[datetime | None] = []
    bad = list(refused)
    lines: dict[str, int] = {}
    turns: dict[str, int] = {}
    for row in rows:
        when = moment(row.when, local, month_first) if row.when else None
        if row.when and when is None:
            bad.append(Refused(row.line, f"the date “{row.when[:40]}” cannot be read"))
            continue
        words, counts = redact(row.words, references)
        page = address(row.page) or None
        key = _digest(route, row.row_id or "|".join((row.when, page or "", words, str(row.rating))))
        exact = bool(row.row_id) or (when is not None and when[1])
        if not exact:  # two people may say the same on one day; a second import must meet both again
            turns[key] = turns.get(key, -1) + 1
            key = _digest(key, str(turns[key]))
        elif key in lines:
            bad.append(Refused(row.line, f"the same as line {lines[key]}"))
            continue
        lines[key] = row.line
        themes = themes_of(words)
        more = () if is_off_topic(themes) else tuple(theme for theme in row.themes if theme not in themes)
        made.append(
            FeedbackItem(
                page=page,
                date=when[0].date().isoformat() if when else None,
                kind=row.kind or ("comment" if words else "rating"),
                words=words,
                themes=themes + more,
                route=route,
                key=key,
                rating=row.rating,
                redacted=total([counts]),
            )
        )
        moments.append(when[0] if when and when[1] else None)
    said = list(notes)
    if month_first:
        said.append("Dates are read with the month first, because some cannot be read otherwise")
    if made and not any(item.date for item in made):
        said.append("There is no date in this file, so no comment can be told to be old")
    return Imported(
        weigh(made, moments),
        tuple(sorted(bad, key=lambda one: one.line)),
        tuple(dropped),
        tuple(ignored),
        route,
        tuple(said),
    )


def _digest(*parts: str) -> str:
    return hashlib.blake2b("\x1f".join(parts).encode("utf-8", "replace"), digest_size=16).hexdigest()
