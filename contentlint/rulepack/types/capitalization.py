"""capitalization: how a heading or a label should be capitalised. Source: Vale, "capitalization"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import regex

from contentlint.model import Rule
from contentlint.rulepack.automaton import Book, Spot
from contentlint.rulepack.fold import straighten
from contentlint.rulepack.types._base import Draft, Judge, Memory, ignores_case
from contentlint.rulepack.views import Unit

_WORD = re.compile(r"[^\W_][\w'’&.-]*")
_AP = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "if",
        "in",
        "nor",
        "of",
        "off",
        "on",
        "or",
        "per",
        "so",
        "the",
        "to",
        "up",
        "via",
        "yet",
    ]
)
_CHICAGO = _AP - {"up", "off", "if"} | {
    "about",
    "above",
    "across",
    "after",
    "against",
    "along",
    "among",
    "around",
    "before",
    "behind",
    "below",
    "between",
    "beyond",
    "down",
    "during",
    "from",
    "into",
    "like",
    "near",
    "over",
    "through",
    "under",
    "until",
    "with",
    "without",
}


def plan(rule: Rule, slot: int, book: Book, vocabulary: frozenset[str]) -> Judge:
    """Return what judges whole blocks; nothing goes into the book."""
    return _Capitalization(rule, vocabulary)


class _Capitalization:
    always = True

    def __init__(self, rule: Rule, vocabulary: frozenset[str]) -> None:
        options = rule.options
        self.match = str(options["match"])
        self.threshold = float(str(options.get("threshold", 0.8)))
        self.small = _CHICAGO if str(options.get("style", "AP")).casefold() == "chicago" else _AP
        self.indicators = tuple(map(str, options.get("indicators") or ()))  # type: ignore[arg-type, call-overload]
        listed = sorted(map(str, options.get("exceptions") or ()), key=len, reverse=True)  # type: ignore[arg-type, call-overload]
        names = [*listed, *(re.escape(word) for word in sorted(vocabulary, key=len, reverse=True))]
        flags = regex.IGNORECASE if ignores_case(rule) else 0
        self.names = regex.compile(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)", flags) if names else None
        self.prefix = regex.compile(str(options["prefix"])) if options.get("prefix") else None
        self.pattern = None if self.match.startswith("$") else regex.compile(self.match)

    def judge(self, unit: Unit, spots: Sequence[Spot], memory: Memory) -> Iterator[Draft]:
        text = straighten(unit.text)
        if not any(letter.isalpha() for letter in text) or len(text) > 2_000:
            return
        if self.prefix and (lead := self.prefix.match(text)):
            text = text[lead.end() :]
        expected, right = self._compare(text)
        if not right:
            yield Draft(unit, 0, len(unit.text), expected, None, (("expected", expected or ""),))

    def finish(self, memory: Memory) -> Iterator[Draft]:
        return iter(())

    def _compare(self, text: str) -> tuple[str | None, bool]:
        """Return the text as it should be (None for a pattern), and whether it is right as it stands."""
        if self.pattern:
            return None, self.pattern.search(text, timeout=0.2) is not None
        if self.match == "$lower":
            return text.lower(), text == text.lower()
        if self.match == "$upper":
            return text.upper(), text == text.upper()
        free = [match.span() for match in self.names.finditer(text)] if self.names else []
        words = list(_WORD.finditer(text))
        made, right, first_wrong = list(text), 0, False
        opens = True
        for at, match in enumerate(words):
            word = match.group()
            kept = any(a <= match.start() and match.end() <= b for a, b in free)
            kept = (
                kept
                or any(letter.isupper() for letter in word[1:])
                or any(letter.isdigit() for letter in word)
            )
            kept = kept or (at > 0 and self._indicated(text, words[at - 1].end(), match.start()))
            better = word if kept else self._better(word, opens, at == len(words) - 1)
            opens = opens and word.rstrip(".").isdigit()
            made[match.start() : match.end()] = better
            right += better == word
            first_wrong = first_wrong or (at == 0 and better != word)
        if not words or right == len(words):
            return text, True
        share = right / len(words)
        wrong_start = first_wrong and self.match == "$sentence"
        return "".join(made), share >= self.threshold and not wrong_start

    def _better(self, word: str, opens: bool, closes: bool) -> str:
        if self.match == "$sentence" and not opens:
            return word if word == "I" else word[0].lower() + word[1:]
        if self.match == "$title" and word.lower() in self.small and not opens and not closes:
            return word.lower()
        return word[0].upper() + word[1:]

    def _indicated(self, text: str, end: int, start: int) -> bool:
        between = text[max(0, end - 1) : start].rstrip()
        return any(between.endswith(mark) for mark in self.indicators)
