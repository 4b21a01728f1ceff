"""One pass over a tree: prose into blocks, everything else handed to the handlers in elements.py."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace

from bs4 import Tag

from contentlint.model import Block, Field, Frame, Heading, Image, Link, Place, Table
from contentlint.parse.inherit import Sink, Where
from contentlint.parse.names import is_hidden
from contentlint.parse.paths import css_path
from contentlint.parse.run import Run
from contentlint.parse.structure import region_of
from contentlint.parse.tree import Tree

SHORT = 300  # longest markup kept whole in Place.html
_UNREAD = frozenset(
    "script style template noscript textarea select datalist audio video canvas object math head"
    " title".split()
)
_INLINE = {
    "strong": "strong",
    "b": "strong",
    "em": "emphasis",
    "i": "emphasis",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
    "q": "quote",
    "abbr": "abbr",
}
_BLOCKS = frozenset(
    "address article aside blockquote body center details dialog dd div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre"
    " search section summary table caption thead tbody tfoot tr td th ul".split()
)
_KINDS = {
    "li": "list",
    "dt": "list",
    "dd": "list",
    "blockquote": "quote",
    "figcaption": "caption",
    "caption": "caption",
    "legend": "legend",
    "summary": "summary",
    "pre": "code",
    "address": "address",
}
_LEADS = frozenset({"paragraph", "list", "quote", "cell"})


Handler = Callable[["Walk", Tag, Where], None]


class Walk:
    """The state of one pass. Results: blocks, headings, links, images, tables, fields, frames, skeleton."""

    def __init__(
        self,
        tree: Tree,
        handlers: Mapping[str, Handler],
        main: frozenset[int],
        *,
        lang: str | None,
        base: str | None,
        url: str | None = None,
        line_starts: tuple[int, ...],
        skipped: frozenset[int] = frozenset(),
    ) -> None:
        self.tree, self.handlers, self.main = tree, handlers, main
        self.base, self.url, self.line_starts, self.skipped = base, url or base, line_starts, skipped
        self.lang = lang
        self.id_counts = Counter(tree.ids)
        self.blocks: list[Block] = []
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.tables: list[Table] = []
        self.fields: list[tuple[Tag, Field, str]] = []
        self.frames: list[Frame] = []
        self.labels: dict[str, list[str]] = {}
        self.rows: list[list[list[str]]] = []
        self.skeleton: set[str] = set()
        self.runs: list[Run] = [Run()]
        self.sinks: list[Sink] = []
        self.waiting: list[int] = []  # links whose context is not yet known
        self.heading: str | None = None
        self.lead: str | None = None
        self.containers = 0
        self.items: Counter[int | None] = Counter()  # of each list
        self.seen_main = False

    # places ---------------------------------------------------------------------------------

    def position(self, offset: int) -> tuple[int, int]:
        """Return (line, column) of a source offset, both from 1."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def place(self, tag: Tag, where: Where, css: str | None = None) -> Place:
        """Return the place of an element."""
        start, length = tag.sourceline, tag.sourcepos
        stop = tag.stop if 0 < tag.stop - start <= SHORT else start + length
        line, column = self.position(start)
        return Place(
            css=(where.path if css is None else css) or None,
            html=self.tree.source[start:stop],
            region=where.region,
            heading=self.heading,
            line=line,
            column=column,
            offset=start,
            hidden=where.hidden,
        )

    def new_container(self) -> int:
        """Return a number for a list, table or form."""
        self.containers += 1
        return self.containers

    # text -----------------------------------------------------------------------------------

    def add_block(
        self, kind: str, run: Run, where: Where, tag: Tag | None = None, css: str | None = None
    ) -> str:
        """Keep a run of text as a block, and return its text ("" where nothing is kept)."""
        if not run.length or where.hidden:
            return ""
        text, source, inline = run.finish()
        tag = tag or where.tag
        if tag is not None:
            place = self.place(tag, where, where.css if css is None else css)
        else:
            line, column = self.position(source[0][1])
            place = Place(
                region=where.region, heading=self.heading, line=line, column=column, offset=source[0][1]
            )
        lang = where.lang
        if lang and self.lang and lang.split("-")[0].lower() == self.lang.split("-")[0].lower():
            lang = None
        level = where.level if kind in ("list", "heading") else 0
        lead_in = where.lead_in if kind == "list" else None
        item = where.item if kind in ("list", "link") else 0
        self.blocks.append(Block(kind, text, place, source, lang, lead_in, inline, where.container, level,
                                 item, item > 0 and where.ordered))  # fmt: skip
        return text

    def flush(self, where: Where) -> None:
        """End the block that is open."""
        run = self.runs[0]
        if run.length:
            text = self.add_block(where.kind, run, where)
            self.lead = text if where.kind in _LEADS else None
            self.runs[0] = Run()
        elif run.breaks:
            self.runs[0] = Run()
        if self.waiting:
            text = run.text
            for index in self.waiting:
                link = self.links[index]
                self.links[index] = replace(link, context=text or link.context)
            self.waiting.clear()
        for sink in self.sinks:
            sink.parts.append(" ")

    def text(self, node: str, where: Where) -> None:
        """Add a text node to everything that is open."""
        for sink in self.sinks:
            if sink.hidden == where.hidden and not (sink.name and where.silent):
                sink.parts.append(node)
        if where.hidden:
            return
        source = self.tree.source
        for start, end in node.spans:  # type: ignore[attr-defined]
            for run in self.runs:
                run.raw(source, start, end)

    def line_break(self, tag: Tag, where: Where) -> None:
        """A br: white space; two of them end a paragraph."""
        run = self.runs[0]
        if run.breaks and run.length:
            self.flush(where)
        for each in self.runs:
            each.gap(tag.sourceline, tag.sourcepos)
            each.breaks += 1
        for sink in self.sinks:
            sink.parts.append(" ")

    # elements -------------------------------------------------------------------------------

    def children(self, tag: Tag, where: Where) -> None:
        """Visit the children of an element."""
        contents = tag.contents
        totals = (
            Counter(node.name for node in contents if isinstance(node, Tag)) if len(contents) > 1 else None
        )
        turns: Counter[str] = Counter()
        for node in contents:
            if not isinstance(node, Tag):
                if node.spans:
                    self.text(node, where)
                continue
            name = node.name
            turns[name] += 1
            if name == "br":
                self.line_break(node, where)
            elif name not in _UNREAD or name in self.handlers:
                turn = turns[name] if totals is not None and totals[name] > 1 else 0
                self.element(node, where, css_path(node, where.path, turn, self.id_counts))

    def element(self, tag: Tag, where: Where, path: str) -> None:
        """Visit an element."""
        name, attrs = tag.name, tag.attrs
        if id(tag) in self.skipped:
            return
        block = name in _BLOCKS
        changed: dict[str, object] = {"path": path}
        if block:
            self.flush(where)
            changed["css"], changed["tag"] = path, tag
        if attrs:
            if not where.hidden and is_hidden(tag):
                changed["hidden"] = True
            if attrs.get("aria-hidden") == "true":
                changed["silent"] = True
            if "lang" in attrs:
                changed["lang"] = attrs["lang"].strip() or None
        region = where.region
        if self.main and id(tag) in self.main:
            region, self.seen_main, changed["loose"] = "main", True, False
        elif name not in ("html", "body"):
            if where.loose:
                region = "footer" if self.seen_main else "header"
            own = region_of(tag, region, where.sectioned)
            if where.loose and (own != region or name in ("header", "footer")):
                changed["loose"] = False
            region = own
        if region != where.region:
            changed["region"] = region
        if name in ("article", "main", "section"):
            changed["sectioned"] = True
        if region not in ("main", "banner") and len(where.trail) < 200:
            changed["trail"] = trail = f"{where.trail}>{name}"
            self.skeleton.add(trail)
        here = where._replace(**changed)
        heading = self.heading
        if region != where.region and region == "main":
            self.heading = None
        if handler := self.handlers.get(name):
            handler(self, tag, here)
        elif attrs.get("role") == "heading":
            self.handlers["role=heading"](self, tag, here)
        elif block:
            self.block(tag, here)
        elif kind := _INLINE.get(name):
            self.inline(tag, here, kind)
        else:
            self.children(tag, here)
        if block:
            self.flush(here)
        if region != where.region:
            self.heading = heading  # a menu's heading says nothing about the text after the menu

    def block(self, tag: Tag, where: Where) -> None:
        """A block-level element without a handler of its own."""
        kind = _KINDS.get(tag.name)
        if kind and where.kind not in ("heading", "button", "label"):
            where = where._replace(kind=kind)
        if tag.name == "hr":
            self.lead = None
        self.children(tag, where)
        self.flush(where)

    def inline(self, tag: Tag, where: Where, kind: str) -> None:
        """An inline element: its text belongs to the block around it."""
        run = self.runs[0]
        start = run.length
        self.children(tag, where)
        self.runs[0].mark(start if self.runs[0] is run else 0, kind)

    def apart(self, tag: Tag, where: Where, kind: str) -> str:
        """Visit an element whose text is a block of its own (a label, a button); return its words."""
        outer, self.runs = self.runs, [Run()]
        sink = Sink(where.hidden, True)
        self.sinks.append(sink)
        own = where._replace(kind=kind, css=where.path, tag=tag)
        self.children(tag, own)
        self.flush(own)
        self.sinks.pop()
        self.runs = outer
        for run in outer:
            run.gap(tag.sourceline, tag.sourcepos)
        return " ".join("".join(sink.parts).split())
