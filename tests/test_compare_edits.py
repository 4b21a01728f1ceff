"""Comparing under many edits at random, and on large sites."""

from __future__ import annotations

import random
import re
import time
from collections import Counter

from contentlint.compare import compare
from contentlint.model import (
    State,
)
from tests.edited_pages import START, findings, row, scan, states


def test_each_finding_is_listed_once_whatever_the_edits():
    dice = random.Random(7)
    for _ in range(200):
        lines = START.splitlines()
        for _ in range(dice.randint(1, 6)):
            at = dice.randrange(len(lines))
            act = dice.choice(["drop", "twice", "swap", "mend", "insert"])
            if act == "drop" and len(lines) > 1:
                del lines[at]
            elif act == "twice":
                lines.insert(at, lines[dice.randrange(len(lines))])
            elif act == "swap":
                to = dice.randrange(len(lines))
                lines[at], lines[to] = lines[to], lines[at]
            elif act == "mend":
                lines[at] = lines[at].replace("click here", "use our form").replace("utilise", "use")
            else:
                lines.insert(at, "Collections change at Christmas.")
        old, new = scan(1), scan(8, "\n".join(lines))
        changes = compare(old, new)
        count = Counter(item.state for item in changes)
        assert count[State.SAME] + count[State.NEW] == len(new.findings)
        assert count[State.SAME] + count[State.FIXED] == len(old.findings)
        for rule in old.rules:  # what is equally often there was not both fixed and made anew without reason
            had = Counter(item.target for item in old.findings if item.rule == rule)
            has = Counter(item.target for item in new.findings if item.rule == rule)
            kept = Counter(
                item.finding.target
                for item in changes
                if item.state is State.SAME and item.finding.rule == rule
            )
            if had == has:
                assert kept == has


def test_an_ordinary_week_of_edits_is_told_rightly():
    """Paragraphs come and go, words change; the truth is known. Measured: carried, swapped, fixes missed."""
    dice = random.Random(11)
    topics = ["bins", "council tax", "parking", "schools", "planning", "libraries", "housing", "benefits"]
    carried = lost = missed = fixes = swapped = 0
    for number in range(60):
        lines = [
            (
                f"Line {number}-{at} on {dice.choice(topics)} and {dice.choice(topics)}, "
                + dice.choice(["click here", "we utilise it", "no fault", "we facilitate it", "click here"])
                + f" for {dice.choice(topics)}."
            )
            for at in range(30)
        ]
        for at in (0, 10, 20):
            lines.insert(at, f"## Part {at}")
        after = list(lines)
        mended = set()
        for at in dice.sample(range(len(lines)), 6):
            line, act = after[at], dice.choice(["mend", "reword", "above"])
            if act == "mend" and re.search("click here|utilise|facilitate", line):
                after[at] = re.sub("click here|utilise|facilitate", "use", line)
                mended.add(line[:12])
            elif act == "reword" and not line.startswith("#"):
                after[at] = line.replace(" and ", " together with ")
            elif act == "above" and not line.startswith("#"):
                after[at] = "A new paragraph stands above.\n" + line
        old, new = scan(1, "\n".join(lines)), scan(8, "\n".join(after))
        where = {item.fingerprint: lines[item.location.line - 1] for item in old.findings}
        for item in compare(old, new):
            if item.state is State.FIXED:
                truly = where[item.finding.fingerprint][:12] in mended
                fixes += truly
                swapped += not truly
            elif item.state is State.NEW:
                lost += 1
            else:
                carried += 1
        missed += len(mended)
    missed -= fixes + swapped
    assert carried > 1000 and fixes > 40
    assert lost == 0 and missed == 0
    assert swapped <= 1


def test_a_site_of_a_thousand_pages_is_compared_in_seconds():
    text = START * 3
    pages = [f"https://www.anyborough.gov.uk/p{at}" for at in range(1000)]
    old = scan(
        1,
        pages=tuple(map(row, pages)),
        findings=tuple(item for page in pages for item in findings(text, page)),
    )
    text = text.replace("click here.", "use our form.", 1).replace("in the morning", "at night")
    new = scan(
        8,
        pages=tuple(map(row, pages)),
        findings=tuple(item for page in pages for item in findings(text, page)),
    )
    began = time.process_time()
    changes = compare(old, new)
    assert states(changes) == {"same": 29_000, "fixed": 1000}
    assert time.process_time() - began < 15


def test_one_page_with_very_many_faults_does_not_take_for_ever():
    old = "\n".join(f"# Part {at}\nWe utilise thing {at} of {at * 7}." for at in range(600))
    new = "\n".join(f"# Section {at}\nPlease utilise item {at} or {at * 11}." for at in range(590))
    began = time.process_time()
    changes = compare(scan(1, old), scan(8, new))
    assert time.process_time() - began < 15
    assert len([item for item in changes if item.state in (State.SAME, State.NEW)]) == 590
