"""Markdown → Page: GitHub tables, front matter, and raw HTML read as HTML. Source: CommonMark 0.31, GFM."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from markdown_it import MarkdownIt

from contentlint.model import Block, Capture, Outcome, Page, Place, Skip
from contentlint.parse._markdown import Reader
from contentlint.parse.charset import decode
from contentlint.parse.digests import content_digest, line_starts
from contentlint.parse.run import Run
from contentlint.parse.switches import switches

MEDIA_TYPES = frozenset({"text/markdown", "text/x-markdown"})
EXTENSIONS = frozenset({".md", ".markdown"})
LARGEST = 3_000_000  # bytes
_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S)
_FIELD = re.compile(
    r"^(title|description):[ \t]*(?:\"([^\"\n]*)\"|'([^'\n]*)'|([^\s>|\"'#][^\n#]*?))[ \t\r]*(?:#.*)?$", re.M
)


def parse(capture: Capture, *, key: str | None = None) -> Page | Skip:
    """Return the page in a capture, or a Skip that says why there is none. Never raises."""
    own_key = key or capture.url
    if len(capture.body) > LARGEST:
        return Skip(own_key, "parse", f"the file is larger than {LARGEST // 1_000_000} MB", Outcome.FAILURE)
    source, complaint = decode(capture.body, capture.header("content-type"), markup=False)
    if "\x00" in source[:2000]:
        return Skip(own_key, "parse", "the content is not text", Outcome.CHOICE)
    source = source.replace("\x00", "\ufffd")
    starts = line_starts(source)
    front = _FRONT.match(source)
    blocks: list[Block] = []
    title, meta = None, []
    body = source
    if front:
        body = re.sub(r"[^\n]", " ", front.group()) + source[front.end() :]
        for match in _FIELD.finditer(source, 0, front.end()):
            block = _field(source, match, starts)
            if block and block.kind == "title" and title is None:
                title = block.text
            elif block and block.kind == "meta":
                meta.append(("description", block.text))
            blocks += [block] if block else []
    try:
        tokens = MarkdownIt("commonmark", {"html": True, "maxNesting": 60}).enable("table").parse(body)
        reader = Reader(body, starts)
        reader.read(tokens)
    except Exception as error:  # the parser is not ours: whatever it trips over is a page we could not read
        return Skip(
            own_key, "parse", f"the Markdown could not be read ({type(error).__name__})", Outcome.FAILURE
        )
    blocks += sorted(
        reader.blocks, key=lambda b: (b.source[0][1] if b.source else b.place.offset or 0, b.kind == "link")
    )
    if not (blocks or reader.links or reader.images):
        return Skip(own_key, "parse", "the file is empty", Outcome.FAILURE)
    first = next((heading.text for heading in reader.headings if heading.level == 1), None)
    return Page(
        key=own_key,
        url=None,
        media="markdown",
        title=title or first,
        lang=None,
        blocks=tuple(blocks),
        headings=tuple(reader.headings),
        links=tuple(reader.links),
        images=tuple(reader.images),
        tables=tuple(reader.tables),
        meta=tuple(meta),
        facts=tuple(fact for fact in (("charset", complaint), ("switches", switches(source))) if fact[1]),
        status=capture.status,
        fragment=True,
        digest=capture.digest or hashlib.sha256(capture.body).hexdigest(),
        content_digest=content_digest(blocks, reader.links, reader.images),
        line_starts=starts,
        size=len(capture.body),
    )


def _field(source: str, match: re.Match[str], starts: tuple[int, ...]) -> Block | None:
    """Return the block of a title or description in the front matter."""
    start, end = match.span(match.lastindex or 0)
    run = Run()
    run.plain(source[start:end], start)
    if not run.length:
        return None
    text, marks, _ = run.finish()
    line = source.count("\n", 0, start)
    place = Place(region="page", line=line + 1, column=start - starts[line] + 1, offset=start)
    return replace(Block("title" if match.group(1) == "title" else "meta", text, place), source=marks)
