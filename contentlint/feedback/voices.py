"""How many independent voices a heap of comments is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from contentlint.feedback.themes import is_off_topic
from contentlint.model import FeedbackItem

MINUTES = 5  # equal words on one page within this time are one person pressing twice
CAMPAIGN_WORDS = 6  # from this length on, equal words are copied, whoever sends them and when


def weigh(items: Sequence[FeedbackItem], moments: Sequence[datetime | None] = ()) -> tuple[FeedbackItem, ...]:
    """Return the same items with their weights: 1 for a voice of its own, 1/n for one of n equal ones.

    moments: when each was written, where the time of day is known; else items of one day count as close.
    Comments about a service, which no page can mend, weigh 0. Weighing twice is weighing once.
    """
    times = list(moments) + [None] * (len(items) - len(moments))
    voices: defaultdict[object, list[int]] = defaultdict(list)
    for at, item in enumerate(items):
        words = _bare(item.words)
        if not words:
            voices[at].append(at)
        elif len(words.split()) >= CAMPAIGN_WORDS:
            voices[words].append(at)
        else:
            voices[words, item.page].append(at)
    weight = [1.0] * len(items)
    for words, members in voices.items():
        for group in [members] if isinstance(words, (str, int)) else _bursts(members, items, times):
            for at in group:
                weight[at] = 1 / len(group)
    return tuple(
        replace(item, weight=0.0 if is_off_topic(item.themes) else round(weight[at], 4))
        for at, item in enumerate(items)
    )


def _bare(words: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", "", words.casefold()).split())


def _bursts(
    members: Sequence[int], items: Sequence[FeedbackItem], times: Sequence[datetime | None]
) -> list[list[int]]:
    """Cut equal short comments on one page into bursts: each within minutes, or of one day."""
    groups: list[list[int]] = []
    for at in sorted(members, key=lambda at: (items[at].date or "", str(times[at] or ""))):
        last = groups[-1][-1] if groups else None
        if last is not None and _close(items[last], times[last], items[at], times[at]):
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def _close(one: FeedbackItem, early: datetime | None, other: FeedbackItem, late: datetime | None) -> bool:
    if early is not None and late is not None:
        return abs((late - early).total_seconds()) <= MINUTES * 60
    return one.date == other.date
