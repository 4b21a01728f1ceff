"""Word file → Page: headings, paragraphs, lists, tables, links and pictures, as an author wrote them."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from typing import Any

from contentlint import urls
from contentlint.model import Block, Capture, Heading, Image, Link, Outcome, Page, Place, Skip, Table
from contentlint.parse._package import BadPackage, checked
from contentlint.parse.digests import content_digest

MEDIA_TYPES = frozenset({"application/vnd.openxmlformats-officedocument.wordprocessingml.document"})
EXTENSIONS = frozenset({".docx"})
MOST_BLOCKS = 50_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_ADORNS = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


def parse(capture: Capture, *, key: str | None = None) -> Page | Skip:
    """Return the page in a Word file, or a Skip that says why there is none. Never raises.

    Facts: "title" and "lang" of the file's properties (None if absent). Tables have header_cells only where their
    first row is marked as a heading row.
    """
    web = capture.url.startswith(("http://", "https://"))
    address = urls.canonical(capture.url) if web else None
    own_key = key or address or capture.url
    try:
        checked(capture.body, "word/document.xml").close()
        import docx

        document = docx.Document(io.BytesIO(capture.body))
        reader = _Reader(document, address)
        reader.read()
    except BadPackage as error:
        return Skip(own_key, "parse", f"the Word file cannot be read: {error}", Outcome.FAILURE)
    except Exception as error:  # python-docx raises whatever a broken file makes it meet
        return Skip(own_key, "parse", f"the Word file is damaged and cannot be read ({type(error).__name__})",
                    Outcome.FAILURE, "Open the file and save it again.")  # fmt: skip
    if not reader.blocks and not reader.images:
        return Skip(own_key, "parse", "the file is empty", Outcome.FAILURE)
    title = " ".join((document.core_properties.title or "").split()) or None
    lang = _language(document)
    return Page(
        key=own_key, url=address, media="docx", title=title, lang=lang, blocks=tuple(reader.blocks),
        headings=tuple(reader.headings), links=tuple(reader.links), images=tuple(reader.images),
        tables=tuple(reader.tables), facts=(("title", title), ("lang", lang)), status=capture.status, fragment=True,
        digest=capture.digest or hashlib.sha256(capture.body).hexdigest(),
        content_digest=content_digest(reader.blocks), size=len(capture.body),
    )  # fmt: skip


class _Reader:
    """Walks a document from top to bottom and keeps what it meets."""

    def __init__(self, document: Any, address: str | None) -> None:
        self.document, self.address = document, address
        self.blocks: list[Block] = []
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.tables: list[Table] = []
        self._heading: str | None = None
        self._lead: str | None = None
        self._list = 0
        self._in_list = False

    def read(self) -> None:
        """Read the body. Headers and footers repeat on each page and are left out."""
        for part in self.document.iter_inner_content():
            if len(self.blocks) > MOST_BLOCKS:
                raise BadPackage(f"it has more than {MOST_BLOCKS:,} paragraphs")
            if hasattr(part, "rows"):
                self._table(part)
            else:
                self._paragraph(part)

    def _place(self) -> Place:
        return Place(heading=self._heading)

    def _paragraph(self, paragraph: Any, cell: str = "") -> None:
        text, inline = _runs(paragraph)
        self._pictures(paragraph)
        if not text:
            return
        level = _level(paragraph)
        place = self._place()
        if level and not cell:
            self._heading = text
            self.headings.append(Heading(level, text, place))
            self.blocks.append(Block("heading", text, place, inline=inline, level=level))
            self._in_list = False
            return
        kind = cell or ("list" if _is_item(paragraph) else "paragraph")
        if kind == "list" and not self._in_list:
            self._list += 1
        self._in_list = kind == "list"
        block = Block(
            kind, text, place, inline=inline, lead_in=self._lead if self._in_list else None,
            container=self._list if self._in_list else None, level=int(self._in_list),
        )  # fmt: skip
        self.blocks.append(block)
        if kind == "paragraph":
            self._lead = text
        for link in paragraph.hyperlinks:
            if (words := " ".join(link.text.split())) and link.url:
                absolute = urls.canonical(link.url) if link.url.startswith("http") else None
                self.links.append(Link(link.url, absolute, words, text, place))
                self.blocks.append(Block("link", words, place))

    def _pictures(self, paragraph: Any) -> None:
        for drawn in paragraph._p.iter(_DRAWN):
            if any(each.get("val") in ("1", "true") for each in drawn.iter(_ADORNS)):
                continue
            frame = drawn.getparent()
            blip = next(frame.iter(_BLIP), None) if frame is not None else None
            if blip is None:
                continue  # a shape or a text box: its words are read where they stand
            name = drawn.get("name") or "picture"
            alt = " ".join((drawn.get("descr") or "").split()) or None
            self.images.append(Image(name, alt, self._place()))

    def _table(self, table: Any) -> None:
        rows, place = [], self._place()
        heads = 0
        for number, row in enumerate(table.rows):
            marked = number == 0 and row._tr.find(f"{_W}trPr/{_W}tblHeader") is not None
            texts, seen = [], set()
            for cell in row.cells:
                if id(cell._tc) in seen:
                    continue  # merged cells come back once for each column
                seen.add(id(cell._tc))
                texts.append(" ".join(cell.text.split()))
                heads += marked
                for paragraph in cell.paragraphs:
                    self._paragraph(paragraph, "header-cell" if marked else "cell")
            rows.append(tuple(texts))
        self.tables.append(Table(None, tuple(rows), heads, False, place, heads))


def _runs(paragraph: Any) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """Return (text, inline runs) of a paragraph, white space collapsed."""
    text, inline = "", []
    for part in paragraph.iter_inner_content():
        words = " ".join(part.text.replace("\xa0", " ").split())
        spaced = (" " if part.text[:1].isspace() and text and not text.endswith(" ") else "") + words
        spaced += " " if part.text[-1:].isspace() and words else ""
        start = len(text) + (len(spaced) - len(spaced.lstrip()))
        text += spaced
        end = len(text.rstrip())
        if end <= start:
            continue
        if hasattr(part, "url"):
            inline.append((start, end, "link"))
        elif part.bold:
            inline.append((start, end, "strong"))
        elif part.italic:
            inline.append((start, end, "emphasis"))
    text = text.rstrip()
    return text, tuple(inline)


def _level(paragraph: Any) -> int:
    """Return the heading level of a paragraph by its style, 0 for none. “Title” is the first level."""
    for name in _styles(paragraph):
        if name == "title":
            return 1
        if name.startswith("heading ") and name[8:9].isdigit():
            return min(int(name[8:9]), 6)
    return 0


def _is_item(paragraph: Any) -> bool:
    properties = paragraph._p.pPr
    numbered = properties is not None and properties.find(f"{_W}numPr") is not None
    return numbered or any(name.startswith("list") for name in _styles(paragraph))


def _styles(paragraph: Any) -> Iterator[str]:
    """Yield the names of a paragraph's style and of those that it is based on, in lower case."""
    style, depth = paragraph.style, 0
    while style is not None and depth < 10:
        yield (style.name or "").lower()
        style, depth = style.base_style, depth + 1


def _language(document: Any) -> str | None:
    """Return the language of the default style, which Word uses for text that says nothing else."""
    styles = document.styles.element
    found = styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}lang")
    value = found.get(f"{_W}val") if found is not None else None
    return (document.core_properties.language or value or "").strip() or None
