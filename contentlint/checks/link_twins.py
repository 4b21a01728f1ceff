"""Links with one name that lead to different things (WCAG 2.4.4, 2.4.9)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urldefrag, urlsplit

from contentlint.checks._facts import at, fact_on, facts_on
from contentlint.checks._look import folded
from contentlint.model import Facts, Hit, Page, Rule, Skip

ENGINE = "link-destinations"
MEDIA = frozenset({"html"})
PROBLEMS = frozenset({"equal-links-in-one-place", "equal-links-on-a-page"})
_SHARED = 0.8  # share of words that two versions of one page have in common


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Flag the second of two links of one name, in one place and on the page, that lead elsewhere."""
    places = fact_on(facts, "places", ENGINE)
    if places is None:
        return
    named: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for link in facts_on(facts, "links"):
        if (name := folded(str(link.get("name") or ""))) and str(link.get("href") or "").startswith("http"):
            named[name].append(link)
    for links in named.values():
        if (rule := rules.get("equal-links-on-a-page")) and (pair := _differ(links, places)):
            yield _hit(rule, page, *pair)
        if rule := rules.get("equal-links-in-one-place"):
            for close in _together(links):
                if pair := _differ(close, places):
                    yield _hit(rule, page, *pair)
                    break


def _hit(rule: Rule, page: Page, first: Mapping[str, Any], second: Mapping[str, Any]) -> Hit:
    name = str(second["name"])
    return at(rule, page, second, quote=name, target=f"{name} {second['href']}",
              args={"first": _short(first), "second": _short(second)})  # fmt: skip


def _short(link: Mapping[str, Any]) -> str:
    parts = urlsplit(str(link["href"]))
    return f"{parts.netloc}{parts.path}" + (f"?{parts.query}" if parts.query else "")


def _together(links: Sequence[Mapping[str, Any]]) -> Iterator[list[Mapping[str, Any]]]:
    """Yield links with the same words around them that people who see the page can tell apart: by
    pictures, or by words beside the link that are no part of it for a screen reader."""
    groups: defaultdict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for link in links:
        groups[folded(str(link.get("context") or "")), str(link.get("heading") or "")].append(link)
    for group in groups.values():
        marks = {str(link.get("apart") or "") for link in group}
        if len(group) > 1 and (marks == {"picture"} or len(marks - {""}) > 1):
            yield group


def _differ(links: Sequence[Mapping[str, Any]], places: Mapping[str, Any]) -> tuple[Mapping[str, Any], Mapping[str, Any]] | None:
    """Return the first link and the next one that leads to something else, where that is known."""
    first = links[0]
    for other in links[1:]:
        one, two = _address(first), _address(other)
        if one != two and _elsewhere(one, two, places):
            return first, other
    return None


def _address(link: Mapping[str, Any]) -> str:
    return urldefrag(str(link["href"]))[0]


def _elsewhere(one: str, two: str, places: Mapping[str, Any]) -> bool:
    """Two hosts, of which neither is the other's with or without www, or two pages that say other things."""
    hosts = {urlsplit(address).netloc.removeprefix("www.") for address in (one, two)}
    if len(hosts) > 1:
        return True
    here, there = places.get(one), places.get(two)
    if not isinstance(here, Mapping) or not isinstance(there, Mapping):
        return False
    phones = set(here.get("phones") or ()), set(there.get("phones") or ())
    if phones[0] and phones[1]:
        return not phones[0] & phones[1]
    words = [set(folded(f"{place.get('heading')} {place.get('text')}").split()) for place in (here, there)]
    if not words[0] or not words[1]:
        return bool(words[0] or words[1]) and not (here.get("pictures") or there.get("pictures"))
    return len(words[0] & words[1]) < _SHARED * min(len(words[0]), len(words[1]))
