"""What becomes of headings, links, lists, tables and frames. One function each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bs4 import Tag

from contentlint import urls
from contentlint.model import Frame, Heading, Link, Table
from contentlint.parse.forms import FORM_HANDLERS
from contentlint.parse.inherit import Sink, Where
from contentlint.parse.names import by_aria, squeeze
from contentlint.parse.pictures import image, svg
from contentlint.parse.run import Run
from contentlint.parse.structure import role_of
from contentlint.parse.walk import Handler, Walk

_PLAIN = frozenset({"presentation", "none"})


def heading(walk: Walk, tag: Tag, where: Where) -> None:
    """h1 to h6, or role=heading with aria-level."""
    if role_of(tag) in _PLAIN:
        walk.block(tag, where)
        return
    level = tag.attrs.get("aria-level", "").strip()
    if level.isascii() and level.isdigit() and int(level[:3]) > 0:
        number = min(int(level[:3]), 6)
    else:
        number = int(tag.name[1]) if tag.name[0] == "h" and tag.name[1:].isdigit() else 2
    walk.flush(where)
    place = walk.place(tag, where)
    sink = Sink(where.hidden, True)
    walk.sinks.append(sink)
    own = where._replace(kind="heading", level=number, css=where.path, tag=tag)
    walk.children(tag, own)
    walk.flush(own)
    walk.sinks.pop()
    text = by_aria(tag, walk.tree.by_id) or squeeze(sink.parts)
    walk.headings.append(Heading(number, text, place))
    walk.lead = None
    if text and not where.hidden:
        walk.heading = text


def link(walk: Walk, tag: Tag, where: Where) -> None:
    """An a or area; without href only its text counts."""
    href = tag.attrs.get("href")
    if href is None:
        walk.children(tag, where)
        return
    sink, run = Sink(where.hidden, True), Run()
    first_image = len(walk.images)
    place = walk.place(tag, where)
    walk.sinks.append(sink)
    walk.runs.append(run)
    walk.inline(tag, where, "link")
    if run in walk.runs:
        walk.runs.remove(run)
    walk.sinks.pop()
    walk.add_block("link", run, where, tag, where.path)
    name = (
        by_aria(tag, walk.tree.by_id)
        or squeeze(sink.parts)
        or squeeze(tag.attrs.get("alt") or tag.attrs.get("title", ""))
    )
    visible = run.text
    for index in range(first_image, len(walk.images)):
        image = walk.images[index]
        walk.images[index] = replace(image, in_link=True, link_text=visible)
    walk.waiting.append(len(walk.links))
    walk.links.append(
        Link(
            href,
            urls.canonical(href, walk.url if href.startswith("#") else walk.base),
            name,
            visible,
            place,
            squeeze(tag.attrs.get("rel", "")).lower(),
            tag.attrs.get("target", ""),
            "download" in tag.attrs,
        )
    )


def a_list(walk: Walk, tag: Tag, where: Where) -> None:
    """ul, ol, menu or dl: items share a container and the paragraph before them."""
    depth = where.level + 1 if where.kind == "list" else 1
    lead = walk.lead
    own = where._replace(level=depth, lead_in=lead, container=walk.new_container(), item=0, ordered=tag.name == "ol")
    walk.children(tag, own)
    walk.flush(where)
    walk.lead = None


def item(walk: Walk, tag: Tag, where: Where) -> None:
    """li: its turn in its list."""
    walk.items[where.container] += 1
    walk.block(tag, where._replace(item=walk.items[where.container]))


def table(walk: Walk, tag: Tag, where: Where) -> None:
    """A table, with the texts of its cells."""
    place = walk.place(tag, where)
    rows: list[list[str]] = []
    walk.rows.append(rows)
    before = len(walk.blocks)
    layout = role_of(tag) in _PLAIN
    counts = {"cells": 0, "scoped": 0}
    inner = where._replace(container=walk.new_container(), kind="paragraph" if layout else "cell", level=0)
    walk.lead = None
    caption = _caption(tag)
    for cell in _cells(tag):
        counts["cells"] += cell.name == "th"
        counts["scoped"] += cell.name == "th" and bool(cell.attrs.get("scope", "").strip())
    walk.children(tag, inner)
    walk.flush(inner)
    walk.rows.pop()
    walk.lead = None
    words = " ".join(b.text for b in walk.blocks[before:] if b.kind == "caption") if caption else None
    walk.tables.append(
        Table(words, tuple(map(tuple, rows)), counts["cells"], layout, place, counts["scoped"])
    )


def _caption(tag: Tag) -> bool:
    return any(isinstance(child, Tag) and child.name == "caption" for child in tag.contents)


def _cells(tag: Tag) -> list[Tag]:
    """Return the cells of a table, without those of tables in it."""
    found, waiting = [], list(tag.contents)
    while waiting:
        node = waiting.pop()
        if isinstance(node, Tag):
            if node.name in ("td", "th"):
                found.append(node)
            elif node.name in ("tr", "tbody", "thead", "tfoot"):
                waiting.extend(node.contents)
    return found


def row(walk: Walk, tag: Tag, where: Where) -> None:
    """A table row."""
    if walk.rows:
        walk.rows[-1].append([])
    walk.children(tag, where)


def cell(walk: Walk, tag: Tag, where: Where) -> None:
    """td or th."""
    kind = where.kind if where.kind == "paragraph" else ("header-cell" if tag.name == "th" else "cell")
    sink = Sink(where.hidden, False)
    walk.sinks.append(sink)
    own = where._replace(kind=kind, level=0)
    walk.lead = None
    walk.children(tag, own)
    walk.flush(own)
    walk.sinks.pop()
    if walk.rows:
        if not walk.rows[-1]:
            walk.rows[-1].append([])
        walk.rows[-1][-1].append(squeeze(sink.parts))


def frame(walk: Walk, tag: Tag, where: Where) -> None:
    """An iframe or frame."""
    walk.frames.append(Frame(tag.attrs.get("src", ""), tag.attrs.get("title"), walk.place(tag, where)))


HANDLERS: Mapping[str, Handler] = {
    **{f"h{level}": heading for level in range(1, 7)},
    "role=heading": heading,
    "a": link,
    "area": link,
    "img": image,
    "svg": svg,
    "ul": a_list,
    "ol": a_list,
    "menu": a_list,
    "dl": a_list,
    "li": item,
    "table": table,
    "tr": row,
    "td": cell,
    "th": cell,
    "iframe": frame,
    "frame": frame,
    **FORM_HANDLERS,
}
