"""Pictures of spots and places in words: a small site over HTTP, through the browser, to the report."""

from __future__ import annotations

import base64
import json
import re
import sqlite3
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from contentlint.evidence.axe import AxeEngine
from contentlint.model import Evidence
from tests.fetch.site import Answer, serve

GREEN, RING = (0, 170, 120), (212, 0, 106)
FOOT = '<footer><p><a href="/">Home</a> <a href="/social"><svg width="20" height="20"></svg></a></p></footer>'


def page(title: str, body: str) -> str:
    menu = "".join(f'<li><a href="/{name}">{name.title()} pages</a></li>' for name in ("tax", "parks", "map"))
    return (f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{title}: Test Council</title></head>'
            f'<body><nav aria-label="Main" style="line-height:3"><ul>{menu}</ul></nav><main style="padding:0 80px"><h1>{title}</h1>{body}</main>{FOOT}</body></html>')


SITE = {
    "/": page("Home", "<p>Welcome.</p>"),
    "/social": page("Social", "<p>Follow us.</p>"),
    # Far below the fold, and on the move: the outline must still be where the link is.
    "/parks": page("Parks", """<h2>Opening “times”</h2><p style="margin-top:3000px"><a href="/map"
        style="display:inline-block;width:120px;height:60px;background:#00aa78;animation:go 1s infinite"></a></p>
        <style>@keyframes go{50%{transform:translateX(300px)}}</style>"""),
    "/tax": page("Council Tax", """<h2>Pay</h2><form><p>Account <input type="text" name="account"></p></form>
        <div style="position:absolute;left:-9999px"><img src="/away.png"></div>
        <div style="background:linear-gradient(#fff,#777)"><p style="color:#666">Pay by the first of the month.</p></div>
        <p><img src="/bin.png" width="200" height="90" style="background:#00aa78"></p>"""),
    "/map": page("Map", '<h2>Find us</h2><iframe src="/inner" width="300" height="100"></iframe>'),
    "/inner": '<!DOCTYPE html><html lang="en"><title>Inner</title><p style="color:#aaa">Faint words in a frame.</p></html>',
    "/robots.txt": Answer("", 404),
}  # fmt: skip


class Images(HTMLParser):
    """The images of a report, by their alternative text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: dict[str, dict[str, str | None]] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            self.found[dict(attrs)["alt"] or ""] = dict(attrs)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, run_in) -> Path:
    """A folder with the history of one crawl and its report; the site is gone."""
    made = tmp_path_factory.mktemp("pictures")
    with serve(SITE) as site:
        run_in(made, "crawl", site.origin, "--without", "languagetool", "--quiet", code=0)
    run_in(made, "report", "--output", "report.html", code=0)
    return made


@pytest.fixture(scope="module")
def images(folder: Path) -> dict[str, dict[str, str | None]]:
    return Images((folder / "report.html").read_text("utf-8")).found


def pixels(source: str) -> tuple[int, int, list[tuple[int, int, int]]]:
    """Decode a picture in the browser: (width, height, colours row by row)."""
    script = """const [source, done] = arguments; const image = new Image(); image.src = source;
        image.decode().then(() => { const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
        canvas.drawImage(image, 0, 0);
        done([image.width, image.height, [...canvas.getImageData(0, 0, image.width, image.height).data]]); });"""
    with AxeEngine(1) as engine:
        width, height, data = engine.browsers.submit(lambda driver: driver.execute_async_script(script, source)).result()
    return width, height, list(zip(data[::4], data[1::4], data[2::4], strict=True))


def box(picture: tuple[int, int, list[tuple[int, int, int]]], colour: tuple[int, int, int]) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of the pixels that are nearly of a colour."""
    width, _, found = picture
    near = [at for at, one in enumerate(found) if max(abs(a - b) for a, b in zip(one, colour, strict=True)) < 40]
    assert near, f"no pixel is like {colour}"
    across, down = [at % width for at in near], [at // width for at in near]
    return min(across), min(down), max(across), max(down)


@pytest.mark.parametrize(
    ("alt", "size"),
    [("The link without words, which leads to “/map”, under the heading “Opening ‘times’”, outlined", (120, 60)),
     ("The image from the file “bin.png”, under the heading “Pay”, outlined", (200, 90))],
)  # fmt: skip
def test_the_outline_is_round_the_element(images: dict, alt: str, size: tuple[int, int]) -> None:
    shown = images[alt]
    picture = pixels(shown["src"])
    assert (str(picture[0]), str(picture[1])) == (shown["width"], shown["height"])
    left, top, right, bottom = box(picture, GREEN)
    assert abs(right - left - size[0]) <= 5 and abs(bottom - top - size[1]) <= 5, "the whole element is in it"
    ring = box(picture, RING)
    assert [round(abs(a - b) / 7) for a, b in zip(ring, (left, top, right, bottom), strict=True)] == [1, 1, 1, 1]
    assert ring[0] > 5 and ring[2] < picture[0] - 5, "and some of what is around"


def test_each_kind_of_spot_is_pictured_and_named(images: dict) -> None:
    assert set(images) == {
        "The link without words, which leads to “/map”, under the heading “Opening ‘times’”, outlined",
        "The link without words, which leads to “/social”, in the footer, outlined",
        "The text field without a name, under the heading “Pay”, outlined",
        "The image from the file “bin.png”, under the heading “Pay”, outlined",
        "The text “Pay by the first of the month.”, under the heading “Pay”, outlined",
        "The text “Faint words in a frame.” inside a frame, under the heading “Find us”, outlined",
        "The frame that shows “/inner”, under the heading “Find us”, outlined",
        "The menu, outlined",  # it cannot be skipped
    }, "the image out of sight has none"
    for shown in images.values():
        assert re.fullmatch(r"data:image/webp;base64,[A-Za-z0-9+/]+=*", shown["src"])
        assert len(base64.b64decode(shown["src"].partition(",")[2])) <= 60_000
        assert int(shown["width"]) <= 640 and int(shown["height"]) <= 400 and shown["loading"] == "lazy"


def test_the_report_passes_axe_and_our_own_check(folder: Path, run_in) -> None:
    with AxeEngine(1) as axe:
        said = axe.collect((folder / "report.html").as_uri(), "report").result()
    assert isinstance(said, Evidence)
    assert [rule["id"] for rule in said.payload["violations"]] == []
    done = run_in(folder, "check", "report.html", "--without", "languagetool", "--format", "json", "--kinds", "accessibility,structure")
    faults = [item for item in json.loads(done.stdout)["findings"] if item["certainty"] != "review"]
    assert [(item["rule"], item["location"]["html"]) for item in faults] == []


def test_what_a_machine_cannot_decide_is_a_question(folder: Path, run_in) -> None:
    made = json.loads(run_in(folder, "report", "--format", "json").stdout)
    open_ones = {item["message"] for item in made["findings"] if item["certainty"] == "review" and item["rule"] == "axe/color-contrast"}
    assert open_ones == {"This text lies on colours that change. Can you read it easily at both ends?"}
    text = (folder / "report.html").read_text("utf-8")
    person = text[text.index('id="person"'):text.index('id="not-checked"')]
    assert "Can you read it easily at both ends?" in person and "<img" in person and "1 place on 1 page" in person


def test_pages_that_are_judged_again_keep_their_pictures(folder: Path, images: dict, run_in) -> None:
    run_in(folder, "crawl", "--again", "latest", "--quiet")
    run_in(folder, "report", "--output", "again.html")
    assert Images((folder / "again.html").read_text("utf-8")).found == images


def test_no_pictures_where_none_are_wanted(tmp_path: Path, run_in) -> None:
    draft = tmp_path / "draft.html"
    draft.write_text(page("Bins", '<p><img src="bin.png" width="90" height="90"></p>'), "utf-8")
    check = ("check", "draft.html", "--without", "languagetool", "--output")
    run_in(tmp_path, *check, "without.html", "--pictures", "0")
    run_in(tmp_path, *check, "one.html", "--pictures", "1")
    pictures = [len(Images((tmp_path / f"{name}.html").read_text("utf-8")).found) for name in ("without", "one")]
    assert pictures == [0, 1]


def test_a_history_from_before_there_were_pictures(tmp_path: Path, run_in) -> None:
    with serve({"/": page("Home", "<p>Welcome.</p>")}) as site:
        run_in(tmp_path, "crawl", site.origin, "--without", "browser,languagetool", "--quiet")
        with sqlite3.connect(tmp_path / ".contentlint" / "history.db") as history:
            history.execute("DROP TABLE pictures")
        run_in(tmp_path, "report", "--format", "json", code=0)
        run_in(tmp_path, "crawl", site.origin, "--without", "browser,languagetool", "--quiet")
        done: subprocess.CompletedProcess[str] = run_in(tmp_path, "report", "--format", "json", code=0)
    assert json.loads(done.stdout)["findings"]
