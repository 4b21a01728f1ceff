"""Captures → pages: one format a file, each with MEDIA_TYPES, EXTENSIONS and parse().

`parse` picks the format by media type, then by file extension, then by the first bytes. A format's
module, and the library that it needs, is imported only when a capture needs it.
"""

from __future__ import annotations

import importlib
import posixpath
from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

from contentlint.model import Capture, Outcome, Page, Skip

#: what names a format before its module is imported; a test compares it with the modules
FORMATS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
        "html": ("text/html", "application/xhtml+xml", ".html", ".htm", ".xhtml"),
        "markdown": ("text/markdown", "text/x-markdown", ".md", ".markdown"),
        "pdf": ("application/pdf", "application/x-pdf", ".pdf"),
        "text": ("text/plain", ".txt", ".text"),
    }
)
_VAGUE = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/force-download"})


def format_of(capture: Capture) -> str | None:
    """Return the name of a capture's format ("html", "markdown", "text", "pdf", "docx"), or None."""
    by_name = {name: form for form, names in FORMATS.items() for name in names}
    media = capture.media_type.partition(";")[0].strip().lower()
    web = capture.url.startswith(("http://", "https://"))
    ending = posixpath.splitext(urlsplit(capture.url).path if web else capture.url)[1].lower()
    start = capture.body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"%PDF-"):
        return "pdf"
    if media in by_name and not (media == "text/plain" and by_name.get(ending) == "markdown"):
        return by_name[media]
    if media not in _VAGUE and media != "text/plain":
        return None
    if ending in by_name:
        return by_name[ending]
    if start[:1] == b"<":
        return "html"
    return None if b"\x00" in start or (ending and web) else "text"


def parse(capture: Capture, key: str | None = None) -> Page | Skip:
    """Return the page in a capture, or a Skip that says why there is none. Never raises."""
    name = format_of(capture)
    if name is None:
        kind = capture.media_type or posixpath.splitext(capture.url)[1] or "unknown"
        return Skip(
            key or capture.url, "parse", f"this kind of content is not checked ({kind})", Outcome.CHOICE
        )
    module = importlib.import_module(f"contentlint.parse.{name}")
    return module.parse(capture, key=key)
