"""Turn the nouns of the model into plain JSON values and back, by their type hints.

    plain(finding)            -> {"rule": "govuk/plain-words", "location": {"line": 12, …}, …}
    built(Finding, value)     -> Finding(rule="govuk/plain-words", location=Location(line=12, …), …)

Tuples and frozen sets become lists, enums their values, days ISO days, bytes base64. A value whose hint
is `object` comes back as plain JSON types: a tuple in it comes back as a list. Fields that a newer
version added take their default; fields that it dropped are left out.
"""

from __future__ import annotations

import base64
import json
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar

Noun = TypeVar("Noun")


def dumps(value: object) -> str:
    """Return compact JSON. ASCII only, so that any characters survive any database encoding."""
    return json.dumps(plain(value), separators=(",", ":"))


def loads(hint: type[Noun], text: str | bytes) -> Noun:
    """Return the noun that `dumps` wrote. Raises ValueError where the text is no such noun."""
    return built(hint, json.loads(text))


def plain(value: object) -> Any:
    """Return a value of the model as plain JSON types. Raises TypeError for anything else."""
    kind = type(value)
    if kind in (str, int, float, bool, type(None)):
        return value
    if is_dataclass(value):
        return {name: plain(getattr(value, name)) for name in _names(kind)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    if isinstance(value, (frozenset, set)):
        return sorted(plain(item) for item in value)
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, (str, int, float)):
        return value
    raise TypeError(f"a {kind.__name__} cannot be kept as JSON")


def built(hint: type[Noun], value: Any) -> Noun:
    """Return the noun of type `hint` that a plain value describes. Raises ValueError where it does not."""
    try:
        return _builder(hint)(value)
    except (TypeError, KeyError, AttributeError) as fault:
        raise ValueError(f"not a {getattr(hint, '__name__', hint)}: {fault}") from fault


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(item.name for item in fields(kind))


@cache
def _builder(hint: Any) -> Callable[[Any], Any]:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return _of_union(args)
    if origin is tuple:
        return _of_tuple(args)
    if origin in (frozenset, set):
        item = _builder(args[0])
        return lambda value: frozenset(item(one) for one in value)
    if origin is not None and issubclass(origin, Mapping):
        item = _builder(args[1])
        return lambda value: types.MappingProxyType({key: item(one) for key, one in value.items()})
    if not isinstance(hint, type):
        return _same
    if is_dataclass(hint):
        return _of_dataclass(hint)
    if issubclass(hint, Enum):
        return hint
    if hint is date:
        return date.fromisoformat
    if hint is bytes:
        return lambda value: base64.b64decode(value)
    if hint is float:
        return lambda value: float(value)
    return _same


def _same(value: Any) -> Any:
    return value


def _of_dataclass(kind: type) -> Callable[[Any], Any]:
    hints = typing.get_type_hints(kind)
    # Looked up late: a noun may hold nouns of its own kind.
    steps = [(item.name, hints[item.name], _has_default(item)) for item in fields(kind)]

    def build(value: Any) -> Any:
        given = {}
        for name, hint, has_default in steps:
            if name in value:
                given[name] = _builder(hint)(value[name])
            elif not has_default:
                raise KeyError(f"“{name}” is missing")
        return kind(**given)

    return build


def _has_default(item: Any) -> bool:
    return item.default is not MISSING or item.default_factory is not MISSING


def _of_tuple(args: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(args) == 2 and args[1] is Ellipsis:
        item = _builder(args[0])
        return lambda value: tuple([item(one) for one in value])
    items = [_builder(arg) for arg in args]
    return lambda value: tuple([item(one) for item, one in zip(items, value, strict=True)])


def _of_union(args: tuple[Any, ...]) -> Callable[[Any], Any]:
    options = [arg for arg in args if arg is not type(None)]
    if len(options) == 1:
        inner = _builder(options[0])
        return lambda value: None if value is None else inner(value)

    def build(value: Any) -> Any:
        if value is None:
            return None
        return _builder(max(options, key=lambda option: _fit(option, value)))(value)

    return build


def _fit(option: Any, value: Any) -> int:
    """Say how well a plain value fits one side of a union: the more fields in common, the better."""
    origin, args = typing.get_origin(option), typing.get_args(option)
    if origin is tuple:
        return 0 if not isinstance(value, list) else 1 + (_fit(args[0], value[0]) if value else 0)
    if isinstance(option, type) and is_dataclass(option):
        return len(set(_names(option)) & set(value)) - len(set(value) - set(_names(option)))
    return int(isinstance(option, type) and isinstance(value, option))
