"""The rule files of the styles that a .vale.ini names → definitions, kept between runs by their digest."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import regex

from contentlint import __version__
from contentlint.errors import ConfigError, RuleError, nearest
from contentlint.rulepack.cache import read_kept, write_kept
from contentlint.rulepack.source import Source, read_yaml
from contentlint.rulepack.vale.definition import Definition, define
from contentlint.rulepack.vale.dialect import translated
from contentlint.rulepack.vale.ini import Section, ValeConfig

_FORMAT = "vale-1"
_PLAIN = re.compile(r"[\w\s'-]*")


def rule_files(config: ValeConfig) -> dict[str, Path]:
    """Return the rule files that are on for some file, by the rule's name. Raises ConfigError with file:line."""
    found: dict[str, Path] = {}
    for section in (config.everywhere, *config.sections):
        for style in section.listed("BasedOnStyles"):
            if style != "Vale":
                for name, path in _style(config, section, style):
                    found.setdefault(name, path)
    for section in (config.everywhere, *config.sections):
        for name, value in section.rules().items():
            style, _, rest = name.partition(".")
            if rest and style != "Vale" and value not in ("NO", "UNSET"):
                _one(config, name, found)
    return {name: path for name, path in found.items() if _on_somewhere(config, name)}


def _style(config: ValeConfig, section: Section, style: str) -> Iterator[tuple[str, Path]]:
    folders = [folder / style for folder in config.styles if (folder / style).is_dir()]
    if not folders:
        known = [path.name for folder in config.styles for path in folder.iterdir() if path.is_dir()]
        raise ConfigError(f"There is no style “{style}”.", where=config.where(section, "BasedOnStyles"),
                          remedy=nearest(style, known) or "Put its folder into StylesPath, or run `vale sync`.")  # fmt: skip
    for folder in folders:
        for path in sorted(folder.rglob("*.yml")):
            parts = path.relative_to(folder).parts
            if not any(part[0] in "._" for part in parts[:-1]):
                yield ".".join([style, *parts[:-1], parts[-1].split(".")[0]]), path


def _one(config: ValeConfig, name: str, found: dict[str, Path]) -> None:
    parts = name.split(".")
    for folder in config.styles:
        path = folder.joinpath(*parts[:-1], parts[-1] + ".yml")
        if path.is_file():
            found.setdefault(name, path)
            return


def _on_somewhere(config: ValeConfig, name: str) -> bool:
    style = name.partition(".")[0]
    settings = [section.rules() for section in (config.everywhere, *config.sections)]
    if any(rules.get(name, rules.get(style)) not in (None, "NO", "UNSET") for rules in settings):
        return True
    return any(
        style in section.listed("BasedOnStyles") and rules.get(name, rules.get(style)) not in ("NO", "UNSET")
        for section, rules in zip((config.everywhere, *config.sections), settings, strict=True)
    )


def load_definitions(files: dict[str, Path]) -> tuple[list[Definition], str]:
    """Return what the rule files say, and the digest of them all. Raises RuleError with file:line."""
    contents: dict[str, bytes] = {}
    digest = hashlib.sha256(f"{_FORMAT} {__version__}".encode())
    for name, path in files.items():
        try:
            contents[name] = path.read_bytes()
        except OSError as error:
            raise RuleError(f"The file cannot be read: {error.strerror}.", where=f"{path}:1") from None
        digest.update(f"\0{name}\0{path}\0{len(contents[name])}\0".encode("utf-8", "replace") + contents[name])
    key = digest.hexdigest()
    try:
        if kept := read_kept(key):
            return [_definition(item) for item in kept], key
    except (TypeError, KeyError, AttributeError):
        pass
    made = []
    for name, path in files.items():
        source = read_yaml(_text(contents[name], path), str(path))
        made.append(define(source, name))
        _prove(source)
    write_kept(key, [item.plain() for item in made])
    return made, key


def _prove(source: Source) -> None:
    """Compile every pattern of a rule once, before its file is kept. Raises RuleError with file:line."""
    keys = source.value if isinstance(source.value, dict) else {}
    for key in ("tokens", "exceptions", "swap", "either", "token", "first", "second", "filters"):
        value = keys.get(key)
        parts = [value] if isinstance(value, str) else list(value) if isinstance(value, (list, dict)) else []
        for at, part in enumerate(parts):
            if isinstance(part, dict):
                part = part.get("pattern") or ""
            if _PLAIN.fullmatch(str(part)):
                continue
            try:
                regex.compile(translated(str(part)))
            except (regex.error, RecursionError, OverflowError) as error:
                place = part if isinstance(value, dict) else at
                raise source.error(f"The pattern “{part}” is wrong: {error}.", key, place) from None


def _definition(kept: dict[str, object]) -> Definition:
    return Definition(**{**kept, "scope": tuple(kept["scope"]), "params": tuple(kept["params"])})  # type: ignore[arg-type]


def _text(content: bytes, path: Path) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RuleError(f"The file is not UTF-8 (byte {error.start}).", where=f"{path}:1") from None
