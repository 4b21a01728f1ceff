"""Reads a piece of raw HTML inside a Markdown file, so that its places are those of the file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from contentlint.model import Heading, Image, Link, Place, Table
from contentlint.parse.digests import line_starts
from contentlint.parse.elements import HANDLERS
from contentlint.parse.inherit import Where
from contentlint.parse.tree import BrokenMarkup, build
from contentlint.parse.walk import Walk

if TYPE_CHECKING:
    from contentlint.parse._markdown import Reader

Placed = TypeVar("Placed", Heading, Image, Link, Table)


def read_fragment(reader: Reader, start: int, end: int) -> None:
    """Add what source[start:end] holds to a Markdown reader."""
    piece = reader.source[start:end]
    try:
        tree = build(piece)
    except BrokenMarkup:
        return
    walk = Walk(tree, HANDLERS, frozenset(), lang=None, base=None, line_starts=line_starts(piece))
    walk.heading, walk.lead, walk.containers = reader.heading, reader.lead, reader.containers
    where = Where()
    walk.children(tree.root, where)
    walk.flush(where)

    def moved(place: Place) -> Place:
        offset = (place.offset or 0) + start
        line = bisect_right(reader.starts, offset)
        return replace(place, css=None, offset=offset, line=line, column=offset - reader.starts[line - 1] + 1)

    def move(items: list[Placed]) -> list[Placed]:
        return [replace(item, place=moved(item.place)) for item in items]

    for block in walk.blocks:
        source = tuple((index, offset + start) for index, offset in block.source)
        reader.blocks.append(replace(block, place=moved(block.place), source=source))
    reader.headings += move(walk.headings)
    reader.links += move(walk.links)
    reader.images += move(walk.images)
    reader.tables += move(walk.tables)
    reader.heading, reader.lead, reader.containers = walk.heading, None, walk.containers
