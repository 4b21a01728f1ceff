"""Attribute values as text that knows its place in the source."""

from __future__ import annotations

import re

from bs4 import Tag

from contentlint.parse.inherit import Where
from contentlint.parse.run import Run
from contentlint.parse.walk import Walk

_ATTRIBUTE = re.compile(r"([^\s/>\"'=][^\s/>=]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+)))?")


def attribute_run(walk: Walk, tag: Tag, wanted: str) -> Run:
    """Return the value of an attribute as text that knows its place in the source."""
    start = tag.sourceline + 1 + len(tag.name)
    run = Run()
    for match in _ATTRIBUTE.finditer(walk.tree.source, start, tag.sourceline + tag.sourcepos):
        if match.group(1).lower() == wanted and match.lastindex and match.lastindex > 1:
            run.raw(walk.tree.source, *match.span(match.lastindex))
            break
    return run


def add_attribute(walk: Walk, tag: Tag, wanted: str, kind: str, where: Where) -> None:
    """Keep an attribute's words as a block."""
    walk.add_block(kind, attribute_run(walk, tag, wanted), where, tag, where.path)
