"""CPU of Vale against ours, with six public packages on the GOV.UK guidance, in one run; and what their alerts differ in.

    python tests/benchmarks/vale.py --vale PATH [--pages FOLDER] [--packages FOLDER]

Build Vale outside the checkout: `GOBIN=/somewhere go install github.com/errata-ai/vale/v3/cmd/vale@v3.15.2`.
The corpora are those of the tests; both programs are measured with everything that they start.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tarfile
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from measure import measure

ROOT = Path(__file__).resolve().parents[2]
CORPORA = ROOT.parent / "shared" / "corpora"
PACKAGES = ("Microsoft", "Google", "write-good", "proselint", "alex", "Readability")
Alert = tuple[str, int, int, str]

#: rules whose alerts may differ, and why; by the style or the last part of the rule's name
CAUSES = {
    "Readability": "syllables and sentences are counted by our own text model",
    "SentenceLength": "sentences end elsewhere", "OxfordComma": "sentences end elsewhere",
    "Colons": "newer Vale cuts list items and headings into sentences too, Vale 3.15 does not",
    "Semicolon": "newer Vale cuts list items and headings into sentences too, Vale 3.15 does not",
    "Semicolons": "newer Vale cuts list items and headings into sentences too, Vale 3.15 does not",
}  # fmt: skip


def unpack(folder: Path, name: str, given: Path | None) -> Path:
    """Return a folder of test data: the one given, or the archive unpacked."""
    if given is not None:
        return given
    with tarfile.open(CORPORA / name) as archive:
        archive.extractall(folder, filter="data")
    return folder


def styles(fixtures: Path, folder: Path) -> Path:
    """Write a .vale.ini with the six packages and return it."""
    for name in PACKAGES:
        packages = next(path for path in (fixtures / "packages", *fixtures.rglob("packages")) if path.is_dir())
        found = next(path for path in packages.rglob(name) if path.is_dir() and any(path.glob("[A-Z]*.yml")))
        shutil.copytree(found, folder / "styles" / name)
    ini = folder / ".vale.ini"
    ini.write_text(f"StylesPath = styles\nMinAlertLevel = suggestion\n\n[*.md]\nBasedOnStyles = {', '.join(PACKAGES)}\n")
    return ini


def alerts(output: str) -> Counter[Alert]:
    """Return the alerts of a run, without their messages."""
    rows = (line.split(":", 4) for line in output.splitlines())
    return Counter((row[0], int(row[1]), int(row[2]), row[3]) for row in rows if len(row) == 5 and row[1].isdigit())


def cause(alert: Alert, others: Counter[Alert], common: Counter[Alert]) -> str:
    """Return why an alert may stand on one side alone. others: those of the other side alone."""
    path, line, _, rule = alert
    if any(other[0] == path and other[3] == rule for other in others):
        near = any(other[0] == path and other[3] == rule and other[1] == line for other in others)
        return "other place in the line" if near else "Vale looks the words up again, and finds them in another line"
    style, _, name = rule.partition(".")
    if why := CAUSES.get(style) or CAUSES.get(name):
        return why
    lines = Path(path).read_text("utf-8").split("\n")
    if lines[0] == "---" and line <= lines.index("---", 1):
        return "front matter: Vale looks a value up again"
    if lines[line - 1].startswith("*["):
        return "Vale cannot find a word in square brackets with a colon again, and drops the alert"
    if any(other[0] == path and other[3] == rule for other in common):
        return "Vale finds a place again that it has already reported, and drops the alert"
    return "not explained"


def compare(theirs: Counter[Alert], ours: Counter[Alert]) -> str:
    """Return the figures of what differs, by cause and rule."""
    missing, extra, common = theirs - ours, ours - theirs, theirs & ours
    lines = [f"alerts: Vale {sum(theirs.values())}, ours {sum(ours.values())}, the same {sum(common.values())}"]
    for name, some, others in (("only Vale", missing, extra), ("only ours", extra, missing)):
        found = Counter(cause(alert, others, common) for alert in some.elements())
        lines.append(f"{name}: {sum(some.values())}")
        lines += [f"  {count:5}  {why}" for why, count in found.most_common()]
        lines += [f"         {alert}" for alert in sorted(some) if cause(alert, others, common) == "not explained"]
    return "\n".join(lines)


def main() -> None:
    """Measure both and print."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--vale", default=shutil.which("vale"), help="the program; the default is the one on the path")
    asked.add_argument("--pages", type=Path, help="a folder of Markdown pages")
    asked.add_argument("--packages", type=Path, help="the unpacked fixtures of Vale")
    words = asked.parse_args()
    if not words.vale:
        raise SystemExit("There is no Vale. Build it as the first lines of this file say, and name it with --vale.")
    with tempfile.TemporaryDirectory(prefix="bench-vale-") as place:
        folder = Path(place)
        pages = unpack(folder / "pages", "govuk-guidance.tar.xz", words.pages)
        ini = styles(unpack(folder / "fixtures", "vale-fixtures.tar.xz", words.packages), folder)
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(folder / "cache")}
        own = [sys.executable, "-m", "contentlint", "check", str(pages), "--vale-config", str(ini), "--format", "line", "--quiet"]
        first = measure(own, environment)
        again = measure(own, environment)
        theirs = measure([words.vale, "--config", str(ini), "--output", "line", "--no-exit", str(pages)], environment)
        count = len(list(pages.rglob("*.md")))
        print(f"{count} pages, {len(PACKAGES)} packages")
        print(f"CPU: Vale {theirs.cpu:.2f} s, ours {again.cpu:.2f} s (first run, without a cache: {first.cpu:.2f} s)")
        print(f"ratio {theirs.cpu / again.cpu:.1f}")
        print(compare(alerts(theirs.output), alerts(again.output)))


if __name__ == "__main__":
    main()
