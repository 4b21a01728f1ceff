"""Patterns that stand for a few fixed words → those words; other patterns → a coarser filter for RE2."""

from __future__ import annotations

import re

MOST = 512  # words that one pattern may stand for
_SPECIAL = frozenset(".^$*+?{}[]\\|()")


class _Endless(Exception):
    """The pattern stands for more words than can be listed."""


def expand(pattern: str) -> tuple[str, ...] | None:
    """Return every text that a pattern matches, longest first, or None where there is no short list.

    Understood: letters, escaped marks, groups, alternatives, “?” and small classes.
    """
    if not _SPECIAL & set(pattern):
        return (pattern,)
    try:
        reader = _Reader(pattern)
        found = reader.choices()
        if reader.at != len(pattern):
            return None
    except (_Endless, IndexError, RecursionError):
        return None
    return tuple(sorted(set(found) - {""}, key=lambda word: (-len(word), word)))


class _Reader:
    """A walk through a pattern, from left to right."""

    def __init__(self, pattern: str) -> None:
        self.pattern, self.at = pattern, 0

    def peek(self) -> str:
        return self.pattern[self.at : self.at + 1]

    def choices(self) -> list[str]:
        found = self.row()
        while self.peek() == "|":
            self.at += 1
            found += self.row()
            _limit(len(found))
        return found

    def row(self) -> list[str]:
        made = [""]
        while self.peek() not in ("", "|", ")"):
            part = self.piece()
            if self.peek() == "?":
                self.at += 1
                if self.peek() in ("?", "+"):
                    raise _Endless
                part = ["", *part]
            if self.peek() in ("*", "+", "{"):
                raise _Endless
            _limit(len(made) * len(part))
            made = [left + right for left in made for right in part]
        return made

    def piece(self) -> list[str]:
        letter = self.pattern[self.at]
        self.at += 1
        if letter == "(":
            if self.peek() == "?":
                if self.pattern[self.at : self.at + 2] != "?:":
                    raise _Endless
                self.at += 2
            found = self.choices()
            if self.peek() != ")":
                raise _Endless
            self.at += 1
            return found
        if letter == "[":
            return self.letters()
        if letter == "\\":
            return [self.escaped()]
        if letter in _SPECIAL:
            raise _Endless
        return [letter]

    def escaped(self) -> str:
        letter = self.pattern[self.at]
        self.at += 1
        if letter.isalnum() or letter == "_":
            raise _Endless
        return letter

    def letters(self) -> list[str]:
        found: list[str] = []
        while True:
            letter = self.pattern[self.at]
            self.at += 1
            if letter == "]" and found:
                return found
            if letter == "^" and not found:
                raise _Endless
            if letter == "-" and found and self.peek() != "]":
                raise _Endless
            found.append(self.escaped() if letter == "\\" else letter)


def _limit(count: int) -> None:
    if count > MOST:
        raise _Endless


_CLASSES = {"w": r"\pL\pN\pM_", "d": r"\p{Nd}", "s": r"\s\x{a0}\x{2000}-\x{200a}"}
_LOOK = re.compile(r"\(\?(?:=|!|<=|<!)")


def filter_of(pattern: str, anchors: bool = False) -> str | None:
    """Return a pattern in RE2's dialect that matches wherever `pattern` does (and maybe elsewhere), or None.

    Look-around and word boundaries, which RE2 lacks or knows for ASCII alone, are left out: that
    only lets more through. RE2 answers in linear time; the exact pattern then runs on what is left.
    anchors: keep "^" and "$", as those of lines, for texts that the filter and the pattern see alike.
    """
    made: list[str] = []
    at, inside = 0, False
    while at < len(pattern):
        letter = pattern[at]
        if letter == "\\":
            follow = pattern[at + 1 : at + 2]
            at += 2
            if follow in "bBAZzGK" and follow:
                if inside:
                    return None
            elif follow in _CLASSES:
                made.append(_CLASSES[follow] if inside else f"[{_CLASSES[follow]}]")
            elif follow and follow in "WDS":
                if inside:
                    return None
                made.append(f"[^{_CLASSES[follow.lower()]}]")
            elif follow.isdigit():
                made.append("(?s:.*)")
            elif follow in ("p", "P", "x", "u", "N", "g", "k", "X", "R", "h", "m", "M", "L"):
                return None
            else:
                made.append("\\" + follow)
            continue
        if inside:
            inside = letter != "]"
            made.append("\\[" if letter == "[" else letter)
            at += 1
            continue
        if letter == "(" and (look := _LOOK.match(pattern, at)):
            at = _close(pattern, look.end())
            if pattern[at : at + 1] in ("*", "+", "?", "{"):
                return None
            continue
        if letter == "[":
            inside = True
            made.append("[")
            at += 1
            if pattern[at : at + 1] == "^":
                made.append("^")
                at += 1
            if pattern[at : at + 1] == "]":
                made.append("\\]")
                at += 1
            continue
        if letter == "(" and pattern.startswith("(?>", at):
            made.append("(?:")
            at += 3
            continue
        if letter in "*+?}" and pattern[at + 1 : at + 2] == "+":
            made.append(letter)  # possessive: the greedy form matches at least as much
            at += 2
            continue
        if letter in "^$" and not anchors:  # anchors of a window are not those of the filter's text
            at += 1
            continue
        made.append(letter)
        at += 1
    return "".join(made)


def _close(pattern: str, at: int) -> int:
    """Return the index after the bracket that closes a group which is open at `at`."""
    depth, inside = 1, False
    while at < len(pattern) and depth:
        letter = pattern[at]
        if letter == "\\":
            at += 1
        elif inside:
            inside = letter != "]"
        elif letter == "[":
            inside = True
            at += pattern[at + 1 : at + 2] == "^"
            at += pattern[at + 1 : at + 2] == "]"
        else:
            depth += (letter == "(") - (letter == ")")
        at += 1
    return at
