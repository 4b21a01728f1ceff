"""Anyborough over HTTP: it answers as a council's site does, and its faults are the ones its list says."""

from __future__ import annotations

import csv
import gzip
import re
import tomllib
import urllib.error
import urllib.request
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from http.client import HTTPMessage
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from contentlint.demo.fragments import parse
from contentlint.demo.server import Demo, serve
from contentlint.demo.site import EXPECTED, FEEDBACK, TRAFFIC, load

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
FAULTS = tomllib.loads(EXPECTED.read_text("utf-8"))
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta"}
FOREIGN = {"path", "rect", "circle"}
DOWN = "/planning-and-building/comment-on-an-application"
# Addresses that lead nowhere on purpose, by revision; each is in expected.toml too.
BROKEN = {
    1: {"/housing/homefinder-guide"},
    2: {"/news/budget-consultation", "/files/vacancies-november.pdf", DOWN},
}
ALWAYS_BROKEN = {
    "/files/travel-guide.pdf",
    "/files/local-plan-policies-map.pdf",
    "/council-tax/benefits@anyborough.gov.uk",
}


class Stay(urllib.request.HTTPRedirectHandler):
    """Do not follow: a redirect is an answer here."""

    def redirect_request(self, *_: object) -> None:
        return None


OPENER = urllib.request.build_opener(Stay, urllib.request.ProxyHandler({}))


def ask(url: str, method: str = "GET", **headers: str) -> tuple[int, HTTPMessage, bytes]:
    """One request: status, headers and body, whatever the status."""
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        with OPENER.open(urllib.request.Request(url, method=method, headers=names), timeout=10) as reply:
            return reply.status, reply.headers, reply.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


@pytest.fixture(scope="module", params=[1, 2])
def demo(request: pytest.FixtureRequest) -> Iterator[Demo]:
    with serve(request.param) as running:
        yield running


@pytest.fixture(scope="module")
def pages(demo: Demo) -> dict[str, str]:
    """Every page as served."""
    return {path: ask(demo.url + path)[2].decode("utf-8") for path in demo.site.pages}


def test_every_page_answers(demo: Demo) -> None:
    broken = {path for path, page in demo.site.pages.items() if page.status != 200}
    assert broken == ({DOWN} if demo.revision == 2 else set())
    for path, page in demo.site.pages.items():
        status, headers, body = ask(demo.url + path)
        assert status == page.status
        assert headers["Content-Type"] == "text/html; charset=utf-8"
        assert int(headers["Content-Length"]) == len(body)


def test_it_is_as_big_as_a_demo_should_be(demo: Demo) -> None:
    assert len(demo.site.pages) > 50
    words = sum(len(re.sub(r"<[^>]+>", " ", page.body).split()) for page in demo.site.pages.values())
    assert words > 6000


def test_files_have_their_types(demo: Demo) -> None:
    types = {
        "/assets/site.css": "text/css; charset=utf-8",
        "/assets/images/logo.svg": "image/svg+xml",
        "/files/bin-calendar-2026.pdf": "application/pdf",
        "/files/claim-form.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "/assets/images/screen%20shot%20(1)'s%20%26%20copy.png": "image/png",
    }
    for path, media_type in types.items():
        status, headers, _ = ask(demo.url + path)
        assert (status, headers["Content-Type"]) == (200, media_type), path
    assert all(file.stat().st_size < 60_000 for file in demo.site.files.values())


def test_head_and_conditional_requests(demo: Demo) -> None:
    status, headers, body = ask(demo.url + "/housing", method="HEAD")
    assert status == 200 and not body and int(headers["Content-Length"]) > 1000
    since = headers["Last-Modified"]
    same = ask(demo.url + "/housing", If_None_Match=headers["ETag"])
    assert same[0] == 304 and not same[2] and same[1]["ETag"] == headers["ETag"]
    assert ask(demo.url + "/housing", If_Modified_Since=since)[0] == 304
    assert ask(demo.url + "/housing", If_None_Match='"other"', If_Modified_Since=since)[0] == 200
    assert ask(demo.url + "/housing", If_Modified_Since="yesterday")[0] == 200


def test_other_answers(demo: Demo) -> None:
    status, headers, body = ask(demo.url + "/no-such-page")
    assert status == 404 and b"Page not found" in body
    status, headers, _ = ask(demo.url + "/recycle")
    assert (status, headers["Location"]) == (301, demo.url + "/bins-and-recycling")
    assert ask(demo.url + "/housing/")[1]["Location"] == demo.url + "/housing"
    assert ask(demo.url + "/admin/content")[0] == 403
    assert ask(demo.url + "/contact/website-feedback", method="POST")[0] == 405
    found = ask(demo.url + "/search?s=bulky+%3Cscript%3E")[2]
    assert b"<script" not in found
    assert b'<li><a href="/bins-and-recycling/bulky-waste">' in ask(demo.url + "/search?s=bulky")[2]
    assert ask(demo.url + "/..%2f..%2fserver.py")[0] == 404


def test_robots_and_sitemaps(demo: Demo) -> None:
    robots = ask(demo.url + "/robots.txt")[2].decode()
    assert "Disallow: /admin" in robots and "Disallow: /search" in robots
    assert f"Sitemap: {demo.url}/sitemap.xml" in robots
    index = ElementTree.fromstring(ask(demo.url + "/sitemap.xml")[2])
    assert index.tag.endswith("sitemapindex")
    [part] = [node.text or "" for node in index.iter(SITEMAP)]
    listed = {node.text for node in ElementTree.fromstring(gzip.decompress(ask(part)[2])).iter(SITEMAP)}
    everything = {demo.url + path for path in demo.site.pages}
    assert listed < everything and len(listed) > 0.9 * len(everything)


class Balance(HTMLParser):
    """Notes tags that are not closed, or closed twice."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        if tag not in VOID | FOREIGN:
            self.wrong.append(f"<{tag}/>")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> at {self.getpos()}")


def test_pages_are_whole(demo: Demo, pages: dict[str, str]) -> None:
    for path, html in pages.items():
        if demo.site.pages[path].status != 200:
            continue
        reader = Balance()
        reader.feed(html)
        assert not reader.wrong and not reader.open, f"{path}: {reader.wrong} {reader.open}"
        assert html.startswith("<!DOCTYPE html>")
        assert f'<link rel="canonical" href="{demo.url}{path}">' in html
        assert html.count('<main class="main" id="main-content">') == 1
        assert html.count("node--view-mode-full") == 1
        assert "{{" not in html.replace("{{ 7 * 7 }}", "")


def test_links_lead_somewhere_unless_planted(demo: Demo, pages: dict[str, str]) -> None:
    broken: set[str] = set()
    met: set[str] = set()
    for path, html in pages.items():
        for link in re.findall(r'(?:href|src)="([^"]*)"', html):
            target = urlsplit(urljoin(demo.url + path, unescape(link)))
            if target.scheme != "http" or not demo.url.endswith(target.netloc) or target.path in met:
                continue
            met.add(target.path)
            if ask(demo.url + target.path)[0] >= 400:
                broken.add(target.path)
    assert broken == BROKEN[demo.revision] | ALWAYS_BROKEN
    assert set(demo.site.pages) <= met, "pages that nothing links to"


def test_nothing_is_fetched_from_elsewhere(pages: dict[str, str]) -> None:
    for path, html in pages.items():
        assert not re.search(r'src="(https?:)?//|<script|<link[^>]+stylesheet"[^>]+href="http', html), path


@pytest.mark.parametrize("fault", FAULTS["fault"], ids=lambda fault: f"{fault['page']}: {fault['what']}")
def test_planted_faults_are_where_the_list_says(demo: Demo, pages: dict[str, str], fault: dict) -> None:
    planted = demo.revision in fault["revisions"]
    if "target" in fault:
        found = fault["quote"] in pages.get(fault["page"], "") and ask(demo.url + fault["target"])[0] >= 400
        assert found == planted
        return
    if "where" in fault or fault["page"].startswith("/files/"):
        texts = [ask(demo.url + fault.get("where", fault["page"]))[2].decode("latin-1")]
    elif fault["page"] == "*":
        texts = [html for path, html in pages.items() if demo.site.pages[path].status == 200]
    else:
        texts = [pages.get(fault["page"], "")]
    assert all((fault["quote"] in text) == planted for text in texts)


def test_the_second_revision_changes_enough() -> None:
    revisions = [tuple(fault["revisions"]) for fault in FAULTS["fault"]]
    assert revisions.count((1,)) >= 10 and revisions.count((2,)) >= 10 and revisions.count((1, 2)) >= 40
    first, second = load(1).pages, load(2).pages
    assert set(first) - set(second) == {"/council-tax/pay", "/news/budget-consultation"}
    assert len(set(second) - set(first)) == 4


def test_one_address_shows_both_revisions() -> None:
    with serve(1) as demo:
        tag = ask(demo.url + "/council-tax/pay")[1]["ETag"]
        stylesheet = ask(demo.url + "/assets/site.css")[1]["ETag"]
        assert tag and ask(demo.url + "/winter-service")[0] == 404
        demo.revision = 2
        assert ask(demo.url + "/winter-service")[0] == 200
        assert ask(demo.url + "/assets/site.css", If_None_Match=stylesheet)[0] == 304
        status, headers, _ = ask(demo.url + "/council-tax/pay", If_None_Match=tag)
        assert (status, headers["Location"]) == (301, demo.url + "/council-tax/ways-to-pay")
        with pytest.raises(ValueError, match="no revision 3"):
            demo.revision = 3
        assert demo.revision == 2


def test_a_damaged_fragment_says_which_and_where() -> None:
    with pytest.raises(ValueError, match=r"x\.html: cannot read 'colour: red'"):
        parse("title: X\ncolour: red\n---\n", "x.html")
    with pytest.raises(ValueError, match=r"x\.html: no line of three dashes"):
        parse("title: X\n", "x.html")


def test_feedback_and_traffic() -> None:
    plain, webform = (list(csv.DictReader(path.read_text("utf-8").splitlines())) for path in FEEDBACK)
    assert set(plain[0]) == {"date", "page", "comment", "rating"}
    assert 90 <= len(plain) + len(webform) <= 110
    assert "Remote IP address" in webform[0]
    dates = [row["date"][:10] for row in plain] + [row["Created"][:10] for row in webform]
    assert min(dates) >= "2026-09-27" and max(dates) <= "2026-11-22"
    words = sorted(len(row["comment"].split()) for row in plain)
    assert 5 <= words[len(words) // 2] <= 8
    lines = TRAFFIC[0].read_text("utf-8").splitlines()
    start = "Page path and screen class,Views,Active users,"
    header = next(index for index, line in enumerate(lines) if line.startswith(start))
    assert all(line.startswith("#") or not line for line in lines[:header])
    rows = list(csv.DictReader(lines[header:]))
    paths = {row["Page path and screen class"] for row in rows}
    assert {"(not set)", "(other)", ""} <= paths
    assert set(load(1).pages) - paths == {"/contact/website-feedback", "/news/email-updates"}
