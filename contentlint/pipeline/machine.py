"""`contentlint setup` and `contentlint doctor`: what this machine has, and what is still to get."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from contentlint import __version__
from contentlint.errors import EngineError
from contentlint.evidence import install


@dataclass(frozen=True, slots=True)
class EngineState:
    """One engine. version, path: None where it is missing; then problem and remedy say what to do."""

    name: str
    purpose: str
    version: str | None
    path: str | None
    problem: str | None
    remedy: str | None

    @property
    def works(self) -> bool:
        """Tell whether a scan can use it."""
        return self.problem is None


@dataclass(frozen=True, slots=True)
class MachineState:
    """Everything that `doctor` shows."""

    packages: tuple[tuple[str, str | None], ...]
    engines: tuple[EngineState, ...]


def look() -> MachineState:
    """Ask every engine for its version."""
    engines = []
    for engine in install.ENGINES:
        seen = engine.probe()
        engines.append(
            EngineState(engine.name, engine.purpose, seen.version, seen.path, seen.missing, seen.remedy)
        )
    return MachineState(install.package_versions(), tuple(engines))


def plain(state: MachineState) -> dict[str, Any]:
    """Return the state as plain JSON types."""
    return {
        "version": __version__,
        "packages": [{"name": name, "version": version} for name, version in state.packages],
        "engines": [
            {"name": one.name, "purpose": one.purpose, "works": one.works, "version": one.version,
             "path": one.path, "problem": one.problem, "remedy": one.remedy}
            for one in state.engines
        ],
    }  # fmt: skip


def words(state: MachineState) -> str:
    """Return the state as text for a terminal."""
    lines = [f"contentlint {__version__}", "", "Engines"]
    for one in state.engines:
        mark = "works  " if one.works else "MISSING"
        lines.append(f"  {mark}  {one.name:<14} {one.version or '':<16} {one.purpose}")
        if not one.works:
            lines.append(f"           {one.problem} {one.remedy or ''}".rstrip())
    lines += ["", "Packages"]
    for name, version in state.packages:
        note = version or ("only needed for the tests" if name == "pytest" else "MISSING: install contentlint again")
        lines.append(f"  {name:<24} {note}")
    missing = sum(not one.works for one in state.engines)
    lines += ["", "Everything works." if not missing else
              f"{missing} of {len(state.engines)} engines do not work. A scan goes on without them and says so."]  # fmt: skip
    return "\n".join(lines) + "\n"


def prepare(*, system: bool, say: Callable[[str], None]) -> bool:
    """Get what is missing. Returns True where every engine works afterwards."""
    missing, command = install.system_packages_missing()
    if missing and system:
        say(f"Installing with apt: {', '.join(missing)}. The browser looks at pages, Java runs LanguageTool, "
            "Maven and npm bring the rest.")  # fmt: skip
        _try(lambda: install.install_system(say), say)
    elif missing:
        say(f"These system packages are missing: {', '.join(missing)}.")
        say(f"Install them with: {' '.join(command)}")
        say("Or run `contentlint setup --system`, which does that for you.")
    for name, get in (
        ("axe-core, which finds accessibility faults", install.get_axe),
        ("LanguageTool, which finds spelling and grammar faults (97 MB)", install.get_languagetool),
        ("the British dictionary, which finds spelling faults without Java", install.get_dictionary),
    ):
        say(f"Looking for {name}.")
        _try(lambda get=get: get(progress=say), say)
    state = look()
    for one in state.engines:
        say(f"  {one.name}: {one.version} works." if one.works else f"  {one.name}: {one.problem} {one.remedy}")
    return all(one.works for one in state.engines)


def _try(step: Callable[[], object], say: Callable[[str], None]) -> None:
    """One step that fails does not stop the others: the summary says what is still missing."""
    try:
        step()
    except EngineError as error:
        say(str(error))
