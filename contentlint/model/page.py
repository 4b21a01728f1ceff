"""A parsed page: blocks of prose, and the elements that checks look at."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where an element stands.

    css: a selector unique on the page, or None (Markdown, text, PDF). html: the element's opening
    tag, or its whole markup when short (at most 300 characters). region: "main", "nav", "header",
    "footer", "aside", "banner" (cookie and alert banners) or "page" (head, whole page).
    heading: text of the nearest heading above in document order, or None.
    line, column: of the element's start, from 1, or None. offset: character offset in the decoded
    source, or None. hidden: not shown to anybody (hidden attribute, inline display:none).
    """

    css: str | None = None
    html: str | None = None
    region: str = "main"
    heading: str | None = None
    line: int | None = None
    column: int | None = None
    offset: int | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One run of prose, white space collapsed, inline markup removed.

    kind: "paragraph", "list" (one item), "heading", "cell", "header-cell", "caption", "quote",
    "link", "button", "label", "alt", "title", "meta", "summary", "legend", "code" …
    source: breakpoints (index in text, character offset in the source): between two of them text
    and source run in step; empty when the source is unknown. lang: language that differs from the
    page's, or None. lead_in: for a list item, the paragraph before the list.
    inline: (start, end, "link" | "strong" | "emphasis" | "code" | "quote" | "abbr") runs in text;
    "break" is the white space of a line break.
    container: a number shared by the blocks of one list, table or form, else None.
    level: heading level or list depth. item: turn of a list item in its list, from 1, shared by the
    blocks of one item; 0 for what is no item of a ul or ol. ordered: the list is numbered.
    """

    kind: str
    text: str
    place: Place
    source: tuple[tuple[int, int], ...] = ()
    lang: str | None = None
    lead_in: str | None = None
    inline: tuple[tuple[int, int, str], ...] = ()
    container: int | None = None
    level: int = 0
    item: int = 0
    ordered: bool = False

    def offset(self, index: int) -> int | None:
        """Return the source offset of text[index] (index may be len(text)), or None."""
        at = bisect_right(self.source, (index, float("inf"))) - 1
        if at < 0:
            return None
        start, offset = self.source[at]
        return offset + index - start

    def end_offset(self, index: int) -> int | None:
        """Return the source offset just after text[index - 1], or None.

        Where several source characters make one of text (an entity, a run of spaces), two breakpoints
        stand at its index: the place of the last source character, then that of the first.
        """
        at = bisect_right(self.source, (index - 1, float("inf"))) - 1
        if at < 0:
            return None
        start, offset = self.source[at]
        if at and start == index - 1 == self.source[at - 1][0]:
            return self.source[at - 1][1] + 1
        return offset + index - start


@dataclass(frozen=True, slots=True)
class Span:
    """Characters [start, end) of a block's text."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words of the span."""
        return self.block.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 to 6, its accessible text and place."""

    level: int
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Link:
    """A link with an href.

    href: as written. url: absolute and canonical, or None when it cannot be one (mailto: …).
    text: accessible name (text with the alt of images in it, or aria-label). context: the words of
    the block around it. rel, target: attributes or "".
    """

    href: str
    url: str | None
    text: str
    context: str
    place: Place
    rel: str = ""
    target: str = ""
    download: bool = False


@dataclass(frozen=True, slots=True)
class Image:
    """An img, svg with a name, or input of type image. alt is None where the attribute is absent."""

    src: str
    alt: str | None
    place: Place
    in_link: bool = False
    link_text: str = ""
    role: str = ""
    named: bool = False  # has aria-label, aria-labelledby or title


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of cell texts; header_cells counts th elements; layout: role presentation."""

    caption: str | None
    rows: tuple[tuple[str, ...], ...]
    header_cells: int
    layout: bool
    place: Place
    scoped: int = 0  # th elements with a scope


@dataclass(frozen=True, slots=True)
class Field:
    """A form control. name: accessible name or "". label: "label", "aria", "title", "placeholder"
    or "none": where the name comes from. type: input type, or "select", "textarea", "button"."""

    type: str
    name: str
    label: str
    place: Place
    required: bool = False
    autocomplete: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """An iframe."""

    src: str
    title: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed capture.

    key: canonical address, or the file path as given. url: address or None. status: HTTP status.
    media: "html", "markdown", "text", "pdf" or "docx". fragment: a piece of a page (a draft without html
    or body), so rules about the whole page do not apply. template: a label shared by pages made
    by one template, or None. meta: (lower-case name, content) pairs, with "canonical" and "robots".
    blocks: in document order. ids: every id attribute. facts: what one format alone knows
    (PDF: "tagged", "title", "lang", "pages", "text" …). digest: SHA-256 of the body;
    content_digest: of the text and links of the main region. line_starts: offsets of lines.
    """

    key: str
    url: str | None
    media: str
    title: str | None
    lang: str | None
    blocks: tuple[Block, ...]
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    tables: tuple[Table, ...] = ()
    fields: tuple[Field, ...] = ()
    frames: tuple[Frame, ...] = ()
    meta: tuple[tuple[str, str], ...] = ()
    ids: tuple[str, ...] = ()
    facts: tuple[tuple[str, object], ...] = ()
    status: int = 200
    fragment: bool = False
    template: str | None = None
    digest: str = ""
    content_digest: str = ""
    line_starts: tuple[int, ...] = ()
    size: int = 0

    def main(self) -> tuple[Block, ...]:
        """Blocks of the main region: what the author wrote."""
        return tuple(block for block in self.blocks if block.place.region == "main")

    def position(self, offset: int | None) -> tuple[int | None, int | None]:
        """Return (line, column) of a source offset, both from 1, or (None, None)."""
        if offset is None or not self.line_starts:
            return None, None
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def fact(self, name: str) -> object:
        """Return a fact of the format, or None."""
        return next((value for key, value in self.facts if key == name), None)
