"""A crawl of 101 recorded pages of a LocalGov Drupal site."""

from __future__ import annotations

import tarfile
from pathlib import Path

from contentlint.fetch.plan import CrawlPlan
from tests.fetch.crawling import Result
from tests.fetch.site import Answer, serve

ORIGIN = b"http://127.0.0.1:8932"
MISSING = ("node/4", "example@example.com")


def test_every_recorded_page_is_reached_or_accounted_for(corpora: Path):
    recorded = corpora / "localgov-drupal"
    script: dict[str, Answer] = {}
    with tarfile.open(recorded / "lgd_static_101_pages.tar.gz") as archive:
        for member in archive:
            if member.isfile():
                path = "/" + member.name.removeprefix("lgd_static/").removesuffix(".html")
                status = 404 if path.endswith(MISSING) else 200
                script[path.removesuffix("index")] = Answer(archive.extractfile(member).read(), status)
    assert len(script) == 101
    pages = {path for path, answer in script.items() if answer.status == 200}
    with serve(script) as site:
        for answer in script.values():
            answer.body = answer.body.replace(ORIGIN, site.origin.encode())
        sitemap = (recorded / "sitemap.xml").read_bytes().replace(ORIGIN, site.origin.encode())
        script["/sitemap.xml"] = Answer(sitemap, type="text/xml")
        got = Result(site.origin, CrawlPlan(site.origin + "/", delay=0.0, concurrency=4, timeout=20))
    reached = {path for path, capture in got.captures.items() if capture.status == 200}
    assert reached >= pages
    assert all(got.captures[path].body == script[path].body for path in pages)
    assert {path for path in script if path.endswith(MISSING)} <= set(got.captures)
    assert not [s for s in got.skips.values() if s.outcome == "failure"]
    assert got.met == len(got.captures) + len(got.skips)
