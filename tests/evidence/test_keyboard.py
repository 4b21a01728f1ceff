"""Looks with keys, from the page in a browser to the findings: what is not listed must not be found."""

from __future__ import annotations

import pytest

from contentlint.checks import driver
from contentlint.config import Config
from contentlint.evidence.axe import AxeEngine
from contentlint.model import Evidence, Facts
from contentlint.pipeline.packs import load
from tests.checks.conftest import TODAY, read
from tests.fetch.site import serve

from .keyboard_pages import FAILING, PASSING, SHELL

ENGINES = {"keyboard-walk", "mouse-only", "character-keys", "change-on-input"}
CASES = {
    **{f"/{criterion}/fails/{at}": (SHELL.format(main=one[0], head=one[1], end=one[2]), one[3])
       for criterion, group in FAILING.items() for at, one in enumerate(group)},
    **{f"/{criterion}/passes/{at}": (SHELL.format(main=one[0], head=one[1], end=one[2]), None)
       for criterion, group in PASSING.items() for at, one in enumerate(group)},
}  # fmt: skip


@pytest.fixture(scope="module")
def said() -> dict[str, tuple]:
    with serve({path: text for path, (text, _) in CASES.items()}) as site, AxeEngine(2) as engine:
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
