"""Looks with keys, from the page in a browser to the findings: what is not listed must not be found."""

from __future__ import annotations

import pytest

from contentlint.checks import driver
from contentlint.config import Config
from contentlint.evidence import keyboard
from contentlint.evidence.axe import AxeEngine
from contentlint.model import Evidence, Facts, Skip
from contentlint.pipeline.packs import load
from tests.checks.conftest import TODAY, read
from tests.fetch.site import serve

from .keyboard_pages import CARD, FAILING, PASSING, SHELL

ENGINES = {"keyboard-walk", "mouse-only", "character-keys", "change-on-input"}
CASES = {
    **{f"/{criterion}/fails/{at}": (SHELL.format(main=one[0], head=one[1], end=one[2]), one[3])
       for criterion, group in FAILING.items() for at, one in enumerate(group)},
    **{f"/{criterion}/passes/{at}": (SHELL.format(main=one[0], head=one[1], end=one[2]), None)
       for criterion, group in PASSING.items() for at, one in enumerate(group)},
}  # fmt: skip


@pytest.fixture(scope="module")
def said() -> dict[str, tuple]:
    with serve({path: text for path, (text, _) in CASES.items()}) as site, AxeEngine(6) as engine:
        looks = {path: engine.look(site.origin + path, path, each=("page", "template")) for path in CASES}
        return {path: look.result() for path, look in looks.items()}


@pytest.fixture(scope="module")
def rules():
    modules = driver.modules()
    return [rule for rule in load(Config()).rules if rule.extends in modules and modules[rule.extends].ENGINE in ENGINES]


@pytest.mark.parametrize("path", CASES)
def test_a_page_gives_what_is_expected_and_nothing_else(path: str, said: dict[str, tuple], rules) -> None:
    answers = [one for one in said[path] if isinstance(one, Evidence)]
    assert {one.engine for one in answers} >= ENGINES, said[path]
    found, skips = driver.judge(read(CASES[path][0]), rules, Facts(TODAY, evidence=tuple(answers)))
    assert not skips
    wanted = CASES[path][1]
    assert [(one.rule.partition("/")[2], one.location.quote) for one in found] == ([wanted] if wanted else [])


def test_each_criterion_has_three_pages_of_each_kind() -> None:
    assert FAILING.keys() == PASSING.keys()
    assert all(len(group) >= 3 for group in (*FAILING.values(), *PASSING.values()))


def test_a_page_that_hangs_on_a_key_costs_no_other_answer(monkeypatch) -> None:
    monkeypatch.setattr(keyboard, "PATIENCE", 2)
    hangs = SHELL.format(main="", head="", end="<script>onkeydown=()=>{while(true){}}</script>")
    with serve({"/hangs": hangs}) as site, AxeEngine(1) as engine:
        answers = engine.look(f"{site.origin}/hangs", "/hangs", each=("page", "template")).result()
    by_engine = {one.engine: one for one in answers}
    assert isinstance(by_engine["keyboard-walk"], Skip) and by_engine["keyboard-walk"].reason
    assert isinstance(by_engine["axe-core"], Evidence) and isinstance(by_engine["mouse-only"], Evidence)


def test_the_walk_ends_on_pages_without_end() -> None:
    pages = {
        "/many": SHELL.format(main="".join(f'<p><a href="/{at}">Street {at}</a></p>' for at in range(300)), head="", end=""),
        "/grows": SHELL.format(main="", head="", end="<script>onfocus=0;addEventListener('focusin',()=>document.querySelector('main').insertAdjacentHTML('beforeend','<button>More</button>'))</script>"),
        "/restless": SHELL.format(main=CARD, head="", end="<script>one.onfocus=()=>setTimeout(()=>two.focus());two.onfocus=()=>setTimeout(()=>one.focus())</script>"),
    }  # fmt: skip
    with serve(pages) as site, AxeEngine(2) as engine:
        looks = {path: engine.look(site.origin + path, path, each=("page", "template")) for path in pages}
        walks = {path: next(one for one in look.result() if one.engine == "keyboard-walk") for path, look in looks.items()}
    assert all(isinstance(one, Evidence) and len(one.payload["stops"]) <= 60 for one in walks.values())
    assert not walks["/many"].payload["ended"] and walks["/restless"].payload["trap"]


def test_a_notice_that_was_dismissed_stands_on_the_next_page_again() -> None:
    notice = """<div id="note" style="position:fixed;bottom:0;left:0;right:0;height:60px;background:#fff">We use cookies
    <button id="ok">Accept cookies</button></div><script>if(document.cookie.includes("seen")||localStorage.seen)note.remove();
    ok.onclick=()=>{document.cookie="seen=1";localStorage.seen=1;note.remove()}</script>"""
    text = SHELL.format(main="", head="", end=notice)
    with serve({"/one": text, "/two": text}) as site, AxeEngine(1) as engine:
        looks = [engine.look(site.origin + path, path, each=("page", "template")) for path in ("/one", "/two")]
        walks = [next(one for one in look.result() if one.engine == "keyboard-walk") for look in looks]
    names = [[stop["name"] for stop in walk.payload["stops"]] for walk in walks]
    assert "Accept cookies" in names[0] and names[0] == names[1]
