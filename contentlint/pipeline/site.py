"""Gathers what checks may know of a site as a whole: titles, answers, claims, twins. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from contentlint.checks.claims import claims
from contentlint.checks.house_terms import watched, which
from contentlint.checks.link_names import link_names
from contentlint.checks.orders import orders
from contentlint.checks.twins import twins
from contentlint.checks.ways import ways
from contentlint.model import Capture, OddLink, Page, Rule, Site
from contentlint.text.names import gather
from contentlint.urls import canonical


def site_of(
    pages: Sequence[Page], captures: Iterable[Capture], unanswered: Iterable[str] = (), rules: Iterable[Rule] = ()
) -> Site:
    """Gather what checks may know of the site.

    unanswered: addresses that gave no answer. rules: those that name phrases to watch for.
    """
    statuses, redirects = _answers(captures, unanswered)
    titles: dict[str, list[str]] = defaultdict(list)
    descriptions: dict[str, list[str]] = defaultdict(list)
    claimed: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    phrases: dict[str, int] = defaultdict(int)
    terms = watched(rules)
    for page in pages:
        if page.title:
            titles[page.title].append(page.key)
        if (said := dict(reversed(page.meta)).get("description", "").strip()) and page.status == 200:
            descriptions[said].append(page.key)
        for claim in claims(page):
            if page.key not in (keys := claimed[claim.topic][claim.value]):
                keys.append(page.key)
        for phrase in which(page, terms):
            phrases[phrase] += 1
    return Site(
        statuses=MappingProxyType(statuses),
        redirects=MappingProxyType(redirects),
        titles=_frozen(titles),
        anchors=MappingProxyType({page.key: frozenset(page.ids) for page in pages}),
        pages=frozenset(page.key for page in pages),
        descriptions=_frozen(descriptions),
        claims=MappingProxyType({topic: _frozen(values) for topic, values in claimed.items()}),
        twins=MappingProxyType(twins(pages)),
        phrases=MappingProxyType(dict(phrases)),
        words=MappingProxyType(gather(pages)),
        odd_links=_joined(orders(pages), link_names(pages)),
        lone_ways=MappingProxyType(ways(pages)),
    )


def _frozen(found: Mapping[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({name: tuple(sorted(keys)) for name, keys in found.items()})


def _joined(*found: Mapping[str, list[OddLink]]) -> Mapping[str, tuple[OddLink, ...]]:
    keys = {key for part in found for key in part}
    return MappingProxyType({key: tuple(odd for part in found for odd in part.get(key, ())) for key in keys})


def _answers(
    captures: Iterable[Capture], unanswered: Iterable[str]
) -> tuple[dict[str, int | None], dict[str, str]]:
    """Return the statuses by address, and where redirects lead."""
    statuses: dict[str, int | None] = {address: None for address in unanswered}
    redirects: dict[str, str] = {}
    for capture in captures:
        key = canonical(capture.url) or capture.url
        statuses[key] = capture.status
        for passed in (capture.requested, *capture.redirects):
            if (other := canonical(passed) or passed) != key:
                redirects[other] = key
                # A link to what has moved for good should be changed; one to a 404 behind it is broken.
                statuses[other] = 301 if capture.for_good and capture.status < 400 else capture.status
    return statuses, redirects
