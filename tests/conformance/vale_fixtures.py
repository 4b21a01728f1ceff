"""Runs Vale's own feature files through `contentlint check --vale-config`, and says what differs.

    python tests/conformance/vale_fixtures.py [FOLDER of the unpacked fixtures] [--all]

A scenario is exact where the lines are the expected ones, no more and no fewer. "Ours" are scenarios
whose expected lines are all about Markdown, HTML or text; of the others only those lines are counted.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
import tarfile
import tempfile
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ARCHIVE = ROOT.parent / "shared" / "corpora" / "vale-fixtures.tar.xz"
BAR = ("checks", "scopes", "styles", "patterns", "comments", "frontmatter", "Microsoft", "Google", "proselint",
       "write-good", "alex", "readability")  # fmt: skip
READ = (".md", ".markdown", ".html", ".htm", ".txt")
INI = (".vale.ini", "_vale.ini", "vale.ini", ".vale", "_vale")
_STEPS = {
    "test": "{}", "test scope": "scopes/{}", "test patterns for": "patterns", "test comments for": "comments",
    "lint": "formats", "apply style": "styles/{}", "use Vocab": "vocab/{}", "test glob": "glob",
    "lint AsciiDoc": "formats", "lint sections": "sections",
}  # fmt: skip

#: (feature, scenario) that we do not match, and why. Nothing in the program knows of them.
_PROGRAM = "the rule holds a program (Tengo), which is not run"
_TAGGER = "the rule asks for parts of speech, and there is no tagger"
_ITSELF = "Vale 3.15 itself does not give these lines"
_PLACE = "Vale 3.15 looks the words up again and points elsewhere; Vale 3.22 gives our place"
KNOWN: dict[tuple[str, str], str] = {
    ("checks", "Script"): _PROGRAM,
    ("styles", "Lint against Scripts"): _PROGRAM,
    ("checks", "Sequence"): _TAGGER,
    ("styles", "Lint against demo"): _TAGGER,
    ("checks", "Repetition"): _PLACE,
    ("checks", "SentenceCase"): "Vale looks the words up again, in vain, and points at the start of the line",
    ("patterns", "HTML with Ignored Classes"): _ITSELF + ", nor does Vale 3.22: the word touches a bracket",
    ("Google", "Use of punctuation"): _ITSELF + ": blanks collapsed in the message",
    ("Microsoft", "Sentences"): _ITSELF + ": blanks collapsed in the message",
    ("Microsoft", "Use of contractions"): _ITSELF + ": capitals in the message",
    ("alex", "Basic test case"): _ITSELF + ": the package has other rules by now",
    ("proselint", "Basic tests"): _ITSELF + ": quotation marks in the message",
    ("write-good", "Weasel words"): _ITSELF + ": the package lists another word by now",
}
#: not counted: what the style rules themselves disagree with, or what asks for a program or a tagger
APART = (_ITSELF, _PROGRAM, _TAGGER)


@dataclass
class Scenario:
    """One scenario. files: what is checked, in `folder`. wanted: expected lines. exactly: no others may come."""

    feature: str
    name: str
    folder: Path | None = None
    files: list[str] = field(default_factory=list)
    wanted: list[str] = field(default_factory=list)
    exactly: bool = True
    why_not: str = ""
    written: dict[str, str] = field(default_factory=dict)  # files that the scenario writes itself


@dataclass
class Outcome:
    """What came of a scenario. missing, extra: lines, of the formats we read."""

    scenario: Scenario
    wanted: int
    missing: list[str]
    extra: list[str]
    said: str = ""

    @property
    def exact(self) -> bool:
        """Tell whether nothing differs."""
        return not self.missing and not self.extra and not self.said


@contextlib.contextmanager
def unpacked(place: Path | None = None) -> Iterator[Path]:
    """Give the folder of fixtures: the one named, or the archive unpacked for a while."""
    if place is not None:
        yield place
        return
    with tempfile.TemporaryDirectory(prefix="vale-fixtures-") as folder:
        with tarfile.open(ARCHIVE) as archive:
            archive.extractall(folder, filter="data")
        found = next(Path(folder).rglob("core/features")).parents[1]
        yield found


def scenarios(fixtures: Path) -> Iterator[Scenario]:
    """Yield all scenarios of all feature files."""
    for path in sorted((fixtures / "core" / "features").glob("*.feature")):
        yield from _read(path, path.stem, fixtures / "core" / "fixtures")
    for package in sorted((fixtures / "packages").iterdir()):
        for path in sorted((package / "features").glob("*.feature")):
            yield from _read(path, package.name, package / "fixtures")
        for path in sorted((package / "testdata").glob("*.ct")):
            yield from _transcript(path, package.name)


def _read(path: Path, feature: str, fixtures: Path) -> Iterator[Scenario]:
    current = background = Scenario(feature, "Background")
    text: list[str] | None = None
    writing = ""  # the name of the file whose text follows
    for raw in path.read_text("utf-8").splitlines():
        line = raw.strip()
        if line == '"""':
            if text is not None and writing:
                current.written[writing] = textwrap.dedent("\n".join(text)) + "\n"
                writing = ""
            text = [] if text is None else None
        elif text is not None:
            text.append(raw)
            if line and not line.startswith("#") and not writing:
                current.wanted.append(line)
        elif match := re.match(r"Scenario(?: Outline)?: (.*)", line):
            if current is not background:
                yield current
            current = Scenario(feature, match[1], why_not="no step says what is checked", written=dict(background.written))
        elif match := re.match(r'(?:Given|And) a file named "([^"]+)" with:', line):
            writing = match[1]
        elif not line.startswith("#"):
            _step(current, line, fixtures)
    if current is not background:
        yield current


def _step(scenario: Scenario, line: str, fixtures: Path) -> None:
    if match := re.match(r'When I run vale "([\w. -]+)"$', line):
        place = fixtures.parent / "own" / re.sub(r"\W+", "-", f"{scenario.feature} {scenario.name}")
        scenario.folder, scenario.files, scenario.why_not = place, match[1].split(), ""
    elif match := re.match(r'When I (test|test scope|test patterns for|test comments for|lint|apply style|use Vocab) "([^"]+)"$', line):
        place = fixtures / _STEPS[match[1]].format(match[2])
        if match[1].endswith("for") or match[1] == "lint":
            scenario.folder, scenario.files = place, [match[2]]
        else:
            scenario.folder, scenario.files = place, ["."]
        scenario.why_not = ""
    elif line.startswith("Then the output should contain:"):
        scenario.exactly = False
    elif "should not contain anything" in line:
        scenario.wanted = []


def _transcript(path: Path, feature: str) -> Iterator[Scenario]:
    current: Scenario | None = None
    for line in path.read_text("utf-8").splitlines():
        if match := re.match(r"\$ cdf \$\{ROOTDIR\}/(\S+)", line):
            current = Scenario(feature, match[1], path.parent / match[1])
        elif line.startswith("$ vale") and current:
            current.files = [line.split()[-1]]
        elif line.strip() and current:
            current.wanted.append(line.strip())
        elif current:
            yield current
            current = None
    if current:
        yield current


def _ours(line: str) -> bool:
    return line.split(":")[0].endswith(READ)


def run(scenario: Scenario) -> Outcome:
    """Check a scenario's files through the command line, in this process."""
    from contentlint.__main__ import run as command

    assert scenario.folder is not None
    for name, text in scenario.written.items():
        path = scenario.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    wanted = Counter(line for line in scenario.wanted if _ours(line))
    out, err, before = io.BytesIO(), io.StringIO(), Path.cwd()
    screen = io.TextIOWrapper(out, "utf-8", write_through=True)
    os.chdir(scenario.folder)
    try:
        folders = (Path.cwd(), *Path.cwd().parents)
        ini = next((folder / name for folder in folders for name in INI if (folder / name).is_file()), None)
        if ini is None:
            return Outcome(scenario, sum(wanted.values()), sorted(wanted), [], "there is no .vale.ini")
        with contextlib.redirect_stdout(screen), contextlib.redirect_stderr(err):
            code = command(["check", *scenario.files, "--vale-config", str(ini), "--format", "line", "--quiet"])
    finally:
        os.chdir(before)
    got = Counter(line for line in out.getvalue().decode("utf-8").splitlines() if _ours(line) or not scenario.wanted)
    said = err.getvalue().strip() if code not in (0, 1, 3) else ""
    missing = sorted((wanted - got).elements())
    extra = sorted((got - wanted).elements()) if scenario.exactly else []
    return Outcome(scenario, sum(wanted.values()), missing, extra, said)


def concerns_us(scenario: Scenario) -> bool:
    """Tell whether a scenario is about files that we read: by its lines, or, without any, by its files."""
    if scenario.folder is None or not (scenario.folder.is_dir() or scenario.written):
        return False
    if scenario.wanted:
        return any(_ours(line) for line in scenario.wanted)
    names = scenario.files if scenario.files != ["."] or scenario.written else [path.name for path in scenario.folder.rglob("*")]
    return any(_ours(name) for name in names)


def outcomes(fixtures: Path, features: tuple[str, ...] | None = None) -> list[Outcome]:
    """Return what came of every scenario that concerns us."""
    chosen = [item for item in scenarios(fixtures) if features is None or item.feature in features]
    return [run(item) for item in chosen if concerns_us(item)]


def judged(found: list[Outcome]) -> list[Outcome]:
    """Return the outcomes that count."""
    return [item for item in found if not KNOWN.get((item.scenario.feature, item.scenario.name), "").startswith(APART)]


def table(found: list[Outcome]) -> str:
    """Return the figures by feature, and each miss."""
    rows: dict[str, list[Outcome]] = defaultdict(list)
    for item in found:
        rows[item.scenario.feature].append(item)
    lines = [f"{'feature':14}{'scenarios':>10}{'exact':>7}{'known':>7}{'lines':>7}{'matched':>9}"]
    for feature, items in rows.items():
        known = sum(not item.exact and (feature, item.scenario.name) in KNOWN for item in items)
        lines.append(
            f"{feature:14}{len(items):>10}{sum(item.exact for item in items):>7}{known:>7}"
            f"{sum(item.wanted for item in items):>7}{sum(item.wanted - len(item.missing) for item in items):>9}"
        )
    counted = judged(found)
    exact = sum(item.exact for item in counted)
    lines.append(f"\n{exact} of {len(counted)} scenarios exact ({100 * exact / max(len(counted), 1):.1f}%); "
                 f"{len(found) - len(counted)} more are apart: Vale itself, programs, parts of speech")  # fmt: skip
    for item in found:
        if not item.exact:
            reason = KNOWN.get((item.scenario.feature, item.scenario.name), "")
            lines.append(f"\n{item.scenario.feature}: {item.scenario.name}" + (f"  (known: {reason})" if reason else ""))
            lines += [f"  said     {item.said}"] if item.said else []
            lines += [f"  missing  {line}" for line in item.missing] + [f"  extra    {line}" for line in item.extra]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.path.append(str(ROOT))
    named = [Path(word) for word in sys.argv[1:] if not word.startswith("-")]
    with unpacked(named[0] if named else None) as place:
        print(table(outcomes(place, None if "--all" in sys.argv else BAR)))
