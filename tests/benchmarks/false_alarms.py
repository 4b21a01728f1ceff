"""Alerts of our packs on the GOV.UK guidance pages, which careful editors wrote: what of it would they reject?

    python tests/benchmarks/false_alarms.py [--all] [--unjudged]

Every alert at certainty "sure" or "likely" has been read, and judged in false_alarms.toml: a rule, a page and the
words stand there under "wrong" where an editor would reject the alert, under "right" where the words do break the
guide. An alert that nobody has judged yet counts as wrong. The bar is 20. The peer in the same run is the pack with
its conditions for neighbours and for words that are only named switched off, where it can be (see rules/README.md).
"""

from __future__ import annotations

import sys
import tarfile
import tempfile
import tomllib
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
GUIDE = ROOT.parent / "shared" / "corpora" / "govuk-guidance.tar.xz"
JUDGED = Path(__file__).with_suffix(".toml")
BAR = 20


def main(arguments: list[str]) -> int:
    """Print the alerts and the counts; return 1 over the bar, 2 without the pages."""
    if not GUIDE.is_file():
        print(f"The guidance pages are not at {GUIDE}.", file=sys.stderr)
        return 2
    judged = tomllib.loads(JUDGED.read_text(encoding="utf-8"))
    wrong = {tuple(line.split(" | ")) for line in judged["wrong"]}
    right = {tuple(line.split(" | ")) for line in judged["right"]}
    measured = set(judged["measured"])
    counts: Counter[str] = Counter()
    for rule, page, quote, line, before, after in alerts():
        key = (rule, page, quote)
        verdict = "wrong" if key in wrong else "right" if key in right else "measured" if rule in measured else "unjudged"
        counts[verdict] += 1
        if verdict in ("wrong", "unjudged") or "--all" in arguments:
            print(" | ".join(key) if "--unjudged" in arguments else
                  f"{verdict:<9} {rule:<36} {page}:{line}  …{before[-40:]}[{quote[:80]}]{after[:40]}…")  # fmt: skip
    total = sum(counts.values())
    rejected = counts["wrong"] + counts["unjudged"]
    print(f"{total} alerts: {counts['measured']} are counts of words (long sentences, reading age), "
          f"{counts['right']} an editor would accept, {rejected} not (bar {BAR}).")  # fmt: skip
    return int(rejected > BAR)


def alerts() -> list[tuple[str, str, str, int, str, str]]:
    """Return (rule, page, words, line, words before, words after) of each alert that is sure or likely."""
    from contentlint.config import Config
    from contentlint.model import Certainty
    from contentlint.pipeline.draft import check

    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(GUIDE) as archive:
            archive.extractall(folder, filter="data")
        report = check([folder], Config(), without=("browser", "languagetool"))
        found = []
        for item in report.findings:
            if item.certainty is Certainty.REVIEW:
                continue
            place = item.location
            pages = [item.page] if not item.pages else item.pages
            for page in pages:
                name = Path(page).relative_to(folder).as_posix().removeprefix("govuk-guidance/")
                words = (place.quote or "").replace(" | ", " ")
                found.append((item.rule, name, words, place.line or 0, place.before or "", place.after or ""))
    return sorted(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
