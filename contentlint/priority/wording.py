"""The sentences of the ranking, and what they are filled with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from contentlint.model import Kind

FAULTS = "{faults}{doubt}, such as {example}"
FAULT = "{faults}{doubt}: {example}"
NEW = "{faults} {be} new since the last scan"
BACK = "{faults} {be} back after being mended"
QUICK = "{faults} can be mended in seconds"
REWRITE = "{faults} {need} rewriting, which takes longer"
RESIDENTS = "{residents} said they {said}{copies}"
COPIES = " ({number} comments, some of them copies)"
FITS = "That fits {faults} that we found"
DIFFERENT = "{residents} named different problems"
NO_FAULT = "Residents report it and we found no fault: read the page"
PAGES = "One fix mends {number:,} pages"
UNKNOWN = "We do not know how often it is read, so it counts like a page of middling traffic"
VIEWS = "{views}{period}: {where}"
BUSIEST = "The busiest of these pages had {text}"
FEW = "number {place} of {number} pages with figures"
BUSY = (
    "among the busiest tenth of pages",
    "among the busiest quarter of pages",
    "among the busier half of pages",
    "among the quieter half of pages",
)

SAID: Mapping[str, str] = MappingProxyType(
    {
        "cannot-find": "could not find what they came for",
        "hard-to-understand": "could not understand it",
        "broken": "met something broken",
        "out-of-date": "found something wrong or out of date",
        "form-fault": "could not get a form to work",
        "pdf-or-phone": "had trouble with a PDF or on a phone",
        "missing-information": "missed information",
        "spelling": "saw a spelling mistake",
        "accessibility": "found it hard to use with a disability",
    }
)
#: theme → kinds of finding that say the same
SAME_AS: Mapping[str, frozenset[Kind]] = MappingProxyType(
    {
        "hard-to-understand": frozenset({Kind.READABILITY, Kind.STYLE}),
        "cannot-find": frozenset({Kind.STRUCTURE, Kind.LINKS}),
        "broken": frozenset({Kind.LINKS}),
        "out-of-date": frozenset({Kind.FRESHNESS}),
        "spelling": frozenset({Kind.LANGUAGE}),
        "accessibility": frozenset({Kind.ACCESSIBILITY, Kind.STRUCTURE}),
        "form-fault": frozenset({Kind.ACCESSIBILITY}),
        "pdf-or-phone": frozenset({Kind.DOCUMENT, Kind.ACCESSIBILITY}),
    }
)
KINDS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.ACCESSIBILITY: "accessibility fault",
        Kind.STYLE: "style fault",
        Kind.READABILITY: "readability fault",
        Kind.LANGUAGE: "language fault",
        Kind.LINKS: "link fault",
        Kind.STRUCTURE: "structure fault",
        Kind.FRESHNESS: "sign of old content",
        Kind.DOCUMENT: "document fault",
        Kind.STATEMENT: "fault of the accessibility statement",
    }
)


def example(message: str) -> str:
    """Return the first sentence of a message in quotation marks; without them where it holds some itself."""
    first = re.split(r"(?<=[.!?])\s", message, maxsplit=1)[0].rstrip(".")
    if len(first.split()) < 3:  # only the words that were found
        first = message.rstrip(".")
    return first if "“" in first else f"“{first}”"


def plural(number: int, noun: str) -> str:
    """Return "1 fault", "3 faults" or "3 signs of old content"."""
    if number == 1:
        return f"1 {noun}"
    head, joint, tail = noun.partition(" of ")
    return f"{number:,} {head}s{joint}{tail}"
