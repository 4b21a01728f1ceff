"""Bringing things from a registry: run its client, check the digest, put the result in place at once."""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import subprocess
from pathlib import Path

from contentlint.errors import EngineError


def check_integrity(file: Path, integrity: str) -> bool:
    """Tell whether a file has the digest written as npm writes it: "sha512-" and base64."""
    name, _, wanted = integrity.partition("-")
    return base64.b64encode(hashlib.new(name, file.read_bytes()).digest()).decode() == wanted


def put(made: Path, folder: Path) -> None:
    """Move a finished folder into its place at once, so that nobody sees half of it."""
    if folder.exists():
        shutil.rmtree(folder)
    os.replace(made, folder)


def run(command: list[str], what: str, remedy: str, timeout: float = 1800) -> None:
    """Run a program quietly. Raises EngineError with its last words where it fails."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=timeout, check=False,
                              stdin=subprocess.DEVNULL)  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise EngineError(f"{what} {error}", remedy=remedy) from error
    if done.returncode:
        words = " ".join((done.stderr or done.stdout).split())[-300:]
        raise EngineError(f"{what} It said: {words}", remedy=remedy)
