"""Says which region of a page an element belongs to, and where the main content is."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from bs4 import Tag

from contentlint.parse.tree import Tree

_MAIN_IDS = ("main-content", "main", "content", "maincontent", "page-content")
_CONTAINERS = frozenset({"div", "section", "article", "td", "main"})
_ROLES = {
    "navigation": "nav", "banner": "header", "contentinfo": "footer", "complementary": "aside",
    "search": "nav", "directory": "nav", "menubar": "nav",
}  # fmt: skip
# Drupal and LocalGov Drupal name these parts by class; they lie inside main but no author wrote them.
_NAV_CLASSES = frozenset(
    {
        "lgd-guide-nav",
        "lgd-prev-next",
        "service-cta-block",
        "pager",
        "breadcrumb",
        "breadcrumbs",
        "govuk-breadcrumbs",
        "nhsuk-breadcrumb",
        "pagination",
        "govuk-pagination",
        "contextual-links",
        "tabs--primary",
        "skip-link",
    }
)
_BANNER = re.compile(
    r"(?:^|[\s_-])(?:cookies?|cookieconsent|ccc|eu-cookie-compliance|gdpr|consent)(?:$|[\s_-])"
    r"|alert-banner|emergency-banner",
    re.I,
)
_BANNER_TAGS = frozenset({"div", "section", "aside", "article", "dialog", "form"})
_PAGE_TYPE = re.compile(r"(?:^|\s)page-node-type-([\w-]+)")
_PRESENTED = frozenset({"presentation", "none"})


def role_of(tag: Tag) -> str:
    """Return the first role of an element in lower case, or ""."""
    roles = tag.attrs.get("role")
    return roles.split()[0].lower() if roles and roles.strip() else ""


def find_main(tree: Tree, fragment: bool) -> tuple[frozenset[int], str | None]:
    """Return (ids of the elements that are main content, how they were found).

    How: "main", "role", "id", "article" or None, where the whole page counts as main.
    """
    if found := tree.named.get("main"):
        return frozenset(map(id, found)), "main"
    if found := tree.named.get("role=main"):
        return frozenset(map(id, found)), "role"
    if fragment:
        return frozenset(), None
    for name in _MAIN_IDS:
        tag = tree.by_id.get(name)
        if tag is not None and tag.name in _CONTAINERS:
            return frozenset({id(tag)}), "id"
    articles = tree.named.get("article", [])
    if len(articles) == 1 and not _BANNER.search(_words(articles[0])):
        return frozenset({id(articles[0])}), "article"
    return frozenset(), None


def _words(tag: Tag) -> str:
    return f"{tag.attrs.get('class', '')} {tag.attrs.get('id', '')}"


def region_of(tag: Tag, inherited: str, sectioned: bool) -> str:
    """Return the region of an element inside a region.

    sectioned: it lies inside article, main or section, where header and footer are not the page's.
    """
    if inherited == "banner":
        return inherited
    name, attrs = tag.name, tag.attrs
    if "class" in attrs or "id" in attrs:
        words = _words(tag)
        if (
            name in _BANNER_TAGS
            and _BANNER.search(words)
            and (inherited != "main" or "alert-banner" in words)
        ):
            return "banner"
        if inherited != "nav" and not _NAV_CLASSES.isdisjoint(words.split()):
            return "nav"
    if inherited == "nav":
        return inherited
    if "role" in attrs and (role := role_of(tag)):
        if role in _ROLES and not (sectioned and role in ("banner", "contentinfo")):
            return _ROLES[role]
        if role in _PRESENTED:
            return inherited
    if name == "nav":
        return "nav"
    if inherited == "aside":
        return inherited
    if name == "aside":
        return "aside"
    if name in ("header", "footer") and not sectioned:
        return name
    return inherited


def template_of(tree: Tree, skeleton: Iterable[str]) -> str | None:
    """Return the page type that Drupal writes into the body's class, else a short digest of the skeleton.

    skeleton: paths of element names outside the main content. None where there are none.
    """
    for body in tree.named.get("body", []):
        if match := _PAGE_TYPE.search(body.attrs.get("class", "")):
            return match.group(1)
    paths = sorted(set(skeleton))
    if not paths:
        return None
    return "layout-" + hashlib.sha256("\n".join(paths).encode("utf-8", "replace")).hexdigest()[:10]
