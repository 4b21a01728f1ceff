"""Finds each character of a Markdown token in the source again, stepping over markup token by token."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from html import unescape

from contentlint.parse.run import Run

_REFERENCE = re.compile(r"&(?:#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)")
_TURNS = "&\\\n"  # where text and content may part
_TURN = re.compile(r"[&\\\n]")


class Content:
    """The content of an inline token, with the source offset of each of its characters."""

    def __init__(self, text: str, lines: Sequence[int]) -> None:
        self.text = text
        self.starts = [0] + [match.end() for match in re.finditer("\n", text)]
        self.lines = lines  # source offset of each content line's first character
        self.at = 0

    def source(self, index: int) -> int:
        """Return the source offset of a character of the content."""
        line = bisect_right(self.starts, index) - 1
        return self.lines[min(line, len(self.lines) - 1)] + index - self.starts[line]

    def skip(self, wanted: str) -> None:
        """Step over markup."""
        if wanted and (found := self.text.find(wanted, self.at)) >= 0:
            self.at = found + len(wanted)

    def words(self, text: str, runs: Sequence[Run]) -> None:
        """Add text to the runs, stepping over escapes and references."""
        done = 0
        if self.text.startswith(text, self.at) and not _TURN.search(text):
            for run in runs:  # nearly always: the words stand in the source as they are
                run.plain(text, self.source(self.at))
            self.at += len(text)
            return
        while done < len(text):
            at, content = self.at, self.text
            if content.startswith(text[done : done + 1], at) and not _REFERENCE.match(content, at):
                step = 1
                longest = min(len(text) - done, len(content) - at)
                while (
                    step < longest
                    and content[at + step] == text[done + step]
                    and content[at + step] not in _TURNS
                ):
                    step += 1
                for run in runs:
                    run.plain(text[done : done + step], self.source(at))
                self.at, done = at + step, done + step
            elif match := _REFERENCE.match(content, at):
                made = unescape(match.group())
                if not text.startswith(made, done):
                    made = match.group()
                self._whole(made, match.end() - at, runs)
                done += len(made)
            elif content[at : at + 1] == "\\" and content[at + 1 : at + 2] == text[done]:
                self._whole(text[done], 2, runs)
                done += 1
            elif at < len(content):
                self.at += 1
            else:  # lost: keep the words, at the last known place
                for run in runs:
                    run.word(text[done:], self.source(max(at - 1, 0)), 1)
                return

    def _whole(self, made: str, size: int, runs: Sequence[Run]) -> None:
        for run in runs:
            if made.strip(" \t\n\r\f"):
                run.word(made, self.source(self.at), size)
            else:
                run.gap(self.source(self.at), size)
        self.at += size

    def end_of_link(self) -> None:
        """Step over "](address "title")" or "][reference]"."""
        self.skip("]")
        text, at = self.text, self.at
        if text[at : at + 1] == "[":
            self.skip("]")
        elif text[at : at + 1] == "(":
            depth, quoted = 0, ""
            while at < len(text):
                mark = text[at]
                if mark == "\\":
                    at += 1
                elif quoted:
                    quoted = "" if mark == quoted else quoted
                elif mark == "<" and depth == 1:
                    quoted = ">"
                elif mark in "\"'" and text[at - 1].isspace():
                    quoted = mark
                else:
                    depth += (mark == "(") - (mark == ")")
                at += 1
                if depth == 0:
                    break
            self.at = at
