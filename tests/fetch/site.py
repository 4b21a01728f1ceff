"""A small council site on loopback whose answers a test writes down."""

from __future__ import annotations

import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Answer:
    """One scripted answer. wait: seconds before it. drop: reset the connection instead of answering."""

    body: bytes | str = b""
    status: int = 200
    type: str | None = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    wait: float = 0.0
    drop: bool = False
    length: int | None = None  # a Content-Length that is not true


Script = dict[str, "Answer | str | Callable[[str, int], Answer | str]"]


@dataclass
class Site:
    """A running site. asked: (path, monotonic time, headers) of every request, in order."""

    origin: str
    asked: list[tuple[str, float, dict[str, str]]] = field(default_factory=list)

    def paths(self) -> list[str]:
        return [path for path, _, _ in self.asked]


def page(*links: str, words: str = "Bins are collected on Mondays.") -> str:
    """Return a page that links to the given addresses."""
    items = "".join(f'<li><a href="{link}">{link}</a></li>' for link in links)
    main = f"<main><p>{words}</p><ul>{items}</ul></main>"
    return f"<!DOCTYPE html><html lang=en><title>Bins</title>{main}</html>"


def moved(to: str, status: int = 301) -> Answer:
    return Answer("", status, headers={"Location": to})


@contextmanager
def serve(script: Script, host: str = "127.0.0.1") -> Iterator[Site]:
    """Serve a script: path with query → answer, text of a page, or a function of (path, turn).

    "*" answers what is not listed; else 404, also for robots.txt and sitemap.xml.
    """
    turns: dict[str, int] = {}
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            with lock:
                turn = turns[self.path] = turns.get(self.path, 0) + 1
                headers = {name.lower(): value for name, value in self.headers.items()}
                site.asked.append((self.path, time.monotonic(), headers))
            unlisted = Answer(page("/"), 404)
            fixed = self.path in ("/robots.txt", "/sitemap.xml")
            answer = script.get(self.path, unlisted if fixed else script.get("*", unlisted))
            answer = answer(self.path, turn) if callable(answer) else answer
            answer = Answer(answer) if isinstance(answer, str) else answer
            if answer.wait:
                time.sleep(answer.wait)
            if answer.drop:
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.connection.close()
                self.close_connection = True
                return
            body = answer.body.encode() if isinstance(answer.body, str) else answer.body
            try:
                self.send_response(answer.status)
                if answer.type:
                    self.send_header("Content-Type", answer.type)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body) if answer.length is None else answer.length))
                self.end_headers()
                self.wfile.write(body)
                if answer.length is not None:
                    self.close_connection = True
            except OSError:
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

        def handle_one_request(self) -> None:
            try:
                super().handle_one_request()
            except (OSError, ValueError):
                self.close_connection = True

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            pass

    server = Server((host, 0), Handler)
    site = Site(f"http://{host}:{server.server_address[1]}")
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
