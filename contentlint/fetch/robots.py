"""What robots.txt allows. Source: RFC 9309; Crawl-delay is an extension that many sites use."""

from __future__ import annotations

from dataclasses import dataclass

from protego import Protego

TOKEN = "contentlint"  # the product token by which a robots.txt can name us
MAX_BYTES = 512 * 1024  # RFC 9309, section 2.5: at least 500 KiB are read
MAX_DELAY = 120.0  # seconds; a site that asks for longer pauses is not crawled at all


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one host.

    problem: why nothing may be fetched (RFC 9309, section 2.3.1.4), or None; remedy: what to do then.
    delay: seconds between two requests that the site asks for. sitemaps: addresses as written.
    """

    rules: Protego | None = None
    problem: str | None = None
    delay: float = 0.0
    sitemaps: tuple[str, ...] = ()
    remedy: str | None = None

    def allows(self, address: str) -> bool:
        """Tell whether an address may be fetched."""
        return self.problem is None and (self.rules is None or self.rules.can_fetch(address, TOKEN))


def read_robots(status: int, body: bytes) -> Robots:
    """Return the rules for an answer: 2xx is read, 4xx allows everything, 5xx nothing (section 2.3.1)."""
    if status >= 500:
        return Robots(problem=f"robots.txt answered with an error ({status}), so nothing may be fetched")
    if not 200 <= status < 300:
        return Robots()
    rules = Protego.parse(body[:MAX_BYTES].decode("utf-8-sig", "ignore"))
    delay = max(0.0, rules.crawl_delay(TOKEN) or 0.0)
    rate = rules.request_rate(TOKEN)
    if rate is not None and rate.requests > 0:
        delay = max(delay, rate.seconds / rate.requests)
    if delay > MAX_DELAY:
        return Robots(problem=f"robots.txt asks for {delay:,.0f} seconds between pages, which is too slow")
    return Robots(rules, None, delay, tuple(rules.sitemaps))
