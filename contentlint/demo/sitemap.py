"""What the demo tells crawlers: robots.txt, a sitemap index, and the gzipped sitemap that the index names."""

from __future__ import annotations

import gzip
from xml.sax.saxutils import escape

from contentlint.demo.site import Site

SITEMAP = "/sitemaps/1/sitemap.xml.gz"
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def robots(origin: str) -> str:
    """robots.txt. Search results and the CMS are closed, as Drupal closes them."""
    return f"User-agent: *\nDisallow: /admin\nDisallow: /search\n\nSitemap: {origin}/sitemap.xml\n"


def index(site: Site, origin: str) -> str:
    """The sitemap index, with one sitemap in it."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="{NAMESPACE}">\n'
        f"<sitemap><loc>{escape(origin + SITEMAP)}</loc><lastmod>{site.published}</lastmod></sitemap>\n"
        "</sitemapindex>\n"
    )


def pages(site: Site, origin: str) -> bytes:
    """The sitemap itself, gzipped. Pages whose type nobody switched on are missing, as on real sites."""
    rows = "".join(
        f"<url><loc>{escape(origin + path)}</loc><lastmod>{site.published}</lastmod></url>\n"
        for path, page in site.pages.items()
        if page.in_sitemap
    )
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{NAMESPACE}">\n{rows}</urlset>\n'
    # Without a time in it, the same pages always give the same bytes, and so the same ETag.
    return gzip.compress(text.encode(), mtime=0)
