"""What becomes of pictures."""

from __future__ import annotations

from bs4 import Tag

from contentlint.model import Image
from contentlint.parse.attributes import add_attribute
from contentlint.parse.inherit import Where
from contentlint.parse.names import by_aria, squeeze
from contentlint.parse.structure import role_of
from contentlint.parse.walk import Walk


def image(walk: Walk, tag: Tag, where: Where) -> None:
    """img, or input of type image."""
    attrs = tag.attrs
    alt = attrs.get("alt")
    role = "presentation" if where.silent else role_of(tag)
    named = bool(by_aria(tag, walk.tree.by_id) or attrs.get("title", "").strip())
    walk.images.append(Image(attrs.get("src", ""), alt, walk.place(tag, where), role=role, named=named))
    name = by_aria(tag, walk.tree.by_id) or alt
    if name and not where.silent:
        for sink in walk.sinks:
            sink.parts.append(f" {name} " if tag.name == "input" else name)
    if alt:
        add_attribute(walk, tag, "alt", "alt", where)


def svg(walk: Walk, tag: Tag, where: Where) -> None:
    """An svg counts as an image where it has a name or says that it is one."""
    title = next((child for child in tag.contents if isinstance(child, Tag) and child.name == "title"), None)
    name = by_aria(tag, walk.tree.by_id) or (squeeze(title.get_text()) if title is not None else "")
    role = "presentation" if where.silent else role_of(tag)
    if name or role == "img":
        walk.images.append(Image("", name or None, walk.place(tag, where), role=role, named=bool(name)))
    if name and not where.silent:
        for sink in walk.sinks:
            sink.parts.append(f" {name} ")
