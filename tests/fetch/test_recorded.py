"""A crawl of 101 recorded pages of a LocalGov Drupal site."""

from __future__ import annotations

from pathlib import Path

from contentlint.fetch.plan import CrawlPlan
from tests.fetch.crawling import Result
from tests.fetch.recorded import MISSING, recorded_site


def test_every_recorded_page_is_reached_or_accounted_for(corpora: Path):
    with recorded_site(corpora) as (site, script):
        assert len(script) == 101
        pages = {path for path, answer in script.items() if answer.status == 200}
        got = Result(site.origin, CrawlPlan(site.origin + "/", delay=0.0, concurrency=4, timeout=20))
    reached = {path for path, capture in got.captures.items() if capture.status == 200}
    assert reached >= pages
    assert all(got.captures[path].body == script[path].body for path in pages)
    assert {path for path in script if path.endswith(MISSING)} <= set(got.captures)
    assert not [s for s in got.skips.values() if s.outcome == "failure"]
    assert got.met == len(got.captures) + len(got.skips)
