"""Front matter in YAML, TOML or JSON → one passage for each text in it."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator

from contentlint.model import Block, Place
from contentlint.model.manuscript import Passage, Reading
from contentlint.parse.scoped.mapped import Mapped
from contentlint.parse.scoped.markdown import FRONT

_FIELD = re.compile(r"^([\w][\w .-]*?)[ \t]*:(?:[ \t]+|(?=\n|\Z))", re.M)
_NOT_TEXT = re.compile(r"(?:true|false|yes|no|on|off|null|~|[-+]?[\d.,_]+(?:e[-+]?\d+)?|\d{4}-\d\d-\d\d.*|)\Z", re.I)
_BLOCK = re.compile(r"[|>][+-]?\d?[ \t]*(?:#.*)?\Z")


def front_passages(source: Mapped, reading: Reading) -> Iterator[Passage]:
    """Yield a passage for each text value at the top of the front matter."""
    match = FRONT.match(source.text)
    if not match or match.group(1) is None:
        return
    start, end = match.span(1)
    fence = source.text[:3]
    values = _yaml(source, start, end) if fence == "---" else _data(source, start, end, fence)
    for key, text, points in values:
        scope = f"text.frontmatter.{key}{reading.suffix}"
        if text.strip() and not _ignored(scope, reading.ignored):
            yield Passage(Block(scope, text, Place(region="page", offset=points[0][1]), tuple(points)))


def _ignored(scope: str, ignored: tuple[str, ...]) -> bool:
    parts = set(scope.split("."))
    return any(parts.issuperset(one.strip().split(".")) for one in ignored)


def _yaml(source: Mapped, start: int, end: int) -> Iterator[tuple[str, str, list[tuple[int, int]]]]:
    text = source.text[start:end]
    fields = list(_FIELD.finditer(text))
    for number, field in enumerate(fields):
        stop = fields[number + 1].start() if number + 1 < len(fields) else len(text)
        value = text[field.end() : stop].rstrip()
        at = start + field.end()
        if _BLOCK.match(value.partition("\n")[0]):
            yield (field[1], *_lines(source, value, at, value[0] == ">"))
        elif value[:1] in "\"'" and value[:1] and value[-1:] == value[:1] and len(value) > 1:
            yield field[1], value[1:-1], source.between(at + 1, at + len(value) - 1)
        elif value[:1] not in ("[", "{", "\n", "&", "*", "!", "#") and "\n" not in value:
            value = re.sub(r"[ \t]+#.*", "", value)
            if not _NOT_TEXT.match(value):
                yield field[1], value, source.between(at, at + len(value))


def _lines(source: Mapped, value: str, at: int, folded: bool) -> tuple[str, list[tuple[int, int]]]:
    """Read a block of indented lines; where folded, line ends are spaces."""
    rows = value.split("\n")[1:]
    at += len(value.partition("\n")[0]) + 1
    indent = min((len(row) - len(row.lstrip()) for row in rows if row.strip()), default=0)
    parts: list[str] = []
    points: list[tuple[int, int]] = []
    size = 0
    for row in rows:
        words = row[indent:]
        points.append((size, source.source(at + min(indent, len(row)))))
        end = " " if folded and words.strip() else "\n"
        parts.append(words + end)
        size += len(words) + 1
        at += len(row) + 1
    return "".join(parts), points


def _data(source: Mapped, start: int, end: int, fence: str) -> Iterator[tuple[str, str, list[tuple[int, int]]]]:
    text = source.text[start:end]
    try:
        values = tomllib.loads(text) if fence == "+++" else json.loads(text)
    except (ValueError, RecursionError):
        return
    at = 0
    for key, value in values.items() if isinstance(values, dict) else ():
        name = re.compile(rf"[\"']?{re.escape(str(key))}[\"']?\s*[=:]\s*").search(text, at)
        if not name or not isinstance(value, str):
            continue
        found = text.find(value.partition("\n")[0], name.end())
        if found >= 0 and value:
            at = found + len(value)
            yield str(key), value, source.between(start + found, min(start + found + len(value), end))
