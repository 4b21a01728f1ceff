"""What to mend first, and why: points that are the sum of their reasons.

For a page, and for a fault that stands on many pages, the points follow severity × reach × corroboration ×
certainty ÷ effort, written as a sum: what the faults are worth, what residents add, what readers add, and
so on. Each factor is a sentence with its numbers. The weights are ours; `WEIGHTS.version` names them.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from contentlint.model import (
    Certainty,
    FeedbackItem,
    Finding,
    Owner,
    PageRow,
    PageViews,
    Priority,
    Reason,
    State,
)
from contentlint.priority import reasons as say
from contentlint.priority import wording
from contentlint.priority.reach import Reach, reaches
from contentlint.priority.residents import quotes, recent, residents, strong
from contentlint.priority.weights import WEIGHTS, Weights

__all__ = ["WEIGHTS", "Weights", "prioritise"]


def prioritise(
    findings: Iterable[Finding],
    feedback: Iterable[FeedbackItem],
    views: Iterable[PageViews] | Mapping[str, int],
    pages: Iterable[PageRow] = (),
    settings: Mapping[str, object] | None = None,
    *,
    weights: Weights = WEIGHTS,
) -> tuple[Priority, ...]:
    """Return pages and template faults, the most useful to mend first.

    findings: rolled up, with `change` set where two scans were compared. Fixed ones, and those that a
    person must review, add nothing. feedback, views: with page keys. pages: for their titles.
    settings: "today" (an ISO day from which comments are recent or old) and "recent_days".
    Points are multiples of a half, and the sum of the reasons' points. The same input gives the same order.
    """
    real = [
        item for item in findings if item.certainty is not Certainty.REVIEW and item.change is not State.FIXED
    ]
    said = recent(list(feedback), settings or {}, weights)
    reach = reaches(views, weights)
    titles = {row.page: row.title for row in pages}
    own: defaultdict[str, list[Finding]] = defaultdict(list)
    shared: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    for item in real:
        if item.template:
            shared[item.rule, item.location.region].append(item)
        else:
            own[item.page].append(item)
    for page, words in said.items():
        if page not in own and strong(words, weights):
            own[page] = []
    made = [
        _of_page(page, found, said.get(page, ()), reach(page), titles.get(page), weights)
        for page, found in own.items()
    ]
    made += [_of_template(found, reach, weights) for found in shared.values()]
    made = [item for item in made if item.points > 0]
    made.sort(key=lambda item: (-item.points, -len(item.pages), item.page or "", item.template or ""))
    return tuple(replace(item, rank=at) for at, item in enumerate(made, 1))


def _of_page(
    page: str,
    found: Sequence[Finding],
    words: Sequence[FeedbackItem],
    reach: Reach,
    title: str | None,
    weights: Weights,
) -> Priority:
    faults, voices = say.faults(found, weights), residents(found, words, weights)
    core = sum(item.points for item in (*faults, *voices))
    reasons = [
        *faults,
        *voices,
        say.reason(reach.text, core * (reach.factor - 1)),
        *say.changes(found, weights),
        *say.effort(found, weights),
    ]
    if not found:
        reasons.insert(0, Reason(wording.NO_FAULT, 0.0))
    shown = quotes(words, weights) if voices else ()
    return _made(
        found, reasons, weights, page=page, title=title or page, pages=(page,), views=reach.views, words=shown
    )


def _of_template(found: Sequence[Finding], reach: Callable[[str], Reach], weights: Weights) -> Priority:
    """One entry for a rule in one part of the page: one person mends all of it in one go."""
    pages = tuple(sorted({page for item in found for page in item.pages or (item.page,)}))
    reached = [reach(page) for page in pages]
    known = [one for one in reached if one.views is not None]
    busiest = max(known, key=lambda one: (one.factor, one.views or 0), default=reached[0])
    faults = say.faults(found, weights)
    core = sum(item.points for item in faults)
    reasons = [
        *faults,
        say.reason(wording.PAGES.format(number=len(pages)), core * weights.pages * math.log(len(pages))),
        say.reason(
            wording.BUSIEST.format(text=busiest.text) if known else busiest.text, core * (busiest.factor - 1)
        ),
        *say.changes(found, weights),
        *say.effort(found, weights),
    ]
    worst = say.worst_first(found, weights)[0]
    where = "" if worst.location.region in ("main", "page") else f", in the {worst.location.region}"
    return _made(
        found,
        reasons,
        weights,
        template=f"{worst.rule}{where}",
        pages=pages,
        title=f"{worst.title or worst.message.rstrip('.')}{where}, on {len(pages):,} pages",
        views=sum(one.views or 0 for one in known) if known else None,
    )


def _made(
    found: Sequence[Finding],
    reasons: Sequence[Reason],
    weights: Weights,
    *,
    title: str,
    pages: tuple[str, ...],
    page: str | None = None,
    template: str | None = None,
    views: int | None = None,
    words: tuple[FeedbackItem, ...] = (),
) -> Priority:
    ordered = say.worst_first(found, weights)
    shares: Counter[Owner] = Counter()
    for item in found:
        shares[item.owner] += round(weights.severity[item.severity] * 10)
    return Priority(
        rank=0,
        page=page,
        template=template,
        title=title,
        pages=pages,
        rules=tuple(dict.fromkeys(item.rule for item in ordered)),
        points=sum(item.points for item in reasons),
        reasons=tuple(reasons),
        owner=Owner.WEB_TEAM if shares[Owner.WEB_TEAM] > shares[Owner.EDITOR] else Owner.EDITOR,
        findings=tuple(ordered),
        words=words,
        views=views,
    )
