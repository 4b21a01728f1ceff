"""PDF → Page of facts: whether it has a title, a language, tags and text. Source: ISO 14289-1 (PDF/UA-1)."""

from __future__ import annotations

import hashlib
import io
import logging

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject

from contentlint import urls
from contentlint.model import Capture, Outcome, Page, Skip

MEDIA_TYPES = frozenset({"application/pdf", "application/x-pdf"})
EXTENSIONS = frozenset({".pdf"})
LARGEST = 50_000_000  # bytes
READ_PAGES = 3  # pages searched for text
LARGEST_STREAM = 2_000_000  # bytes of a page's content that are read for text
MOST_TAGS = 20_000  # structure elements looked at for figures
_CATCH = (
    PyPdfError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    RecursionError,
    OSError,
    NotImplementedError,
    AssertionError,
    ImportError,
    MemoryError,
    OverflowError,
    ZeroDivisionError,
)


def parse(capture: Capture, *, key: str | None = None) -> Page | Skip:
    """Return the facts of a PDF, or a Skip that says why there are none. Never raises.

    Facts: "title", "lang" (None if absent), "tagged", "pages", "encrypted", "text" (None where it could
    not be read), "figures", "figures_without_alt" (None where there are no tags).
    """
    web = capture.url.startswith(("http://", "https://"))
    address = urls.canonical(capture.url) if web else None
    own_key = key or address or capture.url
    if len(capture.body) > LARGEST:
        return Skip(own_key, "parse", f"the PDF is larger than {LARGEST // 1_000_000} MB", Outcome.FAILURE)
    if b"%PDF-" not in capture.body[:1024]:
        return Skip(own_key, "parse", "the file is not a PDF, whatever its name says", Outcome.FAILURE)
    log = logging.getLogger("pypdf")
    level = log.level
    log.setLevel(logging.CRITICAL)  # pypdf warns about every oddity; the facts below say what matters
    try:
        facts = _facts(capture.body)
    except _CATCH as error:
        return Skip(
            own_key,
            "parse",
            f"the PDF is damaged and cannot be read ({type(error).__name__})",
            Outcome.FAILURE,
            "Open the file and save it again, or publish it as a web page.",
        )
    finally:
        log.setLevel(level)
    known = dict(facts)
    return Page(
        key=own_key,
        url=address,
        media="pdf",
        title=known["title"],
        lang=known["lang"],
        blocks=(),
        facts=facts,
        status=capture.status,
        digest=capture.digest or hashlib.sha256(capture.body).hexdigest(),
        content_digest=hashlib.sha256(repr(facts).encode()).hexdigest(),
        size=len(capture.body),
    )


def _facts(body: bytes) -> tuple[tuple[str, object], ...]:
    reader = PdfReader(io.BytesIO(body), strict=False)
    encrypted = reader.is_encrypted
    if encrypted and not reader.decrypt(""):
        return (
            ("title", None),
            ("lang", None),
            ("tagged", None),
            ("pages", None),
            ("encrypted", True),
            ("text", None),
            ("figures", None),
            ("figures_without_alt", None),
        )
    root = reader.trailer["/Root"]
    marks, tree = _get(root, "/MarkInfo"), _get(root, "/StructTreeRoot")
    tagged = bool(isinstance(marks, DictionaryObject) and _get(marks, "/Marked")) and isinstance(
        tree, DictionaryObject
    )
    figures, bare = _figures(tree) if tagged else (None, None)
    return (
        ("title", _words(getattr(reader.metadata, "title", None))),
        ("lang", _words(_get(root, "/Lang"))),
        ("tagged", tagged),
        ("pages", len(reader.pages)),
        ("encrypted", encrypted),
        ("text", _has_text(reader)),
        ("figures", figures),
        ("figures_without_alt", bare),
    )


def _get(holder: object, name: str) -> object:
    value = holder.get(name) if isinstance(holder, DictionaryObject) else None
    return value.get_object() if hasattr(value, "get_object") else value


def _words(value: object) -> str | None:
    return " ".join(str(value).split()) or None if value is not None else None


def _has_text(reader: PdfReader) -> bool | None:
    """Tell whether the first pages hold text; None where they could not be read."""
    seen = False
    for page in reader.pages[:READ_PAGES]:
        try:
            contents = page.get_contents()
            if contents is None:
                seen = True
            elif len(contents.get_data()) > LARGEST_STREAM:
                continue
            elif page.extract_text().strip():
                return True
            seen = True
        except _CATCH:
            continue
    return False if seen else None


def _figures(tree: object) -> tuple[int, int]:
    """Return (figures, figures without alternative text) of the structure tree."""
    figures = bare = looked = 0
    waiting, met = [tree], set()
    while waiting and looked < MOST_TAGS:
        node = waiting.pop()
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, ArrayObject):
            waiting.extend(node)
        if not isinstance(node, DictionaryObject) or id(node) in met:
            continue
        met.add(id(node))
        looked += 1
        if node.get("/S") == "/Figure":
            figures += 1
            bare += not (_words(_get(node, "/Alt")) or _words(_get(node, "/ActualText")))
        if "/K" in node:
            waiting.append(node["/K"])
    return figures, bare
