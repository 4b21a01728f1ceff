"""substitution: what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from contentlint.rulepack.expand import expand
from contentlint.rulepack.vale.actions import options, recased, sentence_of, substituted
from contentlint.rulepack.vale.definition import Definition
from contentlint.rulepack.vale.dialect import whole, without_groups
from contentlint.rulepack.vale.finder import Finder, Spot
from contentlint.rulepack.vale.terms import Excuses, pattern_of
from contentlint.rulepack.vale.types._base import Alert, Judge, Setting, State, fill, template

_GROUP = re.compile(r"\$\d")


def plan(definition: Definition, slot: int, finder: Finder, setting: Setting) -> Judge:
    """Put the left sides into the finder, the longest first."""
    swap = definition.pairs("swap")
    keys = sorted(swap, key=lambda key: -len(key.encode()))
    words = not definition.flag("nonword")
    finder.add(slot, [without_groups(key) for key in keys], definition.flag("ignorecase"),
               template(definition, setting, words), words)  # fmt: skip
    accepted = setting.accepted if definition.flag("vocab", True) else ()
    return _Substitution(definition, [(key, str(swap[key])) for key in keys], Excuses(definition.listed("exceptions"), accepted))


class _Substitution:
    always = False

    def __init__(self, definition: Definition, swaps: list[tuple[str, str]], excuses: Excuses) -> None:
        self.definition, self.swaps, self.excuses = definition, swaps, excuses
        self.capitalize = definition.flag("capitalize")
        self.terms = definition.name.startswith("Vale.") and definition.name.endswith("Terms")
        self.message = definition.message
        if definition.action == "replace" and not definition.params:
            for mark in ("'%s'", '"%s"'):
                if self.message.count(mark) == 2:
                    self.message = self.message.replace(mark, "%s", 1)

    def judge(self, text: str, spots: Sequence[Spot], state: State) -> Iterator[Alert]:
        for start, end, order in spots:
            seen = text[start:end]
            expected = self._expected(order, seen)
            if self._right(expected, seen) or self.excuses.excuse(seen, text, start, end):
                continue
            action = self.definition.action
            if action != "replace":
                shown = _as_term(expected, seen)
                yield Alert(start, end, fill(self.message, shown, seen), (shown,) if _literal(shown) else ())
                continue
            choices = list(self.definition.params) or options(expected)
            if not self.definition.params:
                if self.capitalize and seen[:1].isupper():
                    choices = [choice[:1].upper() + choice[1:] for choice in choices]
                if self.definition.match_case:
                    choices = [recased(choice, seen) for choice in choices]
                expected = sentence_of(choices)
            yield Alert(start, end, fill(self.message, expected, seen), tuple(choices))

    def _expected(self, order: int, seen: str) -> str:
        key, expected = self.swaps[order]
        if self.capitalize and seen[:1] == seen[:1].upper():
            expected = expected[:1].upper() + expected[1:]
        if _GROUP.search(expected):
            return substituted(key, expected, seen, self.definition.flag("ignorecase"))
        return expected

    def _right(self, expected: str, seen: str) -> bool:
        if self.definition.action == "replace":
            return seen in options(expected)
        return whole(pattern_of(expected) if self.terms else expected, seen)


def _literal(text: str) -> bool:
    return bool(text) and not re.search(r"[\\^$*+?{}\[\]|()]", text)


def _as_term(expected: str, seen: str) -> str:
    """Return the spelling, of those the expected pattern stands for, that differs from the words in case alone."""
    bare = " ".join(seen.split()).casefold()
    if "[" in expected:
        return expected
    return next((word for word in expand(expected) or () if word.casefold() == bare), expected)


