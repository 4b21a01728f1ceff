"""Keeps one process that reads PDFs, so that a hostile file can neither fill our memory nor hang us."""

from __future__ import annotations

import atexit
import json
import os
import select
import struct
import subprocess
import sys
import threading
import time
from functools import cache
from typing import Any

SECONDS = 15.0  # for one file


class Unreadable(Exception):
    """The process could not read a file: the message says why, for a Skip."""


class Reader:
    """Reads PDFs one at a time; started with the first, again after one that it did not survive."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, body: bytes) -> dict[str, Any]:
        """Return the facts of a PDF (see _pdf_facts.read). Raises Unreadable."""
        with self._lock:
            process = self._process = self._process or self._start()
            try:
                answer = self._ask(process, body)
            except (OSError, EOFError, ValueError) as error:
                self.close()
                raise Unreadable("it took more memory or time than a file may") from error
        if error := answer.get("error"):
            raise Unreadable("it takes more memory than a file may" if error == "MemoryError" else "it is damaged")
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        atexit.register(self.close)
        return subprocess.Popen(
            [sys.executable, "-m", "contentlint.parse._pdf_facts"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, env=environment, start_new_session=True,
        )  # fmt: skip

    def _ask(self, process: subprocess.Popen[bytes], body: bytes) -> dict[str, Any]:
        assert process.stdin and process.stdout
        end = time.monotonic() + self._seconds
        process.stdin.write(struct.pack("!Q", len(body)) + body)
        process.stdin.flush()
        size = struct.unpack("!I", self._take(process, 4, end))[0]
        answer = json.loads(self._take(process, size, end))
        if not isinstance(answer, dict):
            raise ValueError("no facts")
        return answer

    def _take(self, process: subprocess.Popen[bytes], size: int, end: float) -> bytes:
        assert process.stdout
        taken = b""
        while len(taken) < size:
            if not select.select([process.stdout], [], [], max(0, end - time.monotonic()))[0]:
                raise OSError("too slow")
            piece = os.read(process.stdout.fileno(), size - len(taken))
            if not piece:
                raise EOFError
            taken += piece
        return taken

    def close(self) -> None:
        """End the process. May be called more than once."""
        process, self._process = self._process, None
        atexit.unregister(self.close)
        if process:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                try:
                    if pipe:
                        pipe.close()
                except OSError:
                    pass


@cache
def reader() -> Reader:
    """Return the one reader of this program."""
    return Reader()
