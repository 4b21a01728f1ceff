"""existence: words that should not be there. Source: Vale, "existence"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from contentlint.model import Rule
from contentlint.rulepack.automaton import Book, Spot
from contentlint.rulepack.inflect import phrase_forms
from contentlint.rulepack.types._base import Draft, Judge, Memory, Terms, ignores_case, is_vale, longest
from contentlint.rulepack.views import Unit


def plan(rule: Rule, slot: int, book: Book, vocabulary: frozenset[str]) -> Judge:
    """Put a rule's patterns into the book, and return what judges its spots."""
    options = rule.options
    tokens = [str(token) for token in options.get("tokens") or ()]  # type: ignore[union-attr, attr-defined]
    raw = "".join(map(str, options.get("raw") or ()))  # type: ignore[arg-type, call-overload]
    mode = options.get("inflect", "false")
    forms = partial(phrase_forms, mode=str(mode)) if mode != "false" else None
    common = {"ignore_case": ignores_case(rule), "strict": is_vale(rule)}
    if raw and tokens and is_vale(rule):
        words = "|".join(tokens)
        words = words if options.get("nonword") else rf"\b(?:{words})\b"
        book.add(slot, words + raw if options.get("append") else raw + words, bounded=False, **common)  # type: ignore[arg-type]
        return _Existence(rule, vocabulary)
    if raw:
        book.add(slot, raw, bounded=False, **common)  # type: ignore[arg-type]
    for token in tokens:
        book.add(slot, token, bounded=not options.get("nonword"), forms=forms, **common)  # type: ignore[arg-type]
    return _Existence(rule, vocabulary)


class _Existence:
    always = False

    def __init__(self, rule: Rule, vocabulary: frozenset[str]) -> None:
        self.terms = Terms(rule, vocabulary)
        action = rule.options.get("action")
        self.removes = isinstance(action, dict) and action.get("name") == "remove"

    def judge(self, unit: Unit, spots: Sequence[Spot], memory: Memory) -> Iterator[Draft]:
        for spot in longest(spot for spot in spots if not self.terms.excuse(unit, spot.start, spot.end)):
            yield Draft(unit, spot.start, spot.end, replacement="" if self.removes else None)

    def finish(self, memory: Memory) -> Iterator[Draft]:
        return iter(())
