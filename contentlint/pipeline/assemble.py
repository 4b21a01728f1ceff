"""Builds the one Report that every format renders: sorts, groups, counts and cuts. Pure."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from urllib.parse import urlsplit

from contentlint import __version__
from contentlint.model import (
    Cause,
    Certainty,
    Coverage,
    FeedbackItem,
    Finding,
    Group,
    Owner,
    PageDetail,
    PageRow,
    Priority,
    Report,
    RuleRow,
    Scan,
    Severity,
    Skip,
    SkipRow,
    SpotCheck,
    State,
    Team,
    Trend,
)
from contentlint.model.capture import Outcome
from contentlint.pipeline.spotcheck import by_page, spot_check
from contentlint.priority.wording import SAID

GONE = (State.FIXED, State.NOT_RECHECKED)
OWNERS = {Owner.EDITOR: "Content editors", Owner.WEB_TEAM: "Web team"}


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a report shows. Whatever is cut is counted, and stands in the CSV and JSON."""

    changes: int = 50
    pages: int = 300
    groups: int = 40
    talked_about: int = 15


TERMINAL = Limits(changes=20, pages=10, groups=25)
WHOLE = Limits(changes=10**9, pages=10**9, groups=10**9)


@dataclass(frozen=True, slots=True)
class Voices:
    """What residents said and how often pages are read. views: page key to number of views."""

    items: tuple[FeedbackItem, ...] = ()
    views: Mapping[str, int] | None = None
    unmatched_views: int = 0


def assemble(
    command: str,
    scan: Scan,
    findings: Iterable[Finding],
    *,
    made: str,
    site: str,
    gate: str | None,
    target_age: float = 9.0,
    teams: Mapping[str, Sequence[str]] | None = None,
    older: Scan | None = None,
    priorities: tuple[Priority, ...] = (),
    trends: tuple[Trend, ...] = (),
    voices: Voices = Voices(),
    not_covered: tuple[str, ...] = (),
    limits: Limits = Limits(),
) -> Report:
    """Return the Report. findings: rolled up, with `change` set where two scans were compared."""
    ordered = tuple(sorted(findings, key=reading_order))
    present = [item for item in ordered if item.change not in GONE]
    sure = [item for item in present if item.certainty is not Certainty.REVIEW]
    review = [item for item in present if item.certainty is Certainty.REVIEW]
    worst = sorted(sure, key=worst_first)
    counts = _counts(ordered, sure, review)
    views = voices.views or {}
    own = by_page(sure)
    spots = {row.page: spot for row in scan.pages if (spot := spot_check(row, own[row.page]))}
    details, hidden = _details(scan.pages, own, by_page(review), views, voices.items, limits, spots, target_age)
    spoken = _talked_about(voices.items, limits.talked_about)
    return Report(
        command=command,
        version=__version__,
        made=made,
        today=made[:10],
        site=site,
        scan=scan,
        coverage=scan.coverage,
        pages=scan.pages,
        findings=ordered,
        skips=scan.skips,
        counts=counts,
        new=_changed(ordered, State.NEW, limits.changes),
        back=_changed(ordered, State.BACK, limits.changes),
        fixed=_changed(ordered, State.FIXED, limits.changes),
        templates=tuple(item for item in worst if item.template),
        annotations=tuple(item for item in worst if command == "check" or _regressed(item)),
        review=_rule_rows(review),
        kinds=tuple(Counter(str(item.kind) for item in sure).most_common()),
        teams=_teams(worst, teams or {}),
        page_details=details,
        hidden_pages=hidden,
        skip_rows=_skip_rows(scan.skips),
        priorities=priorities,
        trends=trends,
        feedback_pages=spoken,
        themes=tuple(Counter(SAID.get(t, t.replace("-", " ")) for i in voices.items for t in i.themes).most_common()),
        unmatched=tuple(item for item in voices.items if item.page is None),
        comments=len(voices.items),
        unmatched_views=voices.unmatched_views,
        total_views=sum(views.values()) + voices.unmatched_views,
        compared_with=older.started if older else None,
        not_covered=not_covered,
        gate=gate,
        gated=len(gated(present, gate)),
        target_age=target_age,
        spots=spots,
        names=names(scan.pages),
    )


def names(pages: Sequence[PageRow]) -> Mapping[str, str]:
    """Return page key to title, without the " | Name of the site" that most titles end with."""
    titles = {row.page: " ".join((row.title or "").split()) for row in pages}
    endings = Counter(found[0] for title in titles.values() if (found := re.search(r" [|\-–—] [^|]+$", title)))
    common, times = endings.most_common(1)[0] if endings else ("", 0)
    shared = common if times > 1 and times * 2 > len(titles) else ""
    found = {page: title.removesuffix(shared).strip() for page, title in titles.items() if title}
    for row in pages:
        if row.media in ("pdf", "docx"):  # a link to a document says so, and how big it is
            name = found.get(row.page) or urlsplit(row.page).path.rpartition("/")[2]
            found[row.page] = f"{name} (PDF, {max(1, row.size // 1000)}KB)"
    return found


def gated(findings: Iterable[Finding], gate: str | None) -> list[Finding]:
    """Return the findings that fail the gate: as bad as it or worse, not for review, and, where two
    scans were compared, new or back again because of the content."""
    if gate is None or gate == "never":
        return []
    least = Severity(gate).rank
    return [
        item
        for item in findings
        if item.severity.rank >= least
        and item.certainty is not Certainty.REVIEW
        and (item.change is None or _regressed(item))
    ]


def _regressed(item: Finding) -> bool:
    """New or back again because the site changed, not because our rules or engines did."""
    return item.change in (State.NEW, State.BACK) and item.cause not in (Cause.NEW_RULE, Cause.NEW_ENGINE)


def reading_order(item: Finding) -> tuple[object, ...]:
    """By page, then by place in the page."""
    place = item.location
    return item.page, place.line or 0, place.column or 0, item.rule, item.turn, item.fingerprint


def worst_first(item: Finding) -> tuple[object, ...]:
    """By severity, then certainty, then reach, then reading order."""
    doubt = list(Certainty).index(item.certainty)
    return -item.severity.rank, doubt, -item.page_count, *reading_order(item)


def coverage(pages: Sequence[PageRow], skips: Iterable[Skip]) -> Coverage:
    """Count addresses: each was checked, or it stands in a skip of the fetch or the parser."""
    checked = {row.page for row in pages}
    skipped = {skip.page for skip in skips if skip.page and skip.engine in ("fetch", "parse")} - checked
    return Coverage(len(checked) + len(skipped), len(checked), 0, len(skipped))


def trend_of(scan: Scan, findings: Iterable[Finding]) -> Trend:
    """Return one column of the chart, the worst severity first. findings: of the scan, rolled up."""
    figures = Counter(item.severity for item in findings if item.certainty is not Certainty.REVIEW)
    order = sorted(Severity, key=lambda severity: -severity.rank)
    return Trend(scan.id, scan.started, scan.coverage.checked, tuple((str(one), figures[one]) for one in order))


def _counts(ordered: Sequence[Finding], sure: Sequence[Finding], review: Sequence[Finding]) -> tuple[tuple[str, int], ...]:
    severities = Counter(str(item.severity) for item in sure)
    states = Counter(str(item.change) for item in ordered if item.change and item.certainty is not Certainty.REVIEW)
    return (
        ("findings", len(sure)),
        ("review", len(review)),
        *((str(severity), severities[str(severity)]) for severity in Severity),
        *((str(state), states[str(state)]) for state in State),
    )


def _changed(findings: Iterable[Finding], state: State, limit: int) -> tuple[Finding, ...]:
    chosen = (item for item in findings if item.change is state and item.certainty is not Certainty.REVIEW)
    return tuple(sorted(chosen, key=worst_first)[:limit])


def _rule_rows(findings: Iterable[Finding]) -> tuple[RuleRow, ...]:
    by_rule: dict[str, list[Finding]] = defaultdict(list)
    for item in findings:
        by_rule[item.rule].append(item)
    rows = []
    for rule, items in by_rule.items():
        worst = min(items, key=worst_first)
        pages = {page for item in items for page in (item.pages or (item.page,))}
        rows.append(RuleRow(rule, worst.title or rule, worst.severity, len(items), len(pages), worst))
    return tuple(sorted(rows, key=lambda row: (-row.severity.rank, -row.pages, -row.count, row.rule)))


def _teams(findings: Sequence[Finding], teams: Mapping[str, Sequence[str]]) -> tuple[Team, ...]:
    """A template fault goes to the web team; a page's faults to the first team whose paths fit it,
    else to the editors or the web team by the finding's owner."""
    shares: dict[str, list[Finding]] = defaultdict(list)
    for item in findings:
        name = OWNERS[item.owner]
        if item.owner is Owner.EDITOR and not item.template:
            name = next((team for team, paths in teams.items() if _fits(item.page, paths)), name)
        shares[name].append(item)
    order = sorted(shares, key=lambda name: (-len(shares[name]), name))
    return tuple(Team(name, len(shares[name]), _rule_rows(shares[name])) for name in order)


def _fits(page: str, patterns: Iterable[str]) -> bool:
    path = urlsplit(page).path if page.startswith(("http://", "https://")) else page
    return any(fnmatch(path or "/", pattern) for pattern in patterns)


def _details(
    pages: Sequence[PageRow], own: Mapping[str, list[Finding]], doubtful: Mapping[str, list[Finding]],
    views: Mapping[str, int], comments: Iterable[FeedbackItem], limits: Limits, spots: Mapping[str, SpotCheck],
    target: float,
) -> tuple[tuple[PageDetail, ...], int]:  # fmt: skip
    spoken = Counter(item.page for item in comments)
    order = sorted(pages, key=lambda row: (-sum(4**item.severity.rank for item in own[row.page]), row.page))
    details = []
    for row in order[: limits.pages]:
        groups, looks = _groups(own[row.page]), _groups(doubtful[row.page])
        details.append(
            PageDetail(
                row, groups[: limits.groups], looks[: limits.groups], max(0, len(groups) - limits.groups),
                len(own[row.page]), len(doubtful[row.page]), views.get(row.page), spoken[row.page],
                spots.get(row.page), row.measures.costs if (row.measures.reading_age or 0) > target else (),
            )
        )  # fmt: skip
    return tuple(details), max(0, len(order) - limits.pages)


def _groups(findings: Iterable[Finding]) -> tuple[Group, ...]:
    same: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for item in sorted(findings, key=worst_first):
        same[item.rule, item.message].append(item)
    return tuple(
        Group(items[0], len(items), tuple(item.location.line for item in items if item.location.line))
        for items in same.values()
    )


def _skip_rows(skips: Iterable[Skip]) -> tuple[SkipRow, ...]:
    same: dict[tuple[str, str], list[Skip]] = defaultdict(list)
    for skip in skips:
        same[skip.engine, skip.reason].append(skip)
    rows = [
        SkipRow(
            engine, reason, items[0].remedy, any(item.outcome is Outcome.FAILURE for item in items),
            tuple(item.page for item in items if item.page), any(item.page is None for item in items),
        )
        for (engine, reason), items in same.items()
    ]  # fmt: skip
    return tuple(sorted(rows, key=lambda row: (not row.whole_scan, not row.failure, -len(row.pages), row.engine)))


def _talked_about(items: Iterable[FeedbackItem], limit: int) -> tuple[tuple[str, tuple[FeedbackItem, ...]], ...]:
    by_page: dict[str, list[FeedbackItem]] = defaultdict(list)
    for item in items:
        if item.page and item.words:
            by_page[item.page].append(item)
    order = sorted(by_page, key=lambda page: (-len(by_page[page]), page))
    return tuple((page, tuple(by_page[page])) for page in order[:limit])
