"""Turns bytes into text, and says what was wrong with the declared encoding."""

from __future__ import annotations

import codecs
import re

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_COMMENT = re.compile(rb"<!--.*?-->", re.S)
_META = re.compile(rb"<meta\s[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_KNOWN = re.compile(
    r"^(utf-8|utf-16(-[lb]e)?|cp\d+|iso8859-\d+|koi8-\w|gb\w+|big5\w*|euc_\w+|shift_jis|mac-roman)$"
)
_LATIN = frozenset({"ascii", "iso8859-1", "cp1252"})  # the web reads all three as Windows-1252
SEARCHED = 4096  # bytes in which a meta element is looked for


def _codec(label: str) -> str | None:
    """Return Python's name of a web encoding label, or None where it names no encoding of text."""
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    if name in _LATIN:
        return "cp1252"
    return name if _KNOWN.match(name) else None


def decode(body: bytes, content_type: str | None = None, markup: bool = True) -> tuple[str, str | None]:
    """Return (text, complaint or None). Never raises.

    Order: byte order mark, HTTP header, meta element (markup only), UTF-8, Windows-1252. Where the
    declared encoding does not fit, wrong bytes become U+FFFD and the complaint says so.
    Source: WHATWG Encoding and HTML standards, "determining the character encoding".
    """
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace"), None
    complaint = None
    declared = [match.group(1) for match in [_HEADER.search(content_type or "")] if match]
    if markup and (match := _META.search(_COMMENT.sub(b"", body[:SEARCHED]))):
        label = match.group(1).decode("ascii", "replace")
        declared.append("utf-8" if label.lower().startswith("utf-16") else label)
    for label in declared:
        name = _codec(label)
        if name is None:
            complaint = complaint or f"{label} is not the name of an encoding"
            continue
        try:
            return body.decode(name), complaint
        except UnicodeDecodeError as error:
            if name == "cp1252":  # five bytes are free in Windows-1252: browsers show them as controls
                return body.decode("latin-1" if markup else name, "replace"), complaint
            wrong = body[error.start : error.start + 1].hex()
            return body.decode(
                name, "replace"
            ), f"the page says {label}, but byte {error.start} ({wrong}) is not {label}"
    try:
        return body.decode("utf-8"), complaint
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace"), complaint
