"""Fetching the one address that a person named. robots.txt is for crawlers, so it is not asked."""

from __future__ import annotations

import http.client
import socket
import ssl
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Iterator

from contentlint.fetch import reasons
from contentlint.fetch.answer import make_capture
from contentlint.fetch.links import resolve
from contentlint.fetch.plan import MEBIBYTE, user_agent
from contentlint.model import Capture, Skip

MAX_HOPS = 8
_CHUNK = 64 * 1024
_MOVED = frozenset({301, 302, 303, 307, 308})


class _TooBig(Exception):
    pass


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """Leave redirects to the caller, who keeps the chain."""


def fetch_url(
    url: str, *, contact: str | None = None, version: str = "0", timeout: float = 30.0,
    max_bytes: int = 20 * MEBIBYTE,
) -> Capture | Skip:  # fmt: skip
    """Return the answer at an address, whatever its status, or a Skip that says why there is none.

    timeout: seconds for the whole answer. max_bytes: of the unpacked body.
    """
    address = resolve(url, url)
    if address is None:
        return reasons.failure(url, "this is not a web address", "Begin with http:// or https://")
    opener = urllib.request.build_opener(_NoRedirects)
    hops: list[str] = []
    place = address
    while True:
        try:
            status, headers, body = _get(opener, place, user_agent(version, contact), timeout, max_bytes)
        except (_TooBig, OSError, http.client.HTTPException, ValueError, zlib.error) as error:
            return _explain(error, url, place, timeout, max_bytes)
        where = next((value for name, value in headers if name.lower() == "location"), None)
        if status not in _MOVED or where is None:
            return make_capture(place, address, status, headers, body, redirects=tuple(hops))
        hops.append(place)
        target = resolve(where.encode("latin-1", "replace").decode("utf-8", "replace"), place)
        if target is None:
            return reasons.failure(url, "it redirects to something that is not a web address", status=status)
        if target in hops:
            return reasons.failure(url, "it redirects in a circle", status=status)
        if len(hops) > MAX_HOPS:
            return reasons.failure(url, f"it redirects more than {MAX_HOPS} times", status=status)
        place = target


def _get(
    opener: urllib.request.OpenerDirector, address: str, agent: str, timeout: float, limit: int
) -> tuple[int, list[tuple[str, str]], bytes]:
    request = urllib.request.Request(address, headers={
        "User-Agent": agent, "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
        "Accept-Language": "en-GB,en;q=0.8", "Accept-Encoding": "gzip",
    })  # fmt: skip
    deadline = time.monotonic() + timeout
    try:
        answer = opener.open(request, timeout=timeout)
    except urllib.error.HTTPError as error:  # a status of 300 or more is an answer all the same
        answer = error
    with answer:
        packed = (answer.headers.get("Content-Encoding") or "").strip().lower() in ("gzip", "x-gzip")
        body = bytearray()
        for chunk in _unpacked(answer, packed, limit):
            body += chunk
            if len(body) > limit:
                raise _TooBig
            if time.monotonic() > deadline:
                raise TimeoutError
        return answer.status, list(answer.headers.items()), bytes(body)


def _unpacked(answer: http.client.HTTPResponse, packed: bool, limit: int) -> Iterator[bytes]:
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16) if packed else None
    while chunk := answer.read1(_CHUNK):
        yield unpacker.decompress(chunk, limit + 1) if unpacker else chunk
    if getattr(answer, "length", None):  # read1 takes an early end for the end
        raise http.client.IncompleteRead(b"", answer.length)


def _explain(error: Exception, url: str, place: str, timeout: float, limit: int) -> Skip:
    """Return a Skip that says in plain words why a download failed."""
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    match cause:
        case _TooBig():
            return reasons.choice(url, reasons.too_big(limit))
        case ssl.SSLCertVerificationError():
            return reasons.failure(url, reasons.certificate(place), reasons.CERTIFICATE_REMEDY)
        case socket.gaierror():
            return reasons.failure(url, reasons.not_found(place), "Check the spelling of the address")
        case ConnectionRefusedError():
            return reasons.failure(url, reasons.refused(place))
        case TimeoutError():
            return reasons.failure(url, reasons.timed_out(timeout))
        case http.client.IncompleteRead():
            return reasons.failure(url, reasons.cut_short())
        case zlib.error():
            return reasons.failure(url, "the answer could not be unpacked")
        case ValueError():
            return reasons.failure(url, "the address is not one that can be asked for")
    return reasons.failure(url, reasons.no_connection(place))
