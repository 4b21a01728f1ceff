"""How the W3C's ACT test cases are counted. See the page on ACT rules of the W3C's site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

#: rules whose cases play films or sound that the pack does not hold
MEDIA = frozenset(
    "1a02b0 1ea59c 1ec09b 2eb176 ab4d13 afb423 c3232f c5a4ea d7ba54 e7aa44 eac66b ee13b5 f51b46 fd26cf "
    "80f0bf aaa1bf 4c31df".split()
)
#: tool: failing cases found of 178 approved, false alarms of 380; found of all 393, false of 820.
#: From the published reports of August 2026; axe-core alone was measured through its own ACT ids.
PEERS = (
    ("UsableNet AQA, semi-automatic 2026.03", 174, 0, 284, 1),
    ("Alfa assisted 0.118", 168, 8, 299, 15),
    ("SortSite 6.55", 167, 0, 221, 1),
    ("@accesslint/core 0.21", 164, 0, 164, 0),
    ("Alfa automatic 0.118", 162, 8, 203, 13),
    ("QualWeb 3.0", 161, 0, 211, 1),
    ("Total Validator + Browser 17.4", 156, 0, 213, 1),
    ("axe-core 4.14.1, every rule on", 156, 4, 207, 9),
    ("Webmate", 151, 0, 238, 1),
    ("IBM equal-access 3.1.42", 130, 6, 144, 10),
)


@dataclass(frozen=True, slots=True)
class Case:
    """One test case. expected: "failed", "passed" or "inapplicable"."""

    rule: str
    name: str
    id: str
    expected: str
    path: str
    url: str
    approved: bool


@dataclass(slots=True)
class Score:
    """Of a rule or of several. failing: ids of cases missed. wrong: ids of cases reported falsely."""

    found: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    good: int = 0  # cases that must not be reported
    cannot: int = 0  # failing cases left to a person

    @property
    def failing(self) -> int:
        """How many cases should be reported."""
        return self.found + len(self.missed)

    @property
    def word(self) -> str:
        """As the W3C publishes it."""
        if self.wrong:
            return "inconsistent"
        if not self.found:
            return "untested"
        return "partial" if self.missed else "consistent"

    def add(self, case: Case, outcome: str) -> None:
        """Count a case."""
        if case.expected == "failed":
            if outcome == "failed":
                self.found += 1
            else:
                self.missed.append(case.id)
                self.cannot += outcome == "cantTell"
        else:
            self.good += 1
            if outcome == "failed":
                self.wrong.append(case.id)


def outcome(case: Case, said: Iterable[tuple[str, Collection[str]]], *, looked: bool = True) -> str:
    """Return the outcome of a case. said: (certainty, ACT ids) of each finding on its page; looked: nothing failed there."""
    mine = {certainty for certainty, ids in said if case.rule in ids}
    if mine & {"sure", "likely"}:
        return "failed"
    return "cantTell" if mine else "passed" if looked else "untested"


def scored(cases: Iterable[Case], outcomes: Mapping[tuple[str, str], str]) -> dict[str, Score]:
    """Return the score of each rule. outcomes: by (rule, case)."""
    found: dict[str, Score] = defaultdict(Score)
    for case in cases:
        found[case.rule].add(case, outcomes[case.rule, case.id])
    return dict(found)


def total(scores: Iterable[Score]) -> Score:
    """Return the sum."""
    whole = Score()
    for one in scores:
        whole.found += one.found
        whole.missed += one.missed
        whole.wrong += one.wrong
        whole.good += one.good
        whole.cannot += one.cannot
    return whole
