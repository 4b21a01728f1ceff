"""Where links lead: pages that are gone, moved or missing the place that a link names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from contentlint.model import Facts, Hit, Link, Page, Rule, Site, Skip
from contentlint.urls import canonical, same_site

ENGINE = "contentlint"
PROBLEMS = frozenset({
    "broken-link", "unconfirmed-link", "moved-link", "missing-link-anchor", "insecure-own-link",
})  # fmt: skip
_BARE_MAIL = re.compile(r"(?:https?://)?[\w.+'%-]+@[\w-]+(?:\.[\w-]+)+/?", re.I)
_GONE = frozenset({404, 410})
_MOVED = frozenset({301, 308})


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge link targets by what the scan learnt. A single draft is judged by its own ids only."""
    asked: set[str] = set()
    for link in page.links:
        if link.place.hidden:
            continue
        if facts.site and link.url and not _mail(link):
            yield from _status(link, rules, facts.site, asked)
        yield from _anchor(page, link, rules, facts.site)
        rule = rules.get("insecure-own-link")
        if (
            rule
            and link.href.startswith("http://")
            and (page.url or "").startswith("https://")
            and same_site(link.href, page.url or "")
        ):
            yield _hit(rule, link, "https://" + link.href.removeprefix("http://"))


def _mail(link: Link) -> bool:
    """An email address written as a page is told of in links.py: "benefits@council.example" is no page."""
    return bool(_BARE_MAIL.fullmatch(link.href.strip()))


def _hit(rule: Rule, link: Link, suggestion: str | None = None, **args: str) -> Hit:
    return Hit.at(rule, link.place, target=link.href, quote=link.text or None, suggestion=suggestion,
                  args={"address": link.href} | args)  # fmt: skip


def _status(link: Link, rules: Mapping[str, Rule], site: Site, asked: set[str]) -> Iterator[Hit]:
    url = link.url or ""
    if url not in site.statuses:
        return
    status = site.statuses[url]
    if status in _GONE and (rule := rules.get("broken-link")):
        yield _hit(rule, link, status=str(status))
    elif status is None or status >= 400:
        # One question a page and address: the answer may be another a minute later.
        if status not in _GONE and url not in asked and (rule := rules.get("unconfirmed-link")):
            answer = "no answer came" if status is None else f"the answer was {status}"
            yield _hit(rule, link, answer=answer)
        asked.add(url)
    elif status in _MOVED and (rule := rules.get("moved-link")) and (new := site.redirects.get(url)):
        yield _hit(rule, link, new, new=new)


def _anchor(page: Page, link: Link, rules: Mapping[str, Rule], site: Site | None) -> Iterator[Hit]:
    rule = rules.get("missing-link-anchor")
    mark = unquote(urlsplit(link.href).fragment) if rule and "#" in link.href else ""
    # "#top" works without an id; "#!", "#/", "#:~:" and "#a=b" are read by scripts and browsers.
    if not rule or not mark or mark.lower() == "top" or mark[0] in "!/:" or "=" in mark:
        return
    ids = _ids(page, link, site)
    if ids is not None and mark not in ids:
        yield _hit(rule, link, anchor=mark)


def _ids(page: Page, link: Link, site: Site | None) -> frozenset[str] | None:
    """Return the ids of the page that a link names, or None where they are unknown."""
    here = link.href.startswith("#") or (page.url is not None and link.url == canonical(page.url))
    if here:
        return None if page.fragment or page.media != "html" else frozenset(page.ids)
    return site.anchors.get(link.url or "") if site else None
