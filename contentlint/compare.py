"""What became of each finding between two scans.

Findings of one page and rule are matched one to one, in passes, strongest first. What stays ambiguous
is fixed + new. A finding is fixed only where its page, its engine and its rule were really run again,
or its page is gone for good; else it is "not rechecked" and is carried forward.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache

from contentlint.model import Cause, Change, Finding, PageRow, Scan, State, fingerprint
from contentlint.model.finding import normalise

ALIKE = 0.72  # from here on two findings are the same one, edited
ALIKE_TARGET = 0.6  # below it the thing itself is another one, however alike its surroundings
MOST_PAIRS = 10_000  # pairs of one page and rule that are weighed; beyond it only neighbours are
_NO_ALIASES: Mapping[str, str] = {}


def compare(
    old: Scan,
    new: Scan,
    *,
    seen_before: Collection[str] = (),
    aliases: Mapping[str, str] = _NO_ALIASES,
    first_seen: Mapping[str, str] = _NO_ALIASES,
) -> tuple[Change, ...]:
    """Return one Change for each finding of either scan: the new scan's in its order, then what is no more.

    seen_before: fingerprints of all earlier scans (to tell "back" from "new"). aliases: old page key
    → new key, for pages that moved; redirects that the new scan met are added. first_seen: fingerprint → start of the first scan with it.
    """
    before, now = {row.page: row for row in old.pages}, {row.page: row for row in new.pages}
    moved = _moves(before, now) | {page: key for page, key in aliases.items() if page != key}
    pairs = _paired(old.findings, new.findings, lambda page: page if page in now else moved.get(page, page))
    taken = {id(one) for one in pairs.values()}
    known = frozenset(seen_before) - {item.fingerprint for item in old.findings}
    origins: defaultdict[str, list[str]] = defaultdict(list)
    for page, key in moved.items():
        origins[key].append(page)

    def was(item: Finding) -> PageRow | None:
        return next(
            (before[page] for page in (item.page, *origins.get(item.page, ())) if page in before), None
        )

    cause = _causes(old, new, now, was)

    changes = []
    for item in new.findings:
        match, why, start = pairs.get(id(item)), None, None
        if match is not None:
            state = State.SAME
            start = min(
                filter(
                    None, (first_seen.get(match.fingerprint), first_seen.get(item.fingerprint), old.started)
                )
            )
        elif _prints(item, origins.get(item.page, ())) & known:
            row = was(item)
            state = State.BACK if row is not None and _ran(row, item, old) else State.SAME
            start = first_seen.get(item.fingerprint)
        else:
            state, why, start = State.NEW, cause(item), new.started
        changes.append(_change(item, state, why, start))
    for item in old.findings:
        if id(item) not in taken:
            row = now.get(item.page) or now.get(moved.get(item.page, ""))
            # A page that is gone was not mended: deleting it by mistake must not look like progress.
            over = row is not None and _ran(row, item, new)
            state = State.FIXED if over else State.NOT_RECHECKED
            changes.append(_change(item, state, None, first_seen.get(item.fingerprint)))
    return tuple(changes)


def _change(item: Finding, state: State, cause: Cause | None, start: str | None) -> Change:
    return Change(replace(item, change=state, cause=cause), state, cause, start)


def _moves(before: Mapping[str, PageRow], now: Mapping[str, PageRow]) -> dict[str, str]:
    """Old pages that are no more, and whose address now leads to another page."""
    return {
        asked: row.page
        for row in now.values()
        for asked in row.requested
        if asked in before and asked not in now
    }


def _prints(item: Finding, earlier: Iterable[str]) -> set[str]:
    """The fingerprint, and those that the finding had where its page was before it moved."""
    where = (item.rule, item.target, item.location.heading, item.turn)
    return {item.fingerprint, *(fingerprint(page, *where)[0] for page in earlier)}


def _ran(row: PageRow, item: Finding, scan: Scan) -> bool:
    return item.engine in row.engines and item.rule in _rules(scan) and item.rule not in row.rested


@lru_cache(maxsize=4)
def _rule_set(rules: tuple[str, ...]) -> frozenset[str]:
    return frozenset(rules)


def _rules(scan: Scan) -> frozenset[str]:
    return _rule_set(scan.rules)


def _causes(
    old: Scan, new: Scan, now: Mapping[str, PageRow], row_before: Callable[[Finding], PageRow | None]
) -> Callable[[Finding], Cause]:
    """Return what tells why a finding is new. A change of rules or engines explains it only where the
    words of the page are as they were."""
    versions, rules = dict(old.engines), _rules(old)
    updated = {name for name, version in new.engines if versions.get(name) != version}

    def cause(item: Finding) -> Cause:
        was = row_before(item)
        if was is None:
            return Cause.NEW_PAGE
        if item.rule not in rules:
            return Cause.NEW_RULE
        if item.engine not in was.engines or item.rule in was.rested:
            return Cause.NEW_ENGINE
        row = now.get(item.page)
        same_words = row is not None and bool(row.content_digest) and row.content_digest == was.content_digest
        if same_words and item.engine in updated:
            return Cause.NEW_ENGINE
        if same_words and old.rules_digest != new.rules_digest:
            return Cause.NEW_RULE
        return Cause.CONTENT

    return cause


# Matching

Key = Callable[[Finding], object]


def _paired(old: Sequence[Finding], new: Sequence[Finding], here: Callable[[str], str]) -> dict[int, Finding]:
    """Return id of a new finding → the old one that it is."""
    groups: defaultdict[tuple[str, str], tuple[list[Finding], list[Finding]]] = defaultdict(lambda: ([], []))
    for item in old:
        groups[here(item.page), item.rule][0].append(item)
    for item in new:
        groups[item.page, item.rule][1].append(item)
    return {id(late): early for olds, news in groups.values() for early, late in _match(olds, news)}


def _match(olds: list[Finding], news: list[Finding]) -> Iterator[tuple[Finding, Finding]]:
    """Yield (old, new) pairs of one page and rule, by the strongest tie first.

    Where a place holds fewer or more equal things than before, their turns have shifted: then the
    words around them tell them apart, then their path in the page, and only then their turn.
    """
    for key in (_place, _words_around, _path, _turn, _moved, _place, _target):
        if not olds or not news:
            return
        pairs = list(_equal(olds, news, key))
        yield from pairs
        used = {id(one) for pair in pairs for one in pair}
        olds = [one for one in olds if id(one) not in used]
        news = [one for one in news if id(one) not in used]
    yield from _alike(olds, news)


def _equal(olds: Iterable[Finding], news: Iterable[Finding], key: Key) -> Iterator[tuple[Finding, Finding]]:
    """Pair findings with the same key, in document order, where both sides have equally many."""
    sides: tuple[defaultdict, defaultdict] = defaultdict(list), defaultdict(list)
    for items, side in ((olds, sides[0]), (news, sides[1])):
        for item in items:
            if (mark := key(item)) is not None:
                side[mark].append(item)
    for mark, early in sides[0].items():
        late = sides[1].get(mark, ())
        if len(early) == len(late):
            yield from zip(early, late, strict=True)


def _target(item: Finding) -> str:
    return _normal(item.target)


def _place(item: Finding) -> object:
    return _target(item), _normal(item.location.heading or "")


def _words_around(item: Finding) -> object:
    around = _around(item)
    return (*_place(item), around) if around else None  # type: ignore[misc]


def _path(item: Finding) -> object:
    return (_target(item), item.location.css) if item.location.css else None


def _turn(item: Finding) -> object:
    return (*_place(item), item.turn)  # type: ignore[misc]


def _moved(item: Finding) -> object:
    around = _around(item)
    return (_target(item), around) if around else None


def _around(item: Finding) -> str:
    where = item.location
    return _normal(f"{where.before or ''} | {where.after or ''}") if where.before or where.after else ""


@lru_cache(maxsize=65_536)
def _normal(text: str) -> str:
    return normalise(text)


def _alike(olds: Sequence[Finding], news: Sequence[Finding]) -> Iterator[tuple[Finding, Finding]]:
    """Pair what is left by likeness, the likest first, ties in document order."""
    many = len(olds) * len(news) > MOST_PAIRS
    reach = max(5, MOST_PAIRS // max(1, len(olds))) if many else len(news)
    scored = []
    for at, early in enumerate(olds):
        middle = at * len(news) // max(1, len(olds))
        for to in range(max(0, middle - reach), min(len(news), middle + reach + 1)):
            score = _likeness(early, news[to])
            if score >= ALIKE:
                scored.append((-score, at, to))
    used_old, used_new = set(), set()
    for _, at, to in sorted(scored):
        if at not in used_old and to not in used_new:
            used_old.add(at)
            used_new.add(to)
            yield olds[at], news[to]


def _likeness(one: Finding, other: Finding) -> float:
    """0 to 1: the thing itself counts 0.40, the words around it 0.35, the heading 0.15, the path 0.10.

    What neither side knows is left out of the sum, so that a short text is not held against a pair.
    """
    target = _ratio(_target(one), _target(other))
    if target < ALIKE_TARGET:
        return 0.0
    parts = [(0.40, target)]
    around, otherwise = _around(one), _around(other)
    if around or otherwise:
        parts.append((0.35, _ratio(around, otherwise)))
    heading, title = _normal(one.location.heading or ""), _normal(other.location.heading or "")
    if heading or title:
        parts.append((0.15, _ratio(heading, title)))
    if one.location.css and other.location.css:
        parts.append((0.10, _path_ratio(one.location.css, other.location.css)))
    return sum(weight * value for weight, value in parts) / sum(weight for weight, _ in parts)


def _ratio(one: str, other: str) -> float:
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    bound = matcher.real_quick_ratio()
    return matcher.ratio() if bound >= ALIKE_TARGET else bound


def _path_ratio(one: str, other: str) -> float:
    """How much of the way down from the root two paths share, tags only."""
    mine, yours = (re.findall(r"(?:^|[\s>])([a-z][a-z0-9]*)", path.lower()) for path in (one, other))
    shared = len(posixpath.commonprefix([mine, yours]))
    return shared / max(len(mine), len(yours), 1)
