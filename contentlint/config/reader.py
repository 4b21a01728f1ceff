"""Plain TOML data → frozen dataclasses. What is wrong is said with file and line."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args, get_origin, get_type_hints

from contentlint.errors import ConfigError, nearest

_EMPTY: Mapping[str, Any] = MappingProxyType({})


class Reader:
    """Turns plain TOML data into dataclasses and knows on which line each key stands.

    prefix: the section of a shared file below which our settings stand.
    """

    def __init__(self, path: Path, text: str, prefix: tuple[str, ...]) -> None:
        self.path, self.lines, self.prefix = path, text.splitlines(), prefix

    def build(self, kind: Any, data: Any, keys: tuple[str, ...], *, extra: Mapping[str, Any] = _EMPTY,
              hidden: Collection[str] = ()) -> Any:  # fmt: skip
        """Make a dataclass of a section. extra: fields that the file does not hold. hidden: fields
        that it may not hold. Raises ConfigError."""
        if not isinstance(data, dict):
            self.refuse(f"“{'.'.join(keys)}” must be a section.", keys, f"Write [{'.'.join(keys)}].")
        hints = get_type_hints(kind)
        names = {item.name for item in fields(kind)} - set(hidden)
        for key in data:
            if key not in names:
                self.refuse(f"“{'.'.join((*keys, key))}” is not a setting of contentlint.", (*keys, key),
                            nearest(key, names))  # fmt: skip
        for item in fields(kind):
            if item.name not in data and item.name not in extra and _required(item):
                self.refuse(f"“{item.name}” is missing from [{'.'.join(keys)}].", keys, "Add it.")
        values = {key: self.value(hints[key], value, (*keys, key)) for key, value in data.items()}
        return kind(**values, **extra)

    def value(self, hint: Any, value: Any, keys: tuple[str, ...]) -> Any:
        """Return a value as its field wants it, or raise ConfigError."""
        if is_dataclass(hint):
            return self.build(hint, value, keys)  # type: ignore[arg-type]
        origin, arguments = get_origin(hint), get_args(hint)
        if origin is tuple:
            if not isinstance(value, list):
                self.refuse(f"“{'.'.join(keys)}” must be a list.", keys, "Put it in square brackets.")
            return tuple(self.value(arguments[0], item, keys) for item in value)
        if origin is not None and issubclass(origin, Mapping) if isinstance(origin, type) else False:
            if not isinstance(value, dict):
                self.refuse(f"“{'.'.join(keys)}” must be a section.", keys, f"Write [{'.'.join(keys)}].")
            return MappingProxyType({k: self.value(arguments[1], v, (*keys, k)) for k, v in value.items()})
        options = arguments or (hint,)
        if float in options and isinstance(value, int) and not isinstance(value, bool):
            return float(value)
        for option in options:
            if option is type(None):
                continue
            # bool is an int and datetime is a date, but nobody means one by the other.
            fits = isinstance(option, type) and isinstance(value, option)
            if fits and not (option is int and isinstance(value, bool)) and not isinstance(value, datetime):
                return value
        wanted = {str: "text in quotes", int: "a whole number", float: "a number", bool: "true or false",
                  date: "a date such as 2027-03-31"}  # fmt: skip
        names = " or ".join(wanted.get(option, str(option)) for option in options if option is not type(None))
        self.refuse(f"“{'.'.join(keys)}” must be {names}.", keys, "")

    def refuse(self, what: str, keys: tuple[str, ...], remedy: str) -> None:
        """Raise ConfigError at the line of a key."""
        raise ConfigError(what, where=f"{self.path}:{self.line_of(keys)}", remedy=remedy or None)

    def lines_of(self, data: Mapping[str, Any], keys: tuple[str, ...]) -> dict[tuple[str, ...], int]:
        """Return the lines of a section and of all that is in it, by path below the section."""
        found = {(): self.line_of(keys)}
        for key, value in data.items():
            found[(key,)] = max(found[()], self.line_of((*keys, key)))  # what stands inside a line has that line
            if isinstance(value, Mapping):
                inner = self.lines_of(value, (*keys, key))
                found |= {(key, *path): max(found[(key,)], line) for path, line in inner.items() if path}
        return found

    def line_of(self, keys: tuple[str, ...]) -> int:
        """Find the line of a key: the last line at which its section and name both fit."""
        keys = (*self.prefix, *keys)
        section: tuple[str, ...] = ()
        best = 1
        for number, line in enumerate(self.lines, 1):
            if head := re.match(r"\s*\[\[?\s*([^\]]+?)\s*\]?\]", line):
                section = _parts(head[1])
                if section == keys or section == keys[:-1]:
                    best = number
                if section == keys:
                    return number
            elif name := re.match(r"\s*((?:[\w.-]|\"[^\"]*\"|'[^']*')+)\s*=", line):
                full = (*section, *_parts(name[1]))
                if full == keys or full[: len(keys)] == keys:
                    return number
        return best


def _required(item: Any) -> bool:
    return item.default is MISSING and item.default_factory is MISSING


def _parts(name: str) -> tuple[str, ...]:
    """Part a dotted name; a dot in quotes does not count."""
    found = re.findall(r"\"([^\"]*)\"|'([^']*)'|([^.\"'\s]+)", name)
    return tuple(next((part for part in parts if part), "") for parts in found)
