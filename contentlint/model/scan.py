"""One run, and what changed between two."""

from __future__ import annotations

from dataclasses import dataclass, field

from contentlint.model.capture import Skip
from contentlint.model.finding import Finding
from contentlint.model.scale import Cause, State


@dataclass(frozen=True, slots=True)
class Cost:
    """What one hard sentence costs its page, in years of reading age.

    words: with those before a list. age: of the sentence by itself. split_age: of the page if the
    sentence were two. without_age: of the page without it. cost: years that it adds to the page.
    heavy: its words that weigh most.
    """

    quote: str
    words: int
    age: float
    split_age: float
    without_age: float
    cost: float
    heavy: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measures:
    """Figures of one page's main text. reading_age: years, None under 50 words or where the formula was
    not made for so short a text. range: (low, high) reading age in years where the page is short, else None.
    formula: that gave the reading age. passive_share: of sentences, 0 to 1, None where nobody looked.
    familiarity: 0 to 100, 50 for an average page of public guidance, None under 50 words. late_words: share
    of the telling words that are learnt late. costs: the dearest sentences, first. spot_end: (line, column)
    where the first ten sentences end."""

    words: int = 0
    sentences: int = 0
    reading_age: float | None = None
    sentences_over_25: int = 0
    range: tuple[float, float] | None = None
    hardest: tuple[str, ...] = ()
    sections: tuple[tuple[str, float], ...] = ()  # (heading, reading age) where long enough
    formula: str = "flesch-kincaid"
    passive_share: float | None = None
    familiarity: float | None = None
    late_words: float | None = None
    costs: tuple[Cost, ...] = ()
    spot_end: tuple[int, int] | None = None

    @property
    def long_share(self) -> float | None:
        """Share of sentences that are too long, 0 to 1, or None without sentences."""
        return round(self.sentences_over_25 / self.sentences, 3) if self.sentences else None


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page as a scan remembers it. outcome by engine: "checked" or a reason why not."""

    page: str
    title: str | None
    status: int
    digest: str
    content_digest: str
    template: str | None
    media: str
    measures: Measures
    engines: tuple[str, ...] = ()  # engines that really ran on this page
    requested: tuple[str, ...] = ()  # other addresses that lead here (redirects)
    size: int = 0  # bytes
    rested: tuple[str, ...] = ()  # rules that did not run here: another engine saw the same, or the check failed
    linked: tuple[tuple[str, str], ...] = ()  # of a document: (page that links to it, words of the link)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the site was seen. met = checked + skipped (addresses, not engines)."""

    met: int = 0
    checked: int = 0
    unchanged: int = 0
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Scan:
    """One run.

    id: sortable, "20261122T090000-ab12". started, finished: UTC, ISO 8601 with Z; finished is None
    for a run that was interrupted. rules: the ids of the rules that ran. engines: (name, version).
    """

    id: str
    started: str
    finished: str | None
    source: str
    rules_digest: str
    rules: tuple[str, ...]
    engines: tuple[tuple[str, str], ...]
    coverage: Coverage = Coverage()
    pages: tuple[PageRow, ...] = ()
    findings: tuple[Finding, ...] = ()
    skips: tuple[Skip, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One finding and what became of it. cause: why it is new, else None."""

    finding: Finding
    state: State
    cause: Cause | None = None
    first_seen: str | None = field(default=None)  # start of the scan that saw it first
