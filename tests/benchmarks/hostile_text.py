"""How long hostile texts of about 1 MB take: seconds of the whole program beside those of an empty draft, in one run.

    python tests/benchmarks/hostile_text.py

The bar is two seconds a text on a quiet machine.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from hostile import CASES  # noqa: E402


def main() -> int:
    """Print a row a text; return 1 where one took more than two seconds, else 0."""
    slow = 0
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "draft.txt").write_text("Bins are emptied on Monday.\n")
        _run(Path(folder), "draft.txt")
        base = _run(Path(folder), "draft.txt")[0]
        print(f"{'text':<28} {'wall s':>7} {'CPU s':>7} {'/ draft':>8}\n{'draft.txt':<28} {base:7.2f}")
        for name, make in CASES.items():
            (Path(folder) / name).write_bytes(make())
            wall, cpu = _run(Path(folder), name)
            slow += wall > 2
            print(f"{name:<28} {wall:7.2f} {cpu:7.2f} {wall / base:8.1f}")
    return int(slow > 0)


def _run(folder: Path, name: str) -> tuple[float, float]:
    command = [sys.executable, "-m", "contentlint", "check", name, "--without", "browser,languagetool", "--quiet"]
    began, before = time.monotonic(), _children()
    subprocess.run(command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False)
    return time.monotonic() - began, _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
