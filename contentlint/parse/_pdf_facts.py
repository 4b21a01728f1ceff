"""The facts of a PDF, read with pikepdf. Runs in a process of its own (`python -m contentlint.parse._pdf_facts`).

That process has little memory and is killed when it takes too long, so a file that was made to explode or to hang
costs the scan one skip. Sources: ISO 32000-2 (PDF 2.0), ISO 14289-1 (PDF/UA-1).
"""

from __future__ import annotations

import io
import json
import re
import struct
import sys
import zlib
from collections.abc import Iterator
from typing import Any

MEMORY = 1_500_000_000  # bytes of address space
MOST_TAGS = 60_000  # structure elements looked at
TEXT_PAGES = 40  # pages searched for text, spread over the file
MOST_CONTENT = 1_000_000  # decompressed bytes of one page's content that are searched
ASIDE = 20  # how deep a chain of roles or of form fields is followed
_SHOWS_TEXT = re.compile(rb"(?:\)|>|\])\s*(?:Tj|TJ|'|\")(?![A-Za-z])")
_SHOWS_OBJECT = re.compile(rb"/[^\s/<>\[\]()]+\s+Do\b")
_HEADING = re.compile(r"/H([1-6])$")


def read(body: bytes) -> dict[str, Any]:
    """Return the facts of a PDF by name; {"error": name} where it cannot be read.

    title, lang, producer, created: str or None. display_title, tagged, encrypted, marked: bool. access: whether
    protection lets assistive software in. pages: int or None. text: bool or None. figures, bare_figures, tables,
    bare_tables, loose_headers, fields, bare_fields: counts, None where there are no tags. headings: levels in order.
    bookmarks: bool. untabbed: pages whose form fields and links have no order of their own.
    """
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(body), suppress_warnings=True) as pdf:
            return _facts(pdf)
    except pikepdf.PasswordError:
        return {"encrypted": True, "pages": None, "access": None}
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, RuntimeError,
            RecursionError, MemoryError, OverflowError, NotImplementedError) as error:  # fmt: skip
        return {"error": type(error).__name__}


def _facts(pdf: Any) -> dict[str, Any]:
    root = pdf.Root
    marked = _flag(_at(root, "/MarkInfo", "/Marked"))
    tree = _at(root, "/StructTreeRoot")
    tagged = bool(marked and tree is not None and _at(tree, "/K") is not None)
    facts: dict[str, Any] = {
        "title": _title(pdf), "lang": _words(_at(root, "/Lang")), "marked": marked, "tagged": tagged,
        "display_title": _flag(_at(root, "/ViewerPreferences", "/DisplayDocTitle")), "pages": len(pdf.pages),
        "encrypted": pdf.is_encrypted, "access": bool(pdf.allow.accessibility) if pdf.is_encrypted else True,
        "bookmarks": _at(root, "/Outlines", "/First") is not None, "text": _text(pdf),
        "producer": _words(_at(pdf.docinfo, "/Producer")), "created": _day(_at(pdf.docinfo, "/CreationDate")),
        "untabbed": _untabbed(pdf),
    }  # fmt: skip
    fields = list(_fields(_at(root, "/AcroForm", "/Fields")))
    facts["fields"] = len(fields)
    facts["bare_fields"] = sum(not _words(_at(field, "/TU")) for field in fields)
    return facts | (_tags(tree) if tagged else dict.fromkeys(_TAG_FACTS))


_TAG_FACTS = ("figures", "bare_figures", "tables", "bare_tables", "loose_headers", "headings")


def _tags(tree: Any) -> dict[str, Any]:
    """Count what the structure tree holds, in reading order."""
    roles = _at(tree, "/RoleMap")
    counts: dict[str, Any] = dict.fromkeys(_TAG_FACTS[:-1], 0) | {"headings": []}
    for node, role in _elements(tree, roles):
        if role == "/Figure":
            counts["figures"] += 1
            counts["bare_figures"] += not (_words(_at(node, "/Alt")) or _words(_at(node, "/ActualText")))
        elif role == "/Table":
            heads = [each for each, kind in _elements(node, roles, 4_000) if kind == "/TH"]
            counts["tables"] += 1
            counts["bare_tables"] += not heads
            counts["loose_headers"] += bool(heads) and not any(_scoped(each) for each in heads)
        elif found := _HEADING.match(role):
            counts["headings"].append(int(found[1]))
        elif role in ("/H", "/Title"):
            counts["headings"].append(1)
    return counts


def _elements(tree: Any, roles: Any, most: int = MOST_TAGS) -> Iterator[tuple[Any, str]]:
    """Yield (structure element, standard role) in reading order; bounded, and safe where a tree bites its tail."""
    waiting, met = [_at(tree, "/K")], set()
    while waiting and len(met) < most:
        node = waiting.pop()
        if _is(node, "Array"):
            waiting.extend(reversed(list(node)))
            continue
        if not _is(node, "Dictionary"):
            continue
        if node.objgen != (0, 0):
            if node.objgen in met:
                continue
            met.add(node.objgen)
        else:
            met.add(("direct", len(met)))
        role = str(node.get("/S", ""))
        for _ in range(ASIDE):
            further = _at(roles, role) if role else None
            if further is None or str(further) == role:
                break
            role = str(further)
        if role:
            yield node, role
        if "/K" in node:
            waiting.append(node["/K"])


def _scoped(header: Any) -> bool:
    """Tell whether a header cell says what it heads: a Scope attribute, or an id that cells refer to."""
    attributes = _at(header, "/A")
    rows = list(attributes) if _is(attributes, "Array") else [attributes]
    return any(_at(row, "/Scope") is not None for row in rows) or _at(header, "/ID") is not None


def _text(pdf: Any) -> bool | None:
    """Tell whether pages hold text; None where none could be read. Drawn forms are looked into one deep."""
    seen = False
    total = len(pdf.pages)
    for number in range(0, total, max(1, total // TEXT_PAGES)):
        page = pdf.pages[number].obj
        content = _content(_at(page, "/Contents"))
        if content is None:
            continue
        seen = True
        if _SHOWS_TEXT.search(content):
            return True
        if _SHOWS_OBJECT.search(content):
            drawn = _at(page, "/Resources", "/XObject")
            for name in list(drawn.keys())[:20] if _is(drawn, "Dictionary") else []:
                form = drawn[name]
                if str(_at(form, "/Subtype")) == "/Form" and _SHOWS_TEXT.search(_content(form) or b""):
                    return True
    return False if seen else None


def _content(streams: Any) -> bytes | None:
    """Return the content of a page, at most MOST_CONTENT bytes of it; None where no filter that we know made it."""
    pieces, left = [], MOST_CONTENT
    for stream in list(streams)[:50] if _is(streams, "Array") else [streams]:
        if not _is(stream, "Stream"):
            continue
        filters = stream.get("/Filter")
        names = [str(each) for each in filters] if _is(filters, "Array") else [str(filters)] if filters is not None else []
        raw = stream.read_raw_bytes()
        if names == ["/FlateDecode"]:
            try:
                raw = zlib.decompressobj().decompress(raw, left)
            except zlib.error:
                continue
        elif names:
            return None
        pieces.append(raw[:left])
        left -= len(pieces[-1])
        if left <= 0:
            break
    return b"\n".join(pieces) if pieces or streams is None else None


def _fields(kids: Any, depth: int = 0) -> Iterator[Any]:
    """Yield the form fields that a person fills in. A field's parts (the buttons of a set) count as one."""
    for field in list(kids)[:2_000] if _is(kids, "Array") and depth < ASIDE else []:
        below = _at(field, "/Kids")
        if _is(below, "Array") and any(_at(each, "/T") is not None for each in list(below)[:50]):
            yield from _fields(below, depth + 1)
        elif _is(field, "Dictionary"):
            yield field


def _untabbed(pdf: Any) -> int:
    found = 0
    for number, page in enumerate(pdf.pages):
        if number == 500:
            break
        marks = _at(page.obj, "/Annots")
        if _is(marks, "Array") and len(marks) and str(_at(page.obj, "/Tabs")) != "/S":
            found += any(str(_at(mark, "/Subtype")) in ("/Link", "/Widget") for mark in list(marks)[:200])
    return found


def _title(pdf: Any) -> str | None:
    if found := _words(_at(pdf.docinfo, "/Title")):
        return found
    metadata = _at(pdf.Root, "/Metadata")
    if not _is(metadata, "Stream"):
        return None
    xmp = (_content(metadata) or b"").decode("utf-8", "replace")
    match = re.search(r"<dc:title>.{0,200}?<rdf:li[^>]*>([^<]{1,500})</rdf:li>", xmp, re.S)
    return _words(match[1]) if match else None


def _at(holder: Any, *names: str) -> Any:
    for name in names:
        if not (_is(holder, "Dictionary") or _is(holder, "Stream")):
            return None
        holder = holder.get(name)
    return holder


def _is(value: Any, kind: str) -> bool:
    import pikepdf

    return isinstance(value, getattr(pikepdf, kind))


def _flag(value: Any) -> bool:
    return value is not None and str(value).lower() == "true"


def _words(value: Any) -> str | None:
    return " ".join(str(value).split()) or None if value is not None else None


def _day(value: Any) -> str | None:
    match = re.match(r"(?:D:)?(\d{4})(\d\d)(\d\d)", str(value)) if value is not None else None
    return "-".join(match.groups()) if match else None


def main() -> None:
    """Answer files on standard input (eight bytes of length, then the body) with JSON (four bytes, then the facts)."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    while len(head := source.read(8)) == 8:
        answer = json.dumps(read(source.read(struct.unpack("!Q", head)[0]))).encode()
        sink.write(struct.pack("!I", len(answer)) + answer)
        sink.flush()


if __name__ == "__main__":
    main()
