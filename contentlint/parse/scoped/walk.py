"""Events → passages. What is a block, which scope it has and what is masked follow Vale 3's rules,
odd ones included: a second paragraph of a list item is a plain paragraph, for one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from contentlint.model import Block, Place
from contentlint.model.manuscript import Passage, Reading, Switch
from contentlint.parse.scoped.buffer import Buffer
from contentlint.parse.scoped.events import Event

INLINE = frozenset(
    "b big i small abbr acronym cite dfn em kbd strong a br img span sub sup code tt del".split()
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_LEFT_OUT = ("script", "style", "pre", "figure", "noscript", "iframe")
_CLASSES = ("problematic", "pre", "code")
_MASKED = ("tt", "code", "kbd")
_SCOPES = {
    "th": "text.table.header", "td": "text.table.cell", "caption": "text.table.caption", "li": "text.list",
    "blockquote": "text.blockquote", "figcaption": "text.figure.caption",
}  # fmt: skip
_RUNS = {"a": "link", "strong": "strong", "b": "strong", "em": "emphasis", "i": "emphasis", "code": "code", "tt": "code"}
_CLOSERS = frozenset(".?!,:;)]}—–")
_HEADING = re.compile(r"h\d")
_OFF = frozenset({"vale off", "contentlint off"})
_ON = frozenset({"vale on", "contentlint on"})


class Walk:
    """Takes events one by one, and holds the passages, switches and counts so far."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.left_out = reading.skipped or _LEFT_OUT
        self.masked = reading.masked or _MASKED
        self.classes = (*_CLASSES, *reading.classes)
        self.passages: list[Passage] = []
        self.switches: list[Switch] = []
        self.counts: Counter[str] = Counter()
        self.summary: list[str] = []
        self.off = False
        self.buffer = Buffer()
        self.history: list[str] = []
        self.class_history: list[str] = []
        self.enclosing: list[tuple[str, str]] = []
        self.heading: str | None = None
        self.active = ""
        self.in_block = self.inline = self.skip = self.closed_inline = False
        self.trailing = self.pad = self.parent_class = self.href = ""
        self.class_tag, self.class_open = "", 0
        self.open: list[list[object]] = []

    def take(self, events: Iterable[Event]) -> None:
        """Take all events of a page."""
        for kind, name, data in events:
            if kind == "text":
                self._text(name, data)  # type: ignore[arg-type]
                self.href = self.parent_class = ""
                continue
            if kind == "comment":
                self._comment(name.strip(), int(data), name)  # type: ignore[call-overload]
                self.href = self.parent_class = ""
                continue
            attributes: dict[str, tuple[str, int]] = data  # type: ignore[assignment]
            classes = attributes["class"][0] if "class" in attributes else ""
            if kind == "start":
                self._start(name, classes)
            elif kind == "end":
                self._end(name)
            elif name in INLINE:
                self.inline, self.closed_inline = True, False
            if kind == "end" and name not in INLINE:
                self._flush()
                self.history, self.class_history = [], []
            self.href = attributes["href"][0] if "href" in attributes else ""
            self.parent_class = classes
            if name == "img" and "alt" in attributes and "alt" not in self.left_out:
                self._alt(*attributes["alt"])

    def _start(self, name: str, classes: str) -> None:
        inline, void = name in INLINE, name in _VOID
        if not inline and not void:
            self.enclosing.append((name, classes))
        banned = self._banned(classes) and not inline
        if self.class_tag and name == self.class_tag:
            self.class_open += 1
        if not inline and (name in self.left_out or banned):
            if banned and not self.class_tag:
                self.class_tag, self.class_open = name, 1
            self.in_block = True
            self.counts[name] += 1
            return
        if self.in_block and name in self.left_out:
            self.in_block = False
            return
        if not inline and not void and self.buffer.words():
            self._flush()
            self.history, self.class_history = [], []
        if name in ("em", "b") and (self.history[-1] if self.history else self.active) == "code":
            name = "code"
        self.inline = inline or void
        self.skip = name in self.masked or name in self.left_out
        self.closed_inline, self.pad = False, ""
        if _RUNS.get(name) in self.reading.inline:
            self.open.append([name, _RUNS[name], self.skip, self.buffer.size, "", None])
        self.history.append(name)
        self.class_history.append(classes)
        self.active = name

    def _end(self, name: str) -> None:
        if name not in INLINE:
            for at in range(len(self.enclosing) - 1, -1, -1):
                if self.enclosing[at][0] == name:
                    del self.enclosing[at]
                    break
        closed = False
        if self.class_tag and name == self.class_tag:
            self.class_open -= 1
            closed = self.class_open == 0
        if self.in_block and (closed or name in self.left_out):
            self.in_block = False
            if closed:
                self.class_tag = ""
        elif name in INLINE:
            self.active, self.closed_inline, self.pad = "", True, ""
            if self.open and self.open[-1][0] == name:
                _, scope, masked, begun, words, points = self.open.pop()
                if str(words).strip():
                    self.buffer.runs.append((str(scope), bool(masked), int(str(begun)), str(words), points))

    def _comment(self, words: str, offset: int, raw: str) -> None:
        if not self.inline:
            self.closed_inline, self.pad = True, self.trailing
        if words:
            self.switches.append(Switch(words, offset + len(raw) - len(raw.lstrip())))
            self.off = words in _OFF or (self.off and words not in _ON)

    def _text(self, data: str, points: list[tuple[int, int]]) -> None:
        words = data.strip()
        if self.in_block or self.off:
            return
        if words:
            lead = len(data) - len(data.lstrip())
            gap = ("\n" if data[0] in "\n\r" else " " if data[0] in " \t" else "") or (self.pad if self.closed_inline else "")
            nested = self._nested() and not self.inline
            front = " " if nested else ""
            self.pad = ""
            hidden = self.skip or self._banned(self.parent_class)
            starter = words[0] in _CLOSERS and not hidden and not nested
            shown = words
            if hidden or (self.href and self.href == words):
                shown = re.sub(r"[^\n]", "*", words)
                self.skip = False
            if self.closed_inline and gap:
                front = gap + front
            elif not self.closed_inline and self.inline and not starter:
                front = " " + front
            self.closed_inline = False
            if front[:1] == " " and not self.trailing and self.buffer.tight():
                front = front[1:]
            self.buffer.add(front, shown, points, lead)
            for run in self.open:
                run[4] = str(run[4]) + (words if run[2] else front + shown)
                run[5] = run[5] or (points, lead)
        self.trailing = "" if not data else "\n" if data[-1] in "\n\r" else " " if data[-1] in " \t" else ""

    def _nested(self) -> bool:
        tags = self.history
        return len(tags) > 3 and tags[-1] == "li" and tags[-2] in ("ol", "ul") and tags[-3] == "li"

    def _banned(self, classes: str) -> bool:
        return bool(classes) and any(name in self.classes for name in classes.split(" "))

    def _alt(self, words: str, offset: int) -> None:
        if not words:
            return
        block = Block("text.attr.alt", words, Place(heading=self.heading, offset=offset), ((0, offset),))
        self.passages.append(Passage(block, "whole", len(self.switches)))

    def _flush(self) -> None:
        buffer, self.buffer = self.buffer, Buffer()
        if not buffer.words():
            return
        scope, metric, unit = "text", "paragraphs", "paragraph"
        if "data" in self.history:
            scope, metric, unit = "meta", "meta", "whole"
        else:
            for tag in self.history:
                if tag in _SCOPES or _HEADING.fullmatch(tag):
                    scope, unit = _SCOPES.get(tag) or f"text.heading.{tag}", "run"
                    metric = scope.removeprefix("text.")
                    break
        text = buffer.text()
        if unit == "paragraph" or scope in ("text.blockquote", "text.list"):
            self.summary.append(text)
        self.counts[metric] += 1
        shift = len(text) - len(text.lstrip(" ")) if unit == "run" else 0
        points = buffer.points_from(shift)
        heading = self.heading
        block = Block(
            scope + self._class_scope() + self.reading.suffix, text[shift:],
            Place(heading=heading, offset=points[0][1] if points else None), tuple(points), inline=buffer.shown(shift),
        )  # fmt: skip
        self.passages.append(Passage(block, unit, len(self.switches)))
        if ".heading." in scope:
            self.heading = text.strip()
        if unit != "whole":
            for run_scope, words, places in buffer.captured():
                made = Block(run_scope + self.reading.suffix, words, Place(heading=heading), tuple(places))
                self.passages.append(Passage(made, "whole", len(self.switches)))

    def _class_scope(self) -> str:
        found: list[str] = []
        for classes in (*(item[1] for item in self.enclosing), *self.class_history):
            found += [name for name in classes.split() if not set(name) & set(".&~") and name not in found]
        return "".join(f".class.{name}" for name in found)

    def finish(self) -> None:
        """Take the end of the page."""
        self._flush()
