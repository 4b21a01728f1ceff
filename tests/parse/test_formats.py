"""Markdown, plain text, PDF, and the choice between formats."""

from __future__ import annotations

import importlib
import io
import subprocess
import sys

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, NameObject, TextStringObject

from contentlint.model import Outcome, Page, Skip
from contentlint.parse import FORMATS, format_of, parse
from tests.parse.places import CORPORA, GUIDE, capture, members, wrong_places

MARKDOWN = """---
title: "Bins & things"
description: When we collect
---
# Bins &amp; *recycling* ##

Some \\*text\\* with **bold &pound;5** and [a link](https://ex.org/a_(b) "T") then
`code x` here.
A [second][1] one. <!-- hidden -->

You need:

* first item
  continued
* [second](x.md)
    1. nested

> Quote **one**
> two

| Name | Value \\| x |
|------|------------|
| a    | a          |
| ![alt text](i.png) | [l](u) |

<div><p>Raw <b>html</b> &amp; more</p></div>

<!-- a comment -->

```py
code  here
```

[1]: https://ex.org/1
"""


def read(body: str | bytes, url: str) -> Page:
    page = parse(capture(body, url, ""))
    assert isinstance(page, Page), page
    return page


def test_markdown_gives_the_same_kinds_as_html() -> None:
    page = read(MARKDOWN, "draft.md")
    found = [(block.kind, block.text) for block in page.blocks if block.kind not in ("link", "alt")]
    assert found == [
        ("title", "Bins & things"),
        ("meta", "When we collect"),
        ("heading", "Bins & recycling"),
        ("paragraph", "Some *text* with bold £5 and a link then code x here. A second one."),
        ("paragraph", "You need:"),
        ("list", "first item continued"),
        ("list", "second"),
        ("list", "nested"),
        ("quote", "Quote one two"),
        ("header-cell", "Name"),
        ("header-cell", "Value | x"),
        ("cell", "a"),
        ("cell", "a"),
        ("cell", "l"),
        ("paragraph", "Raw html & more"),
        ("code", "code here"),
    ]
    assert (page.media, page.title, page.fragment, page.meta) == (
        "markdown",
        "Bins & things",
        True,
        (("description", "When we collect"),),
    )
    assert [(link.text, link.url) for link in page.links] == [
        ("a link", "https://ex.org/a_(b)"),
        ("second", "https://ex.org/1"),
        ("second", None),
        ("l", None),
    ]
    assert page.tables[0].rows == (("Name", "Value | x"), ("a", "a"), ("alt text", "l"))
    assert (page.images[0].src, page.images[0].alt) == ("i.png", "alt text")
    assert (page.headings[0].level, page.headings[0].text) == (1, "Bins & recycling")


def test_markdown_lists_know_lead_in_and_depth() -> None:
    items = [block for block in read(MARKDOWN, "draft.md").blocks if block.kind == "list"]
    assert [(item.lead_in, item.level) for item in items] == [
        ("You need:", 1),
        ("You need:", 1),
        ("second", 2),
    ]


def test_markdown_places() -> None:
    page = read(MARKDOWN, "draft.md")
    assert wrong_places(page, MARKDOWN) == []
    block = next(block for block in page.blocks if block.text.startswith("Some"))
    assert page.position(block.offset(block.text.index("here"))) == (8, 10)
    raw = next(block for block in page.blocks if block.text.startswith("Raw"))
    assert page.position(raw.offset(4)) == (26, 16)


@pytest.mark.skipif(not CORPORA.exists(), reason="the guidance is not here")
def test_every_character_of_the_guidance_knows_its_place() -> None:
    pages = members(GUIDE, ".md")
    assert len(pages) == 141
    for name, body in pages.items():
        assert wrong_places(read(body, name), body.decode()) == [], name


TEXT = "Dear reader,\r\nwe moved.\n\nBring:\n\n- a passport\n- a bill\n  from May\n\n1. Queue\n2) Pay\n\nBye"


def test_text_has_paragraphs_and_items() -> None:
    page = read(TEXT, "note.txt")
    assert [(block.kind, block.text, block.lead_in) for block in page.blocks] == [
        ("paragraph", "Dear reader, we moved.", None),
        ("paragraph", "Bring:", None),
        ("list", "a passport", "Bring:"),
        ("list", "a bill from May", "Bring:"),
        ("list", "Queue", "Bring:"),
        ("list", "Pay", "Bring:"),
        ("paragraph", "Bye", None),
    ]
    assert wrong_places(page, TEXT) == []
    assert (page.blocks[3].place.line, page.blocks[3].place.column) == (7, 3)
    assert page.fragment and page.media == "text"


def make_pdf(tagged: bool = False, password: str = "") -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    if tagged:
        writer.add_metadata({"/Title": "Bin fees"})
        root = writer.root_object
        root[NameObject("/Lang")] = TextStringObject("en-GB")
        root[NameObject("/MarkInfo")] = DictionaryObject({NameObject("/Marked"): BooleanObject(True)})
        figures = [DictionaryObject({NameObject("/S"): NameObject("/Figure")}) for _ in range(2)]
        figures[0][NameObject("/Alt")] = TextStringObject("A bin")
        root[NameObject("/StructTreeRoot")] = DictionaryObject({NameObject("/K"): ArrayObject(figures)})
    if password:
        writer.encrypt(password)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_pdf_facts() -> None:
    plain = parse(capture(make_pdf(), "https://a.uk/fees.pdf", "application/pdf"))
    assert isinstance(plain, Page) and plain.media == "pdf" and plain.key == "https://a.uk/fees.pdf"
    facts = dict(plain.facts)
    assert (facts["tagged"], facts["title"], facts["lang"], facts["pages"], facts["text"]) == (
        False,
        None,
        None,
        1,
        False,
    )
    full = parse(capture(make_pdf(tagged=True), "fees.pdf", ""))
    assert isinstance(full, Page)
    facts = dict(full.facts)
    assert (facts["tagged"], facts["lang"], facts["figures"], facts["bare_figures"]) == (
        True,
        "en-GB",
        2,
        1,
    )
    assert (full.title, full.lang) == ("Bin fees", "en-GB")


def test_locked_and_damaged_pdfs() -> None:
    locked = parse(capture(make_pdf(password="x"), "a.pdf", ""))
    assert isinstance(locked, Page) and locked.fact("encrypted") is True
    for body in (b"%PDF-1.7\nrubbish", make_pdf()[:120], b"%PDF-1.4\n" + bytes(range(256)) * 20):
        answer = parse(capture(body, "a.pdf", ""))
        assert isinstance(answer, Skip) and answer.outcome is Outcome.FAILURE


@pytest.mark.parametrize(
    ("body", "url", "media", "form"),
    [
        (b"<p>x", "https://a.uk/x", "text/html", "html"),
        (b"<p>x", "x.HTM", "", "html"),
        (b"<p>x", "-", "", "html"),
        (b"words", "-", "", "text"),
        (b"# x", "x.md", "text/plain", "markdown"),
        (b"# x", "x.md", "", "markdown"),
        (b"%PDF-1.7", "https://a.uk/x", "application/octet-stream", "pdf"),
        (b"%PDF-1.7", "https://a.uk/x", "text/html", "pdf"),
        (b"x", "https://a.uk/x.doc", "application/octet-stream", None),
        (b"\0\0", "x", "", None),
        (b"x", "x.png", "image/png", None),
    ],
)
def test_the_format_is_chosen_by_type_then_ending_then_first_bytes(
    body: bytes, url: str, media: str, form: str | None
) -> None:
    assert format_of(capture(body, url, media)) == form


def test_each_format_keeps_the_contract() -> None:
    for name, names in FORMATS.items():
        module = importlib.import_module(f"contentlint.parse.{name}")
        assert set(names) == module.MEDIA_TYPES | module.EXTENSIONS
        assert parse(capture("word", f"a.{name}", next(iter(module.MEDIA_TYPES))), key="given").__class__ in (
            Page,
            Skip,
        )


def test_a_format_is_loaded_only_when_needed() -> None:
    code = (
        "import sys; from contentlint.parse import parse; from contentlint.model import Capture;"
        "parse(Capture('a.txt', 'a.txt', 200, (), b'x', '', '', ''));"
        "print(sorted({'bs4', 'pikepdf', 'markdown_it'} & set(sys.modules)))"
    )
    assert (
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        ).stdout.strip()
        == "[]"
    )


def test_a_key_that_was_given_is_kept() -> None:
    for body, url in (
        (b"<p>x</p>", "https://a.uk/x"),
        (b"# x", "x.md"),
        (b"x", "x.txt"),
        (make_pdf(), "x.pdf"),
    ):
        page = parse(capture(body, url, ""), key="mine")
        assert isinstance(page, Page) and page.key == "mine"
