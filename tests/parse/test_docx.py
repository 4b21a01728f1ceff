"""Word files, made with the library that reads them and judged through the program."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement

from contentlint.model import Outcome, Page, Skip
from contentlint.parse import parse
from tests.parse.places import capture

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def draft() -> docx.document.Document:
    made = docx.Document()
    made.core_properties.title = "Missed bins"
    made.add_heading("Missed bins", 0)
    text = made.add_paragraph("We will utilise ")
    text.add_run("your report").bold = True
    text.add_run(" to find the bin.")
    made.add_heading("What you need", 2)
    made.add_paragraph("You need:")
    made.add_paragraph("your postcode", style="List Bullet")
    made.add_paragraph("the colour of the bin", style="List Bullet")
    made.add_picture(io.BytesIO(PIXEL))
    table = made.add_table(2, 2)
    for cell, words in zip(table.rows[0].cells + table.rows[1].cells, ("Bin", "Day", "Blue", "Monday"), strict=True):
        cell.text = words
    return made


def saved(document: object) -> bytes:
    file = io.BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return file.getvalue()


def test_a_draft_becomes_a_page() -> None:
    page = parse(capture(saved(draft()), "draft.docx", ""))
    assert isinstance(page, Page) and (page.media, page.title, page.lang) == ("docx", "Missed bins", "en-US")
    assert [(block.kind, block.text) for block in page.blocks] == [
        ("heading", "Missed bins"), ("paragraph", "We will utilise your report to find the bin."),
        ("heading", "What you need"), ("paragraph", "You need:"), ("list", "your postcode"),
        ("list", "the colour of the bin"), ("cell", "Bin"), ("cell", "Day"), ("cell", "Blue"), ("cell", "Monday"),
    ]  # fmt: skip
    assert [(each.level, each.text) for each in page.headings] == [(1, "Missed bins"), (2, "What you need")]
    assert page.blocks[1].inline == ((16, 27, "strong"),) and page.blocks[4].lead_in == "You need:"
    assert page.blocks[1].place.heading == "Missed bins"
    (image,), (table,) = page.images, page.tables
    assert image.alt is None and (table.rows, table.header_cells) == ((("Bin", "Day"), ("Blue", "Monday")), 0)


def test_a_heading_row_that_is_marked_counts() -> None:
    made = draft()
    row = made.tables[0].rows[0]._tr
    row.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    page = parse(capture(saved(made), "draft.docx", ""))
    assert isinstance(page, Page) and page.tables[0].header_cells == 2


def test_an_author_checks_a_draft(run: Callable, tmp_path: Path) -> None:
    (tmp_path / "draft.docx").write_bytes(saved(draft()))
    done = run("check", "draft.docx", "--without", "languagetool", "--format", "json")
    found = json.loads(done.stdout)
    rules = {item["rule"]: item["location"] for item in found["findings"]}
    assert set(rules) == {"govuk/overlong-use", "images/missing-alt-text", "tables/table-without-headers"}
    place = rules["govuk/overlong-use"]
    assert (place["quote"], place["heading"], place["line"]) == ("utilise", "Missed bins", None)


def _bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 60_000_000)
    return file.getvalue()


def _entities() -> bytes:
    body, made = saved(draft()), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(made, "w") as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename == "word/document.xml":
                data = data.replace(b"<w:document", b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document', 1)
                data = data.replace(b"We will utilise", b"We will &a; utilise")
            new.writestr(item, data)
    return made.getvalue()


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"PK\x03\x04 rubbish", "it is damaged"),
        (saved(draft())[:3000], "it is damaged"),
        (_bomb(), "it unpacks to more than a file may"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "it is locked with a password"),
    ],
)
def test_broken_and_hostile_files_are_skips(body: bytes, reason: str) -> None:
    answer = parse(capture(body, "draft.docx", ""))
    assert isinstance(answer, Skip) and answer.outcome is Outcome.FAILURE and reason in answer.reason


def test_nothing_outside_the_file_is_read() -> None:
    answer = parse(capture(_entities(), "draft.docx", ""))
    assert isinstance(answer, Skip) or "root:" not in " ".join(block.text for block in answer.blocks)
