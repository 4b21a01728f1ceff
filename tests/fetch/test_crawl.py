"""Crawling real sites on loopback: what is found, what is left out, and that nothing gets lost."""

from __future__ import annotations

import gzip
import hashlib
from itertools import pairwise

from contentlint.fetch.crawl import crawl
from contentlint.fetch.plan import CrawlPlan
from contentlint.model import Skip
from tests.fetch.crawling import run
from tests.fetch.site import Answer, moved, page, serve

PDF = Answer(b"%PDF-1.7 council tax leaflet", type="application/pdf")


def sitemap(*addresses: str, index: bool = False) -> str:
    outer, inner = ("sitemapindex", "sitemap") if index else ("urlset", "url")
    rows = "".join(f"<{inner}><loc>{a}</loc><lastmod>2026-11-22</lastmod></{inner}>" for a in addresses)
    return (
        f'<?xml version="1.0"?><{outer} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</{outer}>'
    )


def test_sitemap_index_packed_sitemap_and_links_together():
    script = {
        "/": page("/bins", "/bins/missed", "https://www.gov.uk/find"),
        "/bins": page("/"),
        "*": page("/bins"),
    }
    with serve(script) as site:
        deep = gzip.compress(sitemap(site.origin + "/orphan", site.origin + "/bins").encode())
        script["/robots.txt"] = Answer("User-agent: *\nDisallow:\nSitemap: /index.xml\n", type="text/plain")
        script["/index.xml"] = Answer(
            sitemap(site.origin + "/deep.xml.gz", "https://cdn.example/other.xml", index=True),
            type="text/xml",
        )
        script["/deep.xml.gz"] = Answer(deep, type="application/octet-stream")
        script["/sitemap.xml"] = Answer(
            sitemap("https://elsewhere.example/page", site.origin + "/news"), type="text/xml"
        )
        got = run(site)
    assert set(got.captures) == {"/", "/bins", "/bins/missed", "/orphan", "/news"}
    assert got.reason("https://cdn.example/other.xml") == "this sitemap is on another site"
    assert "on another site" in got.reason("https://elsewhere.example/page")
    assert len(got.skips) == 2
    bins = got.captures["/bins"]
    assert (bins.depth, bins.referrer, bins.status) == (1, site.origin + "/", 200)
    assert bins.digest == hashlib.sha256(bins.body).hexdigest() and bins.body == page("/").encode()
    assert bins.media_type == "text/html" and bins.fetched.endswith("Z")
    assert got.captures["/orphan"].referrer == site.origin + "/deep.xml.gz"
    assert {h["user-agent"] for _, _, h in site.asked} == {"contentlint/0.1.0 (+web@anyborough.gov.uk)"}
    assert not any("cookie" in h for _, _, h in site.asked)
    assert len(site.paths()) == len(set(site.paths()))


def test_robots_txt_is_obeyed_and_its_delay_kept():
    robots = "User-agent: contentlint\nDisallow: /private\nCrawl-delay: 0.3\n"
    script = {
        "/robots.txt": Answer(robots, type="text/plain"),
        "/": page("/a", "/b", "/private/x"),
        "*": page("/"),
    }
    with serve(script) as site:
        got = run(site, delay=0.0, concurrency=8)
    assert set(got.captures) == {"/", "/a", "/b"}
    assert "robots.txt" in got.reason("/private/x")
    assert "/private/x" not in site.paths()
    times = [when for path, when, _ in site.asked if path != "/robots.txt"]
    gaps = [later - earlier for earlier, later in pairwise(times)]
    assert len(gaps) == 3 and min(gaps) > 0.28 and max(gaps) < 2


def test_robots_txt_may_be_overruled_on_purpose():
    script = {
        "/robots.txt": Answer("User-agent: *\nDisallow: /\n", type="text/plain"),
        "/": page("/a"),
        "*": page(),
    }
    with serve(script) as site:
        got = run(site, obey_robots=False)
    assert set(got.captures) == {"/", "/a"} and "/robots.txt" not in site.paths()


def test_broken_robots_txt_forbids_everything():
    with serve({"/robots.txt": Answer("sorry", 503), "*": page("/a")}) as site:
        got = run(site)
    assert not got.captures and list(got.skips) == ["/"]
    assert got.failure("/") == "robots.txt answered with an error (503), so nothing may be fetched"
    assert set(site.paths()) == {"/robots.txt"}


def test_redirects_keep_their_chain_and_end_somewhere():
    def hop(path: str, turn: int) -> Answer:
        return moved(f"/far{int(path.removeprefix('/far')) + 1}")

    script = {f"/far{n}": hop for n in range(12)}
    script |= {
        "/": page("/old", "/loop", "/away", "/far0", "/nowhere", "/secret-door"),
        "/old": moved("/older", 302),
        "/older": moved("/new"),
        "/new": page("/old"),
        "/loop": moved("/loop2"),
        "/loop2": moved("/loop"),
        "/away": moved("https://example.com/"),
        "/nowhere": moved("mailto:web@anyborough.gov.uk"),
        "/secret-door": moved("/secret/1"),
    }
    with serve(script) as site:
        got = run(site, exclude=("/secret/*",))
    old = got.captures["/old"]
    assert old.url == site.origin + "/new" and old.redirects == (site.origin + "/old", site.origin + "/older")
    assert set(got.captures) == {"/", "/old"}
    assert got.failure("/loop") == "it redirects in a circle"
    assert got.reason("/away") == "it redirects to another site (example.com)"
    assert got.failure("/far0") == "it redirects more than 8 times"
    assert "no web address" in got.failure("/nowhere")
    assert "/secret/*" in got.reason("/secret-door") and "/secret/1" not in site.paths()
    assert got.skips["/away"].status == 301


def test_the_site_moves_with_its_start_page():
    old_script = {"*": page()}
    with (
        serve({"/home": page("/contact", "{other}"), "*": page()}) as new,
        serve(old_script, "127.0.0.2") as old,
    ):
        old_script["/"] = moved(new.origin + "/home")
        got = run(old, headers=(("X-Key", "1"),))
        elsewhere = old.paths()
    assert {c.url for c in got.captures.values()} == {
        new.origin + "/home",
        new.origin + "/contact",
        new.origin + "/%7Bother%7D",
    }
    assert got.captures["/"].redirects == (old.origin + "/",)
    assert "/contact" not in elsewhere
    assert all("x-key" in headers for path, _, headers in old.asked if path == "/")
    assert not any("x-key" in headers for _, _, headers in new.asked)


def test_answers_that_are_errors_are_captured_with_their_status():
    script = {
        "/": page("/gone", "/broken", "/empty"),
        "/gone": Answer("gone", 410),
        "/broken": Answer("oops", 500),
        "/empty": Answer("", 204, type=None),
    }
    with serve(script) as site:
        got = run(site)
    assert {path: c.status for path, c in got.captures.items()} == {
        "/": 200,
        "/gone": 410,
        "/broken": 500,
        "/empty": 204,
    }
    assert got.captures["/empty"].media_type == "" and site.paths().count("/broken") == 3 and not got.skips


def test_a_site_that_is_busy_is_asked_again_when_it_says_so():
    def busy(path: str, turn: int) -> Answer | str:
        return page("/later") if turn > 1 else Answer("busy", 429, headers={"Retry-After": "1"})

    def never(path: str, turn: int) -> Answer:
        return Answer("maintenance", 503, headers={"Retry-After": "86400"})

    with serve({"/": busy, "/later": never}) as site:
        got = run(site)
    assert got.captures["/"].status == 200 and got.captures["/later"].status == 503
    first, second = (when for path, when, _ in site.asked if path == "/")
    assert 0.95 < second - first < 4
    assert site.paths().count("/later") == 1


def test_failures_are_told_apart_in_plain_words():
    script = {
        "/": page("/slow", "/reset", "/short", "/big", "/packed", "/bomb"),
        "/slow": Answer(page(), wait=3),
        "/reset": Answer(drop=True),
        "/short": Answer("<p>Half", length=5000),
        "/big": "x" * 60_000,
        "/packed": Answer(b"not gzip at all", headers={"Content-Encoding": "gzip"}),
        "/bomb": Answer(gzip.compress(b"0" * 5_000_000), headers={"Content-Encoding": "gzip"}),
    }
    with serve(script) as site:
        got = run(site, timeout=1.0, max_page_bytes=50_000)
    assert set(got.captures) == {"/"}
    assert got.failure("/slow") == "no complete answer came within 1 second"
    assert got.failure("/reset") == "the connection to 127.0.0.1 failed"
    assert got.failure("/short") == "the answer stopped before it was complete"
    assert got.reason("/big") == "it is larger than the limit of 50,000 bytes"
    assert got.reason("/bomb") == "it is larger than the limit of 50,000 bytes"
    assert got.skips["/packed"].outcome == "failure"
    assert 3 <= site.paths().count("/reset") <= 6  # three tries; Twisted itself retries once on a reused connection


def test_a_site_that_is_not_there_fails_fast():
    (skip,) = [v for v in crawl(CrawlPlan("http://www.anyborough.invalid/")) if isinstance(v, Skip)]
    assert skip.reason == "the name www.anyborough.invalid could not be found" and skip.outcome == "failure"
    with serve({}) as site:
        pass
    got = run(site)
    assert got.failure("/") == "127.0.0.1 refused the connection" and not got.captures
    (skip,) = [v for v in crawl(CrawlPlan("ftp://anyborough.gov.uk/")) if isinstance(v, Skip)]
    assert skip.reason == "this is not a web address"


def test_a_site_that_stops_answering_is_left_alone():
    script = {"/": page(*(f"/p{n}" for n in range(60))), "*": Answer("down", 500)}
    with serve(script) as site:
        got = run(site)
    asked = len(site.paths())
    assert len(got.captures) + len(got.skips) == 61 and asked < 60
    (reason,) = {s.reason for s in got.skips.values()}
    assert reason == "it was not asked for, because the site had stopped answering"


def test_depth_pages_and_patterns_limit_the_crawl():
    script = {
        "/": page("/a", "/planning/1", "/planning/2", "/planning/admin/x", "/news?id=7"),
        "/a": page("/a/b"),
        "/planning/1": page("/planning/deep"),
        "/planning/deep": page("/planning/deeper"),
        "*": page("/"),
    }
    with serve(script) as site:
        got = run(site, include=("/planning/*", r"re:^/news\?id=\d+$"), exclude=("*/admin/*",), max_depth=2)
        few = run(site, max_pages=3)
    assert set(got.captures) == {"/", "/planning/1", "/planning/2", "/planning/deep", "/news?id=7"}
    assert got.reason("/a") == "the settings do not include this part of the site"
    assert "*/admin/*" in got.reason("/planning/admin/x")
    assert got.reason("/planning/deeper") == "it is more than 2 links away from the start page"
    assert len(few.captures) == 3
    assert {s.reason for s in few.skips.values()} == {"the limit of 3 pages was reached"}
    assert len(few.captures) + len(few.skips) == few.met


def test_documents_have_their_own_limit_and_switch():
    script = {
        "/": page("/leaflet.pdf", "/download/7", "/huge.pdf", "/logo.png", "/style.css"),
        "/leaflet.pdf": PDF,
        "/download/7": Answer(b"%PDF" + b"x" * 3000, type="application/pdf"),
        "/huge.pdf": Answer(b"%PDF" + b"x" * 9000, type="application/pdf"),
    }
    with serve(script) as site:
        got = run(site, max_page_bytes=2000, max_document_bytes=5000)
        none = run(site, documents=False)
    assert set(got.captures) == {"/", "/leaflet.pdf", "/download/7"}
    assert got.captures["/leaflet.pdf"].media_type == "application/pdf"
    assert "larger" in got.reason("/huge.pdf")
    assert "no page" in got.reason("/logo.png") and "/logo.png" not in site.paths()
    assert set(none.captures) == {"/"}
    assert none.reason("/leaflet.pdf") == none.reason("/download/7") == "the settings leave documents out"


def test_endless_addresses_are_bounded_and_counted():
    def calendar(path: str, turn: int) -> str:
        month = int(path.partition("=")[2] or 0)
        return page(f"/events?month={month + 1}", f"/events?month={month + 2}")

    def spiral(path: str, turn: int) -> str:
        return page(path.rstrip("/") + "/more/")

    script = {f"/events?month={n}": calendar for n in range(40)} | {"/events": calendar}
    script |= {"/": page("/events", "/more/"), "/more/": spiral, "/more/more/": spiral}
    with serve(script) as site:
        got = run(site, max_variants=10)
    variants = [path for path in got.captures if path.startswith("/events?")]
    assert len(variants) == 10
    (left_out,) = [s for s in got.skips.values() if "variants" in s.reason]
    assert left_out.reason.startswith("the page /events was met in more than 10 variants of its query")
    assert left_out.reason.endswith("(this address and 1 like it)")
    assert "3 times in the path" in got.reason("/more/more/more")
    assert set(got.captures) - set(variants) == {"/", "/events", "/more/", "/more/more/"}


def test_links_are_read_as_a_browser_reads_them():
    odd = (
        '<html><base href="/services/"><a href=" bins ">1</a><a href="\\waste">2</a>'
        '<a href="tax\n/band">3</a>'
        '<a href="mailto:a@b.example">m</a><a href="tel:0300">t</a><a href="javascript:void(0)">j</a>'
        '<a href="#top">#</a><a href="http://[bad">x</a><a href="?q=caf\u00e9">q</a><a href="a%00b">0</a>'
        '<a rel="nofollow" href="/followed">n</a><map><area href="/area"></map>'
        '<link rel="canonical" href="/canonical">'
        f'<a href="/{"long" * 2000}">long</a><a href="//example.com/x">off</a>'
        '<a href="http://127.0.0.1:99999/">p</a>'
        '<meta http-equiv="refresh" content="5; url=/refreshed"><a href="a\x01b c">ctl</a>'
    ).encode("latin-1")
    with serve({"/": Answer(odd, type="text/html; charset=utf-8"), "*": page()}) as site:
        got = run(site)
    paths = set(got.captures) - {"/"}
    assert {"/services/bins", "/waste", "/services/tax/band", "/followed", "/area", "/refreshed"} <= paths
    assert "/canonical" not in paths and any(path.startswith("/services/?q=caf") for path in paths)
    assert {"/services/a%00b", "/services/a%01b%20c"} <= paths
    assert [s.reason for s in got.skips.values()] == ["the address has more than 4,000 characters"]
    assert got.captures["/"].body == odd
