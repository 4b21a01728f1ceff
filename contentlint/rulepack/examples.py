"""Runs the examples of rules: each is a test of its rule and a piece of its documentation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from contentlint.model import Block, Example, Hit, Page, Place, Rule
from contentlint.rulepack.scope import ASKED_FOR

_INLINE = re.compile(
    r"\*\*(?P<strong>[^*\s](?:[^*]*[^*\s])?)\*\*|`(?P<code>[^`]+)`|\[(?P<link>[^\]\[]+)\]\([^()\s]*\)"
)
_HEADING = re.compile(r"(#{1,6}) +")


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not do what it says. expected, got: the words flagged, or the fixed text."""

    rule: str
    where: str
    example: str
    expected: str
    got: str

    def __str__(self) -> str:
        return f"{self.where}: {self.rule}: “{self.example}” should give {self.expected}, not {self.got}"


def run_examples(
    rules: Iterable[Rule],
    page_of: Callable[[Example, Rule], Page],
    hits_of: Callable[[Rule, Page], Sequence[Hit]],
) -> list[Failure]:
    """Return the examples that fail.

    page_of: makes the page of an example; `text_page` does for texts. hits_of: the hits of one rule
    on that page, in document order. Every hit must be listed, and every listed one must be there.
    """
    failures: list[Failure] = []
    for rule in rules:
        for example in rule.examples:
            hits = list(hits_of(rule, page_of(example, rule)))
            for expected, got in _differences(example, hits):
                failures.append(
                    Failure(rule.id, f"{rule.path}:{example.line}", example.text.strip(), expected, got)
                )
    return failures


def _differences(example: Example, hits: Sequence[Hit]) -> Iterable[tuple[str, str]]:
    shown = [_shown(hit) for hit in hits]
    if example.markup == "html":
        right = len(hits) == len(example.flags) and all(
            flag in shape for flag, shape in zip(example.flags, map(_markup, hits), strict=True)
        )
    else:
        right = shown == list(example.flags)
    if not right:
        yield _list(example.flags), _list(shown)
    elif example.fixed is not None:
        fixed = apply_fixes(example.text, hits)
        if fixed.strip() != example.fixed.strip():
            yield f"“{example.fixed.strip()}”", f"“{fixed.strip()}”"


def _shown(hit: Hit) -> str:
    return hit.location.quote if hit.location.quote is not None else hit.location.html or hit.target


def _markup(hit: Hit) -> str:
    return "\n".join(filter(None, (hit.location.quote, hit.location.html, hit.target)))


def _list(words: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in words) or "nothing"


def apply_fixes(text: str, hits: Iterable[Hit]) -> str:
    """Return the text after the fixes of the hits, last first; of two that overlap the earlier holds."""
    fixes = sorted((hit.fix for hit in hits if hit.fix), key=lambda fix: fix.start)
    made: list[str] = []
    at = 0
    for fix in fixes:
        if fix.start >= at:
            made += [text[at : fix.start], fix.text]
            at = fix.end
    return "".join(made) + text[at:]


def text_page(example: Example, rule: Rule) -> Page:
    """Make the page of a text example.

    Blank lines part paragraphs; lines that begin "- " are list items; "# " begins a heading;
    **strong**, `code` and [link](address) are read as in Markdown. A rule whose scope names no
    prose (link, title, alt …) sees the whole text as one block of that kind.
    """
    text = example.text
    kind = _kind(rule)
    blocks: list[Block] = []
    lead: str | None = None
    under = example.under
    groups = [(0, text.rstrip("\n"))] if kind in ASKED_FOR else _paragraphs(text)
    item = re.compile(r"[-*•] +") if kind in ("paragraph", "list") else None
    for offset, group in groups:
        if kind == "paragraph" and (heading := _HEADING.match(group)):
            block = _block(
                "heading", group[heading.end() :], offset + heading.end(), under, None, len(heading[1])
            )
            under = block.text
        elif item and (bullet := item.match(group)):
            block = _block("list", group[bullet.end() :], offset + bullet.end(), under, lead, 1)
        else:
            block = _block(kind, group, offset, under, None, 2 if kind == "heading" else 0)
            lead = block.text
        blocks.append(block)
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    title = text.strip() if kind == "title" else None
    return Page(
        key="example",
        url=None,
        media="text",
        title=title,
        lang="en",
        blocks=tuple(blocks),
        line_starts=tuple(starts),
        size=len(text),
        fragment=True,
    )


def _kind(rule: Rule) -> str:
    for scope in rule.scope:
        name = scope.partition("&")[0].strip().removeprefix("text.")
        if name in ("paragraph", "text", "sentence", "page", "strong", "emphasis") or name.startswith("~"):
            return "paragraph"
    return rule.scope[0].partition("&")[0].partition(".")[0].strip() if rule.scope else "paragraph"


def _paragraphs(text: str) -> Iterable[tuple[int, str]]:
    """Yield (offset, words) of paragraphs and of list items; the lines of one paragraph stay together."""
    start: int | None = None
    at = 0
    for line in [*text.splitlines(keepends=True), "\n"]:
        bullet = re.match(r"[-*•] +", line) is not None
        if start is not None and (bullet or not line.strip() or line.startswith("#")):
            yield start, text[start:at].rstrip("\n")
            start = None
        if start is None and line.strip():
            start = at
        at += len(line)
        if start is not None and line.startswith("#"):
            yield start, text[start:at].rstrip("\n")
            start = None


def _block(kind: str, source: str, offset: int, under: str | None, lead: str | None, level: int) -> Block:
    """Make a block, with the map from its text back to the example."""
    pieces: list[str] = []
    points: list[tuple[int, int]] = []
    inline: list[tuple[int, int, str]] = []
    size = at = 0

    def take(start: int, end: int) -> None:
        nonlocal size
        if end > start:
            points.append((size, offset + start))
            pieces.append(source[start:end].replace("\n", " "))
            size += end - start

    for match in _INLINE.finditer(source):
        take(at, match.start())
        name = str(match.lastgroup)
        inline.append((size, size + len(match[name]), name))
        take(match.start(name), match.end(name))
        at = match.end()
    take(at, len(source))
    return Block(
        kind=kind,
        text="".join(pieces),
        place=Place(heading=under, offset=offset),
        source=tuple(points),
        lead_in=lead,
        inline=tuple(inline),
        level=level,
        container=1 if kind == "list" else None,
    )
