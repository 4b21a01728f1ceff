"""Collects the text of a block together with the places that it came from."""

from __future__ import annotations

import re
from html import unescape

BREAK = "break"  # the kind of a run of Block.inline: the white space that a br became
SPACES = " \t\n\r\f"
_SEGMENT = re.compile(r"[^ \t\n\r\f]+(?:[ \t\n\r\f][^ \t\n\r\f]+)*")
_EVEN = str.maketrans("\t\n\r\f", "    ")
_REFERENCE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]{0,31};?)")


class Run:
    """Text with white space collapsed, and its breakpoints (see model.Block.source).

    Where several source characters make one of text (an entity, a run of spaces, a br), two breakpoints
    stand at its index: the place of the last source character, then that of the first. Block.offset()
    sees the first, Block.end_offset() both.
    """

    __slots__ = ("_end", "_gap", "_parts", "breaks", "length", "marks", "source")

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.source: list[tuple[int, int]] = []
        self.length = 0
        self.marks: list[tuple[int, int, str]] = []
        self._gap: tuple[int, int] | None = None
        self._end: int | None = None  # source offset after a last character made of several
        self.breaks = 0  # br elements since the last word

    def _put(self, text: str, offset: int, size: int) -> None:
        if size != len(text):
            self.source.append((self.length, offset + size - 1))
            self.source.append((self.length, offset))
            self._end = offset + size
        else:
            last = self.source[-1] if self.source else None
            if last is None or self._end is not None or last[1] + self.length - last[0] != offset:
                self.source.append((self.length, offset))
            self._end = None
        self._parts.append(text)
        self.length += len(text)

    def word(self, text: str, offset: int, size: int) -> None:
        """Add text without white space that `size` source characters stand for."""
        if self._gap is not None:
            if self.length:
                self._put(" ", *self._gap)
                if self.breaks:
                    self.marks.append((self.length - 1, self.length, BREAK))
            self._gap = None
        self._put(text, offset, size)
        self.breaks = 0

    def gap(self, offset: int, size: int = 1) -> None:
        """Note white space (or a br) of `size` source characters."""
        if self._gap is None:
            self._gap = (offset, size)

    def plain(self, text: str, offset: int) -> None:
        """Add source text without character references."""
        end = 0
        for match in _SEGMENT.finditer(text):
            start = match.start()
            if start > end:
                self.gap(offset + end, start - end)
            end = match.end()
            self.word(match.group().translate(_EVEN), offset + start, end - start)
        if end < len(text):
            self.gap(offset + end, len(text) - end)

    def raw(self, source: str, start: int, end: int) -> None:
        """Add source[start:end], decoding character references."""
        text = source[start:end]
        if "&" not in text:
            self.plain(text, start)
            return
        done = 0
        for match in _REFERENCE.finditer(text):
            decoded = unescape(match.group())
            if decoded == match.group():
                continue
            self.plain(text[done : match.start()], start + done)
            done = match.end()
            if decoded.strip(SPACES):
                self.word(decoded, start + match.start(), len(match.group()))
            elif decoded:
                self.gap(start + match.start(), len(match.group()))
        self.plain(text[done:], start + done)

    def mark(self, start: int, kind: str) -> None:
        """Note that the text since `start` is a link, strong …"""
        if self.length > start:
            self.marks.append((start, self.length, kind))

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)

    def finish(self) -> tuple[str, tuple[tuple[int, int], ...], tuple[tuple[int, int, str], ...]]:
        """Return (text, source, inline) for a Block."""
        text = self.text
        source = list(self.source)
        if self._end is not None:
            source.append((self.length, self._end))
        inline = tuple(
            (start + (kind != BREAK and text[start] == " "), end, kind)
            for start, end, kind in sorted(self.marks)
            if kind == BREAK or end - start > (text[start] == " ")
        )
        return text, tuple(source), inline
