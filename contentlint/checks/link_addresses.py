"""Where links lead, as far as their addresses alone tell: trackers, wrappers, places that the public cannot reach."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from urllib.parse import parse_qsl, unquote, urlsplit

from contentlint.checks._look import patterns_of, words_of
from contentlint.model import Certainty, Facts, Hit, Link, Page, Rule, Skip

ENGINE = "contentlint"
PROBLEMS = frozenset({
    "tracking-address", "wrapped-address", "private-address", "phone-link-mismatch", "email-link-without-address",
    "home-page-of-other-site",
})  # fmt: skip
_LOCAL = re.compile(r"file:|[a-z]:[\\/]|\\\\|https?://(?:localhost|127\.\d|10\.\d+\.\d|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)", re.I)
_HOST = re.compile(r"https?://([^/:?#@\s]+)", re.I)
_MANY = 3  # links to one host from which a draft is meant for it
_DIGITS = re.compile(r"\D+")
_FULL_NUMBER = 10  # digits from which words show a whole phone number


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge the address of every visible link."""
    own = _hosts(page)
    for link in page.links:
        if link.place.hidden:
            continue
        href = link.href.strip()
        if href.lower().startswith("tel:"):
            yield from _phone(link, href, rules)
        elif href.lower().startswith("mailto:"):
            yield from _mail(link, href, rules)
        else:
            yield from _web(link, href, own, rules)


def _hosts(page: Page) -> frozenset[str]:
    """Return the page's own host, or those to which a draft links so often that it is meant for them."""
    if own := urlsplit(page.url or "").hostname:
        return frozenset({own})
    found = Counter(host[1].lower() for link in page.links if (host := _HOST.match(link.href)))
    return frozenset(host for host, count in found.items() if count > _MANY)


def _hit(rule: Rule, link: Link, certainty: Certainty | None = None, **args: str) -> Hit:
    target = f"{link.text} {link.href}"
    return Hit.at(rule, link.place, target=target, quote=link.text or None, args=args, certainty=certainty)


def _web(link: Link, href: str, own: frozenset[str], rules: Mapping[str, Rule]) -> Iterator[Hit]:
    try:
        parts = urlsplit(link.url or href)
        host = (parts.hostname or "").lower()
    except ValueError:
        return
    if rule := rules.get("private-address"):
        abroad = host not in own  # a site that is itself on such a host links to itself
        places, paths = patterns_of(rule, "places"), patterns_of(rule, "paths")
        if abroad and _LOCAL.match(href):
            yield _hit(rule, link, address=href)
            return
        if (abroad and places and places.search(href)) or (paths and paths.search(parts.path)):
            yield _hit(rule, link, Certainty.LIKELY, address=href)
            return
    rule = rules.get("wrapped-address")
    if rule and (wrappers := patterns_of(rule, "wrappers")) and wrappers.search(f"{host}{parts.path}"):
        yield _hit(rule, link, host=host)
        return
    if rule := rules.get("tracking-address"):
        names = words_of(rule, "names")
        met = [name for name, _ in parse_qsl(urlsplit(href).query, keep_blank_values=True)
               if name.lower() in names or name.lower().startswith("utm_")]  # fmt: skip
        if met and host not in own:  # links between a council's own pages are measured by choice
            yield _hit(rule, link, name=met[0])
    rule = rules.get("home-page-of-other-site")
    if rule and host and not {host, f"www.{host}", host.removeprefix("www.")} & own:
        wanted = patterns_of(rule, "tasks")
        bare = parts.path in ("", "/") and not parts.query and not parts.fragment
        if bare and link.place.region == "main" and wanted and wanted.search(link.text):
            yield _hit(rule, link, host=host)


def _phone(link: Link, href: str, rules: Mapping[str, Rule]) -> Iterator[Hit]:
    """Compare the number that is shown with the number that is dialled."""
    rule = rules.get("phone-link-mismatch")
    shown = re.findall(r"\+?\(?\d[\d\s()-]{7,20}\d", link.text)
    if not rule or len(shown) != 1 or len(_national(shown[0])) < _FULL_NUMBER:
        return
    dialled = _national(re.split(r"[;,?]", href[4:])[0])
    if dialled != _national(shown[0]):
        yield _hit(rule, link, shown=shown[0].strip(), address=href[4:])


def _national(number: str) -> str:
    """Return the digits of a British number as dialled at home."""
    return re.sub(r"^(?:0044|44)0?", "0", _DIGITS.sub("", unquote(number).replace("(0)", "")))


def _mail(link: Link, href: str, rules: Mapping[str, Rule]) -> Iterator[Hit]:
    rule = rules.get("email-link-without-address")
    address = href[7:].partition("?")[0]
    if rule and "@" in address and link.text.strip() and link.place.region == "main":
        if address.casefold() not in f"{link.text} {link.context}".casefold() and "@" not in link.text:
            yield _hit(rule, link, address=address)
