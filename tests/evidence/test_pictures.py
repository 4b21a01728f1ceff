"""Pictures of spots on pages that do not want them taken."""

from __future__ import annotations

from contentlint.evidence.axe import AxeEngine
from contentlint.evidence.browser import Limits
from contentlint.evidence.pictures import Shot, Spot, take
from contentlint.model import Skip
from tests.fetch.site import serve

QUICK = Limits(page=2, settle=1.5, script=3, answer=5, task=20)
IMAGE = '<p><img src="x.png" style="width:80px;height:80px;background:#24f"></p>'


def page(body: str) -> str:
    return f'<!doctype html><html lang="en"><title>Bins</title><main><h1>Bins</h1>{body}</main></html>'


HOSTILE = {
    "/hang": page(IMAGE + "<script>addEventListener('load', () => { while (true) {} })</script>"),
    "/trap": page(IMAGE + "<script>Element.prototype.scrollIntoView = () => { while (true) {} }</script>"),
    "/lies": page(IMAGE + "<script>Element.prototype.getBoundingClientRect = () => { throw new Error('no') }</script>"),
    "/nobox": page(IMAGE + "<script>Element.prototype.getBoundingClientRect = () => ({left: 'x', top: {}, right: NaN})</script>"),
    "/huge": page('<img src="x.png" style="width:90000px;height:90000px;background:#24f">'),
    "/strict": page(IMAGE + "<style>* { background: red !important } body > :not(main) { display: none !important }</style>"),
    "/good": page(IMAGE),
}


def test_hostile_pages_cost_only_their_own_pictures() -> None:
    with serve(HOSTILE) as site, AxeEngine(1, limits=QUICK) as engine:
        asked = {path: take(engine, site.origin + path, path, [Spot("img", "img")]) for path in HOSTILE}
        said = {path: future.result(60) for path, future in asked.items()}
    for path in ("/hang", "/trap"):
        assert isinstance(said[path], Skip) or said[path] == {}, path
    assert said["/lies"] == said["/nobox"] == {}
    for path in ("/huge", "/strict", "/good"):
        (shot,) = said[path].values()  # type: ignore[union-attr]
        assert isinstance(shot, Shot) and shot.width <= 640 and shot.height <= 400 and len(shot.image) <= 60_000


def test_what_is_not_there_has_no_picture_and_the_rest_has() -> None:
    script = {"/": page(
        IMAGE + '<div hidden><a id="a" href="/">A</a></div><a id="b" href="/" style="position:absolute;left:-999px">B</a>'
        '<span id="c" style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)">C</span>'
    )}  # fmt: skip
    spots = [Spot("#a"), Spot("#b"), Spot("#c"), Spot("#gone"), Spot("p:::"), Spot("html"), Spot("img", "a"), Spot("img", "img")]
    with serve(script) as site, AxeEngine(1, limits=QUICK) as engine:
        said = take(engine, site.origin + "/", "/", spots).result(60)
    assert set(said) == {Spot("img", "img")}  # type: ignore[call-overload]
