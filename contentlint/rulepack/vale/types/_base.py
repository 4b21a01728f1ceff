"""What the rule types share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Protocol

from contentlint.rulepack.vale.actions import sentence_of, suggestions
from contentlint.rulepack.vale.definition import Definition
from contentlint.rulepack.vale.dialect import PLAIN, WORD
from contentlint.rulepack.vale.finder import Spot

_PLACEHOLDER = re.compile(r"%%|%(?:\[(\d+)\])?[sdvq]")


class Alert(NamedTuple):
    """Characters [start, end) of a passage (or, with start -1, the file), what to say and what to write."""

    start: int
    end: int
    message: str
    suggestions: tuple[str, ...] = ()


@dataclass(slots=True)
class State:
    """What rules remember of one file. figures: of the counted text, when it is judged."""

    seen: dict[str, set[str]] = field(default_factory=dict)
    figures: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for all rules. accepted: terms of the vocabulary. template: the word template or "".
    folders: of styles."""

    accepted: tuple[str, ...] = ()
    template: str = ""
    folders: tuple[Path, ...] = ()


class Judge(Protocol):
    """always: is asked even where the finder found nothing."""

    always: bool

    def judge(self, text: str, spots: Sequence[Spot], state: State) -> Iterator[Alert]:
        """Yield the alerts on a passage."""
        ...


def fill(message: str, *words: object) -> str:
    """Return a message with its placeholders filled, in order; line ends become blanks."""
    given = iter(words)

    def one(match: re.Match[str]) -> str:
        if match.group() == "%%":
            return "%"
        if match[1]:
            return str(words[int(match[1]) - 1]) if int(match[1]) <= len(words) else ""
        return str(next(given, ""))

    return _PLACEHOLDER.sub(one, message).replace("\n", " ")


def template(definition: Definition, setting: Setting, words: bool) -> str:
    """Return what the patterns of a rule are put into."""
    return (setting.template or WORD) if words else PLAIN


def plain_alert(definition: Definition, text: str, start: int, end: int, *, written: str | None = None) -> Alert:
    """Return the alert of a rule that says what it found and, with an action, what to write."""
    words = text[start:end] if written is None else written
    made = suggestions(definition.action, definition.params, words) if definition.action else None
    if made is None:
        return Alert(start, end, fill(definition.message, words, words) if definition.action else fill(definition.message, words))
    instead = made[0] if len(made) == 1 else sentence_of(made) if made else words
    return Alert(start, end, fill(definition.message, words, instead), tuple(made))


Plan = Callable[..., Judge]
