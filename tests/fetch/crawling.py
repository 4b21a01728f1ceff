"""Running a crawl in a test, and the rule that every crawl has to keep."""

from __future__ import annotations

from collections import Counter

from contentlint.fetch.crawl import crawl
from contentlint.fetch.plan import CrawlPlan, Met
from contentlint.model import Capture, Outcome, Skip
from contentlint.urls import canonical


class Result:
    """What one crawl gave. By path, or by whole address for other hosts."""

    def __init__(self, origin: str, plan: CrawlPlan) -> None:
        self.all = list(crawl(plan))
        self.origin = origin
        self.captures = {self._path(c.requested): c for c in self.all if isinstance(c, Capture)}
        self.skips = {self._path(s.page): s for s in self.all if isinstance(s, Skip)}
        met = [value for value in self.all if isinstance(value, Met)]
        self.waiting = [row for value in met for row in value.waiting]
        self.met = met[-1].addresses if met else 0
        outcomes = Counter(
            canonical(v.requested) if isinstance(v, Capture) else v.page
            for v in self.all
            if isinstance(v, Capture | Skip)
        )
        assert [key for key, count in outcomes.items() if count > 1] == []

    def _path(self, address: str | None) -> str:
        return "the crawl" if address is None else address.removeprefix(self.origin) or "/"

    def reason(self, path: str) -> str:
        """The reason of a skip that was our own choice."""
        assert self.skips[path].outcome is Outcome.CHOICE
        return self.skips[path].reason

    def failure(self, path: str) -> str:
        """The reason of a skip for what went wrong."""
        assert self.skips[path].outcome is Outcome.FAILURE
        return self.skips[path].reason


def run(site, path: str = "/", **settings: object) -> Result:
    """Crawl a scripted site."""
    defaults = {"version": "0.1.0", "contact": "web@anyborough.gov.uk", "timeout": 5.0}
    return Result(site.origin, CrawlPlan(site.origin + path, **(defaults | settings)))
