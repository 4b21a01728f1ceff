"""Which addresses are still to be asked for, and why others are not. No network in here."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from contentlint.fetch.plan import CrawlPlan, matches
from contentlint.fetch.reasons import choice
from contentlint.model import Skip
from contentlint.urls import canonical, is_document, same_site

MAX_LENGTH = 4000  # characters of an address
MAX_REPEATS = 3  # times that one part of a path may occur
NOT_PAGES = re.compile(
    r"\.(?:7z|avi|avif|bmp|css|dmg|eot|exe|gif|gz|ico|jpeg|jpg|js|m4a|m4v|map|mjs|mov|mp3|mp4|mpeg|mpg|msi|ogg"
    r"|ogv|otf|png|rar|svg|tar|tif|tiff|ttf|wav|webm|webp|wma|wmv|woff|woff2|zip)$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One address to ask for. key: its canonical form."""

    address: str
    key: str
    depth: int
    referrer: str | None


class Frontier:
    """First in, first out, every address once. Each address that is met ends as an Entry or a Skip."""

    def __init__(self, plan: CrawlPlan) -> None:
        self._plan = plan
        # The pages that named the waiting addresses were on the site; the addresses themselves may not be.
        pages = {urlunsplit((*urlsplit(row[2])[:2], "/", "", "")) for row in plan.frontier if row[2]}
        self._sites = [plan.start, *sorted(pages)]
        self._secure = False
        self.met = 0  # different addresses met
        self._known = {key for address in plan.seen if (key := canonical(address))}
        self._waiting: deque[Entry] = deque()
        self._fresh: list[Entry] = []
        self._variants: Counter[str] = Counter()
        self._surplus: dict[str, list] = {}  # path: [first key left out, how many]

    def on_site(self, address: str) -> bool:
        """Tell whether an address belongs to the site."""
        return any(same_site(address, site) for site in self._sites)

    def settle(self, landing: str) -> None:
        """Take the address at which the start page answered: its host is the site's, its scheme the usual."""
        if not self.on_site(landing):
            self._sites.append(landing)
        self._secure = landing.startswith("https:")

    def usual(self, address: str) -> str:
        """Return the address with https where the site answers with https: it saves a redirect a link."""
        if self._secure and address.startswith("http:") and urlsplit(address).port is None:
            return "https" + address[4:]
        return address

    def start(self, address: str) -> None:
        """Put the start page in, whatever the patterns say and whether or not it was seen before."""
        key = canonical(address) or address
        self._note(key)
        self._add(Entry(address, key, 0, None))

    def covered(self, address: str) -> None:
        """Note that a redirect led to an address, so that a link to it is not followed once more."""
        if (key := canonical(address)) is not None:
            self._known.add(key)

    def offer(self, address: str, depth: int, referrer: str | None) -> Skip | None:
        """Take an address that was met; return a Skip where it is left out, None where it waits or is known.

        Addresses of other sites are not met, and so are neither kept nor skipped.
        """
        if not self.on_site(address):
            return None
        address = self.usual(address)
        key = canonical(address)
        if key is None or key in self._known:
            return None
        self._note(key)
        reason = self._refuse(address, key, depth)
        if reason is not None:
            return choice(key, reason) if reason else None
        self._add(Entry(address, key, depth, referrer))
        return None

    def foreign(self, address: str) -> Skip | None:
        """Return a Skip, once, for an address of another site that a sitemap of this site lists."""
        key = canonical(address)
        if key is None or key in self._known:
            return None
        self._note(key)
        return choice(key, "the sitemap lists it, but it is on another site")

    def excluded(self, address: str) -> str | None:
        """Return why an exclusion keeps an address out, or None."""
        hit = next((pattern for pattern in self._plan.exclude if matches(pattern, address)), None)
        return f"the settings exclude addresses like “{hit}”" if hit else None

    def next(self) -> Entry | None:
        """Return the address to ask for next, or None where none waits."""
        return self._waiting.popleft() if self._waiting else None

    def fresh(self) -> tuple[Entry, ...]:
        """Return the addresses that began to wait since the last call."""
        fresh, self._fresh = self._fresh, []
        return tuple(fresh)

    def surplus(self) -> Iterator[Skip]:
        """Yield one Skip for each path of which more variants were met than are asked for."""
        for path, (key, count) in self._surplus.items():
            others = f" (this address and {count - 1:,} like it)" if count > 1 else ""
            limit = f"{self._plan.max_variants:,} variants"
            yield choice(key, f"the page {path} was met in more than {limit} of its query{others}")
        self._surplus.clear()

    def _note(self, key: str) -> None:
        self._known.add(key)
        self.met += 1

    def _add(self, entry: Entry) -> None:
        self._waiting.append(entry)
        self._fresh.append(entry)

    def _refuse(self, address: str, key: str, depth: int) -> str | None:
        """Return a reason, "" for what is counted in `surplus`, or None."""
        parts = urlsplit(key)
        if len(address) > MAX_LENGTH:
            return f"the address has more than {MAX_LENGTH:,} characters"
        if NOT_PAGES.search(parts.path):
            return "the address is that of an image, a script or another file that holds no page"
        if is_document(address) and not self._plan.documents:
            return "the settings leave documents out"
        if (reason := self.excluded(key)) is not None:
            return reason
        if self._plan.include and not any(matches(pattern, key) for pattern in self._plan.include):
            return "the settings do not include this part of the site"
        if (segment := _repeated(parts.path)) is not None:
            return f"“{segment}” occurs {MAX_REPEATS} times in the path, which looks like an endless loop"
        if depth > self._plan.max_depth:
            return f"it is more than {self._plan.max_depth:,} links away from the start page"
        if parts.query:
            self._variants[parts.path] += 1
            if self._variants[parts.path] > self._plan.max_variants:
                self._surplus.setdefault(parts.path, [key, 0])[1] += 1
                return ""
        return None


def _repeated(path: str) -> str | None:
    counts = Counter(part for part in path.split("/") if part)
    return next((part for part, count in counts.items() if count >= MAX_REPEATS), None)
