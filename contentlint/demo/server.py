"""The demo site on loopback: a small threading HTTP server from the standard library."""

from __future__ import annotations

import hashlib
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from contentlint.demo.answers import HTML, Answer, answer
from contentlint.demo.site import Site, load


class Demo:
    """A running demo site. `url` has no slash at its end; set `revision` to change what stands there."""

    def __init__(self, revision: int, url: str) -> None:
        self.url = url
        self._site = load(revision)

    @property
    def site(self) -> Site:
        """The pages that are being served now."""
        return self._site

    @property
    def revision(self) -> int:
        """1 or 2."""
        return self._site.revision

    @revision.setter
    def revision(self, revision: int) -> None:
        if revision != self.revision:
            self._site = load(revision)


class _Server(ThreadingHTTPServer):
    demo: Demo

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing where a visitor hung up; anything else is a fault of ours."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    server_version = "Anyborough"
    sys_version = ""
    # A client that keeps its line open must not hold a thread for ever.
    timeout = 30

    def do_GET(self) -> None:
        self._respond(with_body=True)

    def do_HEAD(self) -> None:
        self._respond(with_body=False)

    def do_POST(self) -> None:
        # Forms lead nowhere, so that nothing a visitor types is ever taken in. What was sent is not read,
        # so the line cannot be used again.
        self.close_connection = True
        reply = Answer(405, HTML, b"This is a demonstration site. Nothing was sent.")
        self._send(reply, True, {"Allow": "GET, HEAD"})

    def _respond(self, with_body: bool) -> None:
        demo = self.server.demo
        site = demo.site
        reply = answer(site, self.path, demo.url)
        changed = datetime.fromisoformat(site.published).replace(hour=6, tzinfo=UTC)
        headers = {"Cache-Control": "max-age=0, must-revalidate"}
        if reply.status == 200:
            headers["ETag"] = f'"{hashlib.sha256(reply.body).hexdigest()[:20]}"'
            headers["Last-Modified"] = format_datetime(changed, usegmt=True)
            if self._is_known(headers["ETag"], changed):
                reply, with_body = Answer(304, reply.media_type, b""), False
        if reply.location:
            headers["Location"] = reply.location
        self._send(reply, with_body, headers)

    def _is_known(self, tag: str, changed: datetime) -> bool:
        """RFC 9110, 13.2.2: the entity tag decides, and the date only where there is no tag."""
        tags = self.headers.get("If-None-Match")
        if tags is not None:
            return tags.strip() == "*" or tag in {part.strip().removeprefix("W/") for part in tags.split(",")}
        since = self.headers.get("If-Modified-Since")
        if since is None:
            return False
        try:
            return changed <= parsedate_to_datetime(since)
        except (TypeError, ValueError):
            return False

    def _send(self, reply: Answer, with_body: bool, headers: dict[str, str]) -> None:
        self.send_response(reply.status)
        for name, value in headers.items():
            self.send_header(name, value)
        if reply.status != 304:
            self.send_header("Content-Type", reply.media_type)
            self.send_header("Content-Length", str(len(reply.body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if with_body:
            self.wfile.write(reply.body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: only the command line prints."""


@contextmanager
def serve(revision: int = 1, port: int = 0) -> Iterator[Demo]:
    """Serve the demo on 127.0.0.1 while the block runs; port 0 takes a free one.

    Raises ValueError for a revision that does not exist and OSError if the port is taken.
    """
    server = _Server(("127.0.0.1", port), _Handler)
    try:
        server.demo = Demo(revision, f"http://127.0.0.1:{server.server_port}")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield server.demo
        finally:
            server.shutdown()
            thread.join()
    finally:
        server.server_close()
