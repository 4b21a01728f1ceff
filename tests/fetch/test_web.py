"""Fetching one named address."""

from __future__ import annotations

import gzip
import subprocess
import sys

from contentlint.fetch.web import fetch_url
from contentlint.model import Capture, Skip
from tests.fetch.site import Answer, moved, page, serve


def fetch(site, path: str, **settings: object) -> Capture | Skip:
    return fetch_url(site.origin + path, contact="web@anyborough.gov.uk", version="0.1.0", **settings)


def test_a_page_comes_with_its_chain_and_its_status():
    script = {
        "/old": moved("/bins"),
        "/bins": Answer(gzip.compress(page().encode()), headers={"Content-Encoding": "gzip"}),
        "/gone": Answer("gone", 410, headers={"Set-Cookie": "id=1"}),
        "/robots.txt": "User-agent: *\nDisallow: /",
    }
    with serve(script) as site:
        got, gone = fetch(site, "/old"), fetch(site, "/gone")
    assert (got.url, got.requested) == (site.origin + "/bins", site.origin + "/old")
    assert got.redirects == (site.origin + "/old",) and got.body == page().encode()
    assert (got.media_type, got.status, got.depth, got.referrer) == ("text/html", 200, 0, None)
    assert gone.status == 410 and gone.header("set-cookie") is None
    assert {h["user-agent"] for _, _, h in site.asked} == {"contentlint/0.1.0 (+web@anyborough.gov.uk)"}
    assert "/robots.txt" not in site.paths()


def test_what_goes_wrong_is_said_in_plain_words():
    script = {
        "/slow": Answer(wait=4),
        "/big": "x" * 5000,
        "/reset": Answer(drop=True),
        "/short": Answer("<p>", length=99),
        "/loop": moved("/loop"),
        "/odd": moved("tel:0300"),
        "/packed": Answer(b"no", headers={"Content-Encoding": "gzip"}),
        "/bomb": Answer(gzip.compress(b"0" * 900_000), headers={"Content-Encoding": "gzip"}),
    }
    with serve(script) as site:
        reason = {path: fetch(site, path, timeout=1.5, max_bytes=4000).reason for path in script}
    assert reason == {
        "/slow": "no complete answer came within 1.5 seconds",
        "/big": "it is larger than the limit of 4,000 bytes",
        "/bomb": "it is larger than the limit of 4,000 bytes",
        "/reset": "the connection to 127.0.0.1 failed",
        "/short": "the answer stopped before it was complete",
        "/loop": "it redirects in a circle",
        "/odd": "it redirects to something that is not a web address",
        "/packed": "the answer could not be unpacked",
    }
    assert fetch(site, "/").reason == "127.0.0.1 refused the connection"
    nowhere = fetch_url("https://www.anyborough.invalid/")
    assert nowhere.reason == "the name www.anyborough.invalid could not be found"
    assert isinstance(fetch_url("http://[bad/"), Skip)
    assert fetch_url("http://127.0.0.1:99999/").reason == "this is not a web address"


def test_one_page_needs_no_crawler():
    code = "import sys, contentlint.fetch.files as _; print({'scrapy', 'twisted'} & set(sys.modules))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "set()"
