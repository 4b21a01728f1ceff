"""Runs contentlint over the W3C's ACT test cases and says how it does beside other tools.

    python tests/conformance/act.py [--pack FILE] [--rule ID …] [--approved] [--earl FILE] [--cases]

The pack is served over HTTP and checked as `contentlint check` checks any page, with AAA and
experimental rules on, and the looks that a scan takes once for pages of one structure taken on each
page. A case whose page could not be looked at is "untested". Nothing in contentlint knows a case. For a case of an ACT rule only findings that
name this ACT rule count: "failed" where one is sure or likely, "cannot tell" where all need a person.
"""

from __future__ import annotations

import argparse
import json
import sys
import tarfile
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
for folder in (ROOT, Path(__file__).parent):
    if str(folder) not in sys.path:
        sys.path.append(str(folder))

from act_score import MEDIA, PEERS, Case, Score, outcome, scored, total  # noqa: E402
from serving import Handler, served  # noqa: E402

from contentlint import __version__  # noqa: E402
from contentlint.checks import driver  # noqa: E402
from contentlint.config import AccessibilityConfig, BrowserConfig, Config  # noqa: E402
from contentlint.evidence.looking import probes  # noqa: E402
from contentlint.model import Outcome, Skip  # noqa: E402
from contentlint.pipeline.draft import check  # noqa: E402
from contentlint.pipeline.engines import Engines  # noqa: E402
from contentlint.pipeline.packs import load  # noqa: E402
from contentlint.render import earl  # noqa: E402

PACK = ROOT.parent / "shared" / "corpora" / "act-testcases.tar.xz"
PREFIX = "/WAI/content-assets/wcag-act-rules"
EVERYTHING = Config(accessibility=AccessibilityConfig("AAA", True), browser=BrowserConfig(2, 30))


class _Handler(Handler):
    extensions_map = Handler.extensions_map | {".svg": "image/svg+xml", ".xml": "text/xml", ".xhtml": "application/xhtml+xml"}

    def guess_type(self, path: object) -> str:
        kind = super().guess_type(path)  # type: ignore[arg-type]
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(PREFIX)) if path.startswith(PREFIX) else "/nowhere"


def cases_of(folder: Path, rules: Sequence[str] = (), approved: bool = False) -> list[Case]:
    """Return the cases of an unpacked pack. rules: only these; empty for all."""
    listed = json.loads((folder / "testcases.json").read_text("utf-8"))["testcases"]
    made = [
        Case(one["ruleId"], one["ruleName"], one["testcaseId"], one["expected"], one["relativePath"], one["url"],
             bool(one.get("approved")))
        for one in listed
    ]  # fmt: skip
    return [case for case in made if (not rules or case.rule in rules) and (case.approved or not approved)]


def look(folder: Path, cases: Sequence[Case]) -> tuple[dict[tuple[str, str], str], list[Skip]]:
    """Check the pages of the cases; return the outcome by (rule, case), and the skips."""
    said: dict[str, list[tuple[str, frozenset[str]]]] = {}
    skips: list[Skip] = []
    missed: set[str] = set()
    slow = slow_looks()
    groups: dict[frozenset[str], list[Case]] = defaultdict(list)
    for case in cases:
        groups[slow.get(case.rule, frozenset())].append(case)
    with served(folder, _Handler) as origin:
        start = f"{origin}{PREFIX}"  # where the pages expect to stand
        for names, chosen in groups.items():
            ids = {f"{start}/{case.path}": f"{case.rule} {case.id}" for case in chosen}
            with looks_on_all(("page", *sorted(names))):
                report = check(tuple(ids), EVERYTHING, without=("languagetool",))
            skips += report.skips
            missed |= {ids[skip.page] for skip in report.skips if skip.outcome is Outcome.FAILURE and skip.page in ids}
            for item in report.findings:
                for page in item.pages or (item.page,):
                    said.setdefault(ids[page], []).append((str(item.certainty), frozenset(item.act)))
    names = {case: f"{case.rule} {case.id}" for case in cases}
    return {(case.rule, case.id): outcome(case, said.get(name, ()), looked=name not in missed) for case, name in names.items()}, skips


def slow_looks() -> dict[str, frozenset[str]]:
    """Return ACT rule → names of the looks which contentlint takes once for pages of one structure and on which it rests."""
    slow = {probe.NAME for probe in probes() if probe.EACH != "page"}
    modules = driver.modules()
    found: dict[str, set[str]] = defaultdict(set)
    for rule in load(EVERYTHING).rules:
        if rule.extends in modules and (name := modules[rule.extends].ENGINE) in slow:
            for act in rule.act:
                found[act].add(name)
    return {act: frozenset(names) for act, names in found.items()}


@contextmanager
def looks_on_all(each: tuple[str, ...]) -> Iterator[None]:
    """Take the same looks on each page: cases of equal structure differ in their scripts and styles."""
    usual = Engines._each
    Engines._each = lambda self, page: each
    try:
        yield
    finally:
        Engines._each = usual


def table(scores: dict[str, Score], names: dict[str, str], *, show_cases: bool = False) -> str:
    """Return one line for each rule."""
    lines = [f"{'rule':8}{'found':>9}{'false':>7}{'asks':>6}  {'':13}name"]
    for rule, one in sorted(scores.items(), key=lambda item: (item[1].word, names[item[0]])):
        lines.append(f"{rule:8}{f'{one.found}/{one.failing}':>9}{len(one.wrong):7}{one.cannot:6}  {one.word:13}{names[rule]}"
                     + ("  (films not in the pack)" if rule in MEDIA else ""))  # fmt: skip
        if show_cases:
            lines += [f"{'':8}missed {case}" for case in one.missed] + [f"{'':8}FALSE  {case}" for case in one.wrong]
    return "\n".join(lines)


def beside(approved: Score, whole: Score) -> str:
    """Return the table beside the published tools, best first."""
    ours = ("contentlint", approved.found, len(approved.wrong), whole.found, len(whole.wrong))
    lines = [f"{'tool':40}{'approved':>10}{'false':>7}{'all':>6}{'false':>7}"]
    for name, *figures in sorted((ours, *PEERS), key=lambda row: (-row[1], row[2])):
        lines.append(f"{name:40}{figures[0]:10}{figures[1]:7}{figures[2]:6}{figures[3]:7}")
    return "\n".join(lines)


def earl_of(cases: Sequence[Case], outcomes: dict[tuple[str, str], str]) -> str:
    """Return the outcomes in the W3C's form: one subject for each case, one assertion for its rule."""
    subjects: dict[str, list] = {}
    for case in cases:
        made = earl.assertion(f"contentlint: {case.name}", [f"{earl.RULES}{case.rule}/"], outcomes[case.rule, case.id])
        subjects.setdefault(case.url, []).append(made)
    return earl.document(subjects, __version__)


@contextmanager
def unpacked(pack: Path) -> Iterator[Path]:
    """Yield a folder that holds the pack: the folder itself, or a temporary one for a tar file."""
    if pack.is_dir():
        yield pack
        return
    with tempfile.TemporaryDirectory(prefix="act-") as temporary:
        with tarfile.open(pack) as archive:
            archive.extractall(temporary, filter="data")
        yield next(path.parent for path in Path(temporary).rglob("testcases.json"))


def main() -> None:
    """Run, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pack", type=Path, default=PACK, help="the tar file, or a folder with it unpacked")
    parser.add_argument("--rule", action="append", default=[], help="only this ACT rule (may be repeated)")
    parser.add_argument("--approved", action="store_true", help="only the approved cases")
    parser.add_argument("--cases", action="store_true", help="name the cases missed and reported falsely")
    parser.add_argument("--earl", type=Path, help="write the outcomes as an EARL report")
    options = parser.parse_args()
    began = time.monotonic()
    with unpacked(options.pack) as folder:
        cases = cases_of(folder, options.rule, options.approved)
        outcomes, skips = look(folder, cases)
    names = {case.rule: case.name for case in cases}
    scores = scored(cases, outcomes)
    if options.earl:
        options.earl.write_text(earl_of(cases, outcomes), "utf-8")
    print(table(scores, names, show_cases=options.cases))
    approved = total(scored([case for case in cases if case.approved], outcomes).values())
    whole = total(scores.values())
    for label, one in (("approved", approved), ("all", whole)):
        print(f"\n{label}: {one.found} of {one.failing} failing cases found, {len(one.wrong)} of {one.good} others "
              f"reported falsely, {one.cannot} of the missed left to a person")  # fmt: skip
    counts = {word: sum(one.word == word for one in scores.values())
              for word in ("consistent", "partial", "inconsistent", "untested")}  # fmt: skip
    print("rules: " + ", ".join(f"{count} {word}" for word, count in counts.items()))
    if not options.rule:
        print("\n" + beside(approved, whole))
    failed = Counter(f"{skip.engine}: {skip.reason}" for skip in skips if str(skip.outcome) == "failure")
    print(f"\n{len(cases)} cases in {time.monotonic() - began:.0f} s; could not check:")
    for reason, count in failed.most_common(8):
        print(f"{count:6} {reason}")


if __name__ == "__main__":
    main()
