"""Plain text → Page: paragraphs between blank lines, list items by their marker."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right

from contentlint.model import Block, Capture, Outcome, Page, Place, Skip
from contentlint.parse.charset import decode
from contentlint.parse.digests import content_digest, line_starts
from contentlint.parse.run import Run

MEDIA_TYPES = frozenset({"text/plain"})
EXTENSIONS = frozenset({".txt", ".text"})
LARGEST = 10_000_000  # bytes
MOST_BLOCKS = 100_000
_ITEM = re.compile(r"[ \t]*(?:[-*•–]|\d{1,3}[.)])[ \t]+(?=\S)")


def parse(capture: Capture, *, key: str | None = None) -> Page | Skip:
    """Return the page in a capture, or a Skip that says why there is none. Never raises."""
    own_key = key or capture.url
    if len(capture.body) > LARGEST:
        return Skip(own_key, "parse", f"the file is larger than {LARGEST // 1_000_000} MB", Outcome.FAILURE)
    source, complaint = decode(capture.body, capture.header("content-type"), markup=False)
    if "\x00" in source[:2000]:
        return Skip(own_key, "parse", "the content is not text", Outcome.CHOICE)
    starts = line_starts(source)
    blocks = _blocks(source, starts)
    if not blocks:
        return Skip(own_key, "parse", "the file is empty", Outcome.FAILURE)
    if len(blocks) > MOST_BLOCKS:
        return Skip(own_key, "parse", f"the file has more than {MOST_BLOCKS:,} paragraphs", Outcome.FAILURE)
    return Page(
        key=own_key,
        url=None,
        media="text",
        title=None,
        lang=None,
        blocks=tuple(blocks),
        status=capture.status,
        fragment=True,
        facts=(("charset", complaint),) if complaint else (),
        digest=capture.digest or hashlib.sha256(capture.body).hexdigest(),
        content_digest=content_digest(blocks),
        line_starts=starts,
        size=len(capture.body),
    )


def _blocks(source: str, starts: tuple[int, ...]) -> list[Block]:
    blocks: list[Block] = []
    run, kind = Run(), "paragraph"
    lead: str | None = None
    number, container = 0, None

    def close() -> None:
        nonlocal run, lead
        if not run.length:
            return
        text, marks, _ = run.finish()
        offset = marks[0][1]
        line = bisect_right(starts, offset)
        place = Place(line=line, column=offset - starts[line - 1] + 1, offset=offset)
        in_list = kind == "list"
        blocks.append(
            Block(
                kind,
                text,
                place,
                marks,
                None,
                lead if in_list else None,
                (),
                container if in_list else None,
                int(in_list),
            )
        )
        if not in_list:
            lead = text
        run = Run()

    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(source)
        line = source[start:end]
        if not line.strip():
            close()
            if kind == "list" and not _ITEM.match(source, end):
                kind, lead = "paragraph", None
            continue
        if item := _ITEM.match(line):
            close()
            if kind != "list":
                kind, number = "list", number + 1
                container = number
            run.plain(line[item.end() :], start + item.end())
            continue
        if kind == "list" and not run.length:
            kind = "paragraph"
        run.plain(line, start)
    close()
    return blocks
