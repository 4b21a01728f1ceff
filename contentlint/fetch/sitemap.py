"""Reading sitemaps: lists, indexes and plain text, packed or not."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

MAX_BYTES = 50 * 1024 * 1024  # sitemaps.org: a sitemap has at most 50 MB when unpacked
MAX_ENTRIES = 50_000  # sitemaps.org: and at most 50,000 entries


@dataclass(frozen=True, slots=True)
class Sitemap:
    """entries: addresses of pages. nested: of further sitemaps. problem: why reading stopped, or None."""

    entries: tuple[str, ...] = ()
    nested: tuple[str, ...] = ()
    problem: str | None = None


def read_sitemap(body: bytes) -> Sitemap:
    """Read a sitemap, a sitemap index or a list of addresses. Never raises; gives what could be read."""
    if body[:2] == b"\x1f\x8b":
        try:
            packed = zlib.decompressobj(zlib.MAX_WBITS | 16)
            body = packed.decompress(body, MAX_BYTES)
        except zlib.error:
            return Sitemap(problem="the sitemap could not be unpacked")
        if packed.unconsumed_tail:
            return Sitemap(problem="the sitemap is larger than 50 MB when unpacked")
    start = body.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:4].lower() == b"http":
        lines = (line.strip() for line in start.decode("utf-8", "replace").splitlines())
        return Sitemap(entries=tuple(line for line in lines if line)[:MAX_ENTRIES])
    return _read_xml(start)


def _read_xml(body: bytes) -> Sitemap:
    entries: list[str] = []
    nested: list[str] = []
    root = None
    try:
        reader = etree.iterparse(
            BytesIO(body), events=("start", "end"), recover=True, resolve_entities=False, no_network=True,
            load_dtd=False, huge_tree=False,
        )  # fmt: skip
        for event, element in reader:
            if not isinstance(element.tag, str):
                continue
            name = etree.QName(element).localname
            if event == "start":
                root = root or name
                continue
            if name == "loc" and element.text and element.getparent() is not None:
                # An image's own <image:loc> is not a page: only a loc right under url or sitemap counts.
                owner = etree.QName(element.getparent()).localname
                if owner in ("url", "sitemap"):
                    (entries if owner == "url" else nested).append(element.text.strip())
            if name in ("url", "sitemap"):
                element.clear()
            if len(entries) + len(nested) > MAX_ENTRIES:
                problem = "the sitemap has more than 50,000 entries, and the rest was left out"
                return Sitemap(tuple(entries[:MAX_ENTRIES]), tuple(nested), problem)
    except etree.LxmlError:
        pass
    if root not in ("urlset", "sitemapindex"):
        return Sitemap(problem="the file is not a sitemap")
    return Sitemap(tuple(entries), tuple(nested))
