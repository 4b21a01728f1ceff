"""A site on the loopback address with good and hostile pages, and what is left running."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

FAULTY = """<!doctype html><html lang="en-GB"><head><title>Bins</title></head><body>
<header>Testshire Council</header><main><h1>Bins and recycling</h1><p>Leave your bin out by 7am.</p>
<h2>Missed bins</h2><p><img src="bin.png"></p>
<p style="color:#aaa;background:#fff">Report it within two days.</p>
<p><a href="/report"></a></p></main><footer><p>Contact us</p></footer></body></html>"""
GOOD = """<!doctype html><html lang="en-GB"><head><title>Parks</title></head><body>
<main><h1>Parks</h1><p>Our parks are open all day.</p></main></body></html>"""


def page(body: str) -> str:
    """Wrap a piece of markup in a page without faults."""
    return f"""<!doctype html><html lang="en-GB"><head><title>A page</title></head><body>
<main><h1>A page</h1>{body}</main></body></html>"""


PAGES = {
    "/faulty": FAULTY,
    "/good": GOOD,
    "/gradient": page(
        """<div style="background:linear-gradient(#fff,#777)"><p style="color:#666">Pay your tax.</p></div>"""
    ),
    "/strict": FAULTY,
    "/frames": page(
        """<iframe title="Near" src="/faulty"></iframe><iframe title="Far" src="{far}/good"></iframe>"""
    ),
    "/hang": page("<script>while (true) {}</script>"),
    "/late-hang": page(
        "<script>addEventListener('load', () => setTimeout(() => { while (true) {} }, 0))</script>"
    ),
    "/alerts": page(
        "<script>alert(1); confirm(2); prompt(3); setInterval(() => alert('Still there?'), 1)</script>"
    ),
    "/windows": page("<script>open('/good'); open('/faulty')</script>"),
    "/restless": page("<p id=p></p><script>setInterval(() => p.append('x'), 20)</script>"),
    "/slow": page("<img alt='Slow' src='/never'>"),
}


class Site:
    """url: where it is. far: the same under another name, hence another site to a browser. asked: paths."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.url = f"http://127.0.0.1:{server.server_address[1]}"
        self.far = f"http://localhost:{server.server_address[1]}"
        self.asked: list[str] = []


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """Serve the pages."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append(self.path)
            if self.path == "/never":
                time.sleep(6)
            if self.path == "/download":
                return self._answer(200, b"a,b\n", ("Content-Disposition", "attachment"))
            if self.path not in PAGES:
                return self._answer(404, b"<!doctype html><title>Not found</title><p>Not found")
            policy = (
                ("Content-Security-Policy", "default-src 'none'") if self.path == "/strict" else ("X", "y")
            )
            self._answer(200, PAGES[self.path].replace("{far}", served.far).encode(), policy)

        def _answer(self, status: int, body: bytes, *headers: tuple[str, str]) -> None:
            self.send_response(status)
            for name, value in (("Content-Type", "text/html"), ("Content-Length", str(len(body))), *headers):
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        served = Site(server)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield served
        server.shutdown()


MARK = f"CONTENTLINT_TEST_RUN={os.getpid()}"
os.environ.update([MARK.split("=")])  # whatever a test starts inherits it


def running(*names: str) -> set[int]:
    """Ids of our processes whose command line holds one of the names, zombies left out."""
    found = set()
    for entry in Path("/proc").iterdir():
        try:
            words = (entry / "cmdline").read_bytes().decode(errors="replace")
            ours = MARK.encode() in (entry / "environ").read_bytes().split(b"\0")
        except OSError:
            continue
        if ours and int(entry.name) != os.getpid() and any(name in words for name in names):
            found.add(int(entry.name))
    return found


def gone(before: set[int], *names: str, wait: float = 5) -> bool:
    """Wait until no process with one of the names is left but those of before."""
    end = time.monotonic() + wait
    while time.monotonic() < end:
        if not running(*names) - before:
            return True
        time.sleep(0.05)
    return False
