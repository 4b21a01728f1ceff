"""What a page is made of, in order: opening and closing tags, words with their places, comments.

An event is a tuple: ("start", name, attributes), ("end", name, {}), ("single", name, attributes),
("text", words, breakpoints) or ("comment", words, offset). Attributes are a dict of name to (value, offset).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from contentlint.parse.scoped.mapped import Mapped

Event = tuple[str, str, object]
_RAW = frozenset(
    "iframe noembed noframes noscript plaintext script style textarea title xmp".split()
)
_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_ATTRIBUTE = re.compile(r"""[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?""")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};?)")


def decoded(source: Mapped, start: int, end: int) -> tuple[str, list[tuple[int, int]]]:
    """Return (words, breakpoints) of a stretch of HTML text, character references read."""
    text = source.text
    if text.find("&", start, end) < 0:
        return text[start:end], source.between(start, end)
    parts: list[str] = []
    points: list[tuple[int, int]] = []
    size, done = 0, start
    for match in _REFERENCE.finditer(text, start, end):
        made = unescape(match.group())
        if made == match.group():
            continue
        points += source.between(done, match.start(), size) if match.start() > done else []
        parts.append(text[done : match.start()])
        size += match.start() - done
        points.append((size, source.source(match.start())))
        parts.append(made)
        size += len(made)
        done = match.end()
        points.append((size, source.source(done)))
    if done < end:
        points += source.between(done, end, size)
    parts.append(text[done:end])
    return "".join(parts), points


def html_events(source: Mapped, at: int = 0, end: int | None = None) -> Iterator[Event]:
    """Yield the events of HTML in source.text[at:end]. Never raises; broken markup is read as words."""
    text = source.text
    end = len(text) if end is None else end
    begun = at  # where words not yet yielded begin
    while at < end:
        opened = text.find("<", at, end)
        if opened < 0:
            break
        follow = text[opened + 1 : opened + 2]
        close = 0
        if text.startswith("<!--", opened):
            stop = text.find("-->", opened + 4, end)
            event: Event = ("comment", text[opened + 4 : stop if stop >= 0 else end], source.source(opened + 4))
            close = stop + 3 if stop >= 0 else end
        elif follow in ("!", "?"):
            stop = text.find(">", opened, end)
            close = stop + 1 if stop >= 0 else end
            event = ("comment", text[opened + 2 : close - 1], source.source(opened + 2))
        elif follow == "/" and _NAME.match(text, opened + 2, end):
            name = _NAME.match(text, opened + 2, end)
            stop = text.find(">", opened, end)
            close = stop + 1 if stop >= 0 else end
            event = ("end", name.group().lower(), {})  # type: ignore[union-attr]
        elif match := _NAME.match(text, opened + 1, end):
            attributes, close, single = _attributes(source, match.end(), end)
            event = ("single" if single else "start", match.group().lower(), attributes)
        else:
            at = opened + 1
            continue
        if opened > begun:
            yield ("text", *decoded(source, begun, opened))
        yield event
        at = begun = close
        if event[0] == "start" and event[1] in _RAW:
            stop = _closing(text, event[1], at, end)
            if stop > at:
                yield ("text", *decoded(source, at, stop))
            at = begun = stop
    if begun < end:
        yield ("text", *decoded(source, begun, end))


def _closing(text: str, name: str, at: int, end: int) -> int:
    match = re.compile(rf"</{name}[\s/>]", re.I).search(text, at, end)
    return match.start() if match else end


def _attributes(source: Mapped, at: int, end: int) -> tuple[dict[str, tuple[str, int]], int, bool]:
    """Read attributes up to the ">": the first of each name, the index after, and whether "/>" closes."""
    text, found = source.text, {}
    while at < end and (match := _ATTRIBUTE.match(text, at, end)):
        group = match.lastindex or 1
        value = unescape(match.group(group)) if group > 1 else ""
        found.setdefault(match.group(1).lower(), (value, source.source(match.start(group))))
        at = match.end()
    stop = text.find(">", at, end)
    if stop < 0:
        return found, end, False
    return found, stop + 1, text[stop - 1] == "/"
