"""What elements inherit from those around them, and what collects their words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from bs4 import Tag


class Where(NamedTuple):
    """What an element inherits: the kind of prose in it, its region and so on.

    css, tag: of the block it lies in.
    """

    kind: str = "paragraph"
    region: str = "main"
    lang: str | None = None
    hidden: bool = False
    silent: bool = False  # aria-hidden: seen, but not read out
    lead_in: str | None = None
    container: int | None = None
    level: int = 0
    sectioned: bool = False
    css: str = ""
    tag: Tag | None = None
    path: str = ""  # of the element itself
    trail: str = ""  # names of the elements above, outside the main content
    loose: bool = False  # outside the main content and outside every landmark
    item: int = 0  # turn of the list item in its list
    ordered: bool = False


@dataclass(slots=True)
class Sink:
    """Collects the words of one element (a link's name, a cell's text)."""

    hidden: bool
    name: bool  # leaves out what is not read out
    parts: list[str] = field(default_factory=list)
