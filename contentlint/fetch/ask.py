"""One request through Scrapy's downloader: retries, pauses that the site asks for, plain-English failures."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
    StopDownload,
)
from scrapy.http import Response

from contentlint.fetch import reasons
from contentlint.fetch.answer import is_document_type, media_type
from contentlint.fetch.plan import CrawlPlan
from contentlint.model import Outcome
from contentlint.urls import is_document, same_site

RETRIES = 2
BUSY = frozenset({408, 429, 500, 502, 503, 504, 522, 524})  # answers that may be better the next time
WAIT = 0.5  # seconds before the first retry, doubled for each further one
MAX_WAIT = 60.0  # seconds of Retry-After that we are ready to wait


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why no answer came. again: whether a retry may help."""

    reason: str
    outcome: Outcome = Outcome.FAILURE
    again: bool = False
    remedy: str | None = None


class Asker:
    """Asks for addresses. Holds the moment until which the site wants to be left alone."""

    def __init__(self, crawler: Crawler, plan: CrawlPlan) -> None:
        self._crawler, self._plan = crawler, plan
        self._quiet_until = 0.0
        crawler.signals.connect(self._headers_received, signals.headers_received)

    async def ask(
        self, address: str, *, retries: int = RETRIES, limit: int | None = None
    ) -> Response | Trouble:
        """Return the answer, whatever its status, or why none came. Redirects are not followed.

        limit: bytes of the body; by default the plan's, for a page or for a document.
        """
        for turn in range(retries + 1):
            await asyncio.sleep(max(0.0, self._quiet_until - time.monotonic()))
            result = await self._once(address, limit)
            if turn == retries:
                break
            pause = WAIT * 2**turn
            if isinstance(result, Trouble):
                if not result.again:
                    break
            elif result.status not in BUSY:
                break
            elif (asked := retry_after(result)) is not None:
                if asked > MAX_WAIT:
                    break
                self._quiet_until = max(self._quiet_until, time.monotonic() + asked)
                pause = 0.0
            await asyncio.sleep(pause)
        return result

    def slow_down(self, address: str, delay: float) -> None:
        """Leave `delay` seconds between two requests to the address's host from now on, one at a time."""
        downloader = self._crawler.engine.downloader
        key = downloader.get_slot_key(Request(address))
        downloader.per_slot_settings[key] = {"delay": delay, "concurrency": 1, "jitter": 0}
        slot = downloader.slots.get(key)  # the live slot too: settings are read only when one is built
        if slot is not None:
            slot.delay, slot.concurrency, slot.jitter = delay, 1, 0

    async def _once(self, address: str, limit: int | None) -> Response | Trouble:
        plan = self._plan
        own = limit is None
        if own:
            limit = plan.max_document_bytes if is_document(address) else plan.max_page_bytes
        headers = dict(plan.headers) if same_site(address, plan.start) else {}
        meta = {"download_maxsize": limit, "download_timeout": plan.timeout, "by_type": own}
        try:
            request = Request(address, headers=headers, dont_filter=True, meta=meta)
        except ValueError as error:
            return explain(error, address, limit, plan.timeout)
        try:
            return await self._crawler.engine.download_async(request)
        except Exception as error:  # whatever goes wrong, the address has to be accounted for
            return explain(error, address, request.meta["download_maxsize"], plan.timeout)

    def _headers_received(self, request: Request, headers, **_: object) -> None:
        """Give a document that does not look like one by its address the documents' limit, or stop it."""
        if request.meta.get("by_type") and is_document_type(media_type(_text(headers.get("Content-Type")))):
            if not self._plan.documents:
                raise StopDownload(fail=True)
            request.meta["download_maxsize"] = self._plan.max_document_bytes


def explain(error: Exception, address: str, limit: int, timeout: float) -> Trouble:
    """Return in plain words why a download failed."""
    match error:
        case StopDownload():
            return Trouble("the settings leave documents out", Outcome.CHOICE)
        case DownloadCancelledError():
            return Trouble(reasons.too_big(limit), Outcome.CHOICE)
        case IgnoreRequest():  # Scrapy's decompression says so when the unpacked body passes the limit
            return Trouble(reasons.too_big(limit), Outcome.CHOICE)
        case CannotResolveHostError():
            return Trouble(reasons.not_found(address))
        case DownloadConnectionRefusedError():
            return Trouble(reasons.refused(address), again=True)
        case DownloadTimeoutError():
            return Trouble(reasons.timed_out(timeout), again=True)
        case ResponseDataLossError():
            return Trouble(reasons.cut_short(), again=True)
        case DownloadFailedError() if "certificate" in str(error).lower():
            return Trouble(reasons.certificate(address), remedy=reasons.CERTIFICATE_REMEDY)
        case DownloadFailedError() | OSError():
            return Trouble(reasons.no_connection(address), again=True)
        case ValueError():
            return Trouble("the address is not one that can be asked for")
    return Trouble(reasons.no_connection(address, type(error).__name__), again=True)


def retry_after(response: Response) -> float | None:
    """Return the seconds that a Retry-After header asks for (RFC 9110, section 10.2.3), or None."""
    value = _text(response.headers.get("Retry-After"))
    if value is None:
        return None
    if value.strip().isdigit():
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return None


def _text(value: bytes | None) -> str | None:
    return None if value is None else value.decode("latin-1")
