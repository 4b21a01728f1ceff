"""What profiles and the configuration change in one rule, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from contentlint.config import Config
from contentlint.model import Rule
from contentlint.pipeline.changes import as_source
from contentlint.rulepack import Profile, Source


@dataclass(frozen=True, slots=True)
class Difference:
    """whose: name and title of a profile, or the configuration's file. what: the changes in a few words.
    note: a sentence on why, or empty."""

    whose: str
    title: str
    what: str
    note: str = ""


def by_profiles(rule: Rule, profiles: Iterable[Profile]) -> tuple[Difference, ...]:
    """Return what each profile changes in a rule, in the order of the profiles."""
    found = []
    for profile in profiles:
        names = [name for name in _names(rule) if name in profile.rules]
        if names:
            what = "; ".join(filter(None, (_said(profile.rules[name]) for name in names)))
            note = " ".join(filter(None, (profile.notes[name] for name in names)))
            found.append(Difference(profile.name, profile.title, what, note))
    return tuple(found)


def of_profile(profile: Profile) -> tuple[tuple[str, Difference], ...]:
    """Return what a profile changes, by rule id or "pack/*"."""
    return tuple((name, Difference(profile.name, profile.title, _said(source), profile.notes[name]))
                 for name, source in profile.rules.items())  # fmt: skip


def by_configuration(rule: Rule, config: Config) -> tuple[Difference, ...]:
    """Return what the configuration changes in a rule: nothing or one difference."""
    said = []
    for name in _names(rule):
        if name in config.rules.disable:
            said.append("off")
        if level := config.rules.levels.get(name):
            said.append(f"level: {level}")
        if change := config.rules.changes.get(name):
            said.append(_said(as_source(change, config)))
    return (Difference(str(config.path), "your configuration", "; ".join(filter(None, said))),) if said else ()


def _names(rule: Rule) -> tuple[str, str]:
    return rule.id.partition("/")[0] + "/*", rule.id


def _said(source: Source) -> str:
    keys = source.value
    assert isinstance(keys, Mapping)
    return "; ".join(_key(key, value) for key, value in keys.items())


def _key(key: str, value: object) -> str:
    if key == "level" and value in ("on", "off"):
        return str(value)
    if isinstance(value, Mapping) and value and set(value) <= {"add", "remove"} and not isinstance(value.get("add"), str):
        words = {"add": "with", "remove": "without"}
        return f"{key} " + " and ".join(f"{words[how]} {_value(what)}" for how, what in value.items())
    return f"{key}: {_value(value)}"


def _value(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(
            f"“{left}” → “{right}”" if isinstance(right, str) and right else f"{left} {_value(right)}".strip()
            for left, right in value.items()
        )
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(_value(item) if isinstance(item, Mapping) else f"“{item}”" for item in value)
    return str(value)
