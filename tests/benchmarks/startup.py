"""Times short commands as whole processes: `--help`, and `check` on one page without the engines.

    python tests/benchmarks/startup.py [PAGE] [--runs 7]

PAGE is an HTML file, by default a page of the demo site. Prints the median of wall and CPU seconds, and
the ratio to a Python that does nothing. The bars: `--help` under 0.3 s, `check` under 1.5 s.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import urllib.request
from pathlib import Path

from measure import measure

from contentlint.demo.server import serve

BARS = {"contentlint --help": 0.3, "contentlint check PAGE": 1.5}


def demo_page(folder: Path) -> Path:
    """Write one page of the demo site into a file."""
    path = folder / "council-tax-reduction.html"
    with serve(1) as site:
        path.write_bytes(urllib.request.urlopen(f"{site.url}/council-tax/council-tax-reduction").read())
    return path


def main() -> None:
    """Run each command several times and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", nargs="?", type=Path)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    with tempfile.TemporaryDirectory() as temporary:
        page = options.page or demo_page(Path(temporary))
        tool = [sys.executable, "-m", "contentlint"]
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "contentlint --help": [*tool, "--help"],
            "contentlint check PAGE": [*tool, "check", str(page), "--without", "browser,languagetool"],
        }
        base = 0.0
        print(f"{'command':26}{'wall s':>8}{'CPU s':>8}{'x python':>10}{'bar s':>8}")
        for name, command in commands.items():
            measure(command, env)  # warm: byte code, the cache of rules
            runs = [measure(command, env) for _ in range(options.runs)]
            wall = statistics.median(run.wall for run in runs)
            base = base or wall
            cpu = statistics.median(run.cpu for run in runs)
            print(f"{name:26}{wall:8.3f}{cpu:8.3f}{wall / base:10.1f}{BARS.get(name, float('nan')):8.1f}")


if __name__ == "__main__":
    main()
