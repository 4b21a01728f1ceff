"""`contentlint demo` from end to end: every engine, two scans, residents, traffic and the report."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import pytest

from contentlint.evidence.axe import AxeEngine
from contentlint.model import Evidence

# Personal data in the comments of the demo.
SECRETS = ("Dorothy", "Clegg", "Tanner Street", "AN2 4PQ", "07700 900461", "0161 496 0882", "j.hallam@mail.example",
           "AB51 ANY", "192.0.2.34")  # fmt: skip


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, run_in):
    """The folder that the demo writes, what it said, and its JSON."""
    folder = tmp_path_factory.mktemp("demo")
    done = run_in(folder, "demo", "--output", "out", code=0)
    made = json.loads((folder / "out/report.json").read_text("utf-8"))
    return folder / "out", done, made


def test_it_ends_with_the_path_of_the_report(demo) -> None:
    folder, done, _ = demo
    path = Path(done.stdout.strip().splitlines()[-1])
    assert path == (folder / "report.html").resolve() and path.stat().st_size > 50_000


def test_every_engine_ran_on_every_page(demo) -> None:
    _, _, made = demo
    assert set(made["scan"]["engines"]) == {"axe-core", "languagetool"}
    assert made["coverage"]["checked"] >= 45
    assert made["coverage"]["met"] == made["coverage"]["checked"] + made["coverage"]["skipped"]
    other = [skip for skip in made["skips"] if skip["engine"] != "fetch"]
    assert other == []
    assert "claim-form.docx" in {row["page"].rpartition("/")[2] for row in made["pages"]}, "Word files are pages"
    kinds = {item["kind"] for item in made["findings"]}
    assert {"accessibility", "style", "readability", "language", "links", "structure", "freshness", "document",
            "statement"} <= kinds  # fmt: skip


def test_the_page_that_fails_is_told_and_its_faults_are_not_rechecked(demo) -> None:
    _, _, made = demo
    failed = [skip["page"] for skip in made["skips"] if "500" in skip["reason"]]
    assert len(failed) == 1
    states = {item["change"] for item in made["findings"] if item["page"] == failed[0] and not item.get("template")}
    assert states == {"not-rechecked"}


def test_what_is_new_and_what_is_fixed(demo) -> None:
    _, _, made = demo
    changes = [item["change"] for item in made["findings"]]
    assert changes.count("new") >= 8 and changes.count("fixed") >= 8 and changes.count("same") >= 50
    causes = {item["cause"] for item in made["findings"] if item["change"] == "new"}
    assert {"content", "new page"} <= causes <= {"content", "new page"}


def test_faults_of_the_template_stand_once(demo) -> None:
    _, _, made = demo
    shared = [item for item in made["findings"] if item.get("template")]
    assert any(item["page_count"] >= 45 for item in shared)
    inside = {(item["rule"], page, item["fingerprint"]) for item in shared for page in item["pages"]}
    assert not [item for item in made["findings"] if not item.get("template")
                and (item["rule"], item["page"], item["fingerprint"]) in inside]  # fmt: skip


def test_the_ranking_is_one_a_person_would_agree_with(demo) -> None:
    _, _, made = demo
    ranked = made["priorities"]
    assert [item["rank"] for item in ranked] == list(range(1, len(ranked) + 1))
    assert all(abs(item["points"] - sum(reason["points"] for reason in item["reasons"])) < 0.11 for item in ranked)
    points = [item["points"] for item in ranked]
    assert points == sorted(points, reverse=True)
    top = " ".join(str(item.get("page") or item.get("template")) for item in ranked[:10])
    for page in ("council-tax-reduction", "apply", "bulky-waste"):
        assert page in top, f"residents complain about {page}, but it is not among the first ten"
    assert any("residents" in reason["text"] for item in ranked[:10] for reason in item["reasons"])
    assert any(item.get("template") for item in ranked[:10])


def test_no_personal_data_is_left_anywhere(demo) -> None:
    folder, done, _ = demo
    comments = "".join(path.read_text("utf-8") for path in (resources.files("contentlint.demo") / "feedback").iterdir())
    assert [secret for secret in SECRETS if secret not in comments] == []
    secrets = [secret.encode() for secret in SECRETS]
    for path in [*folder.rglob("*")]:
        if path.is_file():
            body = path.read_bytes()
            assert not [secret for secret in secrets if secret in body], path
    assert not [secret for secret in SECRETS if secret in done.stdout + done.stderr]


def test_the_report_has_no_accessibility_fault(demo) -> None:
    folder, _, _ = demo
    with AxeEngine(1) as axe:
        said = axe.collect((folder / "report.html").as_uri(), "report").result()
    assert isinstance(said, Evidence), said
    assert [item["id"] for item in said.payload["violations"]] == []


def test_the_report_passes_our_own_check(demo, run_in) -> None:
    folder, _, _ = demo
    done = run_in(folder, "check", "report.html", "--without", "browser,languagetool", "--format", "json")
    made = json.loads(done.stdout)
    sure = [item for item in made["findings"] if item["certainty"] != "review"]
    assert [(item["rule"], item["location"]["quote"], item["message"]) for item in sure] == []
    assert done.returncode == 0


def test_a_second_run_tells_the_same(tmp_path: Path, run_in) -> None:
    said = [run_in(tmp_path, "demo", "--without", "browser,languagetool", code=0).stderr.splitlines()[-1] for _ in range(2)]
    assert said[0] == said[1] and not said[0].startswith("0 findings are new")


def test_hostile_page_text_stays_text(demo) -> None:
    folder, _, _ = demo
    assert "<script" not in (folder / "report.html").read_text("utf-8").casefold()


def test_the_committed_example_is_of_this_version(root: Path) -> None:
    text = (root / "reports/example/anyborough.html").read_text("utf-8")
    assert "Anyborough Council" in text and "The ten fixes that matter most" in text
