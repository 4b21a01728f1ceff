"""What needs all pages of a scan: the statement against the findings, and who links to a document."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from contentlint.model import Certainty, Kind, Link, Measures, Page, PageRow, Place
from contentlint.pipeline.cross import judge_late, tally_of
from contentlint.pipeline.linked import with_links
from tests.ranking import fault

STATEMENT = (Path(__file__).parent / "checks/statements/fully_with_failures.html").read_text("utf-8")
PICTURE = ('<!DOCTYPE html><html lang="en"><head><title>{0}</title></head><body><main><h1>{0}</h1><p>Words.</p><img src="/{0}.jpg" width="300" '
           'height="200"></main><footer><a href="/accessibility">Accessibility</a></footer></body></html>')  # fmt: skip


def rows(*names: str, engines=("contentlint",), media="html") -> list[PageRow]:
    return [PageRow(name, name, 200, "", "", None, media, Measures(), engines) for name in names]


def run_on(folder: Path, run_in, pages: dict[str, str], *more: str) -> list[dict]:
    for name, markup in pages.items():
        (folder / f"{name}.html").write_text(markup, "utf-8")
    done = run_in(folder, "check", *(f"{name}.html" for name in pages), "--without", "browser,languagetool", "--format", "json", *more)
    return [item for item in json.loads(done.stdout)["findings"] if item["rule"].startswith("statement/")]


def test_fully_compliant_against_pictures_without_alternatives(tmp_path: Path, run_in) -> None:
    found = run_on(tmp_path, run_in, {"accessibility": STATEMENT, **{name: PICTURE.format(name) for name in ("Bins", "Tax", "Roads")}})
    (one,) = [item for item in found if item["rule"].endswith("against-the-scan")]
    assert "1.1.1" in one["message"] and one["page"] == "accessibility.html"


def test_nothing_is_said_without_failures_or_by_itself(tmp_path: Path, run_in) -> None:
    good = {name: PICTURE.format(name).replace("<img", '<img alt="A street"') for name in ("Bins", "Tax", "Roads")}
    assert run_on(tmp_path, run_in, {"accessibility": STATEMENT, **good}) == []
    assert run_on(tmp_path, run_in, {"accessibility": STATEMENT}) == []


def test_a_choice_of_kinds_tells_nothing_about_the_others(tmp_path: Path, run_in) -> None:
    pages = {"accessibility": STATEMENT, **{name: PICTURE.format(name) for name in ("Bins", "Tax", "Roads")}}
    assert run_on(tmp_path, run_in, pages, "--kinds", "statement") == []


def test_only_certain_findings_are_failures() -> None:
    sure = replace(fault("/a"), wcag=("1.1.1",), certainty=Certainty.SURE)
    likely = replace(sure, wcag=("1.3.1",), certainty=Certainty.LIKELY)
    document = replace(sure, wcag=("4.1.2",), kind=Kind.DOCUMENT)
    tally = tally_of([sure, sure, likely, document], rows("/a", "/b"), [])
    assert (dict(tally.failures), tally.doubts, tally.pages) == ({"1.1.1": (sure.page,)}, {"1.3.1", "4.1.2"}, 2)
    assert judge_late([], [], [], [], date(2026, 6, 1), None) == ([], [])


def link(url: str, text: str) -> Link:
    return Link(url, url, text, text, Place())


def test_documents_tell_who_links_to_them() -> None:
    host = "https://www.anyborough.example"
    page = Page(f"{host}/bins", f"{host}/bins", "html", "Bins", "en", (), links=(
        link(f"{host}/files/bins.pdf", "Calendar (PDF, 2MB)"), link(f"{host}/files/bins.pdf#page=2", "Calendar (PDF, 2MB)"),
        link(f"{host}/old.pdf", "last year"), link(f"{host}/tax", "Council Tax"),
    ))  # fmt: skip
    made = with_links([*rows(f"{host}/bins", f"{host}/tax"), *rows(f"{host}/files/bins.pdf", f"{host}/lone.pdf", media="pdf")], [page],
                      {f"{host}/old.pdf": f"{host}/files/bins.pdf"})  # fmt: skip
    assert {row.page.removeprefix(host): row.linked for row in made} == {
        "/bins": (), "/tax": (), "/lone.pdf": (),
        "/files/bins.pdf": ((f"{host}/bins", "Calendar (PDF, 2MB)"), (f"{host}/bins", "last year")),
    }  # fmt: skip
