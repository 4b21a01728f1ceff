"""The GOV.UK style guides’ own right and wrong forms, checked through the program.

    python tests/conformance/govuk_a_to_z.py             the table, then each pair that fails
    python tests/conformance/govuk_a_to_z.py --entries   also which rules judge each entry

The pairs stand in govuk_a_to_z.toml, one sentence of ours for each form. Every wrong form must give a
finding of kind style or readability, at any certainty; every right form must give none.
"""

from __future__ import annotations

import json
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
if str(HERE.parents[1]) not in sys.path:
    sys.path.append(str(HERE.parents[1]))

KINDS = "style,readability"


@dataclass(frozen=True, slots=True)
class Pair:
    """One right/wrong pair of an entry. guide: "main" or "technical"."""

    guide: str
    entry: str
    wrong: str
    right: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the program says about a pair: (rule, certainty, quoted words) of each finding."""

    pair: Pair
    wrong: tuple[tuple[str, str, str], ...]
    right: tuple[tuple[str, str, str], ...]

    @property
    def certain(self) -> bool:
        """Whether the wrong form is found at sure or likely."""
        return any(certainty != "review" for _, certainty, _ in self.wrong)


def stated() -> tuple[list[Pair], dict[str, dict[str, str]]]:
    """Return the pairs, and guide → entry → why no machine judges it."""
    data = tomllib.loads((HERE / "govuk_a_to_z.toml").read_text("utf-8"))
    pairs = [Pair(guide, **pair) for guide, part in data.items() for pair in part["pairs"]]
    return pairs, {guide: {row["entry"]: row["reason"] for row in part["unjudged"]} for guide, part in data.items()}


def judge(pairs: Sequence[Pair]) -> list[Verdict]:
    """Check both forms of every pair, each on a page of its own, in one run of the program."""
    from typer.testing import CliRunner

    from contentlint.cli import app

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, pair in enumerate(pairs):
            for form in ("wrong", "right"):
                (folder / f"{number:04}-{form}.md").write_text(getattr(pair, form) + "\n", "utf-8")
        done = CliRunner().invoke(app, ["check", name, "--kinds", KINDS, "--without", "browser,languagetool",
                                        "--format", "json", "--output", str(folder / "result.json"), "--quiet",
                                        "--fail-on", "never"])  # fmt: skip
        if not (folder / "result.json").is_file():
            raise RuntimeError(done.output)
        result = json.loads((folder / "result.json").read_text("utf-8"))
    found: dict[str, list[tuple[str, str, str]]] = {}
    for finding in result["findings"]:
        if finding["rule"] == "readability/hard-word":
            continue  # how common a word is; the guide says how to write it
        for page in finding.get("pages") or [finding["page"]]:
            words = finding["location"]["quote"] or ""
            found.setdefault(Path(page).stem, []).append((finding["rule"], finding["certainty"], words))
    return [
        Verdict(pair, *(tuple(found.get(f"{number:04}-{form}", ())) for form in ("wrong", "right")))
        for number, pair in enumerate(pairs)
    ]


def main(arguments: Sequence[str]) -> int:
    """Print the table and the failures; return 1 where there is one."""
    pairs, unjudged = stated()
    verdicts = judge(pairs)
    print(f"{'guide':<10} {'pairs':>6} {'entries':>8} {'found':>6} {'sure or likely':>15} {'right is clean':>15} {'not judged':>11}")
    for guide in ("main", "technical"):
        rows = [verdict for verdict in verdicts if verdict.pair.guide == guide]
        print(f"{guide:<10} {len(rows):>6} {len({row.pair.entry for row in rows}):>8} {sum(bool(row.wrong) for row in rows):>6}"
              f" {sum(row.certain for row in rows):>15} {sum(not row.right for row in rows):>15} {len(unjudged[guide]):>11}")  # fmt: skip
    for row in verdicts:
        if not row.wrong:
            print(f"not found: {row.pair.entry}: {row.pair.wrong}")
        for rule, certainty, words in row.right:
            print(f"right, but flagged: {row.pair.entry}: {row.pair.right} [{rule}, {certainty}: {words}]")
    if "--entries" in arguments:
        for row in verdicts:
            print(f"{row.pair.guide}: {row.pair.entry}: {', '.join(sorted({rule for rule, _, _ in row.wrong}))}")
    return int(any(not row.wrong or row.right for row in verdicts))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
