"""Turns the tokens of markdown-it into blocks, headings, links, images and tables.

A token says which lines it stands on, and its content is what those lines hold after list markers,
quote signs and indentation. So every content line is the end of a source line, or a cell within it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from contentlint import urls
from contentlint.model import Block, Heading, Image, Link, Place, Table
from contentlint.parse._content import Content
from contentlint.parse.run import Run

_LEADS = frozenset({"paragraph", "list", "quote", "cell"})
_MARKS = {"strong_open": "strong", "em_open": "emphasis", "link_open": "link"}


@dataclass(slots=True)
class _List:
    """An open list. items: how many of its items were met."""

    container: int
    lead: str | None
    ordered: bool
    items: int = 0


class Reader:
    """Turns tokens into blocks, headings, links, images and tables."""

    def __init__(self, source: str, starts: tuple[int, ...]) -> None:
        self.source, self.starts = source, starts
        self.blocks: list[Block] = []
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.tables: list[Table] = []
        self.heading: str | None = None
        self.lead: str | None = None
        self.lists: list[_List] = []
        self.containers = 0
        self.quotes = 0
        self.cell: str | None = None
        self.column = 0  # where the next cell of the row is looked for
        self.rows: list[list[str]] = []
        self.heads = 0
        self.number: int | None = None  # container of the open table
        self.opened = 0  # where it starts

    def place(self, start: int, end: int | None = None) -> Place:
        """Return the place of source[start:end]."""
        line = bisect_right(self.starts, start)
        markup = self.source[start:end] if end is not None and end - start <= 300 else None
        return Place(
            html=markup,
            heading=self.heading,
            line=line,
            column=start - self.starts[line - 1] + 1,
            offset=start,
        )

    def read(self, tokens: Sequence[Token]) -> None:
        """Read all block tokens."""
        level = 0
        for token in tokens:
            kind = token.type
            if kind == "heading_open":
                level = int(token.tag[1])
            elif kind == "heading_close":
                level = 0
            elif kind in ("bullet_list_open", "ordered_list_open"):
                self.containers += 1
                self.lists.append(_List(self.containers, self.lead, kind[0] == "o"))
            elif kind == "list_item_open":
                self.lists[-1].items += 1
            elif kind in ("bullet_list_close", "ordered_list_close"):
                self.lists.pop()
                self.lead = None
            elif kind in ("blockquote_open", "blockquote_close"):
                self.quotes += 1 if kind.endswith("open") else -1
            elif kind in ("table_open", "table_close"):
                self._table(token)
            elif kind == "tr_open":
                self.rows.append([])
                self.column = self.starts[token.map[0]] if token.map else 0
            elif kind in ("th_open", "td_open"):
                self.cell = "header-cell" if kind[1] == "h" else "cell"
                self.heads += kind[1] == "h"
            elif kind in ("th_close", "td_close"):
                self.cell = None
            elif kind in ("fence", "code_block"):
                self._code(token)
            elif kind == "html_block":
                self._html(token)
            elif kind == "hr":
                self.lead = None
            elif kind == "inline" and token.map:
                self._inline(token, level)

    def _lines(self, token: Token) -> list[int]:
        """Return the source offset of each content line of an inline token."""
        first, last = token.map or [0, 0]
        found = []
        for index, line in enumerate(token.content.split("\n")):
            number = min(first + index, max(last - 1, first), len(self.starts) - 1)
            start = self.starts[number]
            end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.source)
            whole = self.source[start:end].rstrip()
            if self.cell:
                line = line.replace("|", "\\|")
                at = max(self.source.find(line, self.column, end), self.column)
                stop = self.source.find("|", at + len(line), end)
                self.column = stop + 1 if stop >= 0 else end
                found.append(at)
            elif whole.endswith(line.rstrip()):
                found.append(start + len(whole) - len(line.rstrip()))
            else:
                found.append(start + max(whole.find(line.strip()), 0))
        return found

    def _kind(self, level: int) -> str:
        if level:
            return "heading"
        return self.cell or ("list" if self.lists else "quote" if self.quotes else "paragraph")

    def _inline(self, token: Token, level: int) -> None:
        kind = self._kind(level)
        text = token.content.replace("|", "\\|") if self.cell else token.content  # a bar is escaped in a cell
        content = Content(text, self._lines(token))
        run = Run()
        first_link = len(self.links)
        name = self._children(token.children or [], content, run)
        text, source, inline = run.finish()
        start = source[0][1] if source else content.source(0)
        for index in range(first_link, len(self.links)):
            link = self.links[index]
            self.links[index] = Link(link.href, link.url, link.text, text or link.text, link.place)
        if self.cell and self.rows:
            self.rows[-1].append(" ".join(name.split()))
        if level:
            line = bisect_right(self.starts, start) - 1
            self.headings.append(Heading(level, " ".join(name.split()), self.place(self.starts[line])))
        if not text:
            return
        inner = self.lists[-1] if self.lists else None
        container = inner.container if inner else self.number if self.cell else None
        depth = level or (len(self.lists) if kind == "list" else 0)
        block = Block(
            kind,
            text,
            self.place(start),
            source,
            None,
            inner.lead if inner and kind == "list" else None,
            inline,
            container,
            depth,
            inner.items if inner and kind == "list" else 0,
            bool(inner and inner.ordered and kind == "list"),
        )
        self.blocks.append(block)
        self.lead = text if kind in _LEADS else None
        if level:
            self.heading = text

    def _children(self, tokens: Sequence[Token], content: Content, run: Run) -> str:
        """Read inline tokens into a run; return the words with the alternatives of images."""
        runs, name = [run], []
        open_marks: list[tuple[int, str]] = []
        links: list[tuple[Token, int, Run, int]] = []
        for token in tokens:
            kind = token.type
            if kind in ("text", "text_special"):
                content.words(token.content, runs)
                name.append(token.content)
            elif kind in ("softbreak", "hardbreak"):
                start = content.at
                content.skip("\n")
                for each in runs:
                    each.gap(content.source(start), max(content.at - start, 1) if kind == "hardbreak" else 1)
                name.append(" ")
            elif kind == "code_inline":
                content.skip(token.markup)
                start = run.length
                content.words(token.content, runs)
                content.skip(token.markup)
                run.mark(start, "code")
                name.append(token.content)
            elif kind == "image":
                name.append(self._image(token, content, bool(links)))
            elif kind == "html_inline":
                content.skip(token.content)
            elif kind == "link_open":
                start = content.text.find("<" if token.markup == "autolink" else "[", content.at)
                content.at = max(start, content.at) + 1
                links.append((token, content.at - 1, Run(), len(name)))
                runs.append(links[-1][2])
                open_marks.append((run.length, "link"))
            elif kind == "link_close" and links:
                opened, start, words, index = links.pop()
                runs.remove(words)
                content.skip(">") if opened.markup == "autolink" else content.end_of_link()
                run.mark(*open_marks.pop())
                self._link(
                    opened,
                    content.source(start),
                    content.source(max(content.at - 1, 0)) + 1,
                    words,
                    "".join(name[index:]),
                )
            elif kind in _MARKS:
                content.skip(token.markup)
                open_marks.append((run.length, _MARKS[kind]))
            elif kind in ("strong_close", "em_close") and open_marks:
                content.skip(token.markup)
                run.mark(*open_marks.pop())
        return "".join(name)

    def _link(self, token: Token, start: int, end: int, words: Run, name: str) -> None:
        href = str(token.attrs.get("href", ""))
        text, source, inline = words.finish()
        place = self.place(start, end)
        label = " ".join(name.split()) or str(token.attrs.get("title", ""))
        self.links.append(Link(href, urls.canonical(href), label, text, place))
        if text:
            container = self.lists[-1].container if self.lists else self.number
            self.blocks.append(Block("link", text, place, source, inline=inline, container=container))

    def _image(self, token: Token, content: Content, in_link: bool) -> str:
        start = content.text.find("![", content.at)
        content.at = max(start, content.at) + 2
        begin, alt = content.at, Run()
        words = self._children(token.children or [], content, alt)
        content.end_of_link()
        place = self.place(content.source(max(begin - 2, 0)), content.source(max(content.at - 1, 0)) + 1)
        text, source, _ = alt.finish()
        self.images.append(Image(str(token.attrs.get("src", "")), text or words, place, in_link=in_link))
        if text:
            self.blocks.append(Block("alt", text, place, source))
        return text

    def _table(self, token: Token) -> None:
        if token.type == "table_open":
            self.containers += 1
            self.number, self.rows, self.heads, self.lead = self.containers, [], 0, None
            self.opened = self.starts[token.map[0]] if token.map else 0
            return
        rows = tuple(map(tuple, self.rows))
        self.tables.append(Table(None, rows, self.heads, False, self.place(self.opened)))
        self.number, self.rows, self.lead = None, [], None

    def _code(self, token: Token) -> None:
        first, last = token.map or [0, 0]
        run = Run()
        inner = range(first + 1, last) if token.type == "fence" else range(first, last)
        for number, line in zip(inner, token.content.split("\n"), strict=False):
            start = self.starts[number]
            at = self.source.find(line, start) if line else -1
            run.plain(line + "\n", at if at >= 0 else start)
        if run.length:
            text, source, _ = run.finish()
            self.blocks.append(Block("code", text, self.place(source[0][1]), source))
        self.lead = None

    def _html(self, token: Token) -> None:
        """Read raw HTML with the HTML parser, at its place in the source."""
        if not token.map or (token.content.lstrip()[:4] == "<!--" and token.content.rstrip().endswith("-->")):
            return
        from contentlint.parse._fragment import read_fragment  # Beautiful Soup, only where there is HTML

        first, last = token.map
        end = self.starts[last] if last < len(self.starts) else len(self.source)
        read_fragment(self, self.starts[first], end)
