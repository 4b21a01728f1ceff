"""The second step of judging a site: what needs the findings of all pages, as plain figures. Pure.

A check reads no other rule's finding. It gets a tally instead: which success criteria fail, and where.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from contentlint.checks.driver import judge, late
from contentlint.model import Certainty, Facts, Finding, Kind, Page, PageRow, Rule, Site, Skip, Tally


def judge_late(
    pages: Iterable[Page], rows: Sequence[PageRow], findings: Sequence[Finding], rules: Sequence[Rule], today: date,
    site: Site | None,
) -> tuple[list[Finding], list[Skip]]:  # fmt: skip
    """Run the checks that wait for all others. findings: of the whole scan so far, of every kind, not rolled up."""
    waiting = late(rules)
    if site is None or not waiting:
        return [], []
    facts = Facts(today, site=replace(site, tally=tally_of(findings, rows, rules)))
    found: list[Finding] = []
    skips: list[Skip] = []
    for page in pages:
        more, missed = judge(page, waiting, facts)
        found += more
        skips += missed
    return found, skips


def tally_of(findings: Iterable[Finding], rows: Sequence[PageRow], rules: Iterable[Rule]) -> Tally:
    """Count findings by success criterion. A criterion was looked for where one of its rules ran on every page."""
    sure: dict[str, set[str]] = defaultdict(set)
    doubts: set[str] = set()
    for item in findings:
        for criterion in item.wcag:
            if item.certainty is Certainty.SURE and item.kind is not Kind.DOCUMENT:  # old documents are exempt
                sure[criterion].add(item.page)
            else:
                doubts.add(criterion)
    html = [row for row in rows if row.media == "html"]
    axe = bool(html) and all("axe-core" in row.engines for row in html)
    looked = {criterion for rule in rules if rule.extends != "axe" or axe for criterion in rule.wcag}
    failures: Mapping[str, tuple[str, ...]] = {name: tuple(sorted(pages)) for name, pages in sorted(sure.items())}
    return Tally(MappingProxyType(failures), frozenset(doubts), frozenset(looked), len(rows))
