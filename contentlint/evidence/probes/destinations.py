"""Where links with one name lead, when their addresses differ: the same thing twice, or two things?

Only links of the same name on one page are followed, only to the page's own host, and only a few. The
browser opens each address, so that redirects and scripts count. The payload: {"places": {address:
{title, heading, text, phones: [..], pictures: int}}}; an address that did not open has no entry.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any
from urllib.parse import urldefrag, urlsplit

from contentlint.evidence.view import View

NAME = "link-destinations"
EACH = "elsewhere"
ORDER = 90  # leaves the page
MOST = 4  # addresses of one page


def look(view: View) -> dict[str, Any]:
    """Open the addresses that links of one name lead to."""
    links = (view.known.get("page-facts") or {}).get("links") or []
    wanted = _wanted(links, view.url)
    places = {}
    for address in wanted:
        view.open(address)
        if said := view.script("destination.js"):
            places[address] = said
    if wanted:
        view.reopen()
    return {"places": places}


def _wanted(links: list[dict[str, Any]], here: str) -> list[str]:
    named: defaultdict[str, dict[str, None]] = defaultdict(dict)
    host = urlsplit(here).netloc
    for link in links:
        address, mark = urldefrag(str(link.get("href") or ""))
        name = str(link.get("name") or "").casefold()
        if name and not mark and urlsplit(address).netloc == host and address.startswith("http"):
            named[name][address] = None
    groups = [list(addresses) for addresses in named.values() if len(addresses) > 1]
    # A name that many addresses share ("read more") is judged by its words, not by where it leads.
    return list(dict.fromkeys(one for group in groups if len(group) <= MOST for one in group))[:MOST]
