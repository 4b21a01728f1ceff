"""`contentlint compare` and `contentlint report`: what the store remembers, as one Report."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta

from contentlint.compare import compare as compare_scans
from contentlint.config import Config
from contentlint.errors import StoreError
from contentlint.feedback import match_pages
from contentlint.model import Finding, PageViews, Report, Scan, Trend
from contentlint.pipeline import moments
from contentlint.pipeline.assemble import GONE, Limits, Voices, assemble, names, trend_of
from contentlint.pipeline.crawling import AGAIN
from contentlint.pipeline.packs import notes
from contentlint.priority import prioritise
from contentlint.rollup import roll_up
from contentlint.store import Store
from contentlint.traffic import match_views

TRENDS = 8  # scans in the chart
RECENT = 90  # days for which a comment counts


def compare(store: Store, config: Config, old: str | None = None, new: str | None = None, *,
            gate: str | None = None, limits: Limits = Limits()) -> Report:  # fmt: skip
    """Compare two stored scans, by default the last two of one site. Raises StoreError."""
    newer = store.scan(new or "latest")
    older = store.scan(old) if old else _before(store, newer)
    if older is None:
        raise StoreError("There is only one scan of this site, so there is nothing to compare with.",
                         remedy="Crawl the site again first.")  # fmt: skip
    return _report("compare", store, config, newer, older, gate=gate, limits=limits)


def report(store: Store, config: Config, scan: str | None = None, against: str | None = None, *,
           gate: str | None = None, limits: Limits = Limits()) -> Report:  # fmt: skip
    """Make the ranked report of a stored scan, compared with the one before it where there is one."""
    newer = store.scan(scan or "latest")
    older = store.scan(against) if against else _before(store, newer)
    # The gate is about what is new: before a second scan there is nothing new.
    return _report("report", store, config, newer, older, gate=gate if older else None, limits=limits)


def of_scan(command: str, store: Store, config: Config, scan: Scan, *, gate: str | None,
            kinds: Collection[str] = (), limits: Limits = Limits()) -> Report:  # fmt: skip
    """Make the Report of one scan by itself, as `crawl` prints it. kinds: show only these; the history
    keeps them all, so that what is not shown does not look mended next time."""
    shown = replace(scan, findings=tuple(item for item in scan.findings if not kinds or item.kind in kinds))
    return _report(command, store, config, shown, None, gate=gate, limits=limits)


def _report(command: str, store: Store, config: Config, scan: Scan, older: Scan | None, *,
            gate: str | None, limits: Limits) -> Report:  # fmt: skip
    made = moments.now()
    rolled = roll_up(scan.findings, scan.pages) if older is None else _changed(store, older, scan)
    voices, priorities = Voices(), ()
    if command == "report":
        voices, views = _voices(store, scan, made)
        titles = names(scan.pages)
        pages = [replace(row, title=titles.get(row.page)) for row in scan.pages]
        present = [item for item in rolled if item.change not in GONE]
        priorities = prioritise(present, voices.items, views, pages, {"today": made[:10]})
    return assemble(
        command, scan, rolled, made=made, site=config.site.name or scan.source, gate=gate,
        target_age=config.readability.target_age, teams=config.teams, older=older, priorities=priorities,
        trends=_trends(store, scan) if command == "report" else (), voices=voices,
        not_covered=notes(config), limits=limits,
        pictures=(*(store.pictures(older.id) if older else ()), *store.pictures(scan.id)),
    )  # fmt: skip


def _before(store: Store, newer: Scan) -> Scan | None:
    """Return what to compare with: the crawl before. Pages that were only judged again are compared with
    the crawl before theirs, so that new rules do not hide what changed on the site."""
    again = dict(newer.settings).get(AGAIN)
    return store.before(newer.id) if again is None else store.before(again) or store.scan(again)


def _changed(store: Store, older: Scan, newer: Scan) -> tuple[Finding, ...]:
    aliases = {old: row.page for row in newer.pages for old in row.requested}
    changes = compare_scans(older, newer, seen_before=store.history(older.id), aliases=aliases)
    rolled = roll_up(changes, newer.pages)
    return tuple(replace(change.finding, change=change.state, cause=change.cause) for change in rolled)


def _trends(store: Store, scan: Scan) -> tuple[Trend, ...]:
    """Count the last scans of a site as the headline counts this one: template faults once."""
    earlier = [one.id for one in store.scans(scan.source)
               if one.finished and one.started < scan.started and AGAIN not in dict(one.settings)]  # fmt: skip
    scans = [store.scan(name) for name in reversed(earlier[: TRENDS - 1])]
    return tuple(trend_of(one, roll_up(one.findings, one.pages)) for one in (*scans, scan))


def _voices(store: Store, scan: Scan, made: str) -> tuple[Voices, tuple[PageViews, ...]]:
    """Return what residents said and did, by the pages of a scan: in words, and as rows of views."""
    since = (date.fromisoformat(made[:10]) - timedelta(days=RECENT)).isoformat()
    aliases = {old: row.page for row in scan.pages for old in row.requested}
    pages = [row.page for row in scan.pages]
    items = match_pages(store.feedback(since=since), pages, aliases)
    known, unknown = match_views(store.views(), pages, aliases)
    newest: dict[str, PageViews] = {}
    for row in known:
        if row.page not in newest or (row.end or "") > (newest[row.page].end or ""):
            newest[row.page] = row
    last = max((row.end or "" for row in unknown), default="")
    lost = sum(row.views for row in unknown if (row.end or "") == last)
    return Voices(items, {page: row.views for page, row in newest.items()}, lost), known
