"""Preview links of LocalGov Drupal: drafts shown under an address that holds a secret token.

Whoever has the token can read the draft, so it must not reach a page key, a link or a report.
Source: the Drupal module preview_link, path /preview-link/<entity type>/<id>/<token>.
"""

from __future__ import annotations

import re

from bs4 import Tag

from contentlint.model import Capture
from contentlint.parse.tree import Tree

_SLASH = r"(?:\\?/|%2[Ff]|\\u002[Ff])"
_TOKEN = re.compile(rf"preview-link{_SLASH}[\w-]+{_SLASH}\d+{_SLASH}([A-Za-z0-9_-]{{8,}})")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})


def drop_token(address: str) -> str:
    """Return an address without the token of a preview link."""
    match = _TOKEN.search(address)
    return address[: match.start(1)].rstrip("/") if match else address


def mask(source: str, *addresses: str) -> str:
    """Return the source with every preview token replaced by as many zeros, so that places stay true."""
    tokens = {match.group(1) for text in addresses for match in _TOKEN.finditer(text)}
    if "preview-link" in source:
        tokens |= {match.group(1) for match in _TOKEN.finditer(source)}
    for token in tokens:
        source = source.replace(token, "0" * len(token))
    return source


def public_key(tree: Tree, capture: Capture) -> tuple[str | None, Tag | None]:
    """Return (public address, the heading that shows it) of a draft behind a preview link, else (None, None).

    The draft carries a link with rel=bookmark to its public address, in a heading that the live page lacks.
    """
    body = tree.named.get("body", [])
    shown = any("path-preview-link" in tag.attrs.get("class", "").split() for tag in body)
    if not shown and not _TOKEN.search(capture.url):
        return None, None
    for tag in tree.named.get("bookmark", []):
        heading = next((parent for parent in tag.parents if parent.name in _HEADINGS), None)
        if tag.attrs.get("href"):
            return tag.attrs["href"], heading if heading is not None else tag
    return None, None
