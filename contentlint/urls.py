"""Canonical page keys, same-site tests and links that jump to quoted words."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit, urlunsplit

_TRACKING = re.compile(r"^(utm_.*|gclid|fbclid|mc_[ce]id|_ga|_gl|msclkid)$", re.I)
_PORTS = {"http": 80, "https": 443}
DOCUMENTS = frozenset({".pdf", ".doc", ".docx", ".odt", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp", ".rtf", ".csv"})


def canonical(address: str, base: str | None = None) -> str | None:
    """Return the page key for an address, or None where it is not an http(s) address.

    Scheme and host in lower case, default port, fragment and tracking parameters dropped, query
    sorted, dot segments resolved, percent-encoding made even, a trailing slash dropped (but for
    the root).
    """
    try:
        parts = urlsplit(urljoin(base, address.strip()) if base else address.strip())
        port = parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in _PORTS or not parts.hostname:
        return None
    scheme, host = parts.scheme.lower(), parts.hostname.rstrip(".")
    if ":" in host:
        host = f"[{host}]"
    netloc = host if port in (None, _PORTS[scheme]) else f"{host}:{port}"
    path = posixpath.normpath(re.sub(r"/{2,}", "/", parts.path or "/"))
    path = quote(unquote(path, errors="surrogateescape"), safe="/:@!$&'()*+,;=~-._", errors="surrogateescape")
    query = urlencode(sorted((k, v) for k, v in parse_qsl(parts.query, True) if not _TRACKING.match(k)))
    return urlunsplit((scheme, netloc, path or "/", query, ""))


def same_site(address: str, site: str) -> bool:
    """Tell whether two addresses share a host, with or without "www." and whatever the scheme."""
    one, other = urlsplit(address), urlsplit(site)

    def host(parts):
        name = (parts.hostname or "").removeprefix("www.")
        return name, parts.port if parts.port not in (None, 80, 443) else None

    try:
        return host(one) == host(other)
    except ValueError:
        return False


def path_of(address: str) -> str:
    """Return path and query of an address, lower case, without trailing slash: what exports name a page by."""
    parts = urlsplit(address.strip())
    path = unquote(parts.path).rstrip("/").lower() or "/"
    return path if path.startswith("/") else "/" + path


def is_document(address: str) -> bool:
    """Tell whether an address names a PDF or an Office file by its ending."""
    return posixpath.splitext(urlsplit(address).path.lower())[1] in DOCUMENTS


def text_fragment(address: str, quoted: str | None) -> str:
    """Return the address with a text fragment, so that a browser scrolls to the quoted words.

    Source: WICG, "URL Fragment Text Directives". Commas, dashes and ampersands are escaped.
    """
    if not quoted or not address.startswith(("http://", "https://")):
        return address
    words = quote(" ".join(quoted.split())[:200], safe="", errors="replace").replace("-", "%2D")
    return f"{address.partition('#')[0]}#:~:text={words}"


def finder(pages: Iterable[str], aliases: Mapping[str, str] | None = None) -> Callable[[str], str | None]:
    """Return what finds the page key for an address as exports write it, or None.

    By canonical address, then by path (where one page only has it), then by redirect. aliases: address that
    leads elsewhere → page key. On a host that is not the site's, the bare root means nothing.
    """
    keys = list(pages)
    exact = {canonical(key) or key: key for key in keys}
    paths: dict[str, str | None] = {}
    for key in keys:
        path = path_of(key)
        paths[path] = None if paths.get(path, key) != key else key
    moved = dict(aliases or {})
    moved_exact = {canonical(old) or old: new for old, new in moved.items()}
    moved_paths = {path_of(old): new for old, new in moved.items()}

    def find(address: str) -> str | None:
        try:
            full, path = canonical(address) or address, path_of(address)
        except ValueError:
            return None
        foreign_root = path == "/" and "://" in address and not any(same_site(address, key) for key in keys)
        if full in exact or foreign_root:
            return exact.get(full)
        return paths.get(path) or moved_exact.get(full) or moved_paths.get(path)

    return find
