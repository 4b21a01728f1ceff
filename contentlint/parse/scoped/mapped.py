"""Text that remembers where each of its characters stood in the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

_EVENED = re.compile(r"\r\n?|&rsquo;")


class Mapped:
    """A text with breakpoints (index, source offset): between two of them text and source run in step."""

    __slots__ = ("points", "text")

    def __init__(self, text: str, points: list[tuple[int, int]]) -> None:
        self.text, self.points = text, points

    def source(self, index: int) -> int:
        """Return the source offset of text[index]; index may be len(text)."""
        at = bisect_right(self.points, (index, float("inf"))) - 1
        if at < 0:
            return 0
        start, offset = self.points[at]
        return offset + index - start

    def between(self, start: int, end: int, shift: int = 0) -> list[tuple[int, int]]:
        """Return the breakpoints of text[start:end], counted from `shift`."""
        if len(self.points) == 1:
            first, offset = self.points[0]
            return [(shift, offset + start - first)]
        made = [(shift, self.source(start))]
        at = bisect_right(self.points, (start, float("inf")))
        while at < len(self.points) and self.points[at][0] < end:
            index, offset = self.points[at]
            made.append((index - start + shift, offset))
            at += 1
        return made

    def replaced(self, edits: Iterable[tuple[int, int, str, tuple[int, int] | None, str]]) -> Mapped:
        """Return the text with each [start, end) replaced by words, a kept stretch of it, and words."""
        parts: list[str] = []
        points: list[tuple[int, int]] = []
        size, done = 0, 0

        def keep(start: int, end: int) -> None:
            nonlocal size
            if end > start:
                points.extend(self.between(start, end, size))
                parts.append(self.text[start:end])
                size += end - start

        def put(words: str, at: int) -> None:
            nonlocal size
            if words:
                points.append((size, self.source(at)))
                parts.append(words)
                size += len(words)

        for start, end, before, kept, after in edits:
            keep(done, start)
            put(before, start)
            if kept:
                keep(*kept)
            put(after, end)
            done = end
        keep(done, len(self.text))
        return Mapped("".join(parts), points or [(0, 0)])


def evened(source: str) -> Mapped:
    """Return the source with one kind of line ending and one kind of apostrophe."""
    whole = Mapped(source, [(0, 0)])
    if "\r" not in source and "&rsquo;" not in source:
        return whole
    return whole.replaced(
        (match.start(), match.end(), "'" if match.group()[0] == "&" else "\n", None, "")
        for match in _EVENED.finditer(source)
    )
