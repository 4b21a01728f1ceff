"""The crawl itself: robots.txt, the start page, the sitemaps, then every link, each address once.

A Scrapy spider that keeps its own queue and asks through Scrapy's downloader, because robots.txt,
redirects and limits have to be accounted for address by address.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from urllib.parse import urljoin, urlsplit

from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.http import Response

from contentlint.fetch.answer import HTML_TYPES, make_capture
from contentlint.fetch.ask import RETRIES, Asker, Trouble
from contentlint.fetch.frontier import Entry, Frontier
from contentlint.fetch.links import links_in, resolve
from contentlint.fetch.plan import CrawlPlan, Met
from contentlint.fetch.reasons import choice, failure
from contentlint.fetch.robots import MAX_BYTES as ROBOTS_BYTES
from contentlint.fetch.robots import Robots, read_robots
from contentlint.fetch.sitemap import MAX_BYTES as SITEMAP_BYTES
from contentlint.fetch.sitemap import read_sitemap
from contentlint.model import Capture, Outcome, Skip

MAX_HOPS = 8  # redirects followed for one address
MAX_SITEMAPS = 200
MOVED = frozenset({301, 302, 303, 307, 308})
FOR_GOOD = frozenset({301, 308})
PATIENCE = 20  # failures in a row after which the site is left alone
WEARY = 3  # failures in a row after which nothing is asked twice

Emit = Callable[[Capture | Skip | Met], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Arrived:
    """The answer at the end of a chain of redirects. hops: addresses passed through. for_good: every
    redirect was permanent."""

    response: Response
    hops: tuple[str, ...]
    for_good: bool


class SiteSpider(Spider):
    """Crawls one site. plan: what to do. emit: takes each result; waits while the reader is busy."""

    name = "contentlint"

    def __init__(self, plan: CrawlPlan, emit: Emit) -> None:
        super().__init__()
        self.plan, self.emit = plan, emit
        self.frontier = Frontier(plan)
        self.robots: dict[str, asyncio.Task[Robots]] = {}
        self.captured = len(plan.seen)
        self.asked = self.active = self.streak = 0
        self.changed = asyncio.Condition()

    @classmethod
    def from_crawler(cls, crawler: Crawler, plan: CrawlPlan, emit: Emit) -> SiteSpider:
        spider = super().from_crawler(crawler, plan, emit)
        spider.asker = Asker(crawler, plan)
        return spider

    async def start(self) -> AsyncIterator[None]:
        """Run the whole crawl. Nothing is handed to Scrapy's scheduler."""
        await self._begin()
        async with asyncio.TaskGroup() as lanes:
            for _ in range(self.plan.lanes):
                lanes.create_task(self._work())
        await self._end()
        return
        yield  # makes this a generator, which is what Scrapy expects

    async def _begin(self) -> None:
        root = self.plan.start
        if self.plan.frontier:
            for place, depth, referrer in self.plan.frontier:
                if (address := resolve(place, place)) is not None:
                    await self._offer(address, depth, referrer)
        else:
            self.frontier.start(root)
            self.frontier.fresh()
            result = await self._turn(self.frontier.next())
            if isinstance(result, Skip) and result.outcome is Outcome.FAILURE:
                return
            root = result.url if isinstance(result, Capture) else root
        await self._sitemaps(root)

    async def _work(self) -> None:
        while (entry := await self._take()) is not None:
            try:
                await self._turn(entry)
            finally:
                async with self.changed:
                    self.active -= 1
                    self.changed.notify_all()

    async def _take(self) -> Entry | None:
        """Return the next address once there is one, or None when all is done or a limit is reached."""
        async with self.changed:
            while True:
                free = self.captured + self.active < self.plan.max_pages
                if self._closed() is None and free and (entry := self.frontier.next()):
                    self.active += 1
                    return entry
                if self.active == 0:
                    return None
                await self.changed.wait()

    def _closed(self) -> str | None:
        if self.streak >= PATIENCE:
            return "it was not asked for, because the site had stopped answering"
        if self.asked >= 2 * self.plan.max_pages + 100:
            return "it was not asked for, because too many addresses had answered with errors"
        return None

    async def _end(self) -> None:
        closed = self._closed()
        limit = f"the limit of {self.plan.max_pages:,} pages was reached"
        while (entry := self.frontier.next()) is not None:
            await self.emit(failure(entry.key, closed) if closed else choice(entry.key, limit))
        for skip in self.frontier.surplus():
            await self.emit(skip)

    async def _turn(self, entry: Entry) -> Capture | Skip:
        """Ask for one address and send what became of it, after the addresses it leads to."""
        self.asked += 1
        first = entry.depth == 0 and entry.referrer is None
        result = self._result(entry, await self._follow(entry.address, lands=first))
        if isinstance(result, Capture):
            if first:
                self.frontier.settle(result.url)
            if result.redirects:
                self.frontier.covered(result.url)
            if result.status < 400:
                self.captured += 1
            for skip in self._links(result):
                await self.emit(skip)
        await self._report()
        await self.emit(result)
        return result

    async def _report(self) -> None:
        fresh = tuple((new.address, new.depth, new.referrer) for new in self.frontier.fresh())
        await self.emit(Met(self.frontier.met, fresh))

    def _result(self, entry: Entry, arrived: Arrived | Skip) -> Capture | Skip:
        if isinstance(arrived, Skip):
            return replace(arrived, page=entry.key)
        response = arrived.response
        headers = [
            (name.decode("latin-1"), value.decode("latin-1"))
            for name, values in response.headers.items() for value in values
        ]  # fmt: skip
        return make_capture(
            response.url, entry.address, response.status, headers, response.body,
            redirects=arrived.hops, depth=entry.depth, referrer=entry.referrer,
            for_good=arrived.for_good,
        )  # fmt: skip

    def _links(self, page: Capture) -> list[Skip]:
        start = page.body[:512].lstrip()[:1]
        if page.media_type not in HTML_TYPES and not (page.media_type == "" and start == b"<"):
            return []
        if page.status >= 400:  # an error page's links are the template's, or imaginary
            return []
        found = links_in(page.body, page.url, page.header("content-type"))
        offers = (self.frontier.offer(link, page.depth + 1, page.url) for link in found)
        return [skip for skip in offers if skip is not None]

    async def _follow(self, address: str, *, lands: bool = False, limit: int | None = None) -> Arrived | Skip:
        """Ask for an address, through its redirects. lands: a redirect to another host moves the site."""
        hops: list[str] = []
        statuses: set[int] = set()
        while True:
            robots = await self._rules(address)
            if robots.problem is not None:
                return failure(address, robots.problem, robots.remedy)
            if not robots.allows(address):
                return choice(address, "the site's robots.txt does not allow it to be fetched")
            response = await self._ask(address, limit)
            if isinstance(response, Trouble):
                return Skip(address, "fetch", response.reason, response.outcome, response.remedy)
            status, where = response.status, response.headers.get("Location")
            if status not in MOVED or where is None:
                return Arrived(response, tuple(hops), bool(statuses) and statuses <= FOR_GOOD)
            hops.append(address)
            statuses.add(status)
            target = resolve(where.decode("utf-8", "replace"), address)
            if target is None:
                return failure(address, "it redirects to something that is no web address", status=status)
            if not lands and not self.frontier.on_site(target):
                reason = f"it redirects to another site ({urlsplit(target).hostname})"
                return choice(address, reason, status=status)
            if target in hops:
                return failure(address, "it redirects in a circle", status=status)
            if len(hops) > MAX_HOPS:
                return failure(address, f"it redirects more than {MAX_HOPS} times", status=status)
            if not lands and (reason := self.frontier.excluded(target)):
                return choice(address, f"it redirects to {target}, and {reason}", status=status)
            address = target

    async def _ask(self, address: str, limit: int | None = None) -> Response | Trouble:
        retries = RETRIES if self.streak < WEARY else 0
        response = await self.asker.ask(address, retries=retries, limit=limit)
        if isinstance(response, Trouble):
            failed = response.outcome is Outcome.FAILURE
        else:
            failed = response.status >= 500 or response.status == 429
        self.streak = self.streak + 1 if failed else 0
        return response

    async def _rules(self, address: str) -> Robots:
        if not self.plan.obey_robots:
            return Robots()
        root = urljoin(address, "/robots.txt")
        if root not in self.robots:
            self.robots[root] = asyncio.create_task(self._read_rules(root))
        return await self.robots[root]

    async def _read_rules(self, address: str) -> Robots:
        place = address
        for _ in range(MAX_HOPS):
            response = await self.asker.ask(place, retries=1, limit=4 * ROBOTS_BYTES)
            if isinstance(response, Trouble):
                return Robots(problem=response.reason, remedy=response.remedy)
            where = response.headers.get("Location")
            target = resolve(where.decode("utf-8", "replace"), place) if where else None
            if response.status not in MOVED or target is None:
                break
            place = target
        robots = read_robots(response.status, response.body)
        if robots.delay > self.plan.pause:
            self.asker.slow_down(address, robots.delay)
        return robots

    async def _sitemaps(self, root: str) -> None:
        """Read the sitemaps that robots.txt names and the one at the usual place, and offer their entries."""
        rules = await self._rules(root)
        if rules.problem is not None:
            return
        named = rules.sitemaps
        usual = urljoin(root, "/sitemap.xml")
        waiting = [(urljoin(root, place), True) for place in named] + [(usual, False)]
        known: set[str] = set()
        while waiting:
            place, promised = waiting.pop(0)
            address = resolve(place, root)
            if address is None or address in known:
                continue
            known.add(address)
            if not self.frontier.on_site(address):
                await self.emit(choice(address, "this sitemap is on another site"))
            elif len(known) > MAX_SITEMAPS:
                await self.emit(choice(address, f"the limit of {MAX_SITEMAPS} sitemaps was reached"))
            else:
                waiting += await self._sitemap(self.frontier.usual(address), promised)

    async def _sitemap(self, address: str, promised: bool) -> list[tuple[str, bool]]:
        """Offer the entries of one sitemap; return the sitemaps it names. promised: something named it."""
        arrived = await self._follow(address, limit=SITEMAP_BYTES)
        if isinstance(arrived, Skip):
            if promised or arrived.outcome is Outcome.FAILURE:
                await self.emit(replace(arrived, page=address, reason=f"a sitemap: {arrived.reason}"))
            return []
        status = arrived.response.status
        if status >= 400:
            if promised:
                say = failure if status >= 500 else choice
                await self.emit(say(address, f"the sitemap answered with an error ({status})", status=status))
            return []
        sitemap = read_sitemap(arrived.response.body)
        if sitemap.problem is not None and (promised or sitemap.entries):
            await self.emit(choice(address, sitemap.problem))
        for entry in sitemap.entries:
            place = resolve(entry, arrived.response.url)
            if place is not None and not self.frontier.on_site(place):
                if (skip := self.frontier.foreign(place)) is not None:
                    await self.emit(skip)
            elif place is not None:
                await self._offer(place, 1, address)
        await self._report()
        return [(place, True) for place in sitemap.nested]

    async def _offer(self, address: str, depth: int, referrer: str | None) -> None:
        skip = self.frontier.offer(address, depth, referrer)
        if skip is not None:
            await self.emit(skip)
