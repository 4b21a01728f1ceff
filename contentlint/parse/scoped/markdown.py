"""Markdown → events: GitHub tables, strike-through and bare addresses, front matter left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from contentlint.parse.scoped.display_math import display_math
from contentlint.parse.scoped.events import Event, html_events
from contentlint.parse.scoped.inline import Inline
from contentlint.parse.scoped.mapped import Mapped

FRONT = re.compile(r"\A(?:---|\+\+\+|;;;)[ \t]*\n(.*?\n)?(?:---|\+\+\+|;;;)[ \t]*(?:\n|\Z)", re.S)
_BLOCKS = {
    "bullet_list": "ul", "ordered_list": "ol", "list_item": "li", "blockquote": "blockquote", "table": "table",
    "thead": "thead", "tbody": "tbody", "tr": "tr", "th": "th", "td": "td",
}  # fmt: skip
_TASK = re.compile(r"\[[ xX]\]\s")


@cache
def _parser() -> MarkdownIt:
    made = MarkdownIt("commonmark", {"html": True, "maxNesting": 60}).enable(["table", "strikethrough"])
    made.block.ruler.before("fence", "display_math", display_math, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    return made


def markdown_events(source: Mapped) -> Iterator[Event]:
    """Yield the events of a Markdown text."""
    text = source.text
    if front := FRONT.match(text):
        text = re.sub(r"[^\n]", " ", front.group()) + text[front.end() :]
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    return _Walk(Mapped(text, source.points), starts).events(_parser().parse(text))


class _Walk:
    def __init__(self, source: Mapped, starts: Sequence[int]) -> None:
        self.source, self.starts = source, starts
        self.cell = False
        self.column = 0  # where the next cell of the row is looked for

    def events(self, tokens: Sequence[Token]) -> Iterator[Event]:
        item = False
        for token in tokens:
            kind = token.type
            name, _, end = kind.rpartition("_")
            if kind == "inline":
                if token.map:
                    yield from Inline(self.source, token, self.lines(token), self.cell, item).events()
                item = False
            elif name in _BLOCKS and end in ("open", "close"):
                item = kind == "list_item_open"
                if name == "tr" and end == "open" and token.map:
                    self.column = self.starts[token.map[0]]
                self.cell = name in ("th", "td") and end == "open"
                yield ("start" if end == "open" else "end", _BLOCKS[name], {})
            elif name in ("paragraph", "heading"):
                if not token.hidden:
                    yield ("start" if end == "open" else "end", token.tag, {})
                elif end == "close":
                    yield ("text", "\n", [])
            elif kind in ("fence", "code_block", "math_block"):
                yield ("start", "pre", {})
                if kind != "math_block":
                    yield ("start", "code", {})
                yield from self._code(token)
                if kind != "math_block":
                    yield ("end", "code", {})
                yield ("end", "pre", {})
            elif kind == "html_block" and token.map:
                first, last = token.map
                stop = self.starts[last] if last < len(self.starts) else len(self.source.text)
                yield from html_events(self.source, self.starts[first], stop)
            elif kind == "hr":
                yield ("start", "hr", {})

    def _code(self, token: Token) -> Iterator[Event]:
        if not token.map:
            return
        at = self.starts[min(token.map[0] + (token.type == "fence"), len(self.starts) - 1)]
        for line in token.content.splitlines(keepends=True):
            found = self.source.text.find(line.rstrip("\n"), at)
            if found < 0:
                continue
            yield ("text", line, self.source.between(found, found + len(line)))
            at = found + len(line)

    def lines(self, token: Token) -> list[int]:
        """Return the index of each content line of an inline token in the text."""
        first, last = token.map or [0, 0]
        text, starts, found = self.source.text, self.starts, []
        for number, line in enumerate(token.content.split("\n")):
            row = min(first + number, max(last - 1, first), len(starts) - 1)
            start = starts[row]
            end = starts[row + 1] if row + 1 < len(starts) else len(text)
            if self.cell:
                line = line.replace("|", "\\|")
                at = max(text.find(line, self.column, end), self.column)
                stop = text.find("|", at + len(line), end)
                self.column = stop + 1 if stop >= 0 else end
                found.append(at)
                continue
            whole = text[start:end].rstrip()
            if whole.endswith(line.rstrip()):
                found.append(start + len(whole) - len(line.rstrip()))
            else:
                found.append(start + max(whole.find(line.strip()), 0))
        return found
