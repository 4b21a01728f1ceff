"""Profiles: files that say which rules and settings change where guides disagree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from contentlint.errors import UsageError, nearest
from contentlint.model import Guidance
from contentlint.rulepack.build import read_guidance
from contentlint.rulepack.load import PROFILES, read_file, words_of_file
from contentlint.rulepack.options import text, words
from contentlint.rulepack.source import Source

_KEYS = ("title", "description", "source", "extends", "settings", "vocabulary", "rules")


@dataclass(frozen=True, slots=True)
class Profile:
    """One way to write.

    name: the file's. layers: profiles that hold where this one is silent. settings: figures by the
    name they have in a configuration. vocabulary: right words, case-folded. rules: rule id or "pack/*" to what changes
    there, as `change_rule` reads it. notes: rule id to a sentence on the difference.
    """

    name: str
    title: str
    source: Source
    description: str = ""
    layers: tuple[str, ...] = ()
    guidance: tuple[Guidance, ...] = ()
    settings: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    vocabulary: tuple[str, ...] = ()
    rules: Mapping[str, Source] = field(default_factory=lambda: MappingProxyType({}))
    notes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def find_profiles(folders: Sequence[Path]) -> dict[str, Path]:
    """Return the files of profiles by name, sorted; a later folder's takes the place of an earlier one's."""
    found = {path.stem: path for folder in folders for path in (folder / PROFILES).glob("*.y*ml")
             if path.suffix in (".yaml", ".yml") and not path.name.startswith(".")}  # fmt: skip
    return dict(sorted(found.items()))


def load_profiles(names: Sequence[str], folders: Sequence[Path], where: str | None = None) -> tuple[Profile, ...]:
    """Return profiles with those they build on before them, each once, in the order in which they apply.

    where: what named them, for the message. Raises UsageError for an unknown name, RuleError for a
    file that is wrong.
    """
    files = find_profiles(folders)
    made: dict[str, Profile] = {}

    def take(name: str, path: tuple[str, ...], place: str | None) -> None:
        if name in made:
            return
        if name not in files:
            raise UsageError(f"There is no profile “{name}”.", where=place,
                             remedy=nearest(name, files) or f"There are: {', '.join(files)}.")  # fmt: skip
        profile = read_profile(files[name])
        if name in path:
            raise profile.source.error(f"The profile {name} builds on itself.", "extends")
        for layer in profile.layers:
            take(layer, (*path, name), profile.source.where("extends"))
        made[name] = profile

    for name in names:
        take(name, (), where)
    return tuple(made.values())


def read_profile(path: Path) -> Profile:
    """Read one file. Raises RuleError with file:line."""
    source = read_file(path)
    keys = source.value if source.value is not None else {}
    if not isinstance(keys, dict):
        raise source.error("A profile must hold keys and values.")
    for key in keys:
        if key not in _KEYS:
            raise source.error(f"A profile has no key “{key}”.", key, remedy=nearest(key, _KEYS))
    changes = keys.get("rules") or {}
    if not isinstance(changes, dict):
        raise source.error("“rules” must give what changes for each rule.", "rules")
    rules, notes = {}, {}
    for name in changes:
        part = source.part("rules", name)
        if not isinstance(part.value, dict):
            raise source.error(f"“{name}” must say what changes, as in “{{level: off}}”.", "rules", name)
        notes[name] = " ".join(text(part, "note", part.value.pop("note", "")).split())
        rules[name] = part
    return Profile(
        name=path.stem, title=text(source, "title", keys.get("title", path.stem)), source=source,
        description=" ".join(text(source, "description", keys.get("description", "")).split()),
        layers=tuple(words(source, "extends", keys.get("extends") or [])),
        guidance=read_guidance(source, keys), settings=MappingProxyType(_figures(source, keys.get("settings") or {})),
        vocabulary=_vocabulary(source, path.parent, keys.get("vocabulary") or []),
        rules=MappingProxyType(rules), notes=MappingProxyType(notes),
    )  # fmt: skip


def _figures(source: Source, value: object) -> dict[str, float]:
    if not isinstance(value, dict):
        raise source.error("“settings” must be names and figures.", "settings")
    made = {}
    for key, item in value.items():
        try:
            made[key] = float(item)
        except (TypeError, ValueError):
            raise source.error(f"“{key}” must be a number.", "settings", key) from None
    return made


def _vocabulary(source: Source, folder: Path, value: object) -> tuple[str, ...]:
    """Read a list of words, or the file beside the profile that holds one a line."""
    if isinstance(value, str):
        return words_of_file(source, folder, value)
    return tuple(sorted({word.casefold() for word in words(source, "vocabulary", value)}))
