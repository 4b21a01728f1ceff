"""`contentlint demo`: serve Anyborough Council, crawl it twice, listen, and write the report."""

from __future__ import annotations

import shutil
import socket
import time
from collections.abc import Callable, Collection
from importlib import resources
from pathlib import Path

from contentlint.config import Config, SiteConfig
from contentlint.demo.server import serve
from contentlint.pipeline import crawling, history, imports
from contentlint.render import render
from contentlint.store import Store

PORT = 8765  # always the same where it is free, so that two runs give the same addresses
HISTORY = "demo-history"  # in the output folder; made anew by each run, so that each tells the same story
FORMATS = {"report.html": "html", "report.json": "json", "findings.csv": "csv", "summary.md": "markdown"}
Say = Callable[[str], None]


def configuration(site: str) -> Config:
    """Return the settings of the demo."""
    return Config(
        site=SiteConfig(url=site, name="Anyborough Council", contact="web.team@anyborough.example"),
    )


def run(folder: Path, *, without: Collection[str] = (), say: Say = lambda _: None,
        progress: Callable[[str, int, int], None] = lambda *_: None) -> Path:  # fmt: skip
    """Run the whole job and return the path of the HTML report."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(folder / HISTORY, ignore_errors=True)
    data = resources.files("contentlint.demo")
    with serve(1, _port()) as site, Store.open(str(folder / HISTORY)) as store:
        config = configuration(site.url)
        for revision, words in ((1, "as it was last week"), (2, "as it is today")):
            site.revision = revision
            start = time.monotonic()
            scan = crawling.crawl(site.url, config, store, without=without, progress=progress)
            say(f"Crawled and checked the site {words}: {scan.coverage.checked} of {scan.coverage.met} "
                f"addresses, {len(scan.findings)} findings, {time.monotonic() - start:.0f} seconds.")  # fmt: skip
        with resources.as_file(data / "feedback") as files:
            told = imports.feedback(store, config, sorted(str(path) for path in files.glob("*.csv")))
        with resources.as_file(data / "traffic") as files:
            imports.traffic(store, config, sorted(str(path) for path in files.glob("*.csv")))
        say(f"Imported {len(told.items)} comments from residents, with personal data taken out.")
        report = history.report(store, config)
        for name, format_name in FORMATS.items():
            (folder / name).write_text(render(report, format_name), "utf-8", newline="")
    say(f"{report.count('new')} findings are new, {report.count('fixed')} are fixed. The report is here:")
    return (folder / "report.html").resolve()


def serve_until_stopped(say: Say) -> None:
    """Serve the site as it is today, so that a person can look at it."""
    with serve(2, _port()) as site:
        say(f"Anyborough Council is at {site.url}. Press Ctrl-C to stop.")
        while True:
            time.sleep(3600)


def _port() -> int:
    """Return our port where it is free, else 0, which means any."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", PORT))
        except OSError:
            return 0
    return PORT
