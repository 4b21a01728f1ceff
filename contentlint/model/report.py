"""The one value that every format renders. Everything in it is already chosen, sorted and counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from contentlint.model.capture import Skip
from contentlint.model.feedback import FeedbackItem
from contentlint.model.finding import Finding
from contentlint.model.scale import Owner, Severity
from contentlint.model.scan import Cost, Coverage, PageRow, Scan
from contentlint.urls import path_of


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence and the points that it adds."""

    text: str
    points: float


@dataclass(frozen=True, slots=True)
class Priority:
    """What to mend first. page is set for one page; template names a fault on many pages."""

    rank: int
    page: str | None
    template: str | None
    title: str
    pages: tuple[str, ...]
    rules: tuple[str, ...]
    points: float
    reasons: tuple[Reason, ...]
    owner: Owner
    findings: tuple[Finding, ...] = ()
    words: tuple[FeedbackItem, ...] = ()  # residents' words, at most three
    views: int | None = None


@dataclass(frozen=True, slots=True)
class Trend:
    """One scan in a row of scans: for the charts."""

    scan: str
    started: str
    pages: int
    findings: tuple[tuple[str, int], ...]  # (severity, count), certainty review left out


@dataclass(frozen=True, slots=True)
class RuleRow:
    """All findings of one rule: how many, on how many pages, and one of them to show."""

    rule: str
    title: str
    severity: Severity
    count: int
    pages: int
    example: Finding


@dataclass(frozen=True, slots=True)
class Team:
    """A team's share: the rules broken on its pages, worst first."""

    name: str
    findings: int
    rows: tuple[RuleRow, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one page that say the same: the first of them, how many, and on which lines."""

    finding: Finding
    count: int
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SpotCheck:
    """What a quick look at a page says. errors: in all; major: those that stop readers; first_ten: those in
    the first ten sentences; rewrite: whether mending them one by one is more work than a rewrite."""

    errors: int
    major: int
    first_ten: int
    rewrite: bool


@dataclass(frozen=True, slots=True)
class PageDetail:
    """One page with its own findings in groups, worst first; template faults stand elsewhere.
    review: groups that need a person. hidden: groups left out for space. total: findings.
    costs: the sentences that would help most, where the page is harder than the target."""

    page: PageRow
    groups: tuple[Group, ...]
    review: tuple[Group, ...] = ()
    hidden: int = 0
    total: int = 0
    total_review: int = 0
    views: int | None = None
    comments: int = 0
    spot: SpotCheck | None = None
    costs: tuple[Cost, ...] = ()


@dataclass(frozen=True, slots=True)
class SkipRow:
    """All skips of one engine with one reason."""

    engine: str
    reason: str
    remedy: str | None
    failure: bool
    pages: tuple[str, ...]
    whole_scan: bool


@dataclass(frozen=True, slots=True)
class EngineUse:
    """What one engine did in a run. seconds: at work, by the clock. pages: it looked at. For language engines also
    requests: sent to a server; sentences: distinct ones that were met; asked: those that had to be checked;
    remembered: those whose answer was known from an earlier run."""

    engine: str
    seconds: float
    pages: int
    requests: int | None = None
    sentences: int | None = None
    asked: int | None = None
    remembered: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What `check`, `crawl`, `compare` and `report` show.

    command: the one that made it. made: UTC time. today: ISO day. site: name of the site or source.
    findings: in reading order, template faults rolled up, with `change` where compared.
    counts: (name, number) for the headline: each severity, each state, "findings", "review";
    findings that need a person are in no count but "review". new, back, fixed, templates, review:
    worst first, with at most `shown` in each list; lists that are cut have their whole number in
    counts. page_details: at most so many pages; hidden_pages: how many are left out.
    feedback_pages: (page, items) most talked about first. unmatched: feedback without a known page.
    compared_with: the older scan's start, or None. gated: findings at or above the gate.
    spots: page key to its spot check. names: page key to its title without the part that every title of the site ends with.
    """

    command: str
    version: str
    made: str
    today: str
    site: str
    scan: Scan
    coverage: Coverage
    pages: tuple[PageRow, ...] = ()
    findings: tuple[Finding, ...] = ()
    skips: tuple[Skip, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    new: tuple[Finding, ...] = ()
    back: tuple[Finding, ...] = ()
    fixed: tuple[Finding, ...] = ()
    templates: tuple[Finding, ...] = ()
    annotations: tuple[Finding, ...] = ()  # what a change must not bring in, worst first
    review: tuple[RuleRow, ...] = ()
    kinds: tuple[tuple[str, int], ...] = ()
    teams: tuple[Team, ...] = ()
    page_details: tuple[PageDetail, ...] = ()
    hidden_pages: int = 0
    skip_rows: tuple[SkipRow, ...] = ()
    priorities: tuple[Priority, ...] = ()
    trends: tuple[Trend, ...] = ()
    feedback_pages: tuple[tuple[str, tuple[FeedbackItem, ...]], ...] = ()
    themes: tuple[tuple[str, int], ...] = ()
    unmatched: tuple[FeedbackItem, ...] = ()
    comments: int = 0
    unmatched_views: int = 0
    total_views: int = 0
    compared_with: str | None = None
    not_covered: tuple[str, ...] = ()  # what no machine looked at, from the packs
    gate: str | None = None
    gated: int = 0
    target_age: float = 9.0
    spots: Mapping[str, SpotCheck] = field(default_factory=lambda: MappingProxyType({}))
    stats: tuple[EngineUse, ...] = ()  # where --stats asked for them
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def name(self, page: str) -> str:
        """What a reader calls a page: its title without the site's name, else its path."""
        if page == "-":
            return self.names.get(page) or "standard input"
        if "://" not in page:
            return self.names.get(page) or page
        query = page.partition("?")[2]
        return self.names.get(page) or path_of(page) + (f"?{query}" if query else "")

    def count(self, name: str) -> int:
        """A figure of the headline, 0 if absent."""
        return next((number for key, number in self.counts if key == name), 0)
