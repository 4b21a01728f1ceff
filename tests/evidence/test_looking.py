"""The probes beside axe-core: found by the registry, and none costs another its answer."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from contentlint import __version__
from contentlint.evidence import axe
from contentlint.evidence.axe import AxeEngine
from contentlint.evidence.browser import Limits
from contentlint.evidence.looking import probes
from contentlint.evidence.probes import facts
from contentlint.model import Evidence, Skip

from .conftest import Site

QUICK = Limits(page=3, settle=1.5, script=4, answer=8, task=30)


def probe(name: str, look, each: str = "page") -> SimpleNamespace:
    return SimpleNamespace(NAME=name, EACH=each, ORDER=0, look=look)


@pytest.fixture
def with_probes(monkeypatch: pytest.MonkeyPatch):
    def use(*chosen: SimpleNamespace) -> None:
        monkeypatch.setattr(axe, "probes", lambda: chosen)

    return use


def test_probes_are_found_in_their_order() -> None:
    found = probes()
    assert {"page-facts", "contrast-pixels", "hidden-focus"} <= {one.NAME for one in found}
    assert [one.ORDER for one in found] == sorted(one.ORDER for one in found)
    assert all(one.EACH in ("page", "template", "elsewhere") for one in found)
    assert found[0] is facts


def test_each_says_what_it_saw_under_its_own_name(site: Site) -> None:
    with AxeEngine(1, limits=QUICK) as engine:
        said = engine.look(f"{site.url}/faulty", "bins").result()
    assert [one.engine for one in said][:2] == ["axe-core", "page-facts"]
    page = said[1]
    assert isinstance(page, Evidence) and (page.page, page.version) == ("bins", __version__)
    assert page.payload["failed"] == {} and page.payload["ms"] < 2000
    assert {link["css"] for link in page.payload["links"]} and all(one["html"].startswith("<a") for one in page.payload["links"])


def test_only_what_is_asked_for_runs(site: Site, with_probes) -> None:
    with_probes(probe("quick", lambda view: {"at": view.driver.title}), probe("slow", lambda view: {}, "template"))
    with AxeEngine(1, limits=QUICK) as engine:
        few = engine.look(f"{site.url}/good").result()
        both = engine.look(f"{site.url}/good", each=("page", "template", "elsewhere")).result()
    assert [one.engine for one in few] == ["axe-core", "quick"] and [one.engine for one in both] == ["axe-core", "quick", "slow"]


def test_a_probe_that_fails_is_a_skip_and_the_others_go_on(site: Site, with_probes) -> None:
    with_probes(
        probe("wrong", lambda view: view.driver.execute_script("return nothing.at.all")),
        probe("right", lambda view: {"url": view.url, "wrong": "wrong" in view.known}),
    )
    with AxeEngine(1, limits=QUICK) as engine:
        first, wrong, right = engine.look(f"{site.url}/good", "key").result()
    assert isinstance(first, Evidence) and isinstance(right, Evidence)
    assert isinstance(wrong, Skip) and (wrong.page, wrong.engine) == ("key", "wrong") and "failed" in wrong.reason
    assert right.payload == {"url": f"{site.url}/good", "wrong": False}


def test_a_part_of_a_look_that_fails_is_a_skip_beside_the_rest(site: Site, with_probes) -> None:
    with_probes(probe("parts", lambda view: {"links": [], "failed": {"tables": "no such row"}}), probe("after", lambda view: {}))
    with AxeEngine(1, limits=QUICK) as engine:
        _, parts, gap, after = engine.look(f"{site.url}/good", "key").result()
    assert isinstance(parts, Evidence) and isinstance(after, Evidence)
    assert gap == Skip("key", "parts", "the look at tables failed: no such row")


def test_a_probe_that_breaks_the_browser_costs_no_other_answer(site: Site, with_probes) -> None:
    with_probes(
        probe("before", lambda view: {"fine": True}),
        probe("breaks", lambda view: view.driver.get("chrome://crash")),
        probe("after", lambda view: {"title": view.driver.title}),
    )
    with AxeEngine(1, limits=QUICK) as engine:
        first, before, breaks, after = engine.look(f"{site.url}/good", "key").result()
        assert isinstance(engine.collect(f"{site.url}/good").result(), Evidence), "the next page is unharmed"
    assert isinstance(first, Evidence) and first.engine == "axe-core" and before.payload == {"fine": True}
    assert isinstance(breaks, Skip) and breaks.engine == "breaks" and "broke the browser" in breaks.reason
    assert isinstance(after, Evidence) and after.payload["title"], "the page is open again"


def test_a_page_that_cannot_be_judged_has_one_skip(site: Site) -> None:
    with AxeEngine(1, limits=QUICK) as engine:
        (only,) = engine.look(f"{site.url}/nowhere", "key").result()
    assert isinstance(only, Skip) and (only.engine, only.status) == ("axe-core", 404)
