"""axe-core through real browsers: what it finds, and what hostile pages cannot do."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from contentlint.errors import EngineError
from contentlint.evidence import places
from contentlint.evidence.axe import AxeEngine
from contentlint.evidence.browser import Limits
from contentlint.model import Evidence, Skip
from tests.fetch.site import Answer, serve

from .conftest import FAULTY, Site, gone, running

BROWSER = ("chromedriver", "chrom", "guard.sh")
QUICK = Limits(page=2, settle=1.5, script=4, answer=6, task=30)


@pytest.fixture(scope="module")
def engine() -> Iterator[AxeEngine]:
    before, folders = running(*BROWSER), _folders()
    with AxeEngine(limits=QUICK) as made:
        yield made
    assert gone(before, *BROWSER), "a process of the browsers was left behind"
    assert _folders() <= folders, "a temporary folder was left behind"


def _folders() -> set[Path]:
    return set(Path(tempfile.gettempdir()).glob("contentlint-browser-*"))


def _found(evidence: object, kind: str = "violations") -> dict[str, list[dict]]:
    assert isinstance(evidence, Evidence), evidence
    return {rule["id"]: rule["nodes"] for rule in evidence.payload[kind]}


def _unharmed(engine: AxeEngine, site: Site) -> None:
    """Two pages, so that both browsers are seen."""
    for future in [engine.collect(f"{site.url}/good") for _ in range(4)]:
        assert _found(future.result()) == {}


def test_faults_over_http(engine: AxeEngine, site: Site) -> None:
    evidence = engine.collect(f"{site.url}/faulty", "https://www.testshire.gov.uk/bins").result()
    found = _found(evidence)
    assert set(found) == {"image-alt", "color-contrast", "link-name"}
    assert (evidence.engine, evidence.version) == ("axe-core", "4.14.1")
    assert evidence.page == "https://www.testshire.gov.uk/bins"
    payload = evidence.payload
    assert (
        payload["status"] == 200
        and payload["contrast"]
        and not payload["unsettled"]
        and payload["frames"] == []
    )
    assert {"target-size", "region", "image-alt"} <= set(payload["ran"]) and len(payload["ran"]) > 60
    assert payload["browser"].startswith("chromium-headless-shell ") and "." in payload["browser"]
    assert (
        "wcag143" in payload["rules"]["color-contrast"]["tags"]
        and "afw4f7" in payload["rules"]["color-contrast"]["acts"]
    )
    [node] = found["color-contrast"]
    assert (
        node["name"] == "Report it within two days."
        and node["heading"] == "Missed bins"
        and node["region"] == "main"
    )
    assert node["data"]["contrastRatio"] == 2.32 and node["html"].startswith("<p style=")
    assert node["target"] == ["p:nth-child(5)"] and "contrast of 2.32" in node["any"][0]


def test_a_draft_from_a_file_asks_nothing_of_the_network(
    engine: AxeEngine, site: Site, tmp_path: Path
) -> None:
    draft = tmp_path / "draft with spaces.html"
    (tmp_path / "own.css").write_text("main p { color: #bbb; background: #fff }")
    head = f'<link rel="stylesheet" href="own.css"><link rel="stylesheet" href="{site.url}/outside.css">'
    draft.write_text(FAULTY.replace("</head>", f"{head}</head>"))
    found = _found(engine.collect(draft.as_uri()).result())
    assert {"image-alt", "link-name"} <= set(found)
    assert len(found["color-contrast"]) == 2, "the draft's own style sheet counts"
    assert "/outside.css" not in site.asked
    assert _found(engine.collect(f"{site.url}/faulty").result()).keys() == {
        "image-alt",
        "color-contrast",
        "link-name",
    }


def test_what_axe_cannot_tell_is_kept(engine: AxeEngine, site: Site) -> None:
    evidence = engine.collect(f"{site.url}/gradient").result()
    [node] = _found(evidence, "incomplete")["color-contrast"]
    assert node["data"]["messageKey"] == "bgGradient" and "gradient" in node["any"][0]
    assert _found(evidence) == {}


def test_a_strict_policy_does_not_stop_axe(engine: AxeEngine, site: Site) -> None:
    assert {"image-alt", "link-name"} <= set(_found(engine.collect(f"{site.url}/strict").result()))


def test_frames_are_entered_or_listed(engine: AxeEngine, site: Site) -> None:
    evidence = engine.collect(f"{site.url}/frames").result()
    [node] = _found(evidence)["image-alt"]
    assert len(node["target"]) == 2 and node["region"] == "main" and node["heading"] == "A page"
    assert [frame["src"] for frame in evidence.payload["frames"]] == [f"{site.far}/good"]


@pytest.mark.parametrize(
    ("path", "reason", "status"),
    [
        ("/hang", "the page did not answer in time", None),
        ("/nowhere", "the browser was answered 404", 404),
        ("/download", "the browser was given no page that it can show", None),
    ],
)
def test_pages_that_cannot_be_judged(
    engine: AxeEngine, site: Site, path: str, reason: str, status: int | None
) -> None:
    skip = engine.collect(f"{site.url}{path}", "key").result()
    assert isinstance(skip, Skip)
    assert (skip.page, skip.engine, skip.reason, skip.status) == ("key", "axe-core", reason, status)
    _unharmed(engine, site)


def test_a_script_that_never_ends_after_loading(engine: AxeEngine, site: Site) -> None:
    assert isinstance(engine.collect(f"{site.url}/late-hang").result(), Skip)
    _unharmed(engine, site)


def test_a_crash_of_the_renderer(engine: AxeEngine, site: Site) -> None:
    skip = engine.collect("chrome://crash").result()
    assert isinstance(skip, Skip) and skip.reason == "the page crashed the browser"
    _unharmed(engine, site)


def test_addresses_that_lead_nowhere(engine: AxeEngine, tmp_path: Path) -> None:
    for address in ("http://127.0.0.1:9/", (tmp_path / "gone.html").as_uri()):
        assert isinstance(engine.collect(address).result(), Skip)


@pytest.mark.parametrize("path", ["/alerts", "/windows"])
def test_pages_that_get_in_the_way_are_judged(engine: AxeEngine, site: Site, path: str) -> None:
    assert _found(engine.collect(f"{site.url}{path}").result()) == {}
    _unharmed(engine, site)


def test_a_page_without_rest_is_judged_and_marked(engine: AxeEngine, site: Site) -> None:
    for path in ("/restless", "/slow"):
        evidence = engine.collect(f"{site.url}{path}").result()
        assert _found(evidence) == {} and evidence.payload["unsettled"], path


def test_contrast_is_left_out_where_it_takes_too_long(site: Site, tmp_path: Path) -> None:
    script = (
        places.needed_axe().read_text(encoding="utf-8")
        + """
    { const run = axe.run; 
      axe.run = (where, how) => how.rules["color-contrast"] ? run(where, how) : new Promise(() => {}); }
    """
    )
    slow = tmp_path / "axe.min.js"
    slow.write_text(script, encoding="utf-8")
    with AxeEngine(1, axe=slow, limits=Limits(page=3, settle=1, script=2, answer=10, task=20)) as engine:
        evidence = engine.collect(f"{site.url}/faulty").result()
    assert set(_found(evidence)) == {"image-alt", "link-name"}
    assert evidence.payload["contrast"] is False and "color-contrast" not in evidence.payload["ran"]


def test_a_document_without_axe_is_given_it(site: Site) -> None:
    with AxeEngine(1) as engine:
        engine.browsers._setup = None
        assert set(_found(engine.collect(f"{site.url}/faulty").result())) == {
            "image-alt",
            "color-contrast",
            "link-name",
        }


def test_chromium_itself_finds_the_same(site: Site) -> None:
    before = running(*BROWSER)
    with AxeEngine(1, browser=Path("/usr/bin/chromium")) as engine:
        evidence = engine.collect(f"{site.url}/faulty").result()
    assert set(_found(evidence)) == {"image-alt", "color-contrast", "link-name"}
    assert evidence.payload["browser"].startswith("chromium 1")
    assert gone(before, *BROWSER)


def test_heavy_libraries_wait_until_an_engine_starts() -> None:
    program = """
import sys
import contentlint.evidence.axe, contentlint.evidence.languagetool, contentlint.evidence.install
names = {"selenium", "axe_selenium_python", "language_tool_python", "requests", "platformdirs"}
heavy = names & set(sys.modules)
sys.exit(f"imported early: {heavy}" if heavy else 0)
"""
    root = str(Path(places.__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_tags_that_axe_does_not_know_are_refused(site: Site) -> None:
    with AxeEngine(1, tags=("wcag2a", "wcag9z")) as engine, pytest.raises(EngineError, match="wcag9z"):
        engine.collect(f"{site.url}/good").result()


def test_missing_programs_are_named_with_a_remedy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EngineError) as raised:
        AxeEngine()
    assert (
        str(raised.value) == "Chromium is missing. The accessibility checks need it. Run `contentlint setup`."
    )


def test_the_browsers_end_when_we_are_killed(site: Site) -> None:
    before, folders = running(*BROWSER), _folders()
    program = f"""
from contentlint.evidence.axe import AxeEngine
engine = AxeEngine(1)
engine.collect({site.url + "/good"!r}).result()
print("judged", flush=True)
engine.collect({site.url + "/hang"!r}).result()
"""
    root = str(Path(places.__file__).parents[2])
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, cwd=root) as child:
        assert child.stdout.readline() == b"judged\n"
        assert running(*BROWSER) - before
        os.kill(child.pid, signal.SIGKILL)
    assert gone(before, *BROWSER)
    assert _folders() <= folders


def test_a_style_sheet_that_does_not_load_is_counted():
    head = '<!DOCTYPE html><html lang="en"><title>Bins</title><link rel="stylesheet" href="{}"><main><h1>Bins</h1></main>'
    script = {"/a": head.format("/there.css"), "/b": head.format("/gone.css"),
              "/there.css": Answer("p { color: #333 }", type="text/css")}  # fmt: skip
    with serve(script) as site, AxeEngine(1) as axe:
        said = [axe.collect(site.origin + path, path).result().payload["unstyled"] for path in ("/a", "/b")]
    assert said == [0, 1]
