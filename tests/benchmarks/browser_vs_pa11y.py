"""Compares the browser pool of contentlint with pa11y-ci on the same pages, in the same run.

    python tests/benchmarks/browser_vs_pa11y.py FOLDER [--pages 45] [--rounds 2]
        [--ours "contentlint scan {url}"] [--skip pa11y,axe,all] [--concurrency 2]

FOLDER holds a recorded site (HTML files and what they use); it is served on the loopback address.
pa11y-ci is brought by npm into a cache folder once, without a browser of its own. The figures count
the CPU of the whole process tree, start-up included, without the server's. `--ours` adds a command
as a further contender: {url} is the start page, {list} a file with the addresses.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import site_server
from measure import Measured, measure
from platformdirs import user_cache_dir

PA11Y = "4.1.1"
HERE = Path(__file__).parent


def pa11y_program(cache: Path) -> Path:
    """Return the path of pa11y-ci, brought by npm where it is not there yet."""
    program = cache / "node_modules" / ".bin" / "pa11y-ci"
    if not program.exists():
        cache.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--prefix", str(cache), "--no-audit", "--no-fund", f"pa11y-ci@{PA11Y}"]
        subprocess.run(command, check=True, env={**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"})  # fmt: skip
    return program


def pa11y_settings(addresses: list[str], path: Path, concurrency: int) -> Path:
    """Write pa11y-ci's settings: its axe runner and Debian's Chromium."""
    settings = {
        "defaults": {
            "runners": ["axe"], "standard": "WCAG2AA", "concurrency": concurrency, "timeout": 60000,
            "chromeLaunchConfig": {"executablePath": shutil.which("chromium"), "args": ["--no-sandbox"]},
        },
        "urls": addresses,
    }  # fmt: skip
    path.write_text(json.dumps(settings), encoding="utf-8")
    return path


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder from a process of its own; yield the start address."""
    command = [sys.executable, site_server.__file__, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            yield server.stdout.readline().strip()  # type: ignore[union-attr]
        finally:
            server.terminate()


def contenders(options: argparse.Namespace, addresses: list[str], work: Path) -> dict[str, list[str]]:
    """Return the command of each contender, pa11y-ci first."""
    listing = work / "addresses.txt"
    listing.write_text("\n".join(addresses), encoding="utf-8")
    found: dict[str, list[str]] = {}
    skipped = set(options.skip.split(","))
    if "pa11y" not in skipped:
        settings = pa11y_settings(addresses, work / "pa11y.json", options.concurrency)
        found["pa11y-ci"] = [str(pa11y_program(Path(options.cache))), "--config", str(settings), "--json"]
    for name in ("axe", "looks", "all"):
        if name not in skipped:
            label = {"axe": "axe pool", "looks": "axe pool + our own looks", "all": "axe pool + LanguageTool"}[name]
            found[label] = [sys.executable, str(HERE / "contender.py"), name, str(listing)]
    if options.ours:
        parts = shlex.split(options.ours)
        found["ours"] = [part.format(url=addresses[0], list=listing) for part in parts]
    return found


def summary(name: str, measured: Measured) -> str:
    """Return what a contender said it found, shortened."""
    try:
        said = json.loads(measured.output)
    except ValueError:
        return f"exit {measured.code}"
    if name == "pa11y-ci":
        broken = sum(
            1
            for found in said["results"].values()
            if any("message" in one and "code" not in one for one in found)
        )
        return f"pages {said['total']}, errors {said['errors']}, could not run {broken}"
    return ", ".join(f"{key} {value}" for key, value in said.items() if isinstance(value, int))


def main() -> None:
    """Run every contender in turn, and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=45)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--ours", help="a command with {url} or {list}")
    parser.add_argument("--concurrency", type=int, default=2, help="pages at a time, of pa11y-ci")
    parser.add_argument("--skip", default="", help="contenders to leave out: pa11y, axe, looks, all")
    parser.add_argument("--cache", default=str(Path(user_cache_dir("contentlint")) / f"pa11y-ci-{PA11Y}"))
    options = parser.parse_args()
    root = str(HERE.parents[1])
    env = {**os.environ, "PYTHONPATH": root}
    with served(options.folder) as start, tempfile.TemporaryDirectory() as temporary:
        paths = sorted(path.relative_to(options.folder).as_posix() for path in options.folder.rglob("*.html"))
        addresses = [start + path.removesuffix("index.html") for path in paths[: options.pages]]
        pages = len(addresses)
        print(
            f"{'contender':26}{'round':>6}{'CPU s/page':>12}{'pages/s':>9}{'CPU x':>7}{'speed x':>9}  found"
        )
        for turn in range(1, options.rounds + 1):
            base: Measured | None = None
            for name, command in contenders(options, addresses, Path(temporary)).items():
                measured = measure(command, env)
                base = base or measured
                print(f"{name:26}{turn:6}{measured.cpu / pages:12.3f}{pages / measured.wall:9.2f}"
                      f"{base.cpu / measured.cpu:7.2f}{base.wall / measured.wall:9.2f}"
                      f"  {summary(name, measured)}",
                      flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
