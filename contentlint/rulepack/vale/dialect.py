"""Regular expressions as Vale writes them (.NET's dialect) → those of the `regex` package."""

from __future__ import annotations

import re
from functools import lru_cache

import regex

WORD = r"(?m)\b(?:%s)\b"
PLAIN = r"(?m)(?:%s)"
_FLAG = re.compile(r"\(\?([imsnx]*)(?:-([imsnx]*))?\)")
_GROUP = re.compile(r"(?<!\\)((?:\\\\)*)\((?!\?)")
SECONDS = 0.25


def translated(pattern: str) -> str:
    """Return a pattern with switches such as "(?i)" that hold from where they stand to the end of their group."""
    if "(?" not in pattern and "\\z" not in pattern and "\\Z" not in pattern:
        return pattern
    made: list[str] = []
    open_groups = [0]  # switches to close at the end of each open group
    at, inside = 0, False
    while at < len(pattern):
        letter = pattern[at]
        if letter == "\\":
            follow = pattern[at + 1 : at + 2]
            made.append(r"\Z" if follow == "z" else r"(?=\n?\Z)" if follow == "Z" else pattern[at : at + 2])
            at += 2
            continue
        if inside:
            inside = letter != "]"
        elif letter == "[":
            inside = True
            if pattern[at + 1 : at + 2] == "^":
                made.append("[")
                at, letter = at + 1, "^"
            if pattern[at + 1 : at + 2] == "]":
                made.append(letter + "\\]")
                at += 2
                continue
        elif letter == "(" and (match := _FLAG.match(pattern, at)):
            on, off = match[1].replace("n", ""), (match[2] or "").replace("n", "")
            if on or off:
                made.append(f"(?{on}{'-' + off if off else ''}:")
                open_groups[-1] += 1
            at = match.end()
            continue
        elif letter == "(":
            open_groups.append(0)
        elif letter == ")" and len(open_groups) > 1:
            made.append(")" * open_groups.pop())
        made.append(letter)
        at += 1
    while open_groups:
        made.append(")" * open_groups.pop())
    return "".join(made)


def without_groups(pattern: str) -> str:
    """Return a pattern whose capturing groups do not capture."""
    return _GROUP.sub(r"\1(?:", pattern)


@lru_cache(maxsize=8192)
def compiled(pattern: str, ignore_case: bool = False) -> regex.Pattern[str]:
    """Compile a pattern of Vale's. Raises regex.error."""
    return regex.compile(translated(pattern), regex.IGNORECASE if ignore_case else 0)


def counting(pattern: str, ignore_case: bool = False) -> re.Pattern[str] | regex.Pattern[str]:
    """Compile a pattern that is run over every word: by `re`, which is quicker, where it cannot take long."""
    if sum(pattern.count(mark) for mark in "+*{") <= 1 and not re.search(r"\(\?|\\[^bwsdWSD.\[\]()\\-]", pattern):
        return re.compile(pattern, re.IGNORECASE if ignore_case else 0)
    return compiled(pattern, ignore_case)


def found(pattern: regex.Pattern[str], text: str) -> bool:
    """Tell whether a pattern occurs in a text; one that takes too long does not."""
    try:
        return pattern.search(text, timeout=SECONDS) is not None
    except TimeoutError:
        return False


def whole(pattern: str, text: str) -> bool:
    """Tell whether a pattern fits a whole text; a broken one fits what is written as itself."""
    if re.fullmatch(r"[\w -]*", pattern) and "_" not in pattern:
        return pattern == text
    try:
        return found(compiled(f"^(?:{pattern})$"), text)
    except regex.error:
        return pattern == text
