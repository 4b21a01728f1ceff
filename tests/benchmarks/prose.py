"""What judging prose costs once the program is up: CPU seconds per 100 KB, our packs all on, no engines.

    python tests/benchmarks/prose.py [FILE OR FOLDER …]

Without arguments it reads the GOV.UK guidance pages and the long file of the Vale fixtures where they are beside the
checkout. The peer of the ratio is reading and parsing the same files without judging them, in the same run.
The bar is 0.15 s per 100 KB after start-up.
"""

from __future__ import annotations

import sys
import tarfile
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
CORPORA = ROOT.parent / "shared" / "corpora"
ENGINES = ("browser", "languagetool")
TEXTS = {".md", ".html", ".txt"}


def main(arguments: list[str]) -> int:
    """Print a row a target and return 0, or 2 where there is nothing to read."""
    with tempfile.TemporaryDirectory() as folder:
        targets = [Path(name) for name in arguments] or _corpora(Path(folder))
        if not targets:
            print("There is nothing to read: name a file or a folder.", file=sys.stderr)
            return 2
        _judge(targets[0])  # the rules are loaded and compiled once
        print(f"{'target':<28} {'KB':>6} {'parse s':>8} {'all s':>8} {'s/100 KB':>9} {'all/parse':>9}")
        for target in targets:
            size = sum(path.stat().st_size for path in _files(target)) / 1000
            parsed, judged = _time(_parse, target), _time(_judge, target)
            print(
                f"{target.name:<28} {size:6.0f} {parsed:8.2f} {judged:8.2f} {judged / size * 100:9.3f} {judged / parsed:9.1f}"
            )
    return 0


def _corpora(folder: Path) -> list[Path]:
    made = []
    for name, member in (("govuk-guidance", "."), ("vale-fixtures", "core/fixtures/benchmarks/bench.md")):
        archive = CORPORA / f"{name}.tar.xz"
        if archive.is_file():
            with tarfile.open(archive) as file:
                file.extractall(folder / name, filter="data")
            made.append(folder / name / member)
    return [path.resolve() for path in made]


def _files(target: Path) -> list[Path]:
    return [target] if target.is_file() else sorted(path for path in target.rglob("*") if path.suffix in TEXTS)


def _time(work, target: Path) -> float:
    best = float("inf")
    for _ in range(3):
        started = time.process_time()
        work(target)
        best = min(best, time.process_time() - started)
    return best


def _parse(target: Path) -> None:
    from contentlint.fetch.files import read_targets
    from contentlint.parse import parse

    for item in read_targets([str(target)], None, contact="", version="0"):
        parse(item)


def _judge(target: Path) -> None:
    from contentlint.config import Config
    from contentlint.pipeline.draft import check

    check([str(target)], Config(), without=ENGINES)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
