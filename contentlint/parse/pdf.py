"""PDF → Page of facts: title, language, tags, text, headings, tables, form fields, protection."""

from __future__ import annotations

import hashlib

from contentlint import urls
from contentlint.model import Capture, Outcome, Page, Skip
from contentlint.parse._pdf_process import Unreadable, reader

MEDIA_TYPES = frozenset({"application/pdf", "application/x-pdf"})
EXTENSIONS = frozenset({".pdf"})
LARGEST = 50_000_000  # bytes


def parse(capture: Capture, *, key: str | None = None) -> Page | Skip:
    """Return the facts of a PDF (their names are in _pdf_facts.read), or a Skip that says why there are none."""
    web = capture.url.startswith(("http://", "https://"))
    address = urls.canonical(capture.url) if web else None
    own_key = key or address or capture.url
    if len(capture.body) > LARGEST:
        return Skip(own_key, "parse", f"the PDF is larger than {LARGEST // 1_000_000} MB", Outcome.FAILURE)
    if b"%PDF-" not in capture.body[:1024]:
        return Skip(own_key, "parse", "the file is not a PDF, whatever its name says", Outcome.FAILURE)
    try:
        known = reader().read(capture.body)
    except Unreadable as error:
        return Skip(
            own_key, "parse", f"the PDF cannot be read: {error}", Outcome.FAILURE,
            "Open the file and save it again, or publish it as a web page.",
        )  # fmt: skip
    facts = tuple((name, tuple(value) if isinstance(value, list) else value) for name, value in known.items())
    return Page(
        key=own_key, url=address, media="pdf", title=known.get("title"), lang=known.get("lang"), blocks=(),
        facts=facts, status=capture.status, digest=capture.digest or hashlib.sha256(capture.body).hexdigest(),
        content_digest=hashlib.sha256(repr(facts).encode()).hexdigest(), size=len(capture.body),
    )  # fmt: skip
