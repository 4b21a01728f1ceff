"""The plan, its patterns, and the pieces that need no network."""

from __future__ import annotations

import pytest

from contentlint.errors import UsageError
from contentlint.fetch.links import links_in, resolve
from contentlint.fetch.plan import CrawlPlan, matches
from contentlint.fetch.robots import read_robots
from contentlint.fetch.sitemap import read_sitemap


def test_a_plan_survives_its_journey_and_is_polite_by_default():
    plan = CrawlPlan(
        "https://www.anyborough.gov.uk/",
        contact="a@b\r\nX-Evil: 1",
        include=("/a/*",),
        seen=("x",),
        frontier=(("https://www.anyborough.gov.uk/b", 2, None),),
        headers=(("X-Key", "1"),),
    )
    assert CrawlPlan.from_json(plan.to_json()) == plan
    assert (plan.pause, plan.lanes) == (1.0, 1) and plan.user_agent == "contentlint/0 (+a@b X-Evil: 1)"
    local = CrawlPlan("http://localhost:8000/")
    assert (local.pause, local.lanes) == (0.0, 8)
    fast = CrawlPlan("https://www.anyborough.gov.uk/", delay=0.0, concurrency=8)
    assert (fast.pause, fast.lanes) == (0.0, 8)
    with pytest.raises(UsageError, match=r"re:\(: The pattern is not a regular expression"):
        CrawlPlan("https://www.anyborough.gov.uk/", exclude=("re:(",))


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("/planning/*", "/planning/a/b", True),
        ("/planning/*", "/planning", True),
        ("/planning/*", "/planning-b", False),
        ("/planning", "/planning/a", False),
        ("*.pdf", "/a/b.pdf", True),
        ("re:^/a/\\d+$", "/a/12", True),
        ("re:page=\\d{3}", "/list?page=123", True),
        ("/list", "/list?page=123", True),
        ("/*", "/", True),
    ],
)
def test_patterns(pattern, path, fits):
    assert matches(pattern, "https://www.anyborough.gov.uk" + path) is fits


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("b", "http://x.gov.uk/a/b"),
        ("//x.gov.uk/c", "http://x.gov.uk/c"),
        ("\\d\\e", "http://x.gov.uk/d/e"),
        ("http:/f", "http://x.gov.uk/f"),
        ("http:///x.gov.uk/g", "http://x.gov.uk/g"),
        ("?q=1#frag", "http://x.gov.uk/a/?q=1"),
        ("http://me:pw@x.gov.uk/h", "http://x.gov.uk/h"),
        ("http://x.gov.uk", "http://x.gov.uk/"),
        ("caf\u00e9", "http://x.gov.uk/a/caf%C3%A9"),
        ("someone@x.gov.uk", "http://x.gov.uk/a/someone@x.gov.uk"),
        ("#top", None),
        ("", None),
        ("mailto:a@b", None),
        ("JavaScript:void(0)", None),
        ("http://[x", None),
        ("http://x.gov.uk:port/", None),
        ("data:text/html,x", None),
        ("http://", None),
        ("HTTP://X.GOV.UK/Case", "http://x.gov.uk/Case"),
        ("http://t\u0177.uk/", "http://xn--t-foa.uk/"),
    ],
)
def test_addresses_are_resolved_as_browsers_do(href, address):
    assert resolve(href, "http://x.gov.uk/a/") == address


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\0\0\0",
        b"\xff\xfe<\0a\0",
        b"<a href=",
        b"<" * 5000,
        "<a href='/é'>".encode("utf-16"),
        b"<div>" * 3000 + b"<a href=/deep>",
        b"<?xml version='1.0' encoding='utf-7'?><a href=/x>",
    ],
)
def test_links_never_fail_on_odd_bytes(body):
    links = links_in(body, "http://x.gov.uk/", "text/html; charset=no-such-charset")
    assert all(link.startswith("http://x.gov.uk/") for link in links)


def test_links_survive_a_wrong_charset():
    body = "<p>caf\xe9 \u20ac</p><a href='/after'>caf\xe9</a>".encode("cp1252")
    assert links_in(body, "http://x.gov.uk/", "text/html; charset=utf-8") == ["http://x.gov.uk/after"]
    assert links_in(b"<div>" * 1500 + b"<a href=/deep>", "http://x.gov.uk/") == ["http://x.gov.uk/deep"]


def test_sitemaps_that_are_none_or_broken_give_what_they_can():
    assert read_sitemap(b"<html><body>Not found").problem == "the file is not a sitemap"
    assert read_sitemap(b"\x1f\x8bgarbage").problem == "the sitemap could not be unpacked"
    assert read_sitemap(b"").problem == "the file is not a sitemap"
    cut = b"<urlset><url><loc> http://x.gov.uk/a </loc></url><url><loc>http://x.gov.uk/b</loc>"
    assert read_sitemap(cut).entries == ("http://x.gov.uk/a", "http://x.gov.uk/b")
    picture = b"<image:image xmlns:image='i'><image:loc>/i.png</image:loc></image:image>"
    image = b"<urlset><url><loc>/a</loc>" + picture + b"</url></urlset>"
    assert read_sitemap(image).entries == ("/a",)
    bomb = b"<!DOCTYPE urlset [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><urlset><url><loc>&x;</loc></url></urlset>"
    assert read_sitemap(bomb).entries == ()
    assert read_sitemap(b"http://x.gov.uk/a\r\nhttp://x.gov.uk/b\n").entries == (
        "http://x.gov.uk/a",
        "http://x.gov.uk/b",
    )


def test_robots_txt():
    robots = read_robots(200, b"User-agent: *\nDisallow: /x\nCrawl-delay: 2\nSitemap: https://x.gov.uk/s.xml")
    assert not robots.allows("https://x.gov.uk/x/y") and robots.allows("https://x.gov.uk/y")
    assert robots.delay == 2 and robots.sitemaps == ("https://x.gov.uk/s.xml",)
    assert read_robots(404, b"User-agent: *\nDisallow: /").allows("https://x.gov.uk/x")
    assert not read_robots(500, b"").allows("https://x.gov.uk/x")
    assert "too slow" in read_robots(200, b"User-agent: *\nCrawl-delay: 999").problem
    assert read_robots(200, b"\xff\xfe\0\0garbage").allows("https://x.gov.uk/")
