"""The addresses a page leads to, resolved as a browser resolves them. lxml only, for speed."""

from __future__ import annotations

import re
from urllib.parse import urldefrag, urljoin, urlsplit, urlunsplit

from lxml import etree
from w3lib.encoding import html_body_declared_encoding, http_content_type_encoding, read_bom, to_unicode
from w3lib.url import safe_url_string

_EDGES = "".join(map(chr, range(0x21)))  # C0 controls and space: the URL standard strips them
_INSIDE = str.maketrans("", "", "\t\n\r")
_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):", re.I)
_WEB = re.compile(r"(https?):/{2,}", re.I)
_REFRESH = re.compile(r"^\s*[\d.]*\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"']+)", re.I)
_HEAD = 4096  # bytes in which a page declares its encoding


def links_in(body: bytes, address: str, content_type: str | None = None) -> list[str]:
    """Return the http(s) addresses that a page links to, in order, each once, without fragments.

    Looks at a[href], area[href] and a refresh in meta, under base[href]. Links that the page calls
    "nofollow" count: that is a hint about ranking. Never raises on any bytes.
    """
    encoding = _encoding(body, content_type)
    root = _parse(to_unicode(body, encoding))
    if root is None:
        return []
    base, found = None, {}
    for element in root.iter("base", "a", "area", "meta"):
        href = element.get("href")
        if element.tag == "base":
            if base is None and href:
                base = resolve(href, address, encoding)
            continue
        if element.tag == "meta":
            href = _refresh(element)
        if href is not None:
            found[href] = None
    resolved = (resolve(href, base or address, encoding) for href in found)
    return list(dict.fromkeys(target for target in resolved if target))


def resolve(href: str, base: str, encoding: str = "utf-8") -> str | None:
    """Return the address to ask for, or None where a link stays on its page or is not http(s).

    Source: WHATWG URL standard for white space, backslashes and percent-encoding; the query keeps
    the page's encoding. User names and fragments are dropped.
    """
    text = href.strip(_EDGES).translate(_INSIDE)
    if not text or text.startswith("#"):
        return None
    scheme = _SCHEME.match(text)
    if scheme and scheme[1].lower() not in ("http", "https"):
        return None
    if scheme and not text[scheme.end() :].strip("/\\"):
        return None
    end = min((at for at in (text.find("?"), text.find("#")) if at >= 0), default=len(text))
    text = text[:end].replace("\\", "/") + text[end:]
    try:
        joined = urldefrag(urljoin(base, _WEB.sub(r"\1://", text, count=1))).url
        parts = urlsplit(safe_url_string(joined, encoding=encoding))
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return None
        _ = parts.port
        host = parts.netloc.rpartition("@")[2].lower()
        return urlunsplit(parts._replace(netloc=host, path=parts.path or "/"))
    except (ValueError, LookupError):  # UnicodeError is a ValueError
        return None


def _encoding(body: bytes, content_type: str | None) -> str:
    return (
        read_bom(body)[0]
        or http_content_type_encoding(content_type)
        or html_body_declared_encoding(body[:_HEAD])
        or "utf-8"
    )


def _parse(text: str) -> etree._Element | None:
    # Decoded and encoded again: libxml2 stops at the first byte that its encoding does not allow.
    clean = text.replace("\0", "").encode("utf-8", "replace")
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, recover=True, no_network=True)
    try:
        return etree.fromstring(clean, parser) if clean.strip() else None
    except etree.LxmlError:
        return None


def _refresh(element: etree._Element) -> str | None:
    if (element.get("http-equiv") or "").strip().lower() != "refresh":
        return None
    match = _REFRESH.match(element.get("content") or "")
    return match[1] if match else None
