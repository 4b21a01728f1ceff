"""Bringing the British dictionary for Hunspell, which checks spelling where LanguageTool does not run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from contentlint.evidence import places
from contentlint.evidence.bringing import from_npm

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
    progress("Bringing the British dictionary (0.6 MB)")
    from_npm(_PACKAGE, _INTEGRITY, _FILES, folder, "the dictionary")
    return folder
