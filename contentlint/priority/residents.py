"""What residents add to the points: nothing below two independent recent voices."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from contentlint.model import FeedbackItem, Finding, Reason
from contentlint.priority import wording
from contentlint.priority.reasons import reason, worth
from contentlint.priority.weights import Weights


def recent(
    items: Sequence[FeedbackItem], settings: Mapping[str, object], weights: Weights
) -> dict[str, list[FeedbackItem]]:
    """Return items by page: those with a page and a weight that are recent, or have no date.

    settings: "today" (an ISO day, else the day of the newest comment) and "recent_days".
    """
    today = str(settings.get("today") or max((item.date for item in items if item.date), default=""))
    span = int(str(settings.get("recent_days") or weights.recent_days))
    since = (date.fromisoformat(today[:10]) - timedelta(days=span)).isoformat() if today else ""
    kept: defaultdict[str, list[FeedbackItem]] = defaultdict(list)
    for item in items:
        if item.page and item.weight > 0 and (not item.date or item.date >= since):
            kept[item.page].append(item)
    return dict(kept)


def residents(found: Sequence[Finding], words: Sequence[FeedbackItem], weights: Weights) -> list[Reason]:
    """Return the reasons that comments on a page give, the most voices first.

    A theme that two or more name counts by itself; themes that one each names count together, for half.
    """
    reasons, rest = [], 0.0
    for theme, members in sorted(_by_theme(words).items(), key=lambda one: (-_voices(one[1]), one[0])):
        number = _count(members)
        if number < weights.voices:
            rest += _voices(members)
            continue
        copies = wording.COPIES.format(number=len(members)) if number < len(members) else ""
        text = wording.RESIDENTS.format(
            residents=wording.plural(number, "resident"), said=wording.SAID[theme], copies=copies
        )
        reasons.append(reason(text, weights.voice * (1 + math.log(number))))
        fitting = [item for item in found if item.kind in wording.SAME_AS.get(theme, ())]
        if fitting:
            same = wording.FITS.format(faults=wording.plural(len(fitting), "fault"))
            reasons.append(reason(same, worth(fitting, weights) * weights.fits))
    others = int(rest + 0.01)
    if others >= weights.voices:
        noun = "other resident" if reasons else "resident"
        text = wording.DIFFERENT.format(residents=wording.plural(others, noun))
        reasons.append(reason(text, weights.voice * (1 + math.log(others)) / 2))
    return reasons


def strong(words: Sequence[FeedbackItem], weights: Weights) -> bool:
    """Tell whether a page is worth reading for its comments alone: enough voices on one theme."""
    return any(_count(members) >= weights.voices for members in _by_theme(words).values())


def quotes(words: Sequence[FeedbackItem], weights: Weights) -> tuple[FeedbackItem, ...]:
    """Return up to three different comments: short ones, on what most residents say, the newest first."""
    about = [
        (
            (
                len(item.words) > weights.quote_length,
                -_count(members),
                theme,
                _newest_first(item.date),
                item.words,
            ),
            item,
        )
        for theme, members in _by_theme(words).items()
        for item in members
    ]
    different: dict[str, FeedbackItem] = {}
    for _, item in sorted(about, key=lambda one: one[0]):
        different.setdefault(" ".join(item.words.casefold().split()), item)
    chosen = list(different.values())[: weights.quotes]
    return tuple(replace(item, words=_short(item.words, weights.quote_length)) for item in chosen)


def _by_theme(words: Sequence[FeedbackItem]) -> dict[str, list[FeedbackItem]]:
    """Comments with words, each under the first of its themes that a page could mend."""
    heard: defaultdict[str, list[FeedbackItem]] = defaultdict(list)
    for item in words:
        theme = next((theme for theme in item.themes if theme in wording.SAID), None)
        if theme is not None and item.words:
            heard[theme].append(item)
    return dict(heard)


def _voices(members: Iterable[FeedbackItem]) -> float:
    return sum(item.weight for item in members)


def _count(members: Iterable[FeedbackItem]) -> int:
    return int(_voices(members) + 0.01)  # three thirds are one, though weights are rounded


def _newest_first(day: str | None) -> int:
    return -date.fromisoformat(day).toordinal() if day else 0


def _short(words: str, length: int) -> str:
    text = " ".join(words.split())
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0].rstrip(" ,.;:") + " …"
