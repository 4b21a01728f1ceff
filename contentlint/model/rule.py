"""A rule: data that says what to look for and what to say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from contentlint.model.scale import Certainty, Kind, Owner, Severity


@dataclass(frozen=True, slots=True)
class Guidance:
    """Which guidance says so: name of the guide and its entry, address, day it was read."""

    guide: str
    entry: str | None = None
    url: str | None = None
    checked: str | None = None

    @property
    def name(self) -> str:
        """"GOV.UK style guide: Words to avoid"."""
        return f"{self.guide}: {self.entry}" if self.entry else self.guide


@dataclass(frozen=True, slots=True)
class Example:
    """A test and a piece of documentation.

    text: what a page says, in Markdown-like plain text or, where markup is "html", a piece of HTML.
    flags: the quoted words (or a piece of the element's markup) that must be flagged, in order;
    empty for a good example. fixed: the text after all safe fixes, or None. under: text of the
    heading above, or None.
    """

    text: str
    flags: tuple[str, ...] = ()
    fixed: str | None = None
    markup: str = "text"
    line: int = 0
    under: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing to look for.

    id: "<pack>/<file name>". extends: a rule type of the style engine, or a checker by its file
    name. message: filled with {match}, {suggestion} and the checker's own names. options: the keys
    that belong to the type (tokens, swap, max …). path, line: where it is written. on: whether it
    runs. base: id of the rule that it extends. lent: its examples were written for other settings,
    so that they show what the rule is about but need not hold. fixed: fields that a council has set, so
    that no check sets them otherwise for a single hit.
    """

    id: str
    extends: str
    title: str
    message: str
    why: str
    severity: Severity
    certainty: Certainty
    kind: Kind
    owner: Owner
    scope: tuple[str, ...] = ()
    guidance: tuple[Guidance, ...] = ()
    wcag: tuple[str, ...] = ()
    act: tuple[str, ...] = ()
    options: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    examples: tuple[Example, ...] = ()
    fix: bool = False
    effort: str = "minutes"
    path: str = ""
    line: int = 0
    on: bool = True
    base: str | None = None
    lent: bool = False
    fixed: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The last part of the id: the problem that a checker of ours looks for."""
        return self.id.rpartition("/")[2]
