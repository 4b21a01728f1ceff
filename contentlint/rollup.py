"""Say a template's fault once, not once for every page that it stands on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TypeVar

from contentlint.model import Cause, Change, Finding, Kind, PageRow, State

FEWEST = 3  # pages from which a fault can be the template's
SITE = 10  # pages from which half of the site counts like half of a template
Item = TypeVar("Item", Finding, Change)

# About the words of one page as a whole: equal on many pages only because the rule is.
_OF_ONE_PAGE = frozenset({Kind.READABILITY, Kind.FRESHNESS, Kind.DOCUMENT, Kind.STATEMENT})


def roll_up(items: Sequence[Item], pages: Sequence[PageRow]) -> tuple[Item, ...]:
    """Return the same findings or changes, with each template fault standing once, at its first place.

    Equal things are a template's fault where they stand on 3 pages or more and outside the main
    region, or on half of the pages of one template, or on half of a site of 10 pages. In the main
    region, the words around must be equal too: else several authors use the same word.
    The one that stands for them has template=True, page_count, and pages sorted; its page is the first.
    """
    groups: defaultdict[object, list[int]] = defaultdict(list)
    for at, item in enumerate(items):
        groups[_key(_finding(item))].append(at)
    template = {row.page: row.template for row in pages}
    sizes = Counter(row.template for row in pages if row.template)
    stands: dict[int, Item] = {}
    hidden: set[int] = set()
    for members in (part for group in groups.values() for part in _parts(group, items)):
        if len(members) >= FEWEST and _of_template([_finding(items[at]) for at in members], template, sizes):
            stands[members[0]] = _one([items[at] for at in members])
            hidden.update(members[1:])
    return tuple(stands.get(at, item) for at, item in enumerate(items) if at not in hidden)


def _parts(members: Sequence[int], items: Sequence[Finding] | Sequence[Change]) -> list[list[int]]:
    """Keep apart what is there, what was fixed and what could not be rechecked, so that the newer scan has
    the same faults on the same pages whether it is compared or not."""
    parts: defaultdict[State | None, list[int]] = defaultdict(list)
    for at in members:
        item = items[at]
        gone = isinstance(item, Change) and item.state in (State.FIXED, State.NOT_RECHECKED)
        parts[item.state if gone else None].append(at)  # type: ignore[union-attr]
    return list(parts.values())


def _finding(item: Finding | Change) -> Finding:
    return item.finding if isinstance(item, Change) else item


def _key(item: Finding) -> object:
    where = item.location
    if where.region != "main":
        return item.group, item.certainty, "frame"  # what is open on one page is not proved on another
    return (
        item.group,
        item.certainty,
        where.before or "",
        where.after or "",
        (where.html or "") if where.before is None else "",
    )


def _of_template(
    members: Sequence[Finding], template: dict[str, str | None], sizes: Counter[str | None]
) -> bool:
    on = {item.page for item in members}
    first = members[0]
    if len(on) < FEWEST or first.template:
        return False
    if first.location.region not in ("main", "page"):
        return True
    if first.kind in _OF_ONE_PAGE:
        return False
    if len(template) >= SITE and 2 * len(on) >= len(template):
        return True
    met = Counter(template.get(page) for page in on)
    return any(label and count >= FEWEST and 2 * count >= sizes[label] for label, count in met.items())


def _one(members: Sequence[Item]) -> Item:
    if isinstance(members[0], Change):
        return _one_change(members)  # type: ignore[arg-type, return-value]
    return _stand_for(members, {item.page for item in members})  # type: ignore[union-attr]


def _stand_for(members: Sequence[Finding], on: Collection[str]) -> Finding:
    pages = tuple(sorted(on))
    first = next(item for item in members if item.page == pages[0])
    return replace(first, template=True, page_count=len(pages), pages=pages)


def _one_change(members: Sequence[Change]) -> Change:
    """New only if none was there before, back only if all came back or are new, else still there."""
    states = {item.state for item in members}
    if len(states) == 1:
        state = members[0].state
    else:
        state = State.BACK if states == {State.NEW, State.BACK} else State.SAME
    cause = _cause(members) if state is State.NEW else None
    finding = _stand_for([item.finding for item in members], {item.finding.page for item in members})
    starts = [item.first_seen for item in members if item.first_seen]
    return Change(replace(finding, change=state, cause=cause), state, cause, min(starts, default=None))


def _cause(members: Sequence[Change]) -> Cause | None:
    """The cause that most of them have; where two are equal, the one that is a regression of the site."""
    counts = Counter(item.cause for item in members if item.cause is not None)
    order = {cause: -at for at, cause in enumerate(Cause)}
    return max(counts, key=lambda cause: (counts[cause], order[cause]), default=None)
