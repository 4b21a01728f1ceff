"""The looks at layout leave the page as they found it, say where they could not look, and stop no other."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from contentlint.checks import driver
from contentlint.data import folder
from contentlint.evidence import axe
from contentlint.evidence.axe import AxeEngine
from contentlint.evidence.browser import Limits
from contentlint.evidence.looking import probes
from contentlint.model import Evidence, Facts, Outcome, Skip
from contentlint.rulepack import load_pack
from tests.checks.conftest import read
from tests.fetch.site import Answer, serve

LAYOUT = ("narrow-page", "wide-spacing", "turned-screen", "control-states", "control-contrast", "opened-content", "motion", "zoomed-text")
WORDS = "Put your bins out by 7am on the day of your collection, where the crew can see them from the road. " * 3
BUSY = f"""<!doctype html><html lang="en-GB"><head><title>Bins</title><style>
.w {{ position: relative; width: 200px }} .d {{ display: none; position: absolute; background: #ff9 }} .w:hover .d {{ display: block }}
a {{ color: #00f }} a:hover {{ color: #003 }} .turn {{ rotate: 10deg }}</style></head><body><main><h1>Bins</h1>
<div class="w"><button aria-describedby="d">Band</button><div role="tooltip" id="d" class="d">It depends on the value of your home.</div></div>
<div class="turn">Sale</div><p>{WORDS}</p><a href="/pay">Pay</a><label for="s">Street</label><input id="s" style="border: 1px solid #777">
<div style="height: 3000px">{WORDS}</div></main></body></html>"""
WIDE = f"""<!doctype html><html lang="en-GB"><head><title>Bins</title>%s</head><body><main><h1>Bins</h1>
<div style="width: 900px; height: 19px; font: 16px/1.2 sans-serif; overflow: hidden">{WORDS}</div></main></body></html>"""
HANGS = WIDE % "<script>addEventListener('resize', () => { while (true) {} })</script>"
STATE = "return [document.documentElement.outerHTML, innerWidth, innerHeight, scrollX, scrollY, document.activeElement.localName]"


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch):
    """Run some of our probes, and others, on a page."""

    def use(url: str, names=LAYOUT, *others: SimpleNamespace, limits: Limits | None = None):
        chosen = [*(one for one in probes() if one.NAME in names), *others]
        monkeypatch.setattr(axe, "probes", lambda: sorted(chosen, key=lambda one: one.ORDER))
        with AxeEngine(1, limits=limits) as engine:
            return {one.engine: one for one in engine.look(url, "bins", each=("page", "template")).result()}

    return use


def judged(text: str, said: dict) -> tuple[set[str], list[Skip]]:
    """What the rules of layout find, and the skips of their checks."""
    mine = {name for name, module in driver.modules().items() if module.ENGINE in LAYOUT}
    problems = {name: module.PROBLEMS for name, module in driver.modules().items()}
    rules = [rule for rule in load_pack([folder("rules")], problems) if rule.extends in mine]
    evidence = tuple(one for one in said.values() if isinstance(one, Evidence))
    found, skips = driver.judge(read(text), rules, Facts(date(2026, 6, 1), evidence=evidence))
    return {one.rule for one in found}, list(skips)


def test_each_leaves_the_page_as_it_was(looks) -> None:
    def peek(name: str, order: int) -> SimpleNamespace:
        return SimpleNamespace(NAME=name, EACH="page", ORDER=order, look=lambda view: view.driver.execute_script(STATE))

    with serve({"/bins": BUSY}) as site:
        said = looks(f"{site.origin}/bins", LAYOUT, peek("before", -1), peek("after", 999))
    assert all(isinstance(said[name], Evidence) for name in LAYOUT), said
    assert said["opened-content"].payload["opened"], "the tip was opened"
    assert said["control-states"].payload["states"], "the link was seen under the mouse"
    assert said["before"].payload == said["after"].payload


@pytest.mark.parametrize("sheet", ["/gone.css", "http://nowhere.invalid/a.css"])
def test_pages_without_their_style_sheets_are_not_judged(looks, sheet: str) -> None:
    text = WIDE % f'<link rel="stylesheet" href="{sheet}">'
    with serve({"/bins": text, "/gone.css": Answer("", status=404, type="text/css")}) as site:
        found, skips = judged(text, looks(f"{site.origin}/bins"))
    assert not found
    assert [(one.engine, one.outcome) for one in skips] == [("narrow-page", Outcome.CHOICE)] and "style sheets" in skips[0].reason


def test_files_are_judged_where_their_style_sheets_lie_beside_them(looks, tmp_path: Path) -> None:
    text = WIDE % '<link rel="stylesheet" href="my style.css">'
    (tmp_path / "bins.html").write_text(text, "utf-8")
    alone, skips = judged(text, looks((tmp_path / "bins.html").as_uri()))
    assert not alone and skips
    (tmp_path / "my style.css").write_text("h1 { color: #000 }", "utf-8")
    both, skips = judged(text, looks((tmp_path / "bins.html").as_uri()))
    assert "browser/wider-than-a-phone" in both and not skips


def test_a_page_that_hangs_when_it_is_made_narrow_is_a_skip(looks) -> None:
    quick = Limits(page=3, settle=1.5, script=3, answer=6, task=30)
    with serve({"/bins": HANGS}) as site:
        said = looks(f"{site.origin}/bins", ("control-contrast", "narrow-page", "control-states"), limits=quick)
    assert isinstance(said["narrow-page"], Skip)
    assert isinstance(said["axe-core"], Evidence) and isinstance(said["control-contrast"], Evidence)
    assert set(said) == {"axe-core", "control-contrast", "narrow-page", "control-states"}, "each has an answer, if only a skip"
