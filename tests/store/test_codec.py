"""Every noun of the model survives the way to JSON and back."""

from __future__ import annotations

import json
import types
import typing
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum

import pytest

import contentlint.model as model
from contentlint.model import Capture, FeedbackItem, Finding, Imported, PageViews, Scan
from contentlint.store import codec

NOUNS = [getattr(model, name) for name in model.__all__ if is_dataclass(getattr(model, name))]


def example(hint: object, depth: int = 0) -> object:
    """Make a value that fits a type hint, with every optional part filled in."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return example(next(arg for arg in args if arg is not type(None)), depth)
    if origin is tuple:
        return (
            (example(args[0], depth),) * 2
            if args[-1] is Ellipsis
            else tuple(example(arg, depth) for arg in args)
        )
    if origin is frozenset:
        return frozenset({example(args[0], depth)})
    if origin is not None and issubclass(origin, typing.Mapping):
        return types.MappingProxyType({"a key": example(args[1], depth)})
    if not isinstance(hint, type) or getattr(hint, "_is_protocol", False):
        return None
    if is_dataclass(hint):
        hints = typing.get_type_hints(hint)
        return hint(**{item.name: example(hints[item.name], depth + 1) for item in fields(hint)})
    if issubclass(hint, Enum):
        return list(hint)[-1]
    known = {
        str: "“Ünï” \0 \ud800",
        int: 7,
        float: 1.5,
        bool: True,
        bytes: b"\x00\xff",
        date: date(2026, 11, 22),
    }
    return known.get(hint, {"plain": ["JSON", 1, None]})


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_round_trip(noun: type):
    full = example(noun)
    back = codec.loads(noun, codec.dumps(full))
    assert back == full
    assert type(back) is noun


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_a_part_that_must_be_there_is_missed(noun: type):
    needed = [
        item.name for item in fields(noun) if item.default is MISSING and item.default_factory is MISSING
    ]
    value = codec.plain(example(noun))
    for name in needed:
        with pytest.raises(ValueError, match=name):
            codec.built(noun, {key: part for key, part in value.items() if key != name})


def test_either_side_of_a_union_comes_back_as_itself():
    views = Imported((PageViews("/bins", 4),), route="ga4")
    words = Imported((FeedbackItem("/bins", None, "comment", "Thanks"),))
    assert codec.loads(Imported, codec.dumps(views)) == views
    assert codec.loads(Imported, codec.dumps(words)) == words
    assert codec.loads(Imported, codec.dumps(Imported(()))) == Imported(())


def test_the_text_is_plain_ascii_json():
    text = codec.dumps(example(Capture))
    assert text.isascii() and json.loads(text)["status"] == 7


def test_fields_of_another_version_are_forgiven():
    value = codec.plain(example(Finding))
    del value["effort"]
    value["mood"] = "glum"
    assert codec.built(Finding, value).effort == "minutes"


@pytest.mark.parametrize("value", [None, [], "text", {"id": 1}, {"severity": "dreadful"}])
def test_what_is_no_noun_is_refused(value: object):
    with pytest.raises(ValueError, match="not a Scan"):
        codec.built(Scan, value)


def test_what_is_no_value_of_the_model_is_refused():
    with pytest.raises(TypeError, match="object"):
        codec.plain(object())
