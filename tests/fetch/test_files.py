"""Reading files, folders and standard input."""

from __future__ import annotations

import io
import os

import pytest

from contentlint.errors import InputError
from contentlint.fetch.files import read_targets
from contentlint.model import Outcome
from tests.fetch.site import page, serve


@pytest.fixture
def drafts(tmp_path, monkeypatch):
    names = ("bins.md", "a/news.html", "a/old.HTM", "a/logo.png", ".git/x.md", "node_modules/y.md", "a/.z.md")
    for name in names:
        path = tmp_path / "drafts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {name}\n")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path / "drafts"


def test_a_folder_gives_its_pages_in_order_and_each_file_once(drafts):
    got = list(read_targets(["drafts", "drafts/bins.md", "./drafts/a/news.html"]))
    assert [c.url for c in got] == ["drafts/bins.md", "drafts/a/news.html", "drafts/a/old.HTM"]
    assert [c.media_type for c in got] == ["text/markdown", "text/html", "text/html"]
    assert got[0].body == b"# bins.md\n" and len(got[0].digest) == 64
    assert (got[0].requested, got[0].status) == ("drafts/bins.md", 200)


@pytest.mark.parametrize(
    ("text", "media"),
    [
        (b"\xef\xbb\xbf\n<!DOCTYPE html><p>Bins", "text/html"),
        (b"<p>Bins are collected on Mondays.</p>", "text/html"),
        (b"<my-card><p>Bins</p></my-card>", "text/html"),
        (b"# Missed bins\n\nTell us.", "text/markdown"),
        (b"Tell us about [missed bins](/bins).", "text/markdown"),
        (b"Bins are collected on Mondays.\nPut them out by 7am.", "text/plain"),
        (b"", "text/plain"),
    ],
)
def test_standard_input_is_told_apart_by_its_content(text, media):
    (got,) = read_targets(["-"], io.BytesIO(text))
    assert (got.url, got.media_type, got.body) == ("-", media, text)


def test_what_does_not_exist_is_named_before_anything_is_read(drafts):
    with pytest.raises(InputError, match=r"drafts/bin.md: There is no such file.*Did you mean “bins.md”\?"):
        next(read_targets(["drafts/bins.md", "drafts/bin.md"]))
    with pytest.raises(InputError, match=r"https://www.anyborough.gov.uk/bins”"):
        next(read_targets(["www.anyborough.gov.uk/bins"]))
    with pytest.raises(InputError, match="empty: This folder holds no page"):
        next(read_targets(["empty"]))
    with pytest.raises(InputError, match="nothing on standard input"):
        next(read_targets(["-"]))


def test_files_of_other_kinds_say_what_to_do(drafts):
    (drafts / "form.doc").write_bytes(b"PK\x03\x04")
    (drafts / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (drafts / "leaflet.pdf").write_bytes(b"%PDF-1.7\0")
    (drafts / "notes").write_text("<h1>Bins</h1>")
    os.symlink("nowhere.md", drafts / "dangling.md")
    names = ["form.doc", "photo.png", "dangling.md", "leaflet.pdf", "notes"]
    docx, png, dangling, pdf, notes = read_targets([f"drafts/{name}" for name in names])
    assert docx.reason == "files ending in .doc cannot be read" and docx.remedy.startswith("Save it as HTML")
    assert png.reason == "a file that ends in .png is no page" and "page" in png.remedy
    assert dangling.reason == "this file could not be read (No such file or directory)"
    assert {skip.outcome for skip in (docx, png, dangling)} == {Outcome.FAILURE}
    assert pdf.media_type == "application/pdf" and notes.media_type == "text/html"


def test_a_file_without_permission_is_a_skip(drafts, monkeypatch):
    real = open

    def guarded(path, *rest, **more):
        if str(path).endswith("bins.md"):  # a mode of 000 does not stop the superuser, who may run the tests
            raise PermissionError(13, "Permission denied")
        return real(path, *rest, **more)

    monkeypatch.setattr("builtins.open", guarded)
    (got,) = read_targets(["drafts/bins.md"])
    assert got.reason == "this file may not be read" and got.outcome is Outcome.FAILURE


def test_addresses_and_files_can_stand_side_by_side(drafts):
    with serve({"/bins": page()}) as site:
        one, two = read_targets([site.origin + "/bins", "drafts/bins.md"], contact="web@anyborough.gov.uk")
    assert (one.url, two.url) == (site.origin + "/bins", "drafts/bins.md")
    assert site.asked[0][2]["user-agent"].endswith("(+web@anyborough.gov.uk)")
