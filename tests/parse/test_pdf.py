"""PDFs that look real, damaged ones and ones made to explode: facts or a skip, never harm."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from contentlint.model import Outcome, Page, Skip
from contentlint.parse import parse
from tests.parse.places import capture

TEXT = b"BT /F1 12 Tf 72 720 Td (Your bins are emptied on Monday.) Tj ET"


def report(pages: int = 50, change: Callable[[pikepdf.Pdf], None] | None = None, **save: object) -> bytes:
    """A tagged report with a title, a language, headings, a table, a picture and bookmarks, then changed."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    for _ in range(pages):
        page = pdf.add_blank_page(page_size=(595, 842))
        page.obj.Contents = pdf.make_stream(zlib.compress(TEXT * 40), Filter=Name.FlateDecode)
        page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
    root = pdf.Root
    root.Lang, root.MarkInfo = String("en-GB"), Dictionary(Marked=True)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.docinfo["/Title"], pdf.docinfo["/CreationDate"] = "Waste plan 2026", "D:20260304"
    head = pdf.make_indirect(Dictionary(S=Name.TH, A=Dictionary(O=Name.Table, Scope=Name.Column)))
    table = Dictionary(S=Name.Table, K=Array([Dictionary(S=Name.TR, K=Array([head, Dictionary(S=Name.TD)]))]))
    figure = Dictionary(S=Name("/Picture"), Alt=String("A blue bin"))
    kids = [Dictionary(S=Name.H1), Dictionary(S=Name.P), Dictionary(S=Name.H2), table, figure]
    root.StructTreeRoot = pdf.make_indirect(
        Dictionary(Type=Name.StructTreeRoot, RoleMap=Dictionary(Picture=Name.Figure), K=Array(kids * 20))
    )
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Bins", 0))
    if change:
        change(pdf)
    made = io.BytesIO()
    pdf.save(made, **save)
    return made.getvalue()


def facts(body: bytes) -> dict[str, object]:
    page = parse(capture(body, "plan.pdf", ""))
    assert isinstance(page, Page), page
    return dict(page.facts)


def test_the_facts_of_a_good_report() -> None:
    found = facts(report())
    assert found == {
        "title": "Waste plan 2026", "lang": "en-GB", "marked": True, "tagged": True, "display_title": True,
        "pages": 50, "encrypted": False, "access": True, "bookmarks": True, "text": True, "created": "2026-03-04",
        "producer": found["producer"], "untabbed": 0, "fields": 0, "bare_fields": 0, "figures": 20, "bare_figures": 0,
        "tables": 20, "bare_tables": 0, "loose_headers": 0, "headings": (1, 2) * 20,
    }  # fmt: skip


def _bare_tags(pdf: pikepdf.Pdf) -> None:
    cells = Array([Dictionary(S=Name.TR, K=Array([Dictionary(S=Name.TD)]))])
    pdf.Root.StructTreeRoot.K = Array([Dictionary(S=Name.Figure), Dictionary(S=Name.Table, K=cells), Dictionary(S=Name.H3)])


def _form(pdf: pikepdf.Pdf) -> None:
    named = Dictionary(FT=Name.Tx, T=String("name"), TU=String("Your name"))
    pdf.Root.AcroForm = Dictionary(Fields=Array([named, Dictionary(FT=Name.Tx, T=String("dob"))]))


def _scan(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        page.obj.Contents = pdf.make_stream(b"q 595 0 0 842 0 0 cm /Im1 Do Q")


def _loop(pdf: pikepdf.Pdf) -> None:
    tree = pdf.Root.StructTreeRoot
    node = pdf.make_indirect(Dictionary(S=Name.H1))
    node.K = Array([node, node])
    tree.K = Array([node])
    tree.RoleMap = Dictionary(A=Name("/B"), B=Name("/A"))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_bare_tags, {"bare_figures": 1, "bare_tables": 1, "headings": (3,)}),
        (_form, {"fields": 2, "bare_fields": 1}),
        (_scan, {"text": False}),
        (_loop, {"headings": (1,)}),
    ],
)
def test_faults_show_in_the_facts(change: Callable[[pikepdf.Pdf], None], expected: dict[str, object]) -> None:
    found = facts(report(3, change))
    assert {name: found[name] for name in expected} == expected


def test_protection() -> None:
    shut = pikepdf.Permissions(accessibility=False, extract=False)
    old = pikepdf.Encryption(owner="o", user="", R=3, allow=shut, aes=False, metadata=False)
    assert facts(report(2, encryption=old))["access"] is False
    assert facts(report(2, encryption=pikepdf.Encryption(owner="o", user="")))["access"] is True
    locked = facts(report(2, encryption=pikepdf.Encryption(owner="o", user="u")))
    assert (locked["encrypted"], locked["pages"]) == (True, None)


def bomb() -> bytes:
    """Small on disk; its pages are 200 MB each."""
    squeezed = zlib.compress(b"%" * 200_000_000, 9)

    def change(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            page.obj.Contents = pdf.make_stream(squeezed, Filter=Name.FlateDecode)

    return report(3, change)


def object_bomb() -> bytes:
    """A stream of objects that swells to 2 GB when the reader opens it."""
    packer = zlib.compressobj(9)
    squeezed = b"".join(packer.compress(b" " * 100_000_000) for _ in range(20)) + packer.flush()
    stream = b"1 0 obj\n<</Type/ObjStm/N 1/First 5/Filter/FlateDecode/Length %d>>stream\n" % len(squeezed)
    body = b"%PDF-1.5\n" + stream + squeezed + b"\nendstream endobj\n"
    table = zlib.compress(bytes([0, 0, 0, 0, 1, 0, 0, 9, 2, 0, 0, 1]) + bytes([2, 0, 1, 0]))
    head = b"3 0 obj\n<</Type/XRef/Size 3/W[1 2 1]/Root 2 0 R/Filter/FlateDecode/Length %d>>stream\n" % len(table)
    return body + head + table + b"\nendstream endobj\nstartxref\n%d\n%%%%EOF" % len(body)


def test_files_made_to_explode_are_bounded_and_the_next_is_unharmed() -> None:
    for body in (bomb(), object_bomb(), report(1)[:-400] + b"\0" * 300, b"%PDF-1.7\n" + b"<<" * 1_000_000):
        answer = parse(capture(body, "big.pdf", ""))
        if isinstance(answer, Skip):
            assert answer.outcome is Outcome.FAILURE and answer.reason.startswith("the PDF cannot be read")
        assert facts(report(2))["text"] is True


def test_every_cut_and_every_flipped_byte_is_a_result_or_a_skip() -> None:
    body = report(2)
    for at in range(0, len(body), 97):
        for broken in (body[:at], body[:at] + bytes([body[at] ^ 255]) + body[at + 1 :]):
            answer = parse(capture(broken, "cut.pdf", ""))
            assert isinstance(answer, Page) or answer.outcome is Outcome.FAILURE
