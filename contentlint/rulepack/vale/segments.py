"""Sentences and words as Vale counts them. Source: the Punkt algorithm (Kiss and Strunk, 2006), simplified."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"\S+")
_CANDIDATE = re.compile(r"(?<!\S)([^\s.?!]*+[.?!]\S*+)\s+(?=(\S+))")
_LONGEST = 60  # letters of a word that are looked at
_ENDER = re.compile(r"""(?:\."|\.\)|\.’|\.”|[?!]["')’”]?)\Z|\.[\[("]|[?!][\[(]""")
_CLOSED = re.compile(r"""[)’”"']\Z""")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sr jr st rev gen col sgt capt lt maj gov sen rep hon inc ltd co corp vs etc e.g i.e u.s u.k u.n"
    " a.m p.m jan feb mar apr jun jul aug sep sept oct nov dec mt fig al cf ed vol pp p op cit approx ca ph.d b.a m.a"
    " d.c l.a n.y messrs ave blvd bros".split()
)
_INITIALS = re.compile(r"\w\.\w*\.")
_STARTERS = frozenset("the this that these those it he she we they in on at if but and when after since while for as a an".split())


def sentences(text: str) -> list[tuple[int, int]]:
    """Return [start, end) of each sentence, without the white space around it."""
    start, last = len(text) - len(text.lstrip()), len(text.rstrip())
    found: list[tuple[int, int]] = []
    for match in _CANDIDATE.finditer(text, start, last):
        if _breaks(match[1][-_LONGEST:], match[2][:_LONGEST]):
            found.append((start, match.end(1)))
            start = match.start(2)
    if start < last:
        found.append((start, last))
    return found


def _breaks(word: str, following: str) -> bool:
    if not following:
        return False
    if _ENDER.search(word):
        opened = following.lstrip("\"'“‘([")
        return not (_CLOSED.search(word) and opened[:1].islower() and opened.lower() not in _STARTERS)
    if not word.endswith("."):
        return False
    if following == "." or re.search(r"(?:\.\s?){2,}\.\Z", word):
        return following[:1].isupper()
    bare = word[:-1].lower()
    upper = following.lstrip("\"'“‘([")[:1].isupper()
    if _INITIALS.search(word):
        return upper and following.lower().strip(".,") in _STARTERS
    if bare.rpartition("-")[2] in _ABBREVIATIONS:
        return upper and following.lower().strip(".,") in _STARTERS
    return True


_LETTERS = re.compile(r"[^\W\d_]")
_WHOLE = re.compile(r"(?:[A-Za-z]\.){2,}\Z|[A-Z][a-z]{1,2}\.\Z")
_FRONT, _BACK = "$(\"['", ",)\"]!;.?:'"
_EVEN = str.maketrans("“”‘’", "\"\"''")
WORDS = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:[^\W_]|')*|'[^\W_']*")


def tokens(text: str) -> list[tuple[str, int]]:
    """Return (word, where it begins) for each word that a dictionary may know, marks around it gone."""
    found = []
    for match in _TOKEN.finditer(text):
        word, at = match.group().translate(_EVEN), match.start()
        while word and not _WHOLE.match(word):
            if word[0] in _FRONT:
                word, at = word[1:], at + 1
            elif word[-1] in _BACK:
                word = word[:-1]
            else:
                break
        if word and _LETTERS.search(word):
            found.append((word, at))
    return found
