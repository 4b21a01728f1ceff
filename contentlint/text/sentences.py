"""Splits English prose into sentences, council prose first.

A full stop ends a sentence only where white space and a likely start follow, and never after a title,
an abbreviation, an initial or a list number, nor inside brackets or quotes that the sentence goes on
after. Dots inside web addresses, amounts, times and file names have no space after them. Bullets and
the numbers of a list that stands in one line begin sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from contentlint.text.stops import OPENERS, held

_CLOSERS = "\"'”’)]»"
_END = re.compile(
    r"[.!?…](?:"
    # an ellipsis with spaces between its dots
    r"(?P<rest>(?:[ \xa0]\.){2,})[\"'”’)\]»]*(?=\s|$)"
    r"|[.!?…]*(?:\[\d+\])*[\"'”’)\]»]*(?=\s|$)"
    # no space after the stop, "on Monday.We", but for the ends of addresses and file names
    r"|(?P<glued>(?=[A-Z][a-z]+(?: |[,.?!](?![A-Za-z])))(?!(?:Uk|Com|Org|Net|Pdf|Docx?|Xlsx?|Js)\b))"
    r")"
)
_BEFORE_GLUED = re.compile(r"[^\W\d_][a-z]|\d\d")
_PAIRS = {"(": ")", "“": "”", "[": "]"}
NEAR = 400  # characters in which an open bracket or quote must close to hold a sentence together
_BULLET = re.compile(r"[•⁃‣▪◦●](?=\s?\w)")
_SPACE = re.compile(r"\s+")
_LISTED = re.compile(r"(?:(\d{1,3})|([a-z]))(\.\)|\)|\.)\s+(?=[A-Z\"“‘'£\d])")
_LABEL = re.compile(r"\((?:[a-z]|[ivx]{1,4}|\d{1,2})\) ")  # (b) after a stop begins a sentence
#: words before a number that is no list number: "see page 2. The …"
_NAMED = frozenset(
    "page pages section sections part number step day week year zone phase room band table level stage group"
    " class figure chapter schedule paragraph note question option point floor platform gate unit lot plot"
    " version and or to of is are was no".split()
)


def _opening(text: str, place: int) -> bool:
    """Tell whether a straight quotation mark can open a quote: after nothing, white space or a bracket."""
    return place == 0 or text[place - 1].isspace() or text[place - 1] in "([“‘'"


def _goes_on(text: str, start: int, at: int) -> bool:
    """Tell whether `at` lies inside a bracket or quote after which the sentence from `start` goes on."""
    waiting: list[tuple[str, int]] = []
    for place in range(max(start, at - 2 * NEAR), at):
        mark = text[place]
        if waiting and mark == waiting[-1][0]:
            waiting.pop()
        elif mark in _PAIRS:
            waiting.append((_PAIRS[mark], place))
        elif mark == '"' and _opening(text, place):
            waiting.append(('"', place))
    if not waiting:
        return False
    closer, opened = waiting[0]
    end = text.find(closer, at, at + NEAR)
    if end < 0 or (closer == '"' and _opening(text, end)):
        return False  # never closed: the next mark opens another quote
    after = text[end + 1 : end + 40].lstrip()
    if opened == start:
        return after[:1].islower() or after[:1] in (",", ";")
    return closer in ")]" or after[:1].islower() or after[:1] in (",", ";")


def _end(text: str, start: int, stop: int, match: re.Match[str]) -> int:
    """Return where the sentence from `start` ends if a stop ends it, else -1. stop: end of the text."""
    after = text[match.end() : min(match.end() + 100, stop)].lstrip()
    if not after:
        return match.end()
    opened = after.lstrip(OPENERS)
    first = opened[:1]
    if _LABEL.match(after):
        return match.end()
    if first.islower() or (not first.isalnum() and first not in "£$€#@%"):
        return -1
    place = match.start()
    if match["rest"]:  # three dots leave words out, the fourth is the full stop
        if len(match["rest"]) < 6:
            return -1
        return match.end() if text[place - 1].isspace() else place + 1
    if text[place - 1 : place] == "[":
        return -1
    if match["glued"] is not None and not _typed_together(text[max(start, place - NEAR) : place], match.group()):
        return -1
    if match.group().rstrip(_CLOSERS) == "." and in_abbreviation(text, place, start, after):
        return -1
    return -1 if _goes_on(text, start, place) else match.end()


def in_abbreviation(text: str, at: int, start: int = 0, following: str | None = None) -> bool:
    """Tell whether the full stop at a place belongs to the word before it ("Cllr.", "J.", "10 a.m.").

    start: where the sentence begins. following: what comes after the stop, if known.
    """
    so_far = text[max(start, at - NEAR) : at]
    token = so_far.rsplit(None, 1)[-1] if so_far.strip() else ""
    if following is None:
        following = text[at + 1 : at + 100].lstrip(_CLOSERS).lstrip()
    return held(so_far[: len(so_far) - len(token)], token, following)


def _typed_together(so_far: str, stop: str) -> bool:
    """Tell whether only the space after a full stop is missing: no address, file name or initial before."""
    token = so_far.rsplit(None, 1)[-1] if so_far.strip() else ""
    return stop == "." and bool(_BEFORE_GLUED.match(token[-2:])) and not any(sign in token for sign in "@/:\\")


def _marks(text: str) -> list[int]:
    """Return where sentences begin for another reason than a stop: bullets, list numbers, empty lines."""
    found = [each.start() for each in _BULLET.finditer(text) if text[each.start() - 1 : each.start()].isspace()]
    if text.count("\n") > 1:
        found += [each.end() for each in _SPACE.finditer(text) if each.group().count("\n") > 1]
    start = len(text) - len(text.lstrip())
    first = _LISTED.match(text, start)
    if not first or (first[1] or first[2]) not in ("1", "a"):
        return sorted(found)
    turn = 1
    for match in _LISTED.finditer(text, first.end()):
        label = match[1] or match[2]
        wanted = str(turn + 1) if first[1] else chr(ord("a") + turn)
        if label == wanted and match[3] == first[3] and text[match.start() - 1].isspace():
            last = text[max(0, match.start() - 40) : match.start()].split()[-1:]
            if last and (match[3] != "." or last[0].lower() not in _NAMED):
                found.append(match.start())
                turn = min(turn + 1, 25)
    return sorted(found)


def split(text: str) -> list[tuple[int, int]]:
    """Return the [start, end) offsets of the sentences of a text, without the white space around them."""
    cuts = [0, *_marks(text), len(text)]
    return [span for a, b in pairwise(cuts) for span in _stretch(text, a, b)]


def _stretch(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a stretch in which only stops end sentences."""
    while start < stop and text[start].isspace():
        start += 1
    for match in _END.finditer(text, start, stop):
        if match.start() < start:
            continue
        end = _end(text, start, stop, match)
        if end < 0:
            continue
        yield start, end
        start = end
        while start < stop and text[start].isspace():
            start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if start < stop:
        yield start, stop
