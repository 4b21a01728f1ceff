"""The crawler as a process of its own: it can be resumed, killed and closed, and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import time

import psutil

from contentlint.fetch.crawl import crawl
from contentlint.fetch.plan import CrawlPlan, Met
from contentlint.model import Capture, Skip
from contentlint.urls import canonical
from tests.fetch.crawling import run
from tests.fetch.site import Answer, page, serve

SCRIPT = {
    "/": page(*(f"/p{n}" for n in range(8))),
    "/p3": page("/p9", "/p10"),
    "*": page("/"),
}


def children() -> list[psutil.Process]:
    return [p for p in psutil.Process().children(True) if "contentlint.fetch.child" in " ".join(p.cmdline())]


def test_a_crawl_that_was_broken_off_goes_on_where_it_stopped():
    with serve(SCRIPT) as site:
        plan = CrawlPlan(site.origin + "/", concurrency=1, timeout=5)
        done, waiting = [], {}
        for value in crawl(plan):
            if isinstance(value, Met):
                waiting |= {canonical(address): (address, depth, by) for address, depth, by in value.waiting}
            if isinstance(value, Capture):
                done.append(canonical(value.requested))
                if len(done) == 4:
                    break
        rest = tuple(row for key, row in waiting.items() if key not in done)
        before = len(site.paths())
        away = ("http://127.0.0.3:9/elsewhere", 1, site.origin + "/")
        got = run(site, seen=tuple(done), frontier=(away, *rest), concurrency=1)
        again = site.paths()[before:]
    everything = {"/", *(f"/p{n}" for n in range(8)), "/p9", "/p10"}
    assert {key.removeprefix(site.origin) for key in done} | set(got.captures) == everything
    assert not set(done) & {canonical(c.requested) for c in got.captures.values()}
    assert "/" not in again and not got.skips
    assert got.captures["/p9"].depth == 2


def test_a_crawler_that_is_killed_gives_one_failure():
    with serve(SCRIPT | {"/p1": Answer(page(), wait=20)}) as site:
        results = []
        for value in crawl(CrawlPlan(site.origin + "/", concurrency=1)):
            results.append(value)
            if isinstance(value, Capture) and value.requested.endswith("/p0"):
                (child,) = children()
                child.send_signal(signal.SIGKILL)
    failures = [v for v in results if isinstance(v, Skip)]
    assert [s.reason for s in failures] == ["the crawler stopped before it was done: it left with code -9"]
    assert failures[0].page is None and failures[0].outcome == "failure"
    assert not children()


def test_a_crawler_that_fails_says_its_last_words():
    with serve(SCRIPT) as site:
        got = run(site, max_pages="many")
    assert got.failure("the crawl").startswith("the crawler stopped before it was done: ")
    assert "TypeError" in got.failure("the crawl")


def test_closing_early_leaves_no_process_behind():
    with serve(SCRIPT | {"/p1": Answer(page(), wait=20)}) as site:
        results = crawl(CrawlPlan(site.origin + "/", concurrency=1))
        next(results)
        assert len(children()) == 1
        began = time.monotonic()
        results.close()
        assert time.monotonic() - began < 2 and not children()
        try:
            for _ in crawl(CrawlPlan(site.origin + "/", concurrency=1)):
                os.kill(os.getpid(), signal.SIGINT)
        except KeyboardInterrupt:
            pass
        assert not children()


def test_the_crawler_waits_for_a_reader_that_is_busy():
    big = Answer(page(words="Bins. " * 100_000))
    with serve({"/": page(*(f"/p{n}" for n in range(40))), "*": big}) as site:
        results = crawl(CrawlPlan(site.origin + "/", concurrency=4))
        captured = [next(v for v in results if isinstance(v, Capture))]
        time.sleep(1.0)
        assert len(site.paths()) < 20
        captured += [v for v in results if isinstance(v, Capture)]
    assert len(captured) == 41


def test_the_crawler_writes_nothing_to_the_terminal(capfd):
    with serve(SCRIPT | {"/p2": Answer("x" * 99_999)}) as site:
        run(site, max_page_bytes=5000)
    assert capfd.readouterr() == ("", "")
