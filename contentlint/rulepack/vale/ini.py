"""Reads a .vale.ini. What is wrong is said with file and line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from contentlint.errors import ConfigError, nearest
from contentlint.rulepack.vale.globs import compile_glob

LEVELS = ("suggestion", "warning", "error")
CORE = frozenset(
    "StylesPath MinAlertLevel Vocab Packages IgnoredScopes SkippedScopes IgnoredClasses WordTemplate NLPEndpoint".split()
)
SECTION = frozenset(
    "BasedOnStyles TokenIgnores BlockIgnores IgnorePatterns CommentDelimiters Transform Lang Vocab View".split()
)
_SECTION_LINE = re.compile(r"\[(.*)\]\s*(?:[;#].*)?\Z")
_ENTRY = re.compile(r"""(?:"([^"]+)"|`([^`]+)`|([^=:]+?))\s*[=:]\s*(.*)\Z""", re.S)
_COMMENT = re.compile(r"\s+[;#].*\Z")
_PARAMETER = re.compile(r"[^\[\]]+\.[^\[\]]+\[[A-Za-z]\w*\]\Z")


@dataclass(slots=True)
class Section:
    """What stands under one [heading]: values by key, each with the line it stands on."""

    name: str
    line: int
    values: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    fits: re.Pattern[str] | None = None

    def listed(self, key: str) -> list[str]:
        """Return the parts of a list, in order, each once."""
        found: list[str] = []
        for value, _ in self.values.get(key, ()):
            found += [part.strip() for part in value.split(",")]
        return list(dict.fromkeys(part for part in found if part))

    def patterns(self, key: str) -> list[str]:
        """Return the parts of a list of patterns; "\\," is a comma that belongs to one."""
        found: list[str] = []
        for value, _ in self.values.get(key, ()):
            found += [part.replace("\\,", ",").strip() for part in re.split(r"(?<!\\),", value)]
        return list(dict.fromkeys(part for part in found if part))

    def last(self, key: str) -> str | None:
        """Return the last value of a key, or None."""
        return self.values[key][-1][0] if key in self.values else None

    def rules(self) -> dict[str, str]:
        """Return the switches of rules and styles: name to YES, NO, UNSET or a level."""
        return {key: values[-1][0] for key, values in self.values.items() if key not in SECTION | CORE}


@dataclass(frozen=True, slots=True)
class ValeConfig:
    """A .vale.ini as read. path: the file. core: above any section. everywhere: of [*].
    sections: the others, in order. formats: ending to ending, of [formats]. styles: folders of styles."""

    path: Path
    core: Section
    everywhere: Section
    sections: tuple[Section, ...]
    formats: dict[str, str]
    styles: tuple[Path, ...]
    minimum: int

    def where(self, section: Section, key: str) -> str:
        """Return "file:line" of a key."""
        return f"{self.path}:{section.values[key][-1][1] if key in section.values else section.line or 1}"


def read_ini(path: Path) -> ValeConfig:
    """Read a .vale.ini. Raises ConfigError with file:line."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"The file cannot be read: {(error.strerror or 'unknown reason').lower()}.", where=str(path)) from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"The file is not UTF-8 (byte {error.start}).", where=str(path)) from None
    sections = _sections(text, path)
    core, everywhere = sections.pop("", Section("", 1)), sections.pop("*", Section("*", 1))
    formats = {key.strip(".").lower(): values[-1][0].strip(".").lower()
               for key, values in sections.pop("formats", Section("formats", 1)).values.items()}  # fmt: skip
    sections.pop("asciidoctor", None)
    _check_core(core, path)
    for section in (everywhere, *sections.values()):
        _check(section, path)
        section.fits = compile_glob(section.name, f"{path}:{section.line}")
    config = ValeConfig(path, core, everywhere, tuple(sections.values()), formats, _styles(core, path), _minimum(core, path))
    return config


def _sections(text: str, path: Path) -> dict[str, Section]:
    found: dict[str, Section] = {"": Section("", 1)}
    current = found[""]
    lines = iter(enumerate(text.splitlines(), 1))
    for number, raw in lines:
        line = raw.strip()
        if not line or line[0] in "#;":
            continue
        if line[0] == "[":
            if not (match := _SECTION_LINE.match(line)):
                raise ConfigError("This section never closes its bracket.", where=f"{path}:{number}")
            current = found.setdefault(match.group(1).strip(), Section(match.group(1).strip(), number))
            continue
        while line.endswith("\\"):
            _, following = next(lines, (0, ""))
            line = line[:-1].rstrip() + " " + following.strip() if following else line[:-1]
        match = _ENTRY.match(line)
        if not match:
            raise ConfigError("This line is neither a section nor “key = value”.", where=f"{path}:{number}",
                              remedy="A comment begins with “#”.")  # fmt: skip
        key = (match[1] or match[2] or match[3]).strip()
        value = _COMMENT.sub("", " " + match[4]).strip()
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'`":
            value = value[1:-1]
        current.values.setdefault(key, []).append((value, number))
    return found


def _check_core(core: Section, path: Path) -> None:
    for key, values in core.values.items():
        where = f"{path}:{values[-1][1]}"
        if key in SECTION and key not in CORE:
            raise ConfigError(f"“{key}” belongs under a section.", where=where, remedy="Put it below a line such as “[*.md]”.")
        if key not in CORE and (near := nearest(key, CORE)):
            raise ConfigError(f"There is no key “{key}”.", where=where, remedy=near)


def _check(section: Section, path: Path) -> None:
    for key, values in section.values.items():
        value, line = values[-1]
        where = f"{path}:{line}"
        if key in CORE - SECTION:
            raise ConfigError(f"“{key}” belongs above all sections.", where=where)
        if key in SECTION or _PARAMETER.match(key):
            continue
        if "." not in key and (near := nearest(key, SECTION)):
            raise ConfigError(f"There is no key “{key}”.", where=where, remedy=near)
        if value not in ("YES", "NO", "UNSET", *LEVELS):
            raise ConfigError(f"“{key}” cannot be “{value}”.", where=where, remedy="Use YES, NO, suggestion, warning or error.")
    if "CommentDelimiters" in section.values and len(section.listed("CommentDelimiters")) != 2:
        line = section.values["CommentDelimiters"][-1][1]
        raise ConfigError("“CommentDelimiters” needs two marks with a comma between.", where=f"{path}:{line}")


def _styles(core: Section, path: Path) -> tuple[Path, ...]:
    found = []
    for value, line in core.values.get("StylesPath", ()):
        folder = path.parent / Path(value).expanduser()
        if not folder.is_dir():
            raise ConfigError(f"The folder of styles “{value}” does not exist.", where=f"{path}:{line}",
                              remedy="Mend “StylesPath”, or get the packages with `vale sync`.")  # fmt: skip
        found.append(folder)
    return tuple(found)


def _minimum(core: Section, path: Path) -> int:
    value = core.last("MinAlertLevel") or "suggestion"
    if value not in LEVELS:
        line = core.values["MinAlertLevel"][-1][1]
        raise ConfigError(f"“MinAlertLevel” cannot be “{value}”.", where=f"{path}:{line}", remedy=f"Use {', '.join(LEVELS)}.")
    return LEVELS.index(value)


def listed_everywhere(config: ValeConfig, key: str) -> Sequence[str]:
    """Return the parts of a list above all sections."""
    return config.core.listed(key)
