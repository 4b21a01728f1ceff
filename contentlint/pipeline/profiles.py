"""Whose style a run follows: the profiles that are named, and the settings that they bring along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path

from contentlint.config import Config, ReadabilityConfig
from contentlint.errors import nearest
from contentlint.pipeline.folders import folders
from contentlint.rulepack import Profile, load_profiles


def chosen(config: Config, extra: Sequence[Path] = ()) -> tuple[Profile, ...]:
    """Return the profiles of a run in the order in which they apply. Raises UsageError or RuleError."""
    if not config.profile:
        return ()
    return load_profiles(config.profile, folders(config, extra), str(config.path) if config.path else None)


def settle(config: Config, names: Sequence[str] = (), extra: Sequence[Path] = ()) -> Config:
    """Return the configuration with its profiles in place.

    names: profiles named for this run, instead of the configured ones. What the file sets itself wins
    over the settings of a profile. Raises UsageError for an unknown profile.
    """
    config = replace(config, profile=tuple(names)) if names else config
    figures: dict[str, float] = {}
    known = {item.name: type(getattr(config.readability, item.name)) for item in fields(ReadabilityConfig)}
    for profile in chosen(config, extra):
        for key, value in profile.settings.items():
            if known.get(key) not in (int, float):
                raise profile.source.error(f"“{key}” is not a setting of [readability] that a profile can change.",
                                           "settings", key, remedy=nearest(key, known))  # fmt: skip
            if ("readability", key) not in config.given:
                figures[key] = known[key](value)
    return replace(config, readability=replace(config.readability, **figures))  # type: ignore[arg-type]
