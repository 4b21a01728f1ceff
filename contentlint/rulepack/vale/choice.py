"""Which rules, levels and ignored patterns hold for one file."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field

from contentlint.model.manuscript import Reading
from contentlint.rulepack.vale.ini import LEVELS, Section, ValeConfig

_FORMATS = {"md": "markdown", "markdown": "markdown", "mdown": "markdown", "mdx": "mdx", "html": "html", "htm": "html",
            "shtml": "html", "xhtml": "html", "txt": "text", "text": "text"}  # fmt: skip


@dataclass(slots=True)
class Choice:
    """What holds for a file. styles: on as a whole. rules: rules and styles that are on or off by name.
    levels: by rule or style. vocabularies: those of the sections, besides the ones for every file."""

    styles: list[str]
    rules: dict[str, bool] = field(default_factory=dict)
    levels: dict[str, str] = field(default_factory=dict)
    everywhere: dict[str, bool] = field(default_factory=dict)
    unset: set[str] = field(default_factory=set)
    vocabularies: list[str] = field(default_factory=list)

    def runs(self, rule: str) -> bool:
        """Tell whether a rule is on."""
        style = rule.partition(".")[0]
        for settings, gone in ((self.rules, set()), (self.everywhere, self.unset)):
            for name in (rule, style):
                if name in settings and name not in gone:
                    return settings[name]
        return style in self.styles

    def level(self, rule: str, own: str) -> str:
        """Return the level of a rule: the file's for it or its style, else its own."""
        return self.levels.get(rule) or self.levels.get(rule.partition(".")[0]) or own


def choose(config: ValeConfig, path: str) -> Choice | None:
    """Return what holds for a file, or None where no section speaks of it."""
    path = posixpath.normpath(path.replace("\\", "/"))
    everywhere = config.everywhere
    switches = everywhere.rules()
    choice = Choice(
        everywhere.listed("BasedOnStyles"), levels={key: value for key, value in switches.items() if value in LEVELS},
        everywhere={key: value != "NO" for key, value in switches.items() if value != "UNSET"},
    )  # fmt: skip
    fitting = [section for section in config.sections if section.fits and section.fits.fullmatch(path)]
    if not fitting and not (choice.styles or choice.everywhere):
        other = posixpath.splitext(path)[0] + "." + ending(config, path)
        if not any(section.fits and section.fits.fullmatch(other) for section in config.sections):
            return None
    for section in fitting:
        if "BasedOnStyles" in section.values:
            choice.styles = section.listed("BasedOnStyles")
            if not choice.styles:
                choice.rules = dict.fromkeys(choice.everywhere, False)
                choice.levels, choice.unset = {}, set()
        for key, value in section.rules().items():
            if value == "UNSET":
                choice.rules.pop(key, None)
                choice.levels.pop(key, None)
                choice.unset.add(key)
                continue
            choice.rules[key] = value != "NO"
            choice.unset.discard(key)
            if value in LEVELS:
                choice.levels[key] = value
        for name in section.listed("Vocab"):
            choice.vocabularies.append(name)
            choice.rules[f"Vale.{name}.Terms"] = choice.rules[f"Vale.{name}.Avoid"] = True
    return choice


def ending(config: ValeConfig, path: str) -> str:
    """Return the ending of a file as which it is read, without the dot."""
    own = posixpath.splitext(path)[1].lower().strip(".")
    return config.formats.get(own, own)


def reading_of(config: ValeConfig, path: str, inline: frozenset[str]) -> Reading | None:
    """Return how to read a file, or None for a format that is not read."""
    form = _FORMATS.get(ending(config, path))
    if form not in ("markdown", "html", "text"):
        return None
    real = posixpath.splitext(path)[1]
    path = posixpath.normpath(path.replace("\\", "/"))
    fitting = [config.everywhere] + [
        section for section in config.sections
        if section.fits and (section.fits.fullmatch(real) or section.fits.fullmatch(path))
    ]  # fmt: skip
    delimiters = next((section.listed("CommentDelimiters") for section in reversed(fitting)
                       if "CommentDelimiters" in section.values), None)  # fmt: skip
    return Reading(
        form, real, masked=tuple(config.core.listed("IgnoredScopes")), skipped=tuple(config.core.listed("SkippedScopes")),
        classes=tuple(config.core.listed("IgnoredClasses")), ignored=tuple(config.core.listed("IgnoredScopes")),
        tokens=_patterns(fitting, "TokenIgnores"), blocks=_patterns(fitting, "IgnorePatterns", "BlockIgnores"),
        delimiters=(delimiters[0], delimiters[1]) if delimiters else None, inline=inline,
    )  # fmt: skip


def _patterns(sections: list[Section], *keys: str) -> tuple[str, ...]:
    return tuple(pattern for section in sections for key in keys for pattern in section.patterns(key))
