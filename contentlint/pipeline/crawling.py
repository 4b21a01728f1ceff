"""`contentlint crawl`: fetch, look, judge and remember a whole site; or judge an older scan again."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

from contentlint import __version__
from contentlint.config import Config
from contentlint.errors import NothingScanned, StoreError, UsageError
from contentlint.evidence.looking import probes
from contentlint.fetch.crawl import crawl as fetch_site
from contentlint.fetch.plan import CrawlPlan
from contentlint.model import Capture, EngineUse, Evidence, Page, Scan, Skip, picture_key
from contentlint.model.capture import Outcome
from contentlint.parse import parse
from contentlint.pipeline import moments
from contentlint.pipeline.assemble import coverage
from contentlint.pipeline.cross import judge_late
from contentlint.pipeline.engines import AXE, SPELLERS, Engines
from contentlint.pipeline.judging import judge_page, with_redirects, without_ignored
from contentlint.pipeline.linked import with_links
from contentlint.pipeline.packs import Pack, load
from contentlint.pipeline.pictures import picture
from contentlint.pipeline.site import site_of
from contentlint.rollup import roll_up
from contentlint.store import Store
from contentlint.urls import canonical

Progress = Callable[[str, int, int], None]
AGAIN = "again"  # setting of a scan that judged the pages of another: its id
GONE = frozenset({404, 410})


@dataclass(slots=True)
class _Gathered:
    """What the fetch of one scan has brought so far."""

    captures: list[Capture] = field(default_factory=list)  # without bodies
    pages: list[Page] = field(default_factory=list)
    skips: list[Skip] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)


def crawl(
    site: str, config: Config, store: Store, *, rules: Sequence[Path] = (), without: Collection[str] = (),
    resume: bool = False, progress: Progress = lambda *_: None, use: Callable[[tuple[EngineUse, ...]], None] = lambda _: None,
) -> Scan:  # fmt: skip
    """Crawl a site, store the scan and return it. Raises NothingScanned where no page came.

    An interrupted crawl keeps its captures; `resume` goes on from them. use: is told what each engine did.
    """
    pack = load(config, rules)
    started = moments.now()
    scan = store.unfinished(site) if resume else None
    earlier = list(store.captures(scan.id)) if scan else []
    if scan is not None and earlier:  # goes on, and is judged by today's rules
        scan = replace(scan, rules_digest=pack.digest, rules=tuple(rule.id for rule in pack.rules))
    else:
        scan = Scan(moments.scan_id(started), started, None, site, pack.digest,
                    tuple(rule.id for rule in pack.rules), ())  # fmt: skip
        store.begin_scan(scan)
    gathered = _Gathered()
    with Engines(config, without, known=store.sentences, remember=store.put_sentences,
                 elsewhere=False) as engines:
        kept = {capture.requested for capture in earlier}
        for item in chain(earlier, _fetch(site, config, earlier)):
            if isinstance(item, Capture) and item.requested not in kept:
                store.add_capture(scan.id, item)
            page = _take(item, gathered)
            if page is not None:
                engines.look(page, item.url if page.media == "html" else None)  # type: ignore[union-attr]
            progress("Fetching pages", len(gathered.captures), 0)
        _refuse_empty(site, gathered)
        evidence = engines.collect(progress)
        use(engines.use)
        scan = replace(scan, engines=tuple(sorted(engines.versions.items())))
        gathered.skips = [*engines.skips, *gathered.skips]
        for said in evidence.values():
            for item in said:
                store.add_evidence(scan.id, item)
        done = _judge(scan, gathered, evidence, pack, config, date.fromisoformat(started[:10]), progress)
        store.finish_scan(done)  # before the pictures, which a scan can do without
        rolled = roll_up(done.findings, done.pages)
        store.add_pictures(done.id, picture(rolled, engines, config.browser.pictures, progress))
    return done


def site_address(text: str | None) -> str:
    """Return a whole address: "www.example.gov.uk" gets https:// in front. Raises UsageError."""
    if not text:
        return ""
    address = text if "://" in text else f"https://{text}"
    if "@" in urlsplit(address).netloc:
        raise UsageError("The address holds a user name or a password, which would be stored and printed.",
                         remedy="Leave out what stands before the “@”.")  # fmt: skip
    host = urlsplit(address).hostname if canonical(address) else None
    if not host or not re.fullmatch(r"[\w.:-]+", host) or not ("." in host or ":" in host or host == "localhost"):
        raise UsageError(f"“{text}” is not a web address.", remedy="Write it like https://www.example.gov.uk")
    return address


def rejudge(
    older: Scan, config: Config, store: Store, *, rules: Sequence[Path] = (),
    progress: Progress = lambda *_: None,
) -> Scan:  # fmt: skip
    """Judge the stored captures and evidence of an older scan with today's rules. No network, no browser."""
    pack = load(config, rules)
    started = moments.now()
    scan = Scan(moments.scan_id(started), started, None, older.source, pack.digest,
                tuple(rule.id for rule in pack.rules), older.engines, settings=((AGAIN, dict(older.settings).get(AGAIN, older.id)),))  # fmt: skip
    gathered, evidence = _Gathered(), {}
    for capture in store.captures(older.id):
        _take(capture, gathered)
    if not gathered.pages:
        raise StoreError(f"The scan {older.id} holds no page.", remedy="Crawl the site again.")
    met = {skip.page for skip in gathered.skips}
    for page in gathered.pages:
        evidence[page.key] = list(store.evidence(older.id, page.key))
    looked = {item.engine for items in evidence.values() for item in items}
    said = {(page, item.engine) for page, items in evidence.items() for item in items}
    gathered.skips += [skip for skip in older.skips if skip.page not in met and _stands(skip, looked, said)]
    done = _judge(scan, gathered, evidence, pack, config, date.fromisoformat(started[:10]), progress)
    # Nothing is written before all is judged, so a stop leaves no half scan behind.
    store.begin_scan(scan)
    for capture in store.captures(older.id):
        store.add_capture(scan.id, capture)
    for items in evidence.values():
        for item in items:
            store.add_evidence(scan.id, item)
    store.finish_scan(done)
    keys = {picture_key(item) for item in roll_up(done.findings, done.pages)}
    store.add_pictures(done.id, [one for one in store.pictures(older.id) if one.key in keys])
    return done


def _stands(skip: Skip, looked: Collection[str], said: Collection[tuple[str, str]]) -> bool:
    """Tell whether a skip of an older scan still holds when its pages are judged again: what was not
    fetched is not there now either, but checks speak for themselves."""
    if skip.engine == AXE or skip.engine in SPELLERS or skip.engine in {probe.NAME for probe in probes()}:
        return skip.engine not in looked if skip.page is None else (skip.page, skip.engine) not in said
    return skip.engine in ("fetch", "parse")


def _fetch(site: str, config: Config, earlier: Sequence[Capture]) -> Iterator[Capture | Skip]:
    limits = config.crawl
    seen = {canonical(address) or address for c in earlier for address in (c.url, c.requested, *c.redirects)}
    frontier = []
    for capture in earlier:
        page = parse(capture)
        if isinstance(page, Page):
            frontier += [
                (link.url, capture.depth + 1, page.key)
                for link in page.links if link.url and link.url not in seen
            ]  # fmt: skip
    plan = CrawlPlan(
        start=site, version=__version__, contact=config.site.contact, max_pages=limits.max_pages,
        max_depth=limits.max_depth, max_page_bytes=int(limits.page_megabytes * 2**20),
        max_document_bytes=int(limits.document_megabytes * 2**20), delay=limits.delay,
        concurrency=limits.concurrency, timeout=limits.timeout, obey_robots=limits.obey_robots,
        include=limits.include, exclude=limits.exclude, documents=limits.documents,
        seen=tuple(sorted(seen)), frontier=tuple(dict.fromkeys(frontier)),
    )  # fmt: skip
    for item in fetch_site(plan):
        if isinstance(item, Capture | Skip):
            yield item


def _take(item: Capture | Skip, gathered: _Gathered) -> Page | None:
    """File a capture or a skip. Returns the page where there is one to look at."""
    if isinstance(item, Skip):
        gathered.skips.append(item)
        return None
    gathered.captures.append(replace(item, body=b""))
    if item.status >= 400:
        gathered.skips.append(answered(item))
        return None
    page = parse(item)
    if isinstance(page, Skip):
        gathered.skips.append(page)
        return None
    if page.key in gathered.keys:  # two addresses of one page: it is judged once
        return None
    gathered.keys.add(page.key)
    gathered.pages.append(page)
    return page


def answered(capture: Capture) -> Skip:
    """A page that is not there is no failure of the scan; a server that fails is."""
    key, status = canonical(capture.url) or capture.url, capture.status
    if status in GONE:
        return Skip(key, "fetch", f"the server answered {status}, not found", Outcome.CHOICE, status=status)
    if status in (401, 403):
        return Skip(key, "fetch", f"the server answered {status}, not allowed", Outcome.CHOICE, status=status)
    return Skip(key, "fetch", f"the server answered {status}, an error", status=status)


def _refuse_empty(site: str, gathered: _Gathered) -> None:
    if gathered.pages:
        return
    first = gathered.skips[0] if gathered.skips else None
    reason = f" {first.reason[:1].upper()}{first.reason[1:]}." if first else ""
    raise NothingScanned(f"No page of {site} could be checked.{reason}",
                         remedy=(first and first.remedy) or "The older scans are as they were.")  # fmt: skip


def _judge(
    scan: Scan, gathered: _Gathered, evidence: dict[str, list[Evidence]], pack: Pack, config: Config,
    today: date, progress: Progress,
) -> Scan:  # fmt: skip
    unanswered = [skip.page for skip in gathered.skips if skip.page and skip.engine == "fetch"
                  and skip.outcome is Outcome.FAILURE]  # fmt: skip
    site = site_of(gathered.pages, gathered.captures, unanswered, pack.rules)
    rows, findings, skips = [], [], list(gathered.skips)
    for number, page in enumerate(gathered.pages, 1):
        row, found, missed = judge_page(
            page, evidence.get(page.key, ()), pack, config, today, site
        )
        rows.append(row)
        findings += found
        skips += missed
        progress("Judging pages", number, len(gathered.pages))
    found, missed = judge_late(gathered.pages, rows, without_ignored(findings, config, today)[0], pack.rules, today, site)
    findings += found
    skips += missed
    findings, notes = without_ignored(findings, config, today)
    skips += notes
    return replace(
        scan, finished=moments.now(), coverage=coverage(rows, skips), findings=tuple(findings),
        pages=with_links(with_redirects(rows, site.redirects), gathered.pages, site.redirects), skips=tuple(skips),
    )  # fmt: skip
