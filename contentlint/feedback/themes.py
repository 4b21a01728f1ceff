"""What a comment is about, by the words in it: small, readable lists, so that anyone can see why.

A theme is met where one of its phrases is, once what takes it back is cut out ("easy to find", "not out of
date"). The most certain theme, with the most phrases, comes first. The lists stand in phrases.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from contentlint.feedback.phrases import PHRASES, UNLESS

#: theme id → what residents say, in the words of a report
LABELS: Mapping[str, str] = MappingProxyType(
    {
        "cannot-find": "Could not find what they came for",
        "hard-to-understand": "Could not understand it",
        "broken": "Something is broken",
        "out-of-date": "Something is wrong or out of date",
        "form-fault": "A form does not work",
        "pdf-or-phone": "Trouble with a PDF or on a phone",
        "missing-information": "Information is missing",
        "spelling": "A spelling mistake",
        "accessibility": "Hard to use with a disability",
        "thanks": "Thanks",
        "service-complaint": "About the service, not the page",
    }
)

_NO_APOSTROPHE = re.compile(r"\b(ca|wo|do|does|did|is|was|are|were|has|have|had|could|would|should)nt\b")
_STEM, _REST = re.compile(r"(?<=[a-z])\*"), r"\\w*"

PAGE_THEMES = tuple(theme for theme in LABELS if theme not in ("thanks", "service-complaint"))


def themes_of(words: str) -> tuple[str, ...]:
    """Return the ids of what a comment is about, most phrases first; () where nothing is met.

    Thanks stand only where nothing is wrong with the page as well.
    """
    text = _even(words)
    met = {}
    for theme in LABELS:
        left = _pattern(UNLESS[theme]).sub(" ¦ ", text) if theme in UNLESS else text
        if hits := len(list(_pattern(PHRASES[theme]).finditer(left))):
            met[theme] = hits
    if "form-fault" in met and met.get("broken", 0) <= met["form-fault"]:
        met.pop("broken", None)  # one fault, told once
    if any(theme in met for theme in PAGE_THEMES):
        met.pop("thanks", None)
    order = {theme: at for at, theme in enumerate(LABELS)}
    return tuple(sorted(met, key=lambda theme: (-met[theme], order[theme])))


def is_off_topic(themes: Iterable[str]) -> bool:
    """Tell whether a comment is about a service and about nothing that a page could mend."""
    held = set(themes)
    return "service-complaint" in held and not held & set(PAGE_THEMES)


def _even(words: str) -> str:
    text = " ".join(words.casefold().replace("’", "'").replace("‘", "'").split())
    return _NO_APOSTROPHE.sub(r"\1n't", text)


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w)(?:{_STEM.sub(_REST, phrase)})(?!\w)" for phrase in phrases))
