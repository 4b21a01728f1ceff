"""Serves a folder on a free loopback port: `site_server.py FOLDER`. Prints the address, then serves."""

from __future__ import annotations

import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class Handler(SimpleHTTPRequestHandler):
    """Answers /name with name.html where there is no such file; says nothing."""

    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        found = super().translate_path(path)
        page = Path(f"{found.rstrip('/')}.html")
        return str(page) if not Path(found).is_file() and page.is_file() else found

    def log_message(self, *_: object) -> None:
        pass


def main() -> None:
    """Serve until killed."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=sys.argv[1])) as server:
        print(f"http://127.0.0.1:{server.server_address[1]}/", flush=True)
        server.serve_forever()


if __name__ == "__main__":
    main()
