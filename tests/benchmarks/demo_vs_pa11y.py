"""Compares a first crawl of the demo site, every engine included, with pa11y-ci on the same pages.

    python tests/benchmarks/demo_vs_pa11y.py [--rounds 2] [--without languagetool]

contentlint crawls with Scrapy, parses, runs axe-core, LanguageTool and every check, and stores the
scan; pa11y-ci runs axe with two pages at a time. Both meet the same server, in a process of its own,
in turn within one run. CPU seconds count the whole process tree, start-up included. With two pages at
a time, pa11y-ci 4.1.1 loses pages on a current Chromium ("No target with given id found"): "a page done"
counts only the pages that it finished, and a third run takes one page at a time.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from browser_vs_pa11y import PA11Y, pa11y_program, pa11y_settings
from measure import Measured, measure
from platformdirs import user_cache_dir

SERVE = """
import sys, time
from contentlint.demo.server import serve
with serve(1) as site:
    print(site.url, flush=True)
    time.sleep(3600)
"""


def crawl(site: str, folder: Path, without: str) -> list[str]:
    """The command of contentlint, with a history of its own."""
    command = [sys.executable, "-m", "contentlint", "crawl", site, "--store", str(folder), "--format", "json"]
    return [*command, "--without", without] if without else command


def main() -> None:
    """Run both in turn and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--without", default="", help="engines that contentlint leaves out")
    options = parser.parse_args()
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2]), "CI": "true"}
    cache = Path(user_cache_dir("contentlint")) / f"pa11y-ci-{PA11Y}"
    with (
        subprocess.Popen([sys.executable, "-c", SERVE], stdout=subprocess.PIPE, text=True, env=env) as server,
        tempfile.TemporaryDirectory() as temporary,
    ):
        try:
            site = server.stdout.readline().strip()  # type: ignore[union-attr]
            print(f"{'':20}{'round':>6}{'pages':>7}{'done':>6}{'CPU s a page':>14}{'a page done':>13}{'pages/s':>9}")
            for turn in range(1, options.rounds + 1):
                ours = measure(crawl(site, Path(temporary) / f"{turn}", options.without), env)
                rows = json.loads(ours.output)["pages"]
                pages = [row["page"] for row in rows if not row["page"].endswith(".pdf")]
                show("contentlint", turn, len(pages), len(pages), ours)
                for lanes in (2, 1):
                    settings = pa11y_settings(pages, Path(temporary) / "pa11y.json", lanes)
                    theirs = measure([str(pa11y_program(cache)), "--config", str(settings), "--json"], env)
                    done = len(pages) - lost(theirs.output)
                    show(f"pa11y-ci, {lanes} at a time", turn, len(pages), done, theirs)
                    print(f"{'':20}contentlint: {theirs.cpu / ours.cpu:.2f} times less CPU a page, "
                          f"{theirs.cpu / max(done, 1) * len(pages) / ours.cpu:.2f} a page done, "
                          f"{theirs.wall / ours.wall:.2f} times the pages a second", flush=True)  # fmt: skip
        finally:
            server.terminate()


def show(name: str, turn: int, pages: int, done: int, one: Measured) -> None:
    """Print a row of the table."""
    print(f"{name:20}{turn:6}{pages:7}{done:6}{one.cpu / pages:14.3f}{one.cpu / max(done, 1):13.3f}"
          f"{pages / one.wall:9.2f}", flush=True)  # fmt: skip


def lost(output: str) -> int:
    """Return how many pages pa11y-ci could not finish, by its JSON; none where it wrote no JSON."""
    try:
        results = json.loads(output)["results"].values()
    except ValueError:
        return 0
    return sum(any("message" in one and "code" not in one for one in found) for found in results)


if __name__ == "__main__":
    main()
