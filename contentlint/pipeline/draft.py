"""`contentlint check`: the same flow as the crawl, from files, folders, addresses or standard input."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from contentlint import __version__
from contentlint.config import Config
from contentlint.errors import NothingScanned
from contentlint.fetch.files import read_targets
from contentlint.model import Capture, Page, Report, Scan, Skip
from contentlint.parse import parse
from contentlint.pipeline import moments
from contentlint.pipeline.assemble import Limits, assemble, coverage
from contentlint.pipeline.crawling import answered, site_address
from contentlint.pipeline.cross import judge_late
from contentlint.pipeline.engines import Engines
from contentlint.pipeline.judging import judge_page, without_ignored
from contentlint.pipeline.packs import load
from contentlint.pipeline.pictures import DRAFT, picture
from contentlint.pipeline.site import site_of
from contentlint.render import shows_pictures
from contentlint.rollup import roll_up

Progress = Callable[[str, int, int], None]
ALONE = 1  # a single draft knows nothing of the site around it


def check(
    targets: Sequence[str], config: Config, *, stdin: BinaryIO | None = None, rules: Sequence[Path] = (),
    kinds: Collection[str] = (), without: Collection[str] = (), gate: str | None = None,
    limits: Limits = Limits(), pictures: int = 0, progress: Progress = lambda *_: None, stats: bool = False,
) -> Report:  # fmt: skip
    """Check drafts and return the Report. Raises NothingScanned, InputError, RuleError, ConfigError.

    pictures: of spots at most. stats: with what each engine did.
    """
    for target in targets:
        if target.startswith(("http://", "https://")):
            site_address(target)  # refuses what must not be stored or printed
    started = moments.now()
    today = date.fromisoformat(started[:10])
    pack = load(config, rules)
    captures, pages, skips = [], [], []
    with Engines(config, without) as engines, contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="contentlint-")))
        contact = config.site.contact
        for item in read_targets(targets, stdin, contact=contact, version=__version__):
            if isinstance(item, Skip):
                skips.append(item)
                continue
            page = answered(item) if item.status >= 400 else parse(item)
            if isinstance(page, Skip):
                skips.append(page)
                continue
            captures.append(item)
            pages.append(page)
            engines.look(page, _address(item, page, folder))
        if not pages:
            reason = f" {skips[0].page}: {skips[0].reason}." if skips else ""
            raise NothingScanned(f"Nothing could be checked.{reason}", remedy=skips[0].remedy if skips else None)
        evidence = engines.collect(progress)
        site = site_of(pages, captures, rules=pack.rules) if len(pages) > ALONE else None
        rows, findings = [], []
        for number, page in enumerate(pages, 1):
            said = evidence.get(page.key, ())
            row, found, missed = judge_page(page, said, pack, config, today, site, frozenset(kinds))
            rows.append(row)
            findings += found
            skips += missed
            progress("Judging pages", number, len(pages))
        if not kinds:  # a tally of some kinds would say that the others were not found
            found, missed = judge_late(pages, rows, without_ignored(findings, config, today)[0], pack.rules, today, site)
            findings += found
            skips += missed
        findings, notes = without_ignored(findings, config, today)
        rolled = roll_up(findings, rows)
        shown = picture(rolled, engines, pictures, progress)
    skips = [*engines.skips, *skips, *notes]
    scan = Scan(
        id=moments.scan_id(started), started=started, finished=moments.now(), source=", ".join(targets),
        rules_digest=pack.digest, rules=tuple(rule.id for rule in pack.rules),
        engines=tuple(sorted(engines.versions.items())), coverage=coverage(rows, skips),
        pages=tuple(rows), findings=tuple(findings), skips=tuple(skips),
    )  # fmt: skip
    report = assemble(
        "check", scan, rolled, made=scan.finished or started,
        site=rows[0].title or rows[0].page if len(rows) == 1 else f"{len(rows)} pages", gate=gate,
        target_age=config.readability.target_age, teams=config.teams, not_covered=pack.not_covered, limits=limits,
        pictures=shown,
    )  # fmt: skip
    return replace(report, stats=engines.use) if stats else report


def pictures(config: Config, format_name: str, wanted: int | None = None) -> int:
    """Return how many spots a check pictures: as many as wanted, else a few, and none where the format shows none."""
    if not shows_pictures(format_name):
        return 0
    return min(DRAFT, config.browser.pictures) if wanted is None else wanted


def _address(capture: Capture, page: Page, folder: Path) -> str | None:
    """Return what a browser opens: the live address, the file, or a temporary file for a piece of HTML."""
    if page.media != "html":
        return None
    if capture.url.startswith(("http://", "https://")):
        return capture.url
    path = Path(capture.url)
    if not page.fragment and path.suffix.lower() in (".html", ".htm") and path.is_file():
        return path.resolve().as_uri()
    # A piece of a page gets the smallest page around it, so that axe does not judge what is not there.
    made = folder / f"{len(list(folder.iterdir()))}.html"
    head = b"" if not page.fragment else (
        b'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Draft</title></head><body><main>'
    )  # fmt: skip
    made.write_bytes(head + capture.body + (b"</main></body></html>" if page.fragment else b""))
    return made.as_uri()
