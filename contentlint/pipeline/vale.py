"""`check --vale-config`: files judged by Vale's styles, in place of our own packs."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from contentlint import __version__
from contentlint.config import Config
from contentlint.errors import InputError, NothingScanned
from contentlint.fetch.files import read_targets
from contentlint.model import Capture, Finding, Hit, Measures, Outcome, PageRow, Report, Scan, Skip, make_findings
from contentlint.parse.scoped import read
from contentlint.pipeline import moments
from contentlint.pipeline.assemble import Limits, assemble, coverage
from contentlint.rulepack.vale.choice import choose, reading_of
from contentlint.rulepack.vale.engine import ValeMatcher, load_matcher
from contentlint.rulepack.vale.ini import ValeConfig, read_ini

Progress = Callable[[str, int, int], None]


def check(
    targets: Sequence[str], config: Config, ini: Path, *, stdin: BinaryIO | None = None, gate: str | None = None,
    limits: Limits = Limits(), progress: Progress = lambda *_: None,
) -> Report:  # fmt: skip
    """Judge files as Vale does and return the Report.

    Raises NothingScanned, InputError, RuleError, ConfigError.
    """
    if not ini.is_file():
        raise InputError(f"The file “{ini}” does not exist.", remedy="Name a .vale.ini.")
    started = moments.now()
    settings = read_ini(ini)
    matcher = load_matcher(settings)
    rows: list[PageRow] = []
    findings: list[Finding] = []
    skips: list[Skip] = list(matcher.skips)
    apart = [folder.resolve() for folder in settings.styles]
    contact = config.site.contact
    more = [f".{ending}" for ending in settings.formats]
    with _seldom_collected():
        for item in read_targets(targets, stdin, contact=contact, version=__version__, more=more):
            if isinstance(item, Skip):
                skips.append(item)
            elif not _inside(item.url, apart, targets):
                row, found, missed = _judge(item, settings, matcher)
                rows += [row] if row else []
                findings += found
                skips += missed
                progress("Judging pages", len(rows), len(rows))
    if not rows:
        missed = [skip for skip in skips if skip.page]
        reason = f" {missed[0].page}: {missed[0].reason}." if missed else ""
        raise NothingScanned(f"Nothing could be checked.{reason}")
    scan = Scan(
        id=moments.scan_id(started), started=started, finished=moments.now(), source=", ".join(targets),
        rules_digest=matcher.digest, rules=tuple(rule.id for rule in matcher.rules), engines=(),
        coverage=coverage(rows, skips), pages=tuple(rows), findings=tuple(findings), skips=tuple(skips),
    )  # fmt: skip
    return assemble(
        "check", scan, tuple(findings), made=scan.finished or started,
        site=rows[0].title or rows[0].page if len(rows) == 1 else f"{len(rows)} pages", gate=gate,
        target_age=config.readability.target_age, teams=config.teams, limits=limits,
    )  # fmt: skip


@contextlib.contextmanager
def _seldom_collected() -> Iterator[None]:
    """Let the collector of cycles run less often: it would walk tens of thousands of findings, which form none."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _inside(path: str, styles: Sequence[Path], targets: Sequence[str]) -> bool:
    """Tell whether a file lies in a folder of styles that was met on the way, not named."""
    if not styles or path == "-" or "://" in path:
        return False
    parents = Path(path).resolve().parents
    named = [Path(target).resolve() for target in targets if target != "-"]
    return any(folder in parents and any(top in folder.parents for top in named) for folder in styles)


def _judge(item: Capture, settings: ValeConfig, matcher: ValeMatcher) -> tuple[PageRow | None, list[Finding], list[Skip]]:
    name = item.url if item.url != "-" else "stdin.txt"
    choice = choose(settings, name)
    if choice is None:
        return None, [], [Skip(item.url, "vale", f"no section of {settings.path} speaks of this file", Outcome.CHOICE)]
    reading = reading_of(settings, name, matcher.inline)
    if reading is None:
        return None, [], [Skip(item.url, "parse", "this kind of file is not read as Vale reads it", Outcome.CHOICE)]
    manuscript = read(item, reading)
    if isinstance(manuscript, Skip):
        return None, [], [manuscript]
    page = manuscript.page
    hits: list[Hit] = []
    skips: list[Skip] = []
    for made in matcher.match(manuscript, choice, settings.minimum):
        (skips if isinstance(made, Skip) else hits).append(made)  # type: ignore[arg-type]
    row = PageRow(page.key, page.title, page.status, page.digest, page.digest, None, page.media, Measures(), ("vale",), size=page.size)
    return row, make_findings(page.key, hits, "vale"), skips
