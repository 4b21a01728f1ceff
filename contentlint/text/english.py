"""Tells whether text is English, so that nothing else is measured as if it were. A safe guess from common words."""

from __future__ import annotations

import re

from contentlint.model import Page
from contentlint.text.memo import of_last

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Frequent English words that are not also frequent in Welsh, Polish or the languages of western Europe.
_COMMON = frozenset(
    "about after all also and any apply are be been before but by call can contact could does find for from get"
    " had has have help here how if into is it its like made make many may more must need new no not of one only"
    " open other our out over own people please report send service should some such support than that the their"
    " them there these they this those through under until up us use used using very was we were what when where"
    " which while who will with within work would you your council page form free local with information".split()
)
FEWEST = 12  # words of a block, and
FEWEST_ON_PAGE = 30  # of a page, below which common words are no evidence
_FOREIGN, _ENGLISH = 0.04, 0.15  # share of common words: English prose has a third or so


def share(text: str) -> tuple[float, int]:
    """Return (share of common English words, number of words)."""
    words = [word.casefold() for word in _WORD.findall(text)]
    return sum(word in _COMMON for word in words) / (len(words) or 1), len(words)


def is_foreign(text: str, fewest: int = FEWEST) -> bool:
    """Tell whether a text is long enough to tell, and clearly not English."""
    common, count = share(text)
    return count >= fewest and common < _FOREIGN


@of_last
def is_english(page: Page) -> bool:
    """Tell whether the main text of a page is to be judged as English.

    Where there are words enough, they decide if they are clear; else the declared language does, and a
    page that declares none is English.
    """
    text = " ".join(block.text for block in page.blocks
                    if block.place.region == "main" and block.lang is None and block.kind in _SAID)  # fmt: skip
    common, count = share(text)
    declared = not page.lang or page.lang.lower().startswith("en")
    if count < FEWEST_ON_PAGE or _FOREIGN <= common < _ENGLISH:
        return declared
    return common >= _ENGLISH


_SAID = frozenset({"paragraph", "list", "quote", "heading"})
