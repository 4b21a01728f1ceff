"""Pages that can be found in one way only. Source: WCAG 2.2, success criterion 2.4.5; steps of a process are exempt."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from urllib.parse import urlsplit

from contentlint.checks.orders import comparable
from contentlint.model import Link, Page

FEWEST = 5  # pages: a few drafts are no website
_SEARCH = re.compile(r"\b(?:search|chwilio)", re.I)
_LIST = re.compile(r"\b(?:site ?map|a\W{0,3}(?:to|–|-)\W{0,3}z|map o.r (?:wefan|safle)|a i y|all services|index of)\b", re.I)
_STEP = re.compile(r"/(?:step|apply|application|form|forms|webform|book|pay|payment|checkout|basket|confirm\w*|thank-?\w*|search|login|user|error)(?:[/\d._-]|$)", re.I)
_QUERY = frozenset({"search", "text"})


def ways(pages: Sequence[Page]) -> dict[str, str]:
    """Return, by page key, the one way to find a page ("links" or "search") or "" where there is none.

    Pages with two ways, the home page and steps of a process are left out.
    """
    whole = [page for group in comparable(pages).values() for page in group if page.url]
    if len(whole) < FEWEST:
        return {}
    from_: dict[str, set[str]] = defaultdict(set)
    for page in whole:
        for link in page.links:
            if link.url:
                from_[link.url.partition("#")[0]].add(page.key)
    keys = {page.key for page in whole}
    # On a small site that lists all its pages on each (or on the home page), that list is a second way.
    home = next((page for page in whole if _is_home(page)), None)
    lists_all = home is not None and keys - {home.key} <= {str(link.url).partition("#")[0] for link in home.links}
    found = {}
    for page in whole:
        if _is_home(page) or _STEP.search(urlsplit(page.key).path) or _is_step(page):
            continue
        near = bool(from_[page.key] - {page.key})
        search = any(_searches(page, link) for link in page.links) or any(
            field.type == "search" or (field.type in _QUERY and _SEARCH.search(field.name)) for field in page.fields)  # fmt: skip
        listed = lists_all or any(_LIST.search(link.text) for link in page.links)
        if near + search + listed < 2:
            found[page.key] = "links" if near else "search" if search else "list" if listed else ""
    return found


def _is_home(page: Page) -> bool:
    return urlsplit(page.url or "").path in ("", "/")


def _searches(page: Page, link: Link) -> bool:
    return link.place.region != "main" and bool(_SEARCH.search(link.text))


def _is_step(page: Page) -> bool:
    """A form that asks for something, beside the search."""
    asked = [field for field in page.fields if field.place.region == "main" and field.type not in ("button", "submit", "search", "hidden")]
    return any(not _SEARCH.search(field.name) for field in asked) and any(field.required for field in asked)
