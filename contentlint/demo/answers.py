"""What the demo site answers to each address. Pure apart from reading the site's files."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass, replace
from html import escape
from urllib.parse import parse_qs, unquote, urlsplit

from contentlint.demo import sitemap
from contentlint.demo.assemble import assemble
from contentlint.demo.fragments import Fragment
from contentlint.demo.site import Site

HTML = "text/html; charset=utf-8"
# A site that fails shows no template either: what stands here must not be judged as if it were the page.
BROKEN = (
    '<!DOCTYPE html><html lang="en-GB"><title>Error</title>'
    "<p>Something went wrong. Please come back later.</p></html>\n"
)
# The types that a bare system may not know.
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": HTML,
    ".svg": "image/svg+xml",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer: status, media type, body, and the address to go to if it is a redirect."""

    status: int
    media_type: str
    body: bytes
    location: str | None = None


def answer(site: Site, target: str, origin: str) -> Answer:
    """The answer to a request for `target`, the path and query as they stand in the request line."""
    parts = urlsplit(target)
    path = unquote(parts.path)
    if path == "/robots.txt":
        return Answer(200, "text/plain; charset=utf-8", sitemap.robots(origin).encode())
    if path == "/sitemap.xml":
        return Answer(200, "application/xml; charset=utf-8", sitemap.index(site, origin).encode())
    if path == sitemap.SITEMAP:
        return Answer(200, "application/gzip", sitemap.pages(site, origin))
    if path in site.redirects:
        return _moved(origin + site.redirects[path])
    if path in site.pages:
        page = site.pages[path]
        body = assemble(site, path, origin) if page.status < 500 else BROKEN
        return Answer(page.status, HTML, body.encode())
    if path in site.files:
        return Answer(200, _media_type(path), site.files[path].read_bytes())
    if path == "/search":
        return _made(site, path, _results(site, parse_qs(parts.query).get("s", [""])[0]), origin)
    if path == "/admin" or path.startswith("/admin/"):
        closed = Fragment("Access denied", "page", "<p>You need to sign in.</p>", status=403)
        return _made(site, path, closed, origin)
    if path.endswith("/") and path.rstrip("/") in site.pages:
        return _moved(origin + path.rstrip("/"))
    return _made(site, path, _missing(), origin)


def _moved(address: str) -> Answer:
    head = '<!DOCTYPE html><html lang="en-GB"><title>Moved</title>'
    body = f'{head}<p><a href="{escape(address)}">This page has moved</a></p></html>\n'
    return Answer(301, HTML, body.encode(), location=address)


def _media_type(path: str) -> str:
    suffix = path[path.rfind(".") :]
    return TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"


def _made(site: Site, path: str, page: Fragment, origin: str) -> Answer:
    """An answer with a page that is in no file, in the site's own template."""
    whole = replace(site, pages={**site.pages, path: page})
    return Answer(page.status, HTML, assemble(whole, path, origin).encode())


def _missing() -> Fragment:
    body = (
        "<p>The page may have moved, or the address may be mistyped.</p>\n"
        '<p>You can <a href="/a-to-z">look in our A to Z of services</a> '
        'or <a href="/contact">contact us</a>.</p>'
    )
    return Fragment("Page not found", "page", body, status=404)


def _results(site: Site, words: str) -> Fragment:
    """Pages whose title or summary has all the words. Enough for a demo, and it never echoes raw input."""
    wanted = words.lower().split()
    found = [
        f'<li><a href="{path}">{escape(page.title, quote=False)}</a></li>'
        for path, page in site.pages.items()
        if wanted and all(word in f"{page.title} {page.summary}".lower() for word in wanted)
    ]
    body = f"<ul>{''.join(found)}</ul>" if found else "<p>We found no pages with those words.</p>"
    return Fragment("Search results", "page", body, summary=f"You searched for “{words}”." if words else "")
