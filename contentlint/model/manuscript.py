"""A file as Vale sees it: passages with dotted scope paths, in-text switches and counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from contentlint.model.page import Block, Page


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is to be read for rules in Vale's format.

    format: "markdown", "html" or "text". suffix: the ending of the file, which ends every scope path.
    masked: inline elements whose words are covered by asterisks. skipped: elements left out, or
    nothing for the usual ones. classes: more classes whose elements are left out. ignored: scopes of
    front matter that are left out. tokens, blocks: regular expressions whose first group is read as
    code. delimiters: what opens and closes a comment besides the usual marks, or None. inline: scopes
    such as "link" that some rule asks for.
    """

    format: str
    suffix: str
    masked: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    delimiters: tuple[str, str] | None = None
    inline: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Switch:
    """A comment that may turn rules off or on: its words, and the source offset where they begin."""

    words: str
    offset: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text under one scope path.

    block: its kind is the scope path, such as "text.heading.h2.md". unit: "paragraph" where it may be
    split into paragraphs and sentences, "run" where into sentences alone, "whole" where not.
    seen: number of switches that stand before its end.
    """

    block: Block
    unit: str = "whole"
    seen: int = 0


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A file read for rules in Vale's format.

    page: key, digest and line starts; its blocks are those of the passages. counts: elements by name
    ("paragraphs", "heading.h2", "list", "blockquote", "pre" …). source: the text as read.
    """

    page: Page
    passages: tuple[Passage, ...]
    switches: tuple[Switch, ...]
    counts: Mapping[str, int]
    source: str
