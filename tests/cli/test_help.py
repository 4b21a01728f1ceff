"""Help and the small commands."""

from __future__ import annotations

import json
import re
from pathlib import Path


def test_help_reads_well(run) -> None:
    said = run("--help", code=0).stdout
    for name in ("check", "crawl", "compare", "feedback", "traffic", "report", "rules", "init", "setup", "doctor", "demo"):
        assert re.search(rf"^  {name} +[A-Z].*\.$", said, re.M), name
    assert "<str>" not in run("check", "--help", code=0).stdout


def test_version(run) -> None:
    assert re.fullmatch(r"contentlint \d+\.\d+\.\d+\n", run("--version", code=0).stdout)


def test_doctor_names_every_package_with_its_version(run) -> None:
    made = json.loads(run("doctor", "--format", "json", code=0).stdout)
    versions = {item["name"]: item["version"] for item in made["packages"]}
    assert set(versions) == {"scrapy", "beautifulsoup4", "textstat", "axe-selenium-python", "selenium",
                             "language-tool-python", "typer", "pytest", "spylls", "wordfreq"}  # fmt: skip
    assert all(versions.values())
    assert all(engine["works"] and engine["version"] for engine in made["engines"])
    assert "Everything works." in run("doctor", code=0).stdout


def test_doctor_says_what_to_do_about_what_is_missing(run, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    done = run("doctor", code=4)
    assert "MISSING" in done.stdout and "contentlint setup" in done.stdout


def test_init_writes_two_files_and_no_more_than_once(run, tmp_path: Path) -> None:
    run("init", "--site", "www.example.gov.uk", code=0)
    assert 'url = "https://www.example.gov.uk"' in (tmp_path / "contentlint.toml").read_text("utf-8")
    assert (tmp_path / ".github/workflows/contentlint.yml").is_file()
    (tmp_path / "contentlint.toml").write_text("# mine\n", "utf-8")
    assert "nothing was written" in run("init", code=2).stderr
    assert (tmp_path / "contentlint.toml").read_text("utf-8") == "# mine\n"
    run("init", "--force", code=0)
    assert (tmp_path / ".gitignore").read_text("utf-8") == ".contentlint/\n"
    for wrong in ('a b"c', "not-a-site", "ftp://x.example"):
        assert "not a web address" in run("init", "--force", "--site", wrong, code=2).stderr


def test_what_init_writes_names_real_rules(run, tmp_path: Path) -> None:
    known = {rule["id"] for rule in json.loads(run("rules", "list", "--format", "json").stdout)}
    run("init", code=0)
    named = set(re.findall(r'"([a-z]+(?:-[a-z]+)*/[a-z]+(?:-[a-z]+)*)"', (tmp_path / "contentlint.toml").read_text("utf-8")))
    assert named and named <= known
