"""Bringing the British dictionary for Hunspell, which checks spelling where LanguageTool does not run."""

from __future__ import annotations

import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path

from contentlint.errors import EngineError
from contentlint.evidence import places
from contentlint.evidence.bringing import check_integrity, put, run

_PACKAGE = f"dictionary-en-gb@{places.DICTIONARY_VERSION}"
_INTEGRITY = (  # as the package registry states it
    "sha512-gU/dwC9xGYPh/0CCcmGNXO8OwSgOySAqevcSXxADCsgUD+tr6OJ52u7XaC7No7dNssvdUSfVjkzcqLrRZq3kPA=="
)
_FILES = ("index.aff", "index.dic", "license")


def get_dictionary(folder: Path | None = None, progress: Callable[[str], None] = lambda _: None) -> Path:
    """Bring the dictionary and its licence into a folder (default: in the user's cache) and return it.

    Does nothing where it is there already. Raises EngineError where npm is missing or fails, or where the package
    is not the one whose digest we know.
    """
    folder = folder or places.dictionary_folder()
    if all((folder / name).is_file() for name in _FILES):
        return folder
    npm = str(places.find_program("npm", "Bringing the dictionary"))
    progress("Bringing the British dictionary (0.6 MB)")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".dictionary-") as temporary:
        work = Path(temporary)
        run([npm, "pack", _PACKAGE, "--silent", "--pack-destination", str(work)], "npm could not bring the dictionary.",
            "Check the network and the settings of npm, then try again.")  # fmt: skip
        archive = next(work.glob("*.tgz"), None)
        if archive is None or not check_integrity(archive, _INTEGRITY):
            raise EngineError("What npm brought is not the dictionary that we know.", where=str(archive),
                              remedy="Check which registry npm uses, then try again.")  # fmt: skip
        unpacked = work / "unpacked"
        unpacked.mkdir()
        with tarfile.open(archive) as tar:
            for name in _FILES:
                with tar.extractfile(f"package/{name}") as source:  # type: ignore[union-attr]
                    (unpacked / name).write_bytes(source.read())
        put(unpacked, folder)
    return folder
