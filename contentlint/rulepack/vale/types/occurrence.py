"""occurrence: too many or too few of something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import regex

from contentlint.rulepack.vale.definition import Definition
from contentlint.rulepack.vale.dialect import SECONDS, counting
from contentlint.rulepack.vale.finder import Finder, Spot
from contentlint.rulepack.vale.types._base import Alert, Judge, Setting, State, fill

_CODE = re.compile(r"[*@]*\Z")


def plan(definition: Definition, slot: int, finder: Finder, setting: Setting) -> Judge:
    """Return what counts the token; it counts on its own, for a count needs every match."""
    return _Occurrence(definition)


class _Occurrence:
    always = True

    def __init__(self, definition: Definition) -> None:
        self.definition = definition
        token = str(definition.keys.get("token") or "")
        self.pattern = counting(f"(?:{token})", definition.flag("ignorecase"))
        self.most, self.least = definition.number("max"), definition.number("min")
        self.quick = _QUICK.get(token)
        self.limit = {"timeout": SECONDS} if isinstance(self.pattern, regex.Pattern) else {}

    def judge(self, text: str, spots: Sequence[Spot], state: State) -> Iterator[Alert]:
        if self.quick and not self.least and len(text) < self.most * self.quick:
            return
        places = [match.span() for match in self.pattern.finditer(text, **self.limit)]
        count = len(places)
        if not ((self.most and count > self.most) or (self.least and count < self.least)):
            return
        words = fill(self.definition.message, count)
        if not count:
            first = re.search(r"\S+", text)
            yield Alert(first.start(), first.end(), words) if first else Alert(-1, -1, words)
            return
        for start, end in places:
            if text[start:end].strip() and not _CODE.match(text[start:end]):
                yield Alert(start, end, words)
                return


#: tokens of which each takes at least so many characters of a text
_QUICK = {r"\b(\w+)\b": 2, ".": 1, ",": 1, r"\w+": 2, r"\b\w+\b": 2}
