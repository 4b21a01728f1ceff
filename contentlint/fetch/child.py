"""The crawler's own process: a plan comes in on standard input, framed messages go out on standard output.

Scrapy's reactor cannot be started twice in one process, and a crawler that dies must not take the
scan with it. Standard input stays open as a lifeline: when it closes, the parent is gone.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
import threading

from scrapy.crawler import AsyncCrawlerProcess

from contentlint.fetch.frames import END, pack, pack_value, unpack
from contentlint.fetch.plan import CrawlPlan, Met
from contentlint.fetch.spider import SiteSpider
from contentlint.model import Capture, Skip


def settings_for(plan: CrawlPlan) -> dict[str, object]:
    """Return Scrapy's settings for a plan."""
    return {
        "REMOTE_CONTROL_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
        "USER_AGENT": plan.user_agent,
        "DEFAULT_REQUEST_HEADERS": {
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "Accept-Language": "en-GB,en;q=0.8",
        },
        "ROBOTSTXT_OBEY": False,  # the spider reads robots.txt itself: Scrapy takes a 5xx for "all allowed"
        "REDIRECT_ENABLED": False,  # the spider follows redirects itself, to keep the chain and the site
        "METAREFRESH_ENABLED": False,
        "RETRY_ENABLED": False,  # ask.py retries, because Scrapy ignores Retry-After
        "COOKIES_ENABLED": False,
        "DOWNLOAD_VERIFY_CERTIFICATES": True,
        "DOWNLOAD_TIMEOUT": plan.timeout,
        "DOWNLOAD_DELAY": plan.pause,
        "DOWNLOAD_DELAY_JITTER": 0,  # jitter would undercut the delay half of the time
        "DOWNLOAD_WARNSIZE": 0,
        "CONCURRENT_REQUESTS": plan.lanes,
        "CONCURRENT_REQUESTS_PER_DOMAIN": plan.lanes,
        "DNS_TIMEOUT": 20,
        "LOG_ENABLED": False,
        "LOG_INSTALL_ROOT_HANDLER": False,
        "MEMUSAGE_ENABLED": False,
        "EXTENSIONS": {
            "scrapy.extensions.logstats.LogStats": None,
            "scrapy.extensions.logcount.LogCount": None,
            "scrapy.extensions.feedexport.FeedExporter": None,
        },
    }


class Outlet:
    """Writes messages without stopping the reactor; a full pipe makes the crawl wait for its reader."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._turn = asyncio.Lock()

    async def emit(self, value: Capture | Skip | Met) -> None:
        """Send one value, and return when the pipe has taken it."""
        message = pack_value(value)
        async with self._turn:
            await asyncio.to_thread(self.write, message)

    def write(self, message: bytes) -> None:
        """Write the whole message, or leave at once where nobody reads any more."""
        try:
            view = memoryview(message)
            while view:
                view = view[os.write(self._descriptor, view) :]
        except OSError:
            os._exit(1)


def _watch_parent() -> None:
    while os.read(0, 1024):
        pass
    os._exit(1)


def main() -> None:
    """Read the plan, crawl, send everything, and an end mark if all went well."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the parent, which stops this process
    logging.disable(logging.WARNING)
    outlet = Outlet(os.dup(1))
    os.dup2(2, 1)  # a stray print must not end up between the messages
    with open(0, "rb", buffering=0, closefd=False) as stdin:
        _, body = next(unpack(stdin))
    threading.Thread(target=_watch_parent, daemon=True).start()
    process = AsyncCrawlerProcess(settings_for(plan := CrawlPlan.from_json(body)))
    crawler = process.create_crawler(SiteSpider)
    process.crawl(crawler, plan, outlet.emit)
    process.start(install_signal_handlers=False)
    if crawler.stats.get_value("finish_reason") != "finished":
        sys.exit(1)
    outlet.write(pack(END))


if __name__ == "__main__":
    main()
