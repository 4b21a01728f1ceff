"""The conditions that cancel a hit: neighbours, places and the heading above."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import MappingProxyType

import regex

from contentlint.model import Rule
from contentlint.rulepack.fold import straighten
from contentlint.rulepack.schema import SCOPES
from contentlint.rulepack.types._base import about_capitals
from contentlint.rulepack.views import Unit

Condition = Callable[[Unit, int, int], bool]
_SECONDS = 0.1  # patterns are compiled when first needed, since most pages need few of them


def conditions(rule: Rule) -> tuple[Condition, ...]:
    """Return the rule's conditions. Any that holds cancels a hit; all parts of one must hold."""
    written = rule.options.get("unless") or ()
    lone = not about_capitals(rule)

    def made(name: str, value: object) -> Condition:
        return _in(value, lone) if name == "in" else _MAKERS[name](value)

    return tuple(_all_of([made(name, value) for name, value in condition.items()]) for condition in written)  # type: ignore[union-attr, attr-defined]


def _all_of(parts: Sequence[Condition]) -> Condition:
    if len(parts) == 1:
        return parts[0]
    return lambda unit, start, end: all(part(unit, start, end) for part in parts)


def _followed(words: object) -> Condition:
    joined = _words(words)
    pattern = cache(lambda: re.compile(rf"['\"’”)]*[\s-]*(?:{joined})(?!\w)", re.I))
    return lambda unit, start, end: pattern().match(unit.after(end)) is not None


def _preceded(words: object) -> Condition:
    joined = _words(words)
    pattern = cache(lambda: re.compile(rf"(?<!\w)(?:{joined})[\s-]*['\"‘“(]*$", re.I))
    return lambda unit, start, end: pattern().search(unit.before(start, 60)) is not None


def _followed_by_pattern(source: object) -> Condition:
    pattern = cache(lambda: regex.compile(rf"\s*(?:{straighten(str(source))})", _case(str(source))))
    return lambda unit, start, end: _holds(pattern().match, unit.after(end))


def _preceded_by_pattern(source: object) -> Condition:
    pattern = cache(lambda: regex.compile(rf"(?:{straighten(str(source))})\s*$", _case(str(source))))
    return lambda unit, start, end: _holds(pattern().search, unit.before(start))


def _heading(source: object) -> Condition:
    pattern = cache(lambda: regex.compile(straighten(str(source)), regex.IGNORECASE))

    def holds(unit: Unit, start: int, end: int) -> bool:
        return _holds(pattern().search, straighten((unit.block.place.heading or "")[:500]))

    return holds


def _in(places: object, lone: bool) -> Condition:
    def named(unit: Unit, start: int, end: int) -> bool:
        return unit.in_name(start, end, lone)

    tests = [
        named if place == "proper-name" else _PLACES.get(place) or _kind(*SCOPES[place]) for place in places
    ]  # type: ignore[attr-defined]
    return lambda unit, start, end: any(test(unit, start, end) for test in tests)


def _case(source: str) -> int:
    """Ignore case, unless the pattern speaks of capitals ("[A-Z]"): then it means them."""
    return 0 if re.search(r"A-Z|\\p\{Lu\}", source) else regex.IGNORECASE


def _words(words: object) -> str:
    listed = sorted((straighten(str(word)) for word in words), key=len, reverse=True)  # type: ignore[attr-defined]
    return "|".join(re.escape(word) for word in listed)


def _holds(search: Callable[..., object], text: str) -> bool:
    try:
        return search(text, timeout=_SECONDS) is not None
    except TimeoutError:
        return False


def _kind(*kinds: str) -> Condition:
    return lambda unit, start, end: unit.block.kind in kinds


def _run(kind: str) -> Condition:
    return lambda unit, start, end: unit.block.kind == kind or unit.within(kind, start, end)


def _capitals(unit: Unit, start: int, end: int) -> bool:
    """Tell whether the words around are in capitals throughout."""
    front, back = unit.text[max(0, start - 30) : start], unit.text[end : end + 30]
    around = re.split(r"[.!?]", front)[-1] + re.split(r"[.!?]", back)[0]
    return sum(letter.isalpha() for letter in around) > 3 and around.isupper()


_MAKERS: Mapping[str, Callable[[object], Condition]] = MappingProxyType({
    "followed-by": _followed, "preceded-by": _preceded, "followed-by-pattern": _followed_by_pattern,
    "preceded-by-pattern": _preceded_by_pattern, "heading": _heading,
})  # fmt: skip
_PLACES: Mapping[str, Condition] = MappingProxyType({
    "quotation": lambda unit, start, end: unit.block.kind == "quote" or unit.quoted(start, end),
    "sentence-start": lambda unit, start, end: unit.opens_sentence(start),
    "capitals": _capitals, "link": _run("link"), "code": _run("code"), "strong": _run("strong"),
    "emphasis": _run("emphasis"),
})  # fmt: skip
