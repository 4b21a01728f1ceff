"""substitution: words for which there are better ones. Source: Vale, "substitution"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from contentlint.model import Rule
from contentlint.rulepack.automaton import Book, Spot
from contentlint.rulepack.fold import straighten
from contentlint.rulepack.inflect import bend, phrase_forms
from contentlint.rulepack.types._base import Draft, Judge, Memory, Terms, ignores_case, is_vale, longest
from contentlint.rulepack.views import Unit

_BAR = re.compile(r"(?<!\\)\|")
_GROUP = re.compile(r"\$(\d)")
_CAPTURES = re.compile(r"(?<!\\)\((?!\?)")
_ARTICLE = re.compile(r"\b([Aa]n?)( )$")


def plan(rule: Rule, slot: int, book: Book, vocabulary: frozenset[str]) -> Judge:
    """Put a rule's patterns into the book, and return what judges its spots."""
    options = rule.options
    mode = str(options.get("inflect", "false"))
    forms = partial(phrase_forms, mode=mode) if mode != "false" else None
    for key, value in options["swap"].items():  # type: ignore[attr-defined]
        pattern = key if "$" in value else _CAPTURES.sub("(?:", key)
        choices = tuple(choice.strip().replace("\\|", "|") for choice in _BAR.split(value))
        book.add(
            slot,
            pattern,
            tag=choices,
            ignore_case=ignores_case(rule),
            bounded=not options.get("nonword"),
            strict=is_vale(rule),
            forms=forms,
        )
    return _Substitution(rule, vocabulary)


class _Substitution:
    always = False

    def __init__(self, rule: Rule, vocabulary: frozenset[str]) -> None:
        self.terms = Terms(rule, vocabulary)
        self.capitals = bool(rule.options.get("capitalize", ignores_case(rule) and not is_vale(rule)))
        self.vale = is_vale(rule)

    def judge(self, unit: Unit, spots: Sequence[Spot], memory: Memory) -> Iterator[Draft]:
        for spot in longest(spot for spot in spots if not self.terms.excuse(unit, spot.start, spot.end)):
            draft = self._draft(unit, spot)
            if draft:
                yield draft

    def finish(self, memory: Memory) -> Iterator[Draft]:
        return iter(())

    def _draft(self, unit: Unit, spot: Spot) -> Draft | None:
        observed = unit.text[spot.start : spot.end]
        choices = [_GROUP.sub(lambda match: _group(spot, match), choice) for choice in spot.tag]  # type: ignore[attr-defined]
        if straighten(observed) in map(straighten, choices) or (self.vale and _accepted(choices, observed)):
            return None
        shown, words = [], []
        for choice in choices:
            advice = choice.startswith("(") and choice.endswith(")")
            bent = None if advice else bend(choice, spot.form, unit.before(spot.start, 40).casefold())
            shown.append(self._cased(bent, observed) if bent is not None else choice.strip("()"))
            words.append(self._cased(bent, observed) if bent is not None else None)
        replacement = words[0]
        if replacement == observed:
            return None
        suggestion = " or ".join(word for word in shown if word)
        draft = Draft(unit, spot.start, spot.end, suggestion or None, replacement)
        return _with_article(draft, observed)

    def _cased(self, word: str, observed: str) -> str:
        """Return the suggestion with the capitals of what it replaces, unless it is about capitals."""
        if not self.capitals or not word or word.casefold() == observed.casefold():
            return word
        if observed.isupper() and len(observed) > 1 and sum(letter.isalpha() for letter in observed) > 1:
            return word.upper()
        return word[0].upper() + word[1:] if observed[:1].isupper() else word


def _group(spot: Spot, match: re.Match[str]) -> str:
    number = int(match[1]) - 1
    return (spot.groups[number] or "") if 0 <= number < len(spot.groups) else ""


def _accepted(choices: Sequence[str], observed: str) -> bool:
    """Tell whether the words are one of the accepted forms, which Vale writes as a pattern."""
    try:
        return re.fullmatch("|".join(choices), observed) is not None
    except re.error:
        return False


def _with_article(draft: Draft, observed: str) -> Draft:
    """Let the fix change “a” to “an” in front, or back, where the new word needs it."""
    if not draft.replacement:
        return draft
    article = _ARTICLE.search(draft.unit.text, max(0, draft.start - 3), draft.start)
    if not article or _wants_an(observed) == _wants_an(draft.replacement):
        return draft
    word = article[1][0] + ("n" if _wants_an(draft.replacement) else "")
    return draft._replace(
        replacement=word + " " + draft.replacement, fix_start=article.start(1), fix_end=draft.end
    )


def _wants_an(word: str) -> bool:
    lower = word.casefold()
    if lower.startswith(("uni", "use", "usa", "usu", "uti", "eu", "one", "once", "ubi")):
        return False
    return lower[:1] in "aeiou" or lower.startswith(("hour", "honest", "heir", "honour"))
