"""PDF files: what a reader's software needs and can be seen without opening the file by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from contentlint.model import Facts, Hit, Outcome, Page, Rule, Skip

ENGINE = "contentlint"
MEDIA = frozenset({"pdf"})
PROBLEMS = frozenset({
    "untagged-document", "document-without-title", "document-without-language", "scanned-document",
    "protected-document", "pictures-without-alt-text", "document-title-not-shown", "table-without-header-cells",
    "header-cells-without-scope", "form-field-without-name", "long-document-without-bookmarks",
    "long-document-without-headings", "headings-out-of-order", "fields-in-their-own-order", "heavy-document",
    "document-that-may-be-exempt", "document-short-enough-for-a-page",
})  # fmt: skip
EXEMPT_BEFORE = "2018-09-23"  # Source: SI 2018/952, regulation 4(2)(a)
BOOKMARKS_FROM, HEADINGS_FROM, SHORT = 20, 3, 2  # pages
HEAVY = 10_000_000  # bytes
_FILE_NAME = re.compile(
    r"\S+\.(?:pdf|docx?|indd|xlsx?|pptx?|rtf|tmp)|microsoft (?:word|powerpoint|excel) - .*"
    r"|untitled(?:[ -]?\d+)?|(?:document|slide|print)\s?\d*",
    re.I,
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*", re.I)


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge what the PDF reader found. The names of the facts are in parse/_pdf_facts.py."""
    if page.fact("pages") is None:  # nothing could be read
        yield Skip(page.key, "pdf", "the PDF is locked with a password", Outcome.CHOICE,
                   "Publish it without the password.")  # fmt: skip
        return
    faults = list(_faults(page))
    if faults and str(page.fact("created") or "9999") < EXEMPT_BEFORE:
        faults.append(("document-that-may-be-exempt", None, {"date": str(page.fact("created"))}))
    for name, quote, args in faults:
        if rule := rules.get(name):
            yield Hit.on_page(rule, quote=quote, args=args)


_Fault = tuple[str, str | None, dict[str, str]]


def _faults(page: Page) -> Iterator[_Fault]:
    pages = int(str(page.fact("pages")))
    if page.fact("access") is False:
        yield "protected-document", None, {}
    scanned = page.fact("text") is False
    # A scan has no text to tag: one finding says enough.
    if scanned:
        yield "scanned-document", None, {}
    elif page.fact("tagged") is False:
        yield "untagged-document", None, {}
    title, lang = str(page.fact("title") or "").strip(), str(page.fact("lang") or "").strip()
    if not title or _FILE_NAME.fullmatch(title):
        yield "document-without-title", title or None, {}
    elif page.fact("display_title") is False:
        yield "document-title-not-shown", title, {}
    if not _LANGUAGE.fullmatch(lang):
        yield "document-without-language", lang or None, {}
    yield from _counted(page)
    if not scanned:
        yield from _outline(page, pages)
    if page.size > HEAVY:
        yield "heavy-document", None, {"size": f"{page.size / 1_000_000:.0f}"}


def _counted(page: Page) -> Iterator[_Fault]:
    for name, bad, all_ in (
        ("pictures-without-alt-text", "bare_figures", "figures"), ("table-without-header-cells", "bare_tables", "tables"),
        ("header-cells-without-scope", "loose_headers", "tables"), ("form-field-without-name", "bare_fields", "fields"),
        ("fields-in-their-own-order", "untabbed", "pages"),
    ):  # fmt: skip
        if count := page.fact(bad):
            yield name, None, {"number": str(count), "all": str(page.fact(all_))}


def _outline(page: Page, pages: int) -> Iterator[_Fault]:
    if pages > BOOKMARKS_FROM and page.fact("bookmarks") is False:
        yield "long-document-without-bookmarks", None, {"pages": str(pages)}
    levels = page.fact("headings")
    if isinstance(levels, Sequence) and not isinstance(levels, str):
        if not levels and pages > HEADINGS_FROM:
            yield "long-document-without-headings", None, {"pages": str(pages)}
        elif levels and (jump := _jump(list(levels))):
            yield "headings-out-of-order", None, {"first": str(jump[0]), "second": str(jump[1])}
    if pages <= SHORT and page.fact("text"):
        yield "document-short-enough-for-a-page", None, {"pages": str(pages)}


def _jump(levels: Sequence[int]) -> tuple[int, int] | None:
    """Return the first pair of levels of which the second is more than one deeper, or None."""
    return next(((a, b) for a, b in zip([0, *levels], levels, strict=False) if b > a + 1), None)
