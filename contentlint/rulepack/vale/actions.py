"""What a rule's action makes of the words found: replace, remove, convert, edit, suggest."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import regex

from contentlint.errors import ConfigError
from contentlint.rulepack.vale.dialect import compiled

#: edits by name: how many words each takes after its name
_ARITY: Mapping[str, int] = {
    "replace": 2, "remove": 1, "regex": 2, "trim": 1, "trim_left": 1, "trim_right": 1, "truncate": 1, "split": 2,
    "wrap": 1, "unwrap": 1, "prefix": 1, "suffix": 1, "squeeze": 0, "capitalize": 0, "uncapitalize": 0, "lower": 0, "upper": 0,
}  # fmt: skip
_EDITS: Mapping[str, Callable[..., str]] = {
    "replace": lambda words, old, new: words.replace(old, new),
    "remove": lambda words, letters: "".join(letter for letter in words if letter not in letters),
    "trim": lambda words, letters: words.strip(letters),
    "trim_left": lambda words, letters: words.lstrip(letters),
    "trim_right": lambda words, letters: words.rstrip(letters),
    "truncate": lambda words, mark: words.split(mark)[0] if mark else words,
    "wrap": lambda words, mark: mark + words + mark,
    "unwrap": lambda words, mark: words.removeprefix(mark).removesuffix(mark),
    "prefix": lambda words, mark: mark + words,
    "suffix": lambda words, mark: words + mark,
    "squeeze": lambda words: re.sub(r"\s+", " ", words),
    "capitalize": lambda words: words[:1].upper() + words[1:],
    "uncapitalize": lambda words: words[:1].lower() + words[1:],
    "lower": lambda words: words.lower(),
    "upper": lambda words: words.upper(),
}
_OPTION = re.compile(r"(?<!\\)\|")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|[^\w]|_")
_REFERENCE = re.compile(r"\$(\d+|\{\w+\})")


def options(written: str) -> list[str]:
    """Return the choices of "phone|mobile phone"; "\\|" is a bar."""
    return [part.replace("\\|", "|") for part in _OPTION.split(written) if part]


def sentence_of(words: Sequence[str], joined_by: str = "or") -> str:
    """Return "'a', 'b', or 'c'"."""
    quoted = [f"'{word}'" for word in words]
    if len(quoted) < 2:
        return "".join(quoted)
    if len(quoted) == 2:
        return f"{quoted[0]} {joined_by} {quoted[1]}"
    return ", ".join([*quoted[:-1], f"{joined_by} {quoted[-1]}"])


def python_replacement(written: str) -> str:
    """Return a replacement with "$1" as the `regex` package writes it."""
    return _REFERENCE.sub(lambda match: f"\\g<{match[1].strip('{}')}>", written.replace("\\", "\\\\"))


def substituted(pattern: str, written: str, words: str, ignore_case: bool) -> str:
    """Return words in which a pattern is replaced, "$1" being its groups."""
    try:
        return compiled(pattern, ignore_case).sub(python_replacement(written), words, timeout=0.25)
    except (regex.error, TimeoutError, IndexError):
        return written


def steps_of(params: Sequence[str], where: str) -> list[tuple[str, ...]]:
    """Return the edits of an action, each with its words. Raises ConfigError for one that is not known."""
    made, at = [], 0
    while at < len(params):
        if params[at] not in _ARITY:
            raise ConfigError(f"There is no edit “{params[at]}”.", where=where, remedy=f"Use {', '.join(_ARITY)}.")
        step = tuple(params[at : at + 1 + _ARITY[params[at]]])
        if len(step) <= _ARITY[params[at]]:
            raise ConfigError(f"The edit “{params[at]}” needs {_ARITY[params[at]]} words.", where=where)
        made.append(step)
        at += len(step)
    return made


def suggestions(action: str, params: Sequence[str], words: str) -> list[str] | None:
    """Return what to write instead of words, or None where the action cannot say so at once."""
    if action == "replace":
        return list(params)
    if action == "remove":
        return [""]
    if action == "convert":
        return [" ".join(_HUMP.sub(" ", words).lower().split())]
    if action == "edit":
        for step in steps_of(params, ""):
            words = _edited(words, step)
        return [words.strip()]
    return None


def _edited(words: str, step: tuple[str, ...]) -> str:
    name, *rest = step
    if name == "regex":
        return substituted(rest[0], rest[1], words, False)
    if name == "split":
        parts = words.split(rest[0]) if rest[0] else [words]
        index = int(rest[1]) if rest[1].isdigit() else 0
        return parts[index] if index < len(parts) else words
    return _EDITS[name](words, *rest)


def recased(written: str, seen: str) -> str:
    """Return a suggestion with the capitals of the words it stands for."""
    letters = [letter for letter in seen if letter.isalpha()]
    if not letters:
        return written
    if all(letter.islower() for letter in letters):
        return written.lower()
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return written.upper()
    if letters[0].isupper() and not any(letter.isupper() for letter in letters[1:]):
        return written[:1].upper() + written[1:].lower()
    return written
