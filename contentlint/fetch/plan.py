"""What a crawl is asked to do, as one frozen value that also travels to the child process."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from fnmatch import fnmatchcase
from ipaddress import ip_address
from urllib.parse import urlsplit

from contentlint.errors import UsageError

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Met:
    """How far a crawl has come.

    addresses: different addresses of the site met so far. waiting: (address, depth, referrer) of
    those that were met since the last such value and are still to be asked for. Keeping them is
    what makes a crawl resumable: see CrawlPlan.frontier.
    """

    addresses: int
    waiting: tuple[tuple[str, int, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class CrawlPlan:
    """One crawl of one site.

    start: the address to begin with. version, contact: what the site's owner reads in the user
    agent. max_pages: answers captured, pages and documents, "seen" included. max_depth: links from
    the start page. max_page_bytes, max_document_bytes: of the unpacked body. delay: seconds between
    two requests, None for 1 (0 on the own machine). concurrency: requests at once, None for 1 (8 on
    the own machine). timeout: seconds for one answer. include, exclude: patterns on the path: globs
    such as /planning/*, or regular expressions after "re:", which also see the query. documents:
    capture PDFs and Office files. max_variants: different queries of one path. seen: keys captured
    before. frontier: (address, depth, referrer) to go on with instead of the start page; those of
    other sites are passed over. headers: sent to the start page's own host only.
    Raises UsageError for a pattern that cannot be read.
    """

    start: str
    version: str = "0"
    contact: str | None = None
    max_pages: int = 10_000
    max_depth: int = 20
    max_page_bytes: int = 20 * MEBIBYTE
    max_document_bytes: int = 50 * MEBIBYTE
    delay: float | None = None
    concurrency: int | None = None
    timeout: float = 30.0
    obey_robots: bool = True
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    documents: bool = True
    max_variants: int = 50
    seen: tuple[str, ...] = ()
    frontier: tuple[tuple[str, int, str | None], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        for pattern in (*self.include, *self.exclude):
            try:
                re.compile(pattern.removeprefix("re:") if pattern.startswith("re:") else "")
            except re.error as error:
                what = f"The pattern is not a regular expression: {error}."
                raise UsageError(what, where=pattern, remedy="Without “re:” it is a glob.") from None

    @property
    def pause(self) -> float:
        """Seconds between two requests."""
        return self.delay if self.delay is not None else 0.0 if is_loopback(self.start) else 1.0

    @property
    def lanes(self) -> int:
        """Requests at once, at least 1."""
        usual = 8 if is_loopback(self.start) else 1
        return max(1, usual if self.concurrency is None else self.concurrency)

    @property
    def user_agent(self) -> str:
        """The name under which contentlint calls."""
        return user_agent(self.version, self.contact)

    def to_json(self) -> bytes:
        """Return the plan as JSON."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def from_json(cls, data: bytes) -> CrawlPlan:
        """Return the plan that `to_json` wrote."""
        values = json.loads(data)
        for name in ("include", "exclude", "seen"):
            values[name] = tuple(values[name])
        for name in ("frontier", "headers"):
            values[name] = tuple(tuple(row) for row in values[name])
        return cls(**values)


def user_agent(version: str, contact: str | None) -> str:
    """Return "contentlint/<version> (+contact)", in printable ASCII whatever is handed in."""
    name = f"contentlint/{version} (+{contact})" if contact else f"contentlint/{version}"
    return re.sub(r"[^\x20-\x7e]+", " ", name)


def is_loopback(address: str) -> bool:
    """Tell whether an address names this very machine."""
    try:
        host = urlsplit(address).hostname or ""
        return host == "localhost" or host.endswith(".localhost") or ip_address(host).is_loopback
    except ValueError:
        return False


def matches(pattern: str, address: str) -> bool:
    """Tell whether a pattern of `include` or `exclude` fits an address.

    A glob fits the whole path, and its * also fits "/"; "/planning/*" fits /planning itself too.
    """
    parts = urlsplit(address)
    path = parts.path or "/"
    if pattern.startswith("re:"):
        whole = f"{path}?{parts.query}" if parts.query else path
        return re.search(pattern[3:], whole) is not None
    return fnmatchcase(path, pattern) or (pattern.endswith("/*") and path == pattern[:-2])
