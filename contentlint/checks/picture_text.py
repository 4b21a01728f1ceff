"""Pictures of printed words (WCAG 1.4.5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from contentlint.checks._facts import at, facts_on
from contentlint.model import Facts, Hit, Page, Rule, Skip

ENGINE = "picture-text"
MEDIA = frozenset({"html"})
PROBLEMS = frozenset({"lines-of-words-as-picture"})
_FEWEST = 6  # words; fewer are a sign or a logo
_OFF = 0.2  # share by which the marks may differ from the words of the alternative text
_LETTERS = (1.4, 9.0)  # marks of a word, on average; bold letters run together


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Flag a picture with as many words as its alternative text has, and a background of several lines."""
    if rule := rules.get("lines-of-words-as-picture"):
        for picture in facts_on(facts, "pictures", ENGINE):
            if _printed(picture):
                alt = str(picture.get("alt") or "")
                yield at(rule, page, picture, quote=alt, target=alt or str(picture.get("html")),
                         args={"words": picture["words"], "lines": picture["lines"]})  # fmt: skip


def _printed(picture: Mapping[str, Any]) -> bool:
    words, alt = int(picture["words"]), len(str(picture.get("alt") or "").split())
    if words < _FEWEST or not _LETTERS[0] <= int(picture["letters"]) / words <= _LETTERS[1]:
        return False
    if picture.get("place") == "background" and not alt:
        return int(picture["lines"]) > 1
    return abs(words - alt) <= max(1.0, _OFF * alt)
