"""How long pages that fight the browser keep a scan busy: seconds of each, and whether the page after it is unharmed.

    python tests/benchmarks/hostile_pages.py

The bar is a result or a skip within 60 s a page, with a good page before it as the base of the ratio.
"""

from __future__ import annotations

import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

BAR = 60  # seconds
GOOD = "<!doctype html><html lang='en-GB'><title>Parks</title><main><h1>Parks</h1><p>{}</p></main></html>"
PAGES = {
    "a good page": GOOD.format("Open all day."),
    "a script that never ends": GOOD.format("<script>while (true) {}</script>"),
    "a script that never ends, after loading": GOOD.format(
        "<script>addEventListener('load', () => setTimeout(() => { while (true) {} }, 0))</script>"
    ),
    "memory without end": GOOD.format("<script>const all = []; while (true) all.push(new Array(1e7).fill('x'));</script>"),
    "dialogs and windows": GOOD.format(
        "<script>alert(1); confirm(2); setInterval(() => { alert(3); open('/0') }, 5); onbeforeunload = () => 'Stay?'</script>"
    ),
    "100,000 elements": GOOD.format("<a href='#'>Read</a> <span style='color:#777'>more</span>" * 50_000),
    "a page that never finishes": None,
}


class _Handler(BaseHTTPRequestHandler):
    gone = Event()

    def do_GET(self) -> None:
        number = self.path.strip("/")
        body = list(PAGES.values())[int(number)] if number.isdigit() else ""
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write((body or GOOD[:60]).encode())
        if body is None:
            self.wfile.flush()
            self.gone.wait(BAR)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def main() -> int:
    """Print a row a page; return 1 where one took longer than the bar or harmed the next."""
    from contentlint.evidence.axe import AxeEngine
    from contentlint.model import Skip

    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    bad, base = 0, 0.0
    with AxeEngine(1) as engine:
        def look(number: int) -> tuple[object, float]:
            began = time.monotonic()
            answer = engine.collect(f"http://127.0.0.1:{server.server_address[1]}/{number}").result()
            return answer, time.monotonic() - began

        look(0)
        base = look(0)[1]
        for number, name in enumerate(PAGES):
            answer, spent = look(number)
            after, _ = look(0)
            harmed = isinstance(after, Skip)
            bad += spent > BAR or harmed
            what = f"skip: {answer.reason}" if isinstance(answer, Skip) else "judged"
            print(f"{name:<42} {spent:6.1f} s {spent / base:7.1f} × {what}{', harmed the next page' if harmed else ''}")
    _Handler.gone.set()
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
