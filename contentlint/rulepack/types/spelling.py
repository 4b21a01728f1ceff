"""spelling: words that no Hunspell dictionary knows. Source: Vale, "spelling"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import regex

from contentlint.errors import InputError, RuleError
from contentlint.model import Rule
from contentlint.rulepack.automaton import Book, Spot
from contentlint.rulepack.types._base import Draft, Judge, Memory, Terms
from contentlint.rulepack.vale.segments import tokens
from contentlint.rulepack.views import Unit
from contentlint.text import hunspell

_USUAL = re.compile(r"[A-Z][a-z]+[A-Z]+\w+|[A-Z]+$|[^a-zA-Z_']")


def plan(rule: Rule, slot: int, book: Book, vocabulary: frozenset[str]) -> Judge:
    """Return what looks words up. Dictionaries are bundled names, or paths beside the rule's file.

    Raises RuleError for a dictionary that is missing.
    """
    return _Spelling(rule, vocabulary)


class _Spelling:
    always = True

    def __init__(self, rule: Rule, vocabulary: frozenset[str]) -> None:
        self.rule, self.vocabulary = rule, vocabulary
        self.terms = Terms(rule, vocabulary)
        self.custom = bool(rule.options.get("custom"))
        self.filters = [regex.compile(str(item)) for item in rule.options.get("filters") or ()]  # type: ignore[attr-defined]
        folder = Path(rule.path).parent
        names = [str(name) for name in rule.options.get("dictionaries") or hunspell.BUNDLED]  # type: ignore[attr-defined]
        try:
            self.dictionary = hunspell.load(*(name if name in hunspell.BUNDLED else folder / name for name in names))
        except InputError as error:
            raise RuleError(error.what, where=f"{rule.path}:{rule.line}", remedy=f"Looked for {error.where}.") from None
        self.ignored = {str(word).casefold() for word in rule.options.get("ignore") or ()}  # type: ignore[attr-defined]

    def judge(self, unit: Unit, spots: Sequence[Spot], memory: Memory) -> Iterator[Draft]:
        view = unit.flat  # addresses and code are masked there
        for word, start in tokens(view.text):
            if "\ufffc" in word or (not self.custom and _USUAL.search(word)):
                continue
            bare = word.removesuffix("'s")
            if bare.casefold() in self.ignored or any(pattern.search(word) for pattern in self.filters):
                continue
            if self.dictionary.knows(word) or self.dictionary.knows(bare) or bare.casefold() in self.vocabulary:
                continue
            origin = view.origin(start, start + len(word))
            if origin and not self.terms.excuse(unit, *origin):
                yield Draft(unit, *origin)

    def finish(self, memory: Memory) -> Iterator[Draft]:
        return iter(())
