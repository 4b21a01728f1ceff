"""`contentlint check` as an author uses it, without the engines (they have tests of their own)."""

from __future__ import annotations

import html
import json
import os
import time
from pathlib import Path

import jsonschema
import pytest

from tests.fetch.site import page, serve

DRAFT = """<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>Apply for a parking permit</title></head>
<body><main>
<h1>Apply for a parking permit</h1>
<p>You can utilise this form to apply. It takes 10 minutes.</p>
<h2>Before you start</h2>
<p>For the map of zones <a href="zones.html">click here</a>.</p>
<img src="map.png">
<h4>What it costs</h4>
<p>A permit costs £45.00 a year &amp; you can pay online.</p>
</main></body></html>
"""
FAST = ("--without", "browser,languagetool")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "permit.html"
    path.write_text(DRAFT, "utf-8")
    return path


def found(run, *arguments: str, **more) -> dict:
    return json.loads(run("check", *arguments, *FAST, "--format", "json", **more).stdout)


def test_an_author_sees_what_to_change_and_why(run, draft: Path) -> None:
    done = run("check", "permit.html", *FAST, code=1)
    said = done.stdout
    assert said.startswith("permit.html: Apply for a parking permit")
    assert "line 6: " in said and "[utilise]" in said and "“use”" in said
    assert "line 8: " in said and "click here" in said
    assert "https://www.gov.uk/" in said
    assert said.rstrip().splitlines()[-1].startswith("1 of 1 page checked.")
    assert done.stderr == ""


def test_json_has_exact_places_and_follows_the_schema(run, draft: Path, root: Path) -> None:
    made = found(run, "permit.html")
    jsonschema.validate(made, json.loads((root / "reports/contentlint-1.schema.json").read_text("utf-8")))
    source = DRAFT
    lines = source.splitlines()
    for item in made["findings"]:
        place = item["location"]
        if item["kind"] == "style" and place["line"]:
            quoted = lines[place["line"] - 1][place["column"] - 1 : place["end_column"] - 1]
            assert html.unescape(quoted) == place["quote"], item
        if item["fix"]:
            start, end = item["fix"]["start"], item["fix"]["end"]
            assert source[start:end] == place["quote"], item
    rules = {item["rule"] for item in made["findings"]}
    assert {"links/vague-link-text"} <= rules and any(rule.startswith("images/") for rule in rules)
    assert made["pages"][0]["page"] == "permit.html" and made["pages"][0]["measures"]["words"] > 20


def test_the_gate_decides_the_exit_code(run, draft: Path) -> None:
    run("check", "permit.html", *FAST, "--fail-on", "never", code=0)
    run("check", "permit.html", *FAST, "--fail-on", "minor", code=1)
    done = run("check", "permit.html", *FAST, "--fail-on", "seriuos", code=2)
    assert "Did you mean “serious”?" in done.stderr


def test_kinds_limit_what_is_shown(run, draft: Path) -> None:
    made = found(run, "permit.html", "--kinds", "style")
    assert {item["kind"] for item in made["findings"]} == {"style"}
    assert "Did you mean “style”?" in run("check", "permit.html", *FAST, "--kinds", "styles", code=2).stderr


def test_nothing_is_left_behind(run, draft: Path, tmp_path: Path) -> None:
    run("check", "permit.html", *FAST)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["permit.html"]


def test_standard_input_markdown_and_folders(run, tmp_path: Path) -> None:
    text = "# Bins\n\nWe will utilise new bins in order to help you.\n"
    made = found(run, "-", stdin=text)
    places = {(item["location"]["quote"], item["location"]["line"], item["location"]["column"])
              for item in made["findings"] if item["kind"] == "style"}  # fmt: skip
    assert ("utilise", 3, 9) in places
    (tmp_path / "drafts" / "inner").mkdir(parents=True)
    (tmp_path / "drafts" / "a.md").write_text(text, "utf-8")
    (tmp_path / "drafts" / "inner" / "b.txt").write_text("We utilise it.\n", "utf-8")
    made = found(run, "drafts")
    assert [page["page"] for page in made["pages"]] == ["drafts/a.md", "drafts/inner/b.txt"]


def test_a_missing_engine_is_told_and_ends_with_4(run, draft: Path, tmp_path: Path) -> None:
    clean = tmp_path / "clean.html"
    clean.write_text("<p>Your bin day is Monday.</p>", "utf-8")
    run("check", "clean.html", *FAST, code=0)
    settings = tmp_path / "contentlint.toml"
    settings.write_text("[language]\nserver = 'http://127.0.0.1:9'\n", "utf-8")
    done = run("check", "clean.html", "--without", "browser", code=4)
    assert "Not checked" in done.stdout and "Spelling and grammar (LanguageTool): " in done.stdout


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("empty.html", b""),
        ("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20),
        ("charset.html", "<meta charset=ascii><p>Caf\u00e9 \u2013 \u00a345</p>".encode("cp1252")),
        ("broken.html", b"<p><b><table><tr><td>Bins<div></p></span></td><h2>Day<h2></b" * 50),
        ("deep.html", b"<div>" * 20_000 + b"Bins"),
        ("nul.html", b"<p>Bins\x00 are \xed\xa0\x80 here.</p>"),
    ],
)
def test_bad_pages_never_end_in_a_fault(run, tmp_path: Path, name: str, body: bytes) -> None:
    (tmp_path / name).write_bytes(body)
    done = run("check", name, *FAST)
    assert done.returncode in (0, 1, 3, 4), done.stderr
    assert name in done.stdout + done.stderr


def test_an_error_page_is_no_draft(run) -> None:
    with serve({"/": page()}) as site:
        run("check", site.origin, *FAST)
        done = run("check", f"{site.origin}/no-such-page", *FAST, code=3)
    assert "404" in done.stderr


def test_a_page_of_20_megabytes_is_told(run, tmp_path: Path) -> None:
    (tmp_path / "big.html").write_bytes(b"<p>" + b"Bins are collected on Mondays. " * 700_000 + b"</p>")
    done = run("check", "big.html", *FAST, timeout=120)
    assert done.returncode in (0, 1, 3, 4)
    assert "big.html" in done.stdout + done.stderr


def test_what_was_left_out_is_told(run, draft: Path) -> None:
    done = run("check", "permit.html", *FAST)
    assert done.stdout.count("left out, as you asked") == 2
    assert {skip["engine"] for skip in found(run, "permit.html")["skips"]} == {"axe-core", "languagetool"}


def test_a_report_never_replaces_the_draft(run, draft: Path, tmp_path: Path) -> None:
    for name in ("permit.html", "./permit.html"):
        assert "is the draft itself" in run("check", "permit.html", *FAST, "--output", name, code=2).stderr
    assert draft.read_text("utf-8") == DRAFT
    assert "cannot be written as “.docx”" in run("check", "permit.html", *FAST, "--output", "x.docx", code=2).stderr
    (tmp_path / "folder").mkdir()
    assert "This is a folder" in run("check", "permit.html", *FAST, "-o", "folder", "-f", "csv", code=2).stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "permit.html"]


def test_a_missing_file_names_the_nearest(run, draft: Path) -> None:
    done = run("check", "permti.html", *FAST, code=2)
    assert "Did you mean “permit.html”?" in done.stderr


def test_unknown_options_and_settings(run, draft: Path, tmp_path: Path) -> None:
    assert "--format" in run("check", "permit.html", "--fromat", "json", code=2).stderr
    (tmp_path / "contentlint.toml").write_text("[readability]\ntarget_ag = 9\n", "utf-8")
    done = run("check", "permit.html", *FAST, code=2)
    assert "contentlint.toml:2: " in done.stderr and "Did you mean “target_age”?" in done.stderr


def test_settings_change_what_is_judged(run, draft: Path, tmp_path: Path) -> None:
    before = {item["rule"] for item in found(run, "permit.html")["findings"]}
    (tmp_path / "contentlint.toml").write_text(
        "[rules]\ndisable = ['links/vague-link-text']\n[rules.levels]\n'govuk/*' = 'critical'\n", "utf-8"
    )
    after = found(run, "permit.html")["findings"]
    assert "links/vague-link-text" in before
    assert "links/vague-link-text" not in {item["rule"] for item in after}
    assert {item["severity"] for item in after if item["rule"].startswith("govuk/")} <= {"critical"}
    (tmp_path / "contentlint.toml").write_text("[rules]\ndisable = ['links/vague-link-txt']\n", "utf-8")
    assert "Did you mean “links/vague-link-text”?" in run("check", "permit.html", *FAST, code=2).stderr


def test_an_ignore_has_an_end_and_an_unused_one_is_told(run, draft: Path, tmp_path: Path) -> None:
    entry = "[[ignore]]\nrule = '{}'\nreason = 'known'\nuntil = {}\n"
    settings = tmp_path / "contentlint.toml"
    settings.write_text(entry.format("links/vague-link-text", "2199-01-01"), "utf-8")
    assert "links/vague-link-text" not in {item["rule"] for item in found(run, "permit.html")["findings"]}
    settings.write_text(entry.format("links/vague-link-text", "2020-01-01"), "utf-8")
    made = found(run, "permit.html")
    assert "links/vague-link-text" in {item["rule"] for item in made["findings"]}
    assert any("ended on 2020-01-01" in skip["reason"] for skip in made["skips"])
    settings.write_text(entry.format("links/broken-link", "2199-01-01"), "utf-8")
    assert any("fits no finding" in skip["reason"] for skip in found(run, "permit.html")["skips"])


def test_an_ignore_names_a_real_rule_and_a_reason_and_is_told(run, draft: Path, tmp_path: Path) -> None:
    settings = tmp_path / "contentlint.toml"
    entry = "[[ignore]]\nrule = '{}'\nreason = '{}'\nuntil = 2199-01-01\n"
    settings.write_text(entry.format("links/vague-link-txt", "known"), "utf-8")
    assert "Did you mean “links/vague-link-text”?" in run("check", "permit.html", *FAST, code=2).stderr
    settings.write_text(entry.format("links/vague-link-text", " "), "utf-8")
    assert "has no reason" in run("check", "permit.html", *FAST, code=2).stderr
    settings.write_text(entry.format("links/vague-link-text", "The map is being moved"), "utf-8")
    assert "1 of “links/vague-link-text” until 2199-01-01: The map is being moved" in run("check", "permit.html", *FAST).stdout


def test_output_goes_to_a_file_whose_ending_tells_the_format(run, draft: Path, tmp_path: Path) -> None:
    done = run("check", "permit.html", *FAST, "--output", "out/findings.csv")
    assert done.stdout == ""
    assert (tmp_path / "out/findings.csv").read_text("utf-8-sig").startswith("page,line,severity")
    run("check", "permit.html", *FAST, "--output", "out/page.html")
    assert "<!DOCTYPE html>" in (tmp_path / "out/page.html").read_text("utf-8")
    os.chmod(tmp_path / "out", 0o755)


def test_a_draft_is_checked_in_a_moment(run, draft: Path) -> None:
    """A wide bound that only a real slip breaks; the figure itself is in tests/benchmarks."""
    run("check", "permit.html", *FAST)
    start = time.monotonic()
    run("check", "permit.html", *FAST)
    assert time.monotonic() - start < 8
