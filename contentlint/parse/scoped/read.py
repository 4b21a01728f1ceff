"""A capture → a manuscript: line endings made even, ignored patterns turned into code, then walked."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from types import MappingProxyType

import regex

from contentlint.model import Block, Capture, Outcome, Page, Place, Skip
from contentlint.model.manuscript import Manuscript, Passage, Reading
from contentlint.parse.charset import decode
from contentlint.parse.scoped.events import html_events
from contentlint.parse.scoped.front import front_passages
from contentlint.parse.scoped.mapped import Mapped, evened
from contentlint.parse.scoped.markdown import FRONT, markdown_events
from contentlint.parse.scoped.walk import Walk

LARGEST = 10_000_000  # bytes
SECONDS = 2.0  # for one pattern to ignore
_MARKS = {
    "markdown": (("\n```\n", "\n```\n"), ("`", "`")),
    "html": (("<pre>", "</pre>"), ("<code>", "</code>")),
}


def read(capture: Capture, reading: Reading, key: str | None = None) -> Manuscript | Skip:
    """Return a file as Vale's rules see it, or a Skip that says why it cannot be read. Never raises."""
    own_key = key or capture.url
    if len(capture.body) > LARGEST:
        return Skip(own_key, "parse", f"the file is larger than {LARGEST // 1_000_000} MB", Outcome.FAILURE)
    source, _ = decode(capture.body, capture.header("content-type"), markup=reading.format == "html")
    if "\x00" in source[:2000]:
        return Skip(own_key, "parse", "the content is not text", Outcome.CHOICE)
    whole = evened(source.replace("\x00", "\ufffd"))
    walk = Walk(reading)
    if reading.format == "text":
        passages = [Passage(_whole("text", whole, reading), "paragraph")] if whole.text.strip() else []
    else:
        try:
            changed = _ignoring(whole, reading)
            passages = list(front_passages(whole, reading)) if reading.format == "markdown" else []
            walk.take(html_events(changed) if reading.format == "html" else markdown_events(changed))
            walk.finish()
        except (TimeoutError, RecursionError) as error:
            reason = f"the file could not be read ({type(error).__name__})"
            return Skip(own_key, "parse", reason, Outcome.FAILURE)
        passages += walk.passages
        seen = len(walk.switches)
        words = "".join(text + "\n\n" for text in walk.summary)
        passages.append(Passage(Block("summary" + reading.suffix, words, Place(region="page")), "whole", seen))
    passages.append(Passage(_whole("raw", whole, reading), "whole", len(walk.switches)))
    page = Page(
        key=own_key, url=None, media=reading.format, title=_title(passages), lang=None,
        blocks=tuple(item.block for item in passages), status=capture.status, fragment=True,
        digest=capture.digest or hashlib.sha256(capture.body).hexdigest(),
        line_starts=(0, *(match.end() for match in re.finditer(r"\r\n?|\n", source))), size=len(capture.body),
    )  # fmt: skip
    return Manuscript(page, tuple(passages), tuple(walk.switches), MappingProxyType(dict(walk.counts)), whole.text)


def _whole(scope: str, source: Mapped, reading: Reading) -> Block:
    return Block(scope + reading.suffix, source.text, Place(region="page", offset=0), tuple(source.points))


def _title(passages: list[Passage]) -> str | None:
    return next((item.block.text.strip() for item in passages if ".heading.h1" in item.block.kind), None)


def _ignoring(source: Mapped, reading: Reading) -> Mapped:
    """Return the source with ignored patterns as code and comments with the usual marks."""
    block, token = _MARKS[reading.format]
    for marks, patterns in ((block, reading.blocks), (token, reading.tokens)):
        for pattern in patterns:
            source = source.replaced(_edits(source, pattern, marks))
    if reading.delimiters:
        for mark, usual in zip(reading.delimiters, ("<!--", "-->"), strict=True):
            found = list(re.finditer(re.escape(mark), source.text))
            source = source.replaced((hit.start(), hit.end(), usual, None, "") for hit in found)
    return source


def _edits(
    source: Mapped, pattern: str, marks: tuple[str, str]
) -> Iterator[tuple[int, int, str, tuple[int, int] | None, str]]:
    front = FRONT.match(source.text)
    after = front.end() if front else 0
    for match in regex.compile(pattern).finditer(source.text, timeout=SECONDS):
        if match.start() >= after and match.end() > match.start():
            kept = match.span(1) if match.re.groups and match.group(1) is not None else None
            yield match.start(), match.end(), marks[0], kept, marks[1]
