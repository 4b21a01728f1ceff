"""Splits English prose into sentences, council prose first.

A full stop ends a sentence only where white space and a likely start follow, and never after a title,
an abbreviation, an initial or a list number, nor inside brackets or quotes that the sentence goes on
after. Dots inside web addresses, amounts, times and file names have no space after them.
"""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…]+(?:\[\d+\])*[\"'”’)\]»]*(?=\s|$)")
_OPENERS = "\"'“‘([«"
# never the end of a sentence
_ALWAYS = frozenset(
    "dr mr mrs ms mx cllr cllrs prof rev revd hon rt st ste messrs gen capt col lt sgt e.g i.e eg"
    " ie vs v cf viz approx ext tel fig figs para paras incl excl govt dept est min max ave rd ref"
    " mt ft ph fr sr supt insp".split()
)
# the end only where a new sentence clearly starts
_MAYBE = frozenset("ltd co inc plc jr llp bros corp al b.a m.a ph.d u.k u.s e.u n.b p.s".split())
_BEFORE_NUMBER = frozenset(
    "no nos p pp sec art ch vol jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed"
    " thu thur thurs fri sat sun reg regs sch cl".split()
)
_STARTERS = frozenset(
    "a all an and any applications apply as at because before both but by call check contact do"
    " each email every find for he her his how however i if in it its many most my no not on one our"
    " please people she so some that the their there these they this those to use visit we what when"
    " where which who why with you your".split()
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday gmt bst".split())
_NUMBERED = re.compile(r"^[\"'“‘(\[]*(?:\d{1,3}|[a-z]|[ivx]{1,4})(?:\.\d{1,2})*\.?\)?$", re.I)
_INITIALS = re.compile(r"^(?:[A-Z]\.)*[A-Z]$")
_DOTTED = re.compile(r"^(?:[A-Za-z]\.)+[A-Za-z]$")
_PAIRS = {"(": ")", "“": "”", "[": "]"}
NEAR = 400  # characters in which an open bracket or quote must close to hold a sentence together


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


def _held(before: str, token: str, first: str, following: str) -> bool:
    """Tell whether a full stop belongs to the word before it (`token`) rather than to the sentence.

    before: the sentence so far, without the token. first: the next character. following: the next word.
    """
    bare = token.lstrip(_OPENERS)
    low = bare.lower()
    if not before.strip() and _NUMBERED.match(token):
        return True
    if low in _ALWAYS or (low in _BEFORE_NUMBER and first.isdigit()):
        return True
    if low in ("etc", "a.m", "p.m"):
        return not first.isupper() or following in _DAYS
    if low in _MAYBE or _DOTTED.match(bare) or (_INITIALS.match(bare) and bare != "I"):
        return following not in _STARTERS
    return False


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Tell whether a stop ends the sentence that began at `start`."""
    after = text[match.end() : match.end() + 100].lstrip()
    if not after:
        return True
    opened = after.lstrip(_OPENERS)
    first = opened[:1]
    if first.islower() or (not first.isalnum() and first not in "£$€#@"):
        return False
    if match.group() == ".":
        so_far = text[max(start, match.start() - NEAR) : match.start()]
        token = so_far.rsplit(None, 1)[-1] if so_far.strip() else ""
        before = so_far[: len(so_far) - len(token)]
        if _held(before, token, first, re.split(r"[^\w']", opened, maxsplit=1)[0].lower()):
            return False
    return not _goes_on(text, start, match.start())


def split(text: str) -> list[tuple[int, int]]:
    """Return the [start, end) offsets of the sentences of a text, without the white space around them."""
    found: list[tuple[int, int]] = []
    start = len(text) - len(text.lstrip())
    for match in _END.finditer(text):
        if match.start() < start or not _ends(text, start, match):
            continue
        found.append((start, match.end()))
        start = match.end()
        while start < len(text) and text[start].isspace():
            start += 1
    end = len(text.rstrip())
    if start < end:
        found.append((start, end))
    return found
