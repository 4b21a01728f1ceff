"""What a check may know besides its page. A check reads no file, clock, network or configuration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Protocol

from contentlint.model.capture import Evidence, Skip
from contentlint.model.finding import Hit
from contentlint.model.page import Page
from contentlint.model.scan import Measures

_NOTHING: Mapping[str, object] = MappingProxyType({})


class Matcher(Protocol):
    """A compiled rule pack of the style engine."""

    def match(self, page: Page) -> Iterator[Hit | Skip]:
        """Yield the hits of every style rule on a page, in document order for each rule, and a Skip for
        a rule that ran out of time or met too much."""
        ...


@dataclass(frozen=True, slots=True)
class OddLink:
    """A link that differs from what most pages have.

    kind: "order" (a menu), "help" (order of the ways to get help) or "name". at: its index in Page.links.
    other: name of the link that it should not precede, or its usual name. pages: how many have it the
    usual way. own: pages of the same template (for a name: links in the same place) have it so.
    """

    kind: str
    at: int
    other: str
    pages: int
    own: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """What the scan found so far, by success criterion ("1.4.3").

    failures: sorted pages on which it certainly fails. doubts: criteria with a finding that is not
    certain. looked_for: criteria that a rule of this scan can find on every page. pages: how many
    were judged.
    """

    failures: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    doubts: frozenset[str] = frozenset()
    looked_for: frozenset[str] = frozenset()
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Site:
    """What the scan learnt about the site as a whole.

    statuses: HTTP status by canonical address that was met, None where no answer came, 301 where the
    address redirects for good.
    redirects: address asked for to address that answered. titles: page keys by title.
    headings: page keys by h1. anchors: ids by page key. pages: keys of all pages.
    descriptions: page keys by description. claims: page keys by value by topic ("fee bulky sofa" →
    "£30"). twins: for a page, (another page with nearly the same text, share of text in common, 0 to 1).
    phrases: number of pages by watched phrase, in lower case.
    words: word in lower case to (times with a capital, times without), each text of the site once.
    tally: None until all pages were judged.
    odd_links: links that differ from most pages, by page key. lone_ways: the one way to find a page
    ("links", "search", "list" or "" for none) by page key, for pages that have fewer than two.
    """

    statuses: Mapping[str, int | None] = field(default_factory=lambda: MappingProxyType({}))
    redirects: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    titles: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    anchors: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    pages: frozenset[str] = frozenset()
    descriptions: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    claims: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=lambda: MappingProxyType({}))
    twins: Mapping[str, tuple[str, float]] = field(default_factory=lambda: MappingProxyType({}))
    phrases: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    words: Mapping[str, tuple[int, int]] = field(default_factory=lambda: MappingProxyType({}))
    tally: Tally | None = None
    odd_links: Mapping[str, tuple[OddLink, ...]] = field(default_factory=lambda: MappingProxyType({}))
    lone_ways: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything outside the page that a judgement may depend on.

    evidence: what engines said about this page. site: None for a single draft. matcher: the style
    pack, or None. vocabulary: words that are right here, case-folded. names: words that are right with a
    capital, case-folded. settings: figures from the
    configuration ("target_age": 9, "long_sentence": 25 …). measures: of this page. today: the day
    of the scan. plainer: hard word in lower case to the words that the packs would use instead.
    """

    today: date
    evidence: tuple[Evidence, ...] = ()
    site: Site | None = None
    matcher: Matcher | None = None
    vocabulary: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    settings: Mapping[str, object] = field(default_factory=lambda: _NOTHING)
    measures: Measures = Measures()
    plainer: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def said_by(self, engine: str) -> Evidence | None:
        """Return what an engine said about this page, or None where it did not run."""
        return next((item for item in self.evidence if item.engine == engine), None)
