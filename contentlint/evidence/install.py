"""What `contentlint setup` brings and `contentlint doctor` looks at. Functions and data; nothing is printed.

Downloads happen only in `get_axe`, `get_languagetool`, `get_dictionary` and `install_system`, each through the
ordinary client of its registry, as that client is set up on this machine.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from contentlint.errors import EngineError
from contentlint.evidence import places
from contentlint.evidence.bringing import from_npm, run
from contentlint.evidence.places import AXE_VERSION, SETUP

Progress = Callable[[str], None]
AXE_INTEGRITY = (  # as the package registry states it
    "sha512-FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ=="
)
JAVA_OLDEST = 17  # LanguageTool 6.6 and later need it
SYSTEM_PACKAGES = {
    "chromium": "chromium",
    "chromedriver": "chromium-driver",
    "chromium-headless-shell": "chromium-headless-shell",
    "java": "default-jre-headless",
    "mvn": "maven",
    "node": "nodejs",
    "npm": "npm",
}
PACKAGES = (
    "scrapy", "beautifulsoup4", "textstat", "axe-selenium-python", "selenium", "language-tool-python",
    "spylls", "typer", "wordfreq", "pytest",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Probe:
    """What a look at one engine found. version and path are None where it is missing; then `missing`
    says what is not there and `remedy` what to do, one sentence each."""

    engine: str
    version: str | None = None
    path: str | None = None
    missing: str | None = None
    remedy: str | None = None

    @property
    def found(self) -> bool:
        """Tell whether the engine can be used."""
        return self.missing is None


@dataclass(frozen=True, slots=True)
class Engine:
    """Something from outside that a scan uses. purpose: a few words; probe: looks for it."""

    name: str
    purpose: str
    probe: Callable[[], Probe]


def _version(*command: str) -> str | None:
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = re.search(r"\d+(?:\.\d+)+|\d+", answer.stdout or answer.stderr)
    return found.group() if found else None


def _probe_program(engine: str, path: Path | str | None, flag: str = "--version") -> Probe:
    if path is None:
        return Probe(engine, missing=f"The program {engine} is not installed.", remedy=SETUP)
    version = _version(str(path), flag)
    if version is None:
        return Probe(engine, path=str(path), missing=f"The program {engine} does not start.", remedy=SETUP)
    return Probe(engine, version, str(path))


def _probe_browser() -> Probe:
    return _probe_program("chromium", places.find_browser())


def _probe_driver() -> Probe:
    return _probe_program("chromedriver", shutil.which("chromedriver"))


def _probe_axe() -> Probe:
    path = places.find_axe()
    if path is None:
        return Probe("axe-core", missing=f"The script of axe-core {AXE_VERSION} is not there.", remedy=SETUP)
    return Probe("axe-core", AXE_VERSION, str(path))


def _probe_java() -> Probe:
    probe = _probe_program("java", shutil.which("java"), "-version")
    if probe.found and int((probe.version or "0").split(".")[0]) < JAVA_OLDEST:
        return Probe("java", probe.version, probe.path, f"Java {probe.version} is too old.",
                     f"Install Java {JAVA_OLDEST} or newer.")  # fmt: skip
    return probe


def _probe_languagetool() -> Probe:
    if not places.find_languagetool():
        missing = f"The libraries of LanguageTool {places.LANGUAGETOOL_VERSION} are not there."
        return Probe("languagetool", missing=missing, remedy=SETUP)
    return Probe("languagetool", places.LANGUAGETOOL_VERSION, str(places.languagetool_folder()))


def _probe_hunspell() -> Probe:
    path = places.find_dictionary()
    if path is None:
        return Probe("hunspell", missing="The British dictionary is not there.", remedy=SETUP)
    ours = places.dictionary_folder() in path.parents
    return Probe("hunspell", places.DICTIONARY_VERSION if ours else path.name, str(path))


ENGINES = (
    Engine("chromium", "opens pages for the accessibility checks", _probe_browser),
    Engine("chromedriver", "steers the browser", _probe_driver),
    Engine("axe-core", "finds accessibility faults", _probe_axe),
    Engine("java", "runs LanguageTool", _probe_java),
    Engine("languagetool", "finds spelling and grammar faults", _probe_languagetool),
    Engine("hunspell", "finds spelling faults where LanguageTool does not run", _probe_hunspell),
)


def package_versions() -> tuple[tuple[str, str | None], ...]:
    """Return (package, installed version or None) for the packages that contentlint is built on."""

    def version(name: str) -> str | None:
        try:
            return metadata.version(name)
        except metadata.PackageNotFoundError:
            return None

    return tuple((name, version(name)) for name in PACKAGES)


def system_packages_missing() -> tuple[list[str], list[str]]:
    """Return (Debian packages that are missing, the command that installs them as an argument list)."""
    missing = [package for program, package in SYSTEM_PACKAGES.items() if not shutil.which(program)]
    if not missing:
        return [], []
    rights = [] if os.geteuid() == 0 else ["sudo"]
    return missing, [*rights, "apt-get", "install", "--yes", "--no-install-recommends", *missing]


def install_system(progress: Progress) -> None:
    """Install the missing Debian packages, as root or through sudo.

    Raises EngineError where this system has no apt-get, or the packages cannot be installed.
    """
    missing, command = system_packages_missing()
    if not missing:
        return
    by_hand = f"Install these by hand: {', '.join(missing)}."
    if not shutil.which("apt-get") or (command[0] == "sudo" and not shutil.which("sudo")):
        raise EngineError("This system has no apt-get, or you may not use it.", remedy=by_hand)
    progress(f"Installing {', '.join(missing)}")
    settings = ["env", "DEBIAN_FRONTEND=noninteractive"]
    rights = command[: command.index("apt-get")]
    run([*rights, *settings, "apt-get", "update"], "The list of packages could not be brought.", by_hand)
    run([*rights, *settings, *command[len(rights):]], "The system packages could not be installed.", by_hand)


def get_axe(destination: Path | None = None, progress: Progress = lambda _: None) -> Path:
    """Bring axe-core's script and its licence, and return the path of the script.

    destination: a folder; by default inside a source checkout, else in the user's cache. Does
    nothing where it is there already. Raises EngineError where npm is missing or fails, or where
    the package is not the one whose digest we know.
    """
    folder = destination or places.axe_target()
    script = folder / "axe.min.js"
    if script.is_file() and (folder / "LICENSE").is_file():
        return script
    progress(f"Bringing axe-core {AXE_VERSION}")
    from_npm(f"axe-core@{AXE_VERSION}", AXE_INTEGRITY, ("axe.min.js", "LICENSE"), folder, "axe-core")
    return script


def get_languagetool(progress: Progress = lambda _: None) -> Path:
    """Bring the libraries of LanguageTool and return their folder. See `contentlint.evidence.libraries`."""
    from contentlint.evidence.libraries import get_languagetool as get

    return get(progress=progress)


def get_dictionary(progress: Progress = lambda _: None) -> Path:
    """Bring the British dictionary and return its folder. See `contentlint.evidence.dictionary`."""
    from contentlint.evidence.dictionary import get_dictionary as get

    return get(progress=progress)
