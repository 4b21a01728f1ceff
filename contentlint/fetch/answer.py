"""Making a Capture from what came back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime

from contentlint.model import Capture

HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
DOCUMENT_TYPES = (
    "application/pdf", "application/msword", "application/rtf", "text/rtf", "text/csv",
    "application/vnd.ms-excel", "application/vnd.ms-powerpoint", "application/vnd.oasis.opendocument.",
    "application/vnd.openxmlformats-officedocument.",
)  # fmt: skip
_PRIVATE = frozenset({"set-cookie", "set-cookie2"})  # no cookies are kept


def media_type(content_type: str | None) -> str:
    """Return the media type of a Content-Type header, lower case and without parameters."""
    return (content_type or "").partition(";")[0].strip().lower()


def is_document_type(media: str) -> bool:
    """Tell whether a media type is that of a PDF or an Office file."""
    return media.startswith(DOCUMENT_TYPES)


def now() -> str:
    """Return the time in UTC, ISO 8601 with Z."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def make_capture(
    url: str, requested: str, status: int, headers: Iterable[tuple[str, str]], body: bytes, *,
    redirects: tuple[str, ...] = (), depth: int = 0, referrer: str | None = None, media: str | None = None,
    for_good: bool = False,
) -> Capture:  # fmt: skip
    """Return a Capture, taken now. media: instead of what the headers say."""
    kept = tuple((name.lower(), value) for name, value in headers if name.lower() not in _PRIVATE)
    if media is None:
        media = media_type(next((value for name, value in kept if name == "content-type"), None))
    return Capture(
        url=url, requested=requested, status=status, headers=kept, body=body, fetched=now(),
        digest=hashlib.sha256(body).hexdigest(), media_type=media, redirects=redirects, depth=depth,
        referrer=referrer, for_good=for_good,
    )  # fmt: skip
