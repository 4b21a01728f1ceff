"""Measures a command with everything that it starts: CPU seconds, wall seconds, exit code."""

from __future__ import annotations

import ctypes
import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass

_SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER, prctl(2)


@dataclass(frozen=True, slots=True)
class Measured:
    """cpu, wall: seconds, of the whole process tree. code: exit code. output: standard output."""

    cpu: float
    wall: float
    code: int
    output: str


def measure(command: list[str], env: dict[str, str] | None = None, timeout: float = 1800) -> Measured:
    """Run a command in a helper process that inherits every orphan, so that no process's CPU is lost."""
    done = subprocess.run([sys.executable, __file__, json.dumps(command)], capture_output=True, text=True,
                          env=env, timeout=timeout, check=False)  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"{command[0]} could not be measured: {done.stderr[-500:]}")
    figures = json.loads(done.stdout)
    return Measured(figures["cpu"], figures["wall"], figures["code"], figures["output"])


def _inside(command: list[str]) -> None:
    ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)
    begin = time.monotonic()
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=sys.stderr, text=True)
    output, _ = running.communicate()
    wall = time.monotonic() - begin
    end = time.monotonic() + 10
    while time.monotonic() < end:
        try:
            if os.waitpid(-1, os.WNOHANG)[0] == 0:
                time.sleep(0.05)
        except ChildProcessError:
            break
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(json.dumps({"cpu": used.ru_utime + used.ru_stime, "wall": wall, "code": running.returncode,
                      "output": output}))  # fmt: skip


if __name__ == "__main__":
    _inside(json.loads(sys.argv[1]))
