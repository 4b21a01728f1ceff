"""From a fragment to a whole page in the style of a LocalGov Drupal site. Pure: text in, text out."""

from __future__ import annotations

import re
from datetime import date
from html import escape

from contentlint.demo.fragments import Fragment
from contentlint.demo.site import Site

COUNCIL = "Anyborough Council"
# Our template names as LocalGov Drupal's body and article classes would have them.
BUNDLES = {
    "home": "localgov-subsites-overview",
    "landing": "localgov-services-landing",
    "service": "localgov-services-page",
    "guide": "localgov-guides-page",
    "news": "localgov-news-article",
    "newsroom": "localgov-newsroom",
    "directory": "localgov-directory",
    "form": "webform",
    "status": "localgov-services-status",
    "page": "page",
}


def assemble(site: Site, path: str, origin: str) -> str:
    """The page at `path` as HTML; `origin` ("http://127.0.0.1:8000") stands in its canonical link."""
    page = site.pages[path]
    usual = COUNCIL if path == "/" else f"{page.title} | {COUNCIL}"
    title = usual if page.head_title is None else page.head_title
    description = escape(page.description or page.summary)
    bundle = BUNDLES[page.template]
    parts = {
        "lang": escape(page.lang),
        "title": f"<title>{escape(title, quote=False)}</title>" if title else "",
        "description": f'<meta name="description" content="{description}">' if description else "",
        "canonical": escape(origin + path),
        "body_class": f"path-node page-node-type-{bundle}" + (" path-frontpage" if path == "/" else ""),
        "banner": site.banner,
        "breadcrumb": _breadcrumb(site, path),
        "heading": _heading(page),
        "before": _guide_nav(site, path),
        "article_class": f"{bundle} node node--type-{bundle} node--view-mode-full",
        "body": page.body.rstrip("\n"),
        "after": _cards(site, path) + _steps(site, path),
    }
    # One pass, so that braces in a page's own words are never read as a place to fill.
    return re.sub(r"\{\{(\w+)\}\}", lambda match: parts[match[1]], site.template)


def _breadcrumb(site: Site, path: str) -> str:
    if path == "/":
        return ""
    items = '<li class="breadcrumb__item"><a href="/">Home</a></li>'
    for above in site.ancestors(path):
        title = escape(site.pages[above].title, quote=False)
        items += f'<li class="breadcrumb__item"><a href="{above}">{title}</a></li>'
    return (
        '<nav class="breadcrumb" aria-label="Breadcrumb"><div class="lgd-container">'
        f"<ol>{items}</ol></div></nav>"
    )


def _heading(page: Fragment) -> str:
    title, text, when = escape(page.title, quote=False), escape(page.summary, quote=False), ""
    if page.date:
        day = date.fromisoformat(page.date)
        when = f'<p class="news-article__date"><time datetime="{page.date}">{day.day} {day:%B %Y}</time></p>'
    summary = f'<p class="lgd-page-title-block__subheader">{text}</p>' if text else ""
    return (
        '<div class="lgd-page-title-block"><div class="lgd-container">'
        f'<h1 class="lgd-page-title-block__title">{title}</h1>{summary}{when}</div></div>'
    )


def _guide_nav(site: Site, path: str) -> str:
    pages = site.guide(path)
    if not pages:
        return ""
    items = ""
    for key in pages:
        title = escape(site.pages[key].title, quote=False)
        link = f'<li><a href="{key}">{title}</a></li>'
        items += f'<li aria-current="page">{title}</li>' if key == path else link
    return f'<nav class="lgd-guide-nav" aria-label="Pages in this guide"><ol>{items}</ol></nav>'


def _steps(site: Site, path: str) -> str:
    pages = site.guide(path)
    if not pages:
        return ""
    at = pages.index(path)
    links = ""
    for word, beside in (("Previous", pages[max(at - 1, 0) : at]), ("Next", pages[at + 1 : at + 2])):
        for key in beside:
            title = escape(site.pages[key].title, quote=False)
            links += f'<li><a href="{key}"><span>{word}:</span> {title}</a></li>'
    return f'<nav class="lgd-prev-next" aria-label="Move through this guide"><ul>{links}</ul></nav>'


def _cards(site: Site, path: str) -> str:
    page = site.pages[path]
    if page.template not in ("landing", "newsroom"):
        return ""
    items = ""
    for key, child in site.children(path):
        if child.guide and child.guide != key:
            continue
        title = escape(child.title, quote=False)
        text = f"<p>{escape(child.summary, quote=False)}</p>" if child.summary else ""
        items += f'<li class="teaser"><h2 class="teaser__title"><a href="{key}">{title}</a></h2>{text}</li>'
    return f'<ul class="teasers">{items}</ul>'
