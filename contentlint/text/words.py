"""Finds the words of a text. An address, an amount, a time or a telephone number is one word."""

from __future__ import annotations

import re

_WORD = re.compile(
    r"""
      (?P<address> (?:https?://|www\.)[^\s<>"”’)\]]+ | [\w.+-]+@[\w-]+(?:\.[\w-]+)+ )
    | (?P<phone>   (?:\+\d{1,3}[ ]?)?\(?0\d{2,4}\)?(?:[ -]?\d{2,4}){2,3}(?!\d)
                 | \+\d{1,3}(?:[ -]?\d{2,5}){2,4}(?!\d) )
    | (?P<number>  [£$€]?\d+(?:[.,:/]\d+)*(?:[a-zA-Z]{1,4}\b|%|°C)? )
    | (?P<dotted>  [^\W\d_]+(?:\.[^\W\d_]{2,})+(?:/[\w./?=&%#-]*\w)?
                 | (?:[^\W\d_]\.){2,} | [^\W\d_](?:\.[^\W\d_])+ )
    | (?P<plain>   [^\W_]+(?:['’\-‑][^\W_]+)* )
    """,
    re.X,
)
_TAIL = ".,;:!?'"
#: without one of these a text has plain words only, which a far shorter pattern finds
_MORE_THAN_PLAIN = re.compile(r"\d|@|\w[.]\w|://")
_PLAIN = re.compile(r"[^\W_]+(?:['’\-‑][^\W_]+)*")


def words(text: str) -> list[tuple[int, int]]:
    """Return the [start, end) offsets of the words of a text."""
    return [(start, end) for start, end, _ in classified(text)]


def classified(text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, kind) of the words; kind: "address", "phone", "number", "dotted" or "plain"."""
    if not _MORE_THAN_PLAIN.search(text):
        return [(*match.span(), "plain") for match in _PLAIN.finditer(text)]
    found = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        kind = match.lastgroup or "plain"
        if kind == "address":
            while end > start and text[end - 1] in _TAIL:
                end -= 1
        found.append((start, end, kind))
    return found


def count(text: str) -> int:
    """Return the number of words."""
    return len(classified(text))
