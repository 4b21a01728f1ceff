"""Every format shows what the report holds, and none lets page text out of its cage."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest

from contentlint.errors import UsageError
from contentlint.render import formats, render
from tests.render.example import EVIL, PAGE, report

SCHEMA = json.loads((Path(__file__).resolve().parents[2] / "reports/contentlint-1.schema.json").read_text("utf-8"))


def test_an_unknown_format_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="Did you mean “html”"):
        render(report(), "htlm")


@pytest.mark.parametrize("command", ["check", "crawl", "compare", "report"])
def test_json_follows_the_schema(command: str) -> None:
    made = json.loads(render(report(command), "json"))
    jsonschema.Draft202012Validator(SCHEMA).validate(made)
    assert ("priorities" in made) == (command == "report")
    assert {item.get("change") for item in made["findings"]} == {"new", "back", "same", "fixed", None}
    template = next(item for item in made["findings"] if item.get("template"))
    assert template["page_count"] == 2 and len(template["pages"]) == 2
    assert made["coverage"] == {"met": 3, "checked": 1, "unchanged": 0, "skipped": 2}


def test_jsonl_holds_the_same_objects() -> None:
    whole = json.loads(render(report(), "json"))
    lines = [json.loads(line) for line in render(report(), "jsonl").splitlines()]
    assert lines[0]["type"] == "scan" and lines[0]["schema"] == "contentlint/1"
    for kind, name in (("finding", "findings"), ("page", "pages"), ("skip", "skips"), ("priority", "priorities")):
        assert [{k: v for k, v in line.items() if k != "type"} for line in lines if line["type"] == kind] == whole[name]


def test_csv_cannot_become_a_formula() -> None:
    text = render(report(), "csv")
    rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff"))))
    assert rows[0][0] == "page" and len(rows) == 6
    assert all(not cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_annotations_are_one_line_each_and_escaped() -> None:
    lines = render(report(), "github").splitlines()
    assert all(re.match(r"::(error|warning|notice) [^:]*::", line) for line in lines)
    assert any("“utilise”" in line for line in lines)
    assert not any("map" in line for line in lines), "what is fixed or still there is no annotation"


def test_terminal_has_no_control_characters() -> None:
    for command in ("check", "report", "compare"):
        text = render(report(command), "terminal")
        assert "\x1b" not in text and "\u202e" not in text
        assert "1 of 3" in text


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        values = dict(attrs)
        self.ids += [values["id"]] if values.get("id") else []
        self.links += [values[name] or "" for name in ("href", "src") if name in values]
        assert not any(name.startswith("on") for name in values)


def test_html_escapes_everything() -> None:
    text = render(report(), "html")
    page = _Tags()
    page.feed(text)
    assert not {"script", "img", "iframe"} & set(page.tags)
    assert all(link.startswith(("#", "https://")) for link in page.links)
    assert len(page.ids) == len(set(page.ids))
    assert "<script>" not in text
    assert "\x1b" not in text and "\u202e" not in text


def test_html_opens_with_coverage_then_worse_then_fixes() -> None:
    text = render(report(), "html")
    order = [text.index(words) for words in
             ("1 of 3 addresses checked", 'id="worse"', 'id="first"', 'id="teams"', 'id="pages"')]  # fmt: skip
    assert order == sorted(order)
    assert text.count("<svg") == 3 and text.count("<table") > text.count("<svg")
    assert "4,210 views" in text and "Two residents said so." in text and "It does not see focus." in text


def test_markdown_cannot_be_broken_out_of() -> None:
    text = render(report(), "markdown")
    assert "<script" not in text.replace("\\<script", "")
    assert "](javascript" not in text.replace("\\](javascript", "").replace("\\]", "")
    assert "| moderate | “utilise” can be “use” | utilise |" in text


def test_earl_has_a_subject_for_each_page_and_says_what_failed() -> None:
    whole = report()
    graph = json.loads(render(whole, "earl"))["@graph"]
    assert {row.page for row in whole.pages} <= {one["source"] for one in graph}
    said = {(one["source"], each["test"]["title"]): each["result"]["outcome"] for one in graph for each in one["assertions"]}
    for item in whole.findings:
        for page in item.pages or (item.page,):
            assert said[page, item.rule] in ("earl:failed", "earl:cantTell")
            if item.certainty != "review":
                assert said[page, item.rule] == "earl:failed"


def test_every_format_can_be_written_as_utf_8() -> None:
    for name in formats():
        assert render(report(), name).encode("utf-8")


def test_the_example_is_hostile() -> None:
    assert "<script>" in EVIL and PAGE in render(report(), "json")


def test_a_picture_cannot_carry_markup_and_its_words_are_escaped() -> None:
    from dataclasses import replace

    from contentlint.model import Picture, picture_key

    made = report("check")
    (item, *_) = [one for one in made.findings if one.location.quote == EVIL]
    shown = replace(item, location=replace(item.location, before=None, html=f'<img src="x" title="{EVIL}">'))
    made = replace(
        made, page_details=(replace(made.page_details[0], groups=(replace(made.page_details[0].groups[0], finding=shown),)),),
        pictures={picture_key(item): Picture(picture_key(item), b'"><script>', 460, 170)},
    )  # fmt: skip
    text = render(made, "html")
    page = _Tags()
    page.feed(text)
    assert page.tags.count("img") == 1 and "script" not in page.tags and "<script" not in text
    assert 'src="data:image/webp;base64,Ij48c2NyaXB0Pg=="' in text and 'width="460" height="170"' in text
