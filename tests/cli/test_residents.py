"""`feedback import`, `feedback list` and `traffic import`, as a web officer uses them."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import jsonschema

COMMENTS = """Page,Date,Comment
https://www.example.gov.uk/bins?utm_source=x,2026-11-20,"My name is Jo Bloggs, ring 07700 900123, cant find my bin day"
/council-tax/,2026-11-19,Nothing
/council-tax,2026-11-18,"I do not understand this page, mail jo@example.org"
,2026-11-18,hello
"""
GA4 = """# ----------------------------------------
# Pages and screens: Page path and screen class
# Account: Example
# Start date: 20261024
# End date: 20261120
# ----------------------------------------

Page path and screen class,Views,Active users
/bins,"4,210","3,001"
/council-tax,310,200
(not set),12,9
"""


def test_comments_are_redacted_before_they_are_stored(run, tmp_path: Path) -> None:
    (tmp_path / "comments.csv").write_text(COMMENTS, "utf-8")
    done = run("feedback", "import", "comments.csv", code=0)
    assert "4 comments" in done.stdout or "3 comments" in done.stdout
    assert "Personal data taken out" in done.stdout
    made = json.loads(run("feedback", "list", "--format", "json", code=0).stdout)
    assert {"items", "unmatched", "refused"} <= set(made)
    assert all(set(item) == {"page", "date", "kind", "words", "themes", "weight", "route"} for item in made["items"])
    stored = b"".join(path.read_bytes() for path in (tmp_path / ".contentlint").iterdir())
    for secret in (b"Bloggs", b"900123", b"jo@example.org"):
        assert secret not in stored
        assert secret.decode() not in done.stdout


def test_the_json_follows_the_schema(run, tmp_path: Path, root: Path) -> None:
    schema = json.loads((root / "reports/contentlint-1.schema.json").read_text("utf-8"))
    (tmp_path / "comments.csv").write_text(COMMENTS, "utf-8")
    (tmp_path / "pages.csv").write_text(GA4, "utf-8")
    for command in (("feedback", "import", "comments.csv"), ("feedback", "list"), ("traffic", "import", "pages.csv")):
        jsonschema.validate(json.loads(run(*command, "--format", "JSON", code=0).stdout), schema)


def test_control_characters_of_a_comment_never_reach_the_terminal(run, tmp_path: Path) -> None:
    (tmp_path / "comments.csv").write_text("Page,Date,Comment\n/bins,2026-11-20,\x1b]0;owned\x07bins\n", "utf-8")
    run("feedback", "import", "comments.csv", code=0)
    assert "\x1b" not in run("feedback", "list", code=0).stdout


def test_a_wrong_format_is_found_before_anything_is_stored(run, tmp_path: Path) -> None:
    (tmp_path / "comments.csv").write_text(COMMENTS, "utf-8")
    run("feedback", "import", "comments.csv", "--format", "csv", code=2)
    assert json.loads(run("feedback", "list", "--format", "json", code=0).stdout)["items"] == []


def test_the_same_file_counts_once(run, tmp_path: Path) -> None:
    (tmp_path / "comments.csv").write_text(COMMENTS, "utf-8")
    run("feedback", "import", "comments.csv", code=0)
    assert "0 are new" in run("feedback", "import", "comments.csv", code=0).stdout


def test_wrong_columns_are_named_and_nothing_is_half_imported(run, tmp_path: Path) -> None:
    (tmp_path / "good.csv").write_text(COMMENTS, "utf-8")
    (tmp_path / "wrong.csv").write_text("Wher,Whn,Thoughts of the day\n/bins,2026-11-20,Too long\n", "utf-8")
    done = run("feedback", "import", "good.csv", "wrong.csv", code=2)
    assert "wrong.csv" in done.stderr and "Thoughts of the day" in done.stderr
    assert "[feedback.columns]" in done.stderr
    made = json.loads(run("feedback", "list", "--format", "json", code=0).stdout)
    assert made["items"] == []


def test_columns_can_be_named(run, tmp_path: Path) -> None:
    (tmp_path / "contentlint.toml").write_text(
        "[feedback.columns]\npage = 'Wher'\ndate = 'Whn'\nwords = 'Thoughts of the day'\n", "utf-8"
    )
    (tmp_path / "odd.csv").write_text("Wher,Whn,Thoughts of the day\n/bins,2026-11-20,Too long\n", "utf-8")
    run("feedback", "import", "odd.csv", code=0)
    made = json.loads(run("feedback", "list", "--format", "json", code=0).stdout)
    assert [item["words"] for item in made["items"]] == ["Too long"]


def test_a_webform_export_is_known(run, corpora: Path) -> None:
    for name in ("export_label.csv", "export_key.csv"):
        done = run("feedback", "import", str(corpora / "localgov-drupal/webform" / name), code=0)
        assert ("webform" in done.stdout and "Remote IP" in done.stdout) or "remote_addr" in done.stdout
    made = json.loads(run("feedback", "list", "--format", "json", code=0).stdout)
    assert "127.0.0.1" not in json.dumps([item["words"] for item in made["items"]])


def test_traffic_is_imported(run, tmp_path: Path) -> None:
    (tmp_path / "pages.csv").write_text(GA4, "utf-8")
    made = json.loads(run("traffic", "import", "pages.csv", "--format", "json", code=0).stdout)
    rows = {row["page"]: row for row in made["rows"]}
    assert rows["/bins"] == {"page": "/bins", "views": 4210, "from": "2026-10-24", "to": "2026-11-20"}
    with sqlite3.connect(next((tmp_path / ".contentlint").glob("*.db"))) as base:
        assert base.execute("select count(*) from views").fetchone()[0] >= 2


def test_no_file_is_an_error_unless_that_is_allowed(run) -> None:
    assert "[feedback]" in run("feedback", "import", code=2).stderr
    run("feedback", "import", "--if-configured", code=0)
    run("traffic", "import", "--if-configured", code=0)
