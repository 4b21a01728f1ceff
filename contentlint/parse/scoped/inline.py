"""The inline tokens of markdown-it → events, each word with its place in the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from html import unescape

from markdown_it.token import Token

from contentlint.parse.scoped.events import Event, html_events
from contentlint.parse.scoped.mapped import Mapped

_REFERENCE = re.compile(r"&(?:#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)")
_BARE = re.compile(
    r"(?<![\w/.@-])(?:(?:https?|ftp)://[^\s<]*[^\s<?!.,:*_~'\"]|www\.[\w-]+\.[^\s<]*[^\s<?!.,:*_~'\"])"
    r"|(?<![\w.+@/-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z0-9]+"
)
_TAGS = {"strong": "strong", "em": "em", "s": "del", "link": "a"}
_TASK = re.compile(r"\[[ xX]\]\s+")


class Inline:
    """One inline token: its content, and where each character of it stands in the text."""

    def __init__(self, source: Mapped, token: Token, lines: Sequence[int], cell: bool, item: bool) -> None:
        self.source, self.token, self.lines = source, token, lines
        self.content = token.content.replace("|", "\\|") if cell else token.content
        self.starts = [0] + [match.end() for match in re.finditer("\n", self.content)]
        self.at = 0
        self.item = item  # the first line of a list item, where a box to tick may stand

    def place(self, index: int) -> int:
        """Return the source offset of a character of the content."""
        line = bisect_right(self.starts, index) - 1
        return self.source.source(self.lines[min(line, len(self.lines) - 1)] + index - self.starts[line])

    def events(self) -> Iterator[Event]:
        """Yield the events; words beside each other are one event."""
        words: list[str] = []
        points: list[tuple[int, int]] = []
        size = 0
        for event in self._events(self.token.children or [], False):
            if event[0] == "text":
                points += [(index + size, offset) for index, offset in event[2]]  # type: ignore[attr-defined]
                words.append(event[1])
                size += len(event[1])
                continue
            if words:
                yield ("text", "".join(words), points)
                words, points, size = [], [], 0
            yield event
        if words:
            yield ("text", "".join(words), points)

    def skip(self, wanted: str) -> None:
        if wanted and (found := self.content.find(wanted, self.at)) >= 0:
            self.at = found + len(wanted)

    def _events(self, tokens: Sequence[Token], linked: bool) -> Iterator[Event]:
        for number, token in enumerate(tokens):
            kind = token.type
            name, _, end = kind.rpartition("_")
            if kind in ("text", "text_special"):
                yield from self._words(token.content, linked, number)
            elif kind == "softbreak":
                at = self.content.find("\n", self.at)
                yield ("text", "\n", [(0, self.place(max(at, self.at)))])
                self.skip("\n")
            elif kind == "hardbreak":
                self.skip("\n")
                yield ("start", "br", {})
                yield ("text", "\n", [])
            elif kind == "code_inline":
                self.skip(token.markup)
                yield ("start", "code", {})
                at = self.content.find(token.content, self.at)
                yield ("text", token.content, [(0, self.place(at if at >= 0 else self.at))])
                self.at = at + len(token.content) if at >= 0 else self.at
                self.skip(token.markup)
                yield ("end", "code", {})
            elif kind == "image":
                yield self._image(token)
            elif kind == "html_inline":
                at = self.content.find(token.content, self.at)
                start = self.place(max(at, self.at))
                yield from html_events(Mapped(token.content, [(0, start)]))
                self.skip(token.content)
            elif name in _TAGS and end == "open":
                linked = linked or name == "link"
                if name == "link":
                    self.skip("<" if token.markup == "autolink" else "[")
                    yield ("start", "a", {"href": (str(token.attrs.get("href", "")), 0)})
                else:
                    self.skip(token.markup)
                    yield ("start", _TAGS[name], {})
            elif name in _TAGS and end == "close":
                if name == "link":
                    linked = False
                    self.skip(">") if token.markup == "autolink" else self._end_of_link()
                else:
                    self.skip(token.markup)
                yield ("end", _TAGS[name], {})

    def _image(self, token: Token) -> Event:
        self.skip("![")
        start = self.at
        alt = "".join(self._alt(token.children or []))
        at = self.content.find(alt, start)
        self._end_of_link()
        return ("start", "img", {"alt": (alt, self.place(at if at >= 0 else start)), "src": (str(token.attrs.get("src", "")), 0)})

    def _alt(self, tokens: Sequence[Token]) -> Iterator[str]:
        for token in tokens:
            if token.type in ("text", "text_special", "code_inline"):
                yield token.content
            elif token.type in ("softbreak", "hardbreak"):
                yield "\n"
            elif token.type == "image":
                yield from self._alt(token.children or [])

    def _end_of_link(self) -> None:
        """Step over "](address)", "][label]" or "]"."""
        content = self.content
        at = content.find("]", self.at)
        if at < 0:
            return
        at += 1
        if content.startswith("(", at):
            depth, place = 1, at + 1
            while place < len(content) and depth:
                if content[place] == "\\":
                    place += 1
                elif (content[place] == "<" and depth == 1 and (stop := content.find(">", place)) >= 0) or (content[place] in "\"'" and (stop := content.find(content[place], place + 1)) >= 0 and content[place - 1].isspace()):
                    place = stop
                else:
                    depth += (content[place] == "(") - (content[place] == ")")
                place += 1
            at = place
        elif content.startswith("[", at) and (stop := content.find("]", at)) >= 0:
            at = stop + 1
        self.at = at

    def _words(self, text: str, linked: bool, number: int) -> Iterator[Event]:
        words, points = self._located(text)
        if self.item and number == 0 and (box := _TASK.match(words)):
            yield ("start", "input", {})
            words, points = _cut(words, points, box.end(), len(words))
        if linked or not ("://" in words or "www." in words or "@" in words):
            yield ("text", words, points)
            return
        done = 0
        for match in _BARE.finditer(words):
            start, end = match.span()
            while words[end - 1] == ")" and words.count("(", start, end) < words.count(")", start, end):
                end -= 1
            address = words[start:end]
            href = address if "://" in address else f"mailto:{address}" if "@" in address else f"http://{address}"
            if start > done:
                yield ("text", *_cut(words, points, done, start))
            yield ("start", "a", {"href": (href, 0)})
            yield ("text", *_cut(words, points, start, end))
            yield ("end", "a", {})
            done = end
        if done < len(words):
            yield ("text", *_cut(words, points, done, len(words)))

    def _located(self, text: str) -> tuple[str, list[tuple[int, int]]]:
        """Find text at the cursor, stepping over escapes and references; return it with its breakpoints."""
        content = self.content
        if content.startswith(text, self.at):
            points = [(0, self.place(self.at))]
            self.at += len(text)
            return text, points
        points, done = [], 0
        while done < len(text):
            at = self.at
            match = _REFERENCE.match(content, at)
            made = unescape(match.group()) if match else ""
            if match and text.startswith(made, done):
                points.append((done, self.place(at)))
                self.at, done = match.end(), done + len(made)
                points.append((done, self.place(min(self.at, len(content)))))
            elif content[at : at + 1] == text[done]:
                if not points or points[-1][1] - points[-1][0] != self.place(at) - done:
                    points.append((done, self.place(at)))
                self.at, done = at + 1, done + 1
            elif at < len(content):
                self.at += 1
            else:
                points.append((done, self.place(max(len(content) - 1, 0))))
                break
        return text, points


def _cut(words: str, points: list[tuple[int, int]], start: int, end: int) -> tuple[str, list[tuple[int, int]]]:
    return words[start:end], Mapped(words, points).between(start, end)
