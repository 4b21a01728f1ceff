"""What profiles and the configuration change in the rules, from the widest to the closest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fnmatch import fnmatch
from typing import Any

from contentlint.config import Change, Config
from contentlint.errors import ConfigError, nearest
from contentlint.model import Rule, Severity
from contentlint.rulepack import PACK_KEYS, RULE_KEYS, Profile, Source, change_rule

Step = Callable[[Rule], Rule]


def configured(rules: Sequence[Rule], config: Config, profiles: Sequence[Profile] = ()) -> tuple[Rule, ...]:
    """Return all rules as the profiles and the configuration want them; `on` says which of them run.

    The later profile wins over the earlier one, the configuration over the profiles, and what is said
    of one rule over what is said of its pack. Raises ConfigError or RuleError with file:line.
    """
    known = {rule.id for rule in rules}
    _names_exist(known, config, profiles)
    sources = {name: as_source(change, config) for name, change in config.rules.changes.items()}
    made = []
    for rule in rules:
        names = (rule.id.partition("/")[0] + "/*", rule.id)
        for profile in profiles:
            rule = _changed(rule, names, profile.rules)
        for name in names:
            if name in config.rules.disable:
                rule = replace(rule, on=False)
            rule = _levelled(rule, config.rules.levels.get(name), config)
            rule = _changed(rule, (name,), sources)
        made.append(rule)
    return tuple(made)


def profiled(rule: Rule, profile: Profile) -> Rule:
    """Return one rule as a single profile wants it."""
    return _changed(rule, (rule.id.partition("/")[0] + "/*", rule.id), profile.rules)


def as_source(change: Change, config: Config) -> Source:
    """Return a section of the configuration as if it stood in a rule file."""
    return Source(str(config.path), _written(change.keys), dict(change.lines))  # type: ignore[arg-type]


def _written(value: Any) -> Any:
    """Return a TOML value as the rule files write it: every scalar is a text."""
    if isinstance(value, Mapping):
        return {key: _written(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_written(item) for item in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


def _changed(rule: Rule, names: Iterable[str], sources: Mapping[str, Source]) -> Rule:
    for name in names:
        if name in sources:
            rule = change_rule(rule, sources[name], PACK_KEYS if name.endswith("/*") else RULE_KEYS)
    return rule


def _levelled(rule: Rule, level: str | None, config: Config) -> Rule:
    if level is None:
        return rule
    try:
        return replace(rule, severity=Severity.of_level(level), fixed=tuple(sorted({*rule.fixed, "severity"})))
    except ValueError:
        raise ConfigError(f"“{level}” is not a level.", where=str(config.path),
                          remedy="Use minor, moderate, serious or critical.") from None  # fmt: skip


def _names_exist(known: set[str], config: Config, profiles: Sequence[Profile]) -> None:
    packs = {name.partition("/")[0] + "/*" for name in known}
    all_names = known | packs
    help_line = "See `contentlint rules list`."
    for profile in profiles:
        for name in profile.rules:
            if name not in all_names:
                raise profile.source.error(f"There is no rule “{name}”.", "rules", name,
                                           remedy=nearest(name, all_names) or help_line)  # fmt: skip
    for name, change in config.rules.changes.items():
        if name not in all_names:
            raise ConfigError(f"There is no rule “{name}”.", where=f"{config.path}:{change.lines.get((), 1)}",
                              remedy=nearest(name, all_names) or help_line)  # fmt: skip
    for name in (*config.rules.disable, *config.rules.levels):
        if name not in all_names:
            raise ConfigError(f"There is no rule “{name}”.", where=str(config.path),
                              remedy=nearest(name, all_names) or help_line)  # fmt: skip
    for one in config.ignore:
        if not any(fnmatch(name, one.rule) for name in known):
            raise ConfigError(f"There is no rule “{one.rule}” to ignore.", where=str(config.path),
                              remedy=nearest(one.rule, known) or help_line)  # fmt: skip
        if not one.reason.strip():
            raise ConfigError(f"The ignore of “{one.rule}” has no reason.", where=str(config.path),
                              remedy="Say why it is accepted.")  # fmt: skip
