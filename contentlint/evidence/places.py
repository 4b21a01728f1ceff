"""Where the engines' programs and files are. Nothing here downloads or starts anything."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from contentlint.errors import EngineError

AXE_VERSION = "4.14.1"
LANGUAGETOOL_VERSION = "6.8"
DICTIONARY_VERSION = "3.0.0"
SETUP = "Run `contentlint setup`."
_HERE = Path(__file__).parent
_SYSTEM_DICTIONARIES = ("/usr/share/hunspell", "/usr/share/myspell/dicts")


def cache_folder() -> Path:
    """The folder in the user's cache that holds what `contentlint setup` brought."""
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("contentlint"))


def vendor_folder() -> Path:
    """The folder inside the package from which the wheel carries axe-core."""
    return _HERE / "vendor" / f"axe-core-{AXE_VERSION}"


def axe_target() -> Path:
    """Where axe-core is put: beside the code in a source checkout that can be written, else in the cache."""
    checkout = (_HERE.parents[1] / "pyproject.toml").is_file()
    if checkout and os.access(_HERE, os.W_OK):
        return vendor_folder()
    return cache_folder() / f"axe-core-{AXE_VERSION}"


def find_axe() -> Path | None:
    """Return the path of axe.min.js, from the package or else from the cache, or None."""
    places = (vendor_folder(), cache_folder() / f"axe-core-{AXE_VERSION}")
    return next((path for place in places if (path := place / "axe.min.js").is_file()), None)


def languagetool_folder() -> Path:
    """Where the LanguageTool libraries are or will be."""
    return cache_folder() / f"languagetool-{LANGUAGETOOL_VERSION}"


def find_languagetool(folder: Path | None = None) -> tuple[Path, ...]:
    """Return the jars of LanguageTool in the order of the class path, or () where a needed one is missing."""
    folder = folder or languagetool_folder()
    needed = ("languagetool-server", "languagetool-core", "language-en")
    if not all((folder / f"{name}-{LANGUAGETOOL_VERSION}.jar").is_file() for name in needed):
        return ()
    return tuple(sorted(folder.glob("*.jar")))


def dictionary_folder() -> Path:
    """Where the British dictionary is or will be."""
    return cache_folder() / f"dictionary-en-gb-{DICTIONARY_VERSION}"


def find_dictionary() -> Path | None:
    """Return the .dic file of a British dictionary that has its .aff beside it: ours, else the system's, or None."""
    places = (dictionary_folder() / "index.dic", *(Path(folder) / "en_GB.dic" for folder in _SYSTEM_DICTIONARIES))
    return next((path for path in places if path.is_file() and path.with_suffix(".aff").is_file()), None)


def find_browser() -> Path | None:
    """Return the headless shell, which needs a third less work a page, or else Chromium itself, or None."""
    shells, whole = ("chromium-headless-shell", "chrome-headless-shell"), ("chromium", "chromium-browser")
    for name in (*shells, *whole, "google-chrome"):
        if path := shutil.which(name):
            return Path(path)
    return None


def find_program(name: str, needed_for: str) -> Path:
    """Return the path of a program. Raises EngineError with a remedy where it is missing."""
    if path := shutil.which(name):
        return Path(path)
    raise EngineError(f"{name} is missing. {needed_for} needs it.", remedy=SETUP)


def needed_axe() -> Path:
    """Return the path of axe.min.js. Raises EngineError with a remedy where it is missing."""
    if path := find_axe():
        return path
    raise EngineError(f"axe-core {AXE_VERSION} is missing. The accessibility checks need it.", remedy=SETUP)


def needed_browser() -> Path:
    """Return the path of a browser. Raises EngineError with a remedy where there is none."""
    if path := find_browser():
        return path
    raise EngineError("Chromium is missing. The accessibility checks need it.", remedy=SETUP)


def archive_path(folder: Path) -> Path:
    """Where the archive of loaded classes (JEP 350) of a folder of libraries is."""
    return folder / "classes.jsa"
