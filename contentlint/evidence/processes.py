"""Programs that an engine starts: each in a session of its own, and none outlives us."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from pathlib import Path

_GUARD = Path(__file__).with_name("guard.sh")


class Guarded:
    """A session of processes, led by `leader`, that is killed when it is told to or when we die.

    leader: process id of a program started with start_new_session=True. A small shell script holds
    one end of a pipe and kills the session once the other end is gone, so it works whichever
    thread started the program and however we end. (The kernel's parent-death signal follows the
    thread, not the process.) folder: the session's TMPDIR, or "". Processes that have it too belong
    to the session even if they left it, as Chromium's crash handler does; it is removed at the end.
    """

    def __init__(self, leader: int, folder: str = "") -> None:
        self.leader, self.folder = leader, folder
        self._guard: subprocess.Popen[bytes] | None = subprocess.Popen(
            ["sh", str(_GUARD), str(leader), folder], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip

    def members(self) -> list[int]:
        """Return the ids of the living processes of the session, dead ones that nobody fetched left out."""
        found = []
        for name in os.listdir("/proc"):
            if name.isdigit():
                with contextlib.suppress(OSError, ValueError, IndexError):
                    state, _, _, session = _stat(name)[:4]
                    if state != "Z" and (int(session) == self.leader or self._adopted(name)):
                        found.append(int(name))
        return found

    def _adopted(self, process: str) -> bool:
        if not self.folder:
            return False
        with open(f"/proc/{process}/environ", "rb") as file:
            return f"TMPDIR={self.folder}".encode() in file.read().split(b"\0")

    def kill(self, wait: float = 5.0) -> None:
        """Kill every process of the session and wait, at most `wait` seconds, until all are gone."""
        end = time.monotonic() + wait
        while members := self.members():
            for process in members:
                with contextlib.suppress(OSError):
                    os.kill(process, signal.SIGKILL)
            if time.monotonic() > end:
                return  # the guard stays and tries once more when we end
            time.sleep(0.01)
        self._release()

    def _release(self) -> None:
        guard, self._guard = self._guard, None
        if guard is None:
            return
        with contextlib.suppress(OSError, ValueError, subprocess.TimeoutExpired):
            guard.communicate(b"done\n", timeout=2)


def _stat(process: str) -> list[str]:
    """Fields of /proc/<id>/stat after the name: state, parent, group, session … (proc(5))."""
    with open(f"/proc/{process}/stat", encoding="utf-8", errors="replace") as file:
        return file.read().rpartition(")")[2].split()
