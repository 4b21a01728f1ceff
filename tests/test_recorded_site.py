"""A real council site, recorded, from the crawl to the report, with every engine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.fetch.recorded import MISSING, recorded_site


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory, run_in, corpora: Path):
    """The folder of the history, the crawl's JSON and the paths that were recorded."""
    folder = tmp_path_factory.mktemp("recorded")
    with recorded_site(corpora) as (site, script):
        # The recording holds no style sheets, so what hangs on looks is told as not certain: exit 4.
        done = run_in(folder, "crawl", site.origin, "--format", "json", code=4)
        return folder, json.loads(done.stdout), site.origin, script


def test_every_page_is_accounted_for(crawled) -> None:
    _, made, origin, script = crawled
    checked = {page["page"].removeprefix(origin) or "/" for page in made["pages"]}
    skipped = {skip["page"].removeprefix(origin) for skip in made["skips"] if skip["page"] and skip["engine"] == "fetch"}
    there = {path for path, answer in script.items() if answer.status == 200}
    assert there <= checked
    assert {path for path in script if path.endswith(MISSING)} <= skipped
    seen = made["coverage"]
    assert (seen["checked"], seen["met"]) == (len(made["pages"]), seen["checked"] + seen["skipped"])
    assert set(made["scan"]["engines"]) == {"axe-core", "languagetool"}


def test_missing_style_sheets_are_told_and_looks_are_not_sure(crawled) -> None:
    _, made, _, _ = crawled
    assert any("style sheets" in skip["reason"] for skip in made["skips"])
    looks = [item for item in made["findings"] if item["rule"] in ("axe/target-size", "axe/color-contrast")]
    assert looks and {item["certainty"] for item in looks} == {"review"}


def test_template_faults_stand_once(crawled) -> None:
    _, made, _, _ = crawled
    (linked,) = [item for item in made["findings"] if item["rule"] == "statement/statement-not-linked"]
    assert linked["template"] and linked["page_count"] > 90
    assert len(made["findings"]) < 1500


def test_the_report_can_be_read(crawled, run_in) -> None:
    folder, _, _, _ = crawled
    run_in(folder, "report", "--output", "report.html", code=0)
    text = (folder / "report.html").read_text("utf-8")
    assert "The ten fixes that matter most" in text
    assert len(text) < 2_000_000
