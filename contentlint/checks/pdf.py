"""PDF files: what a reader's software needs and can be seen without opening the file by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from contentlint.model import Facts, Hit, Outcome, Page, Rule, Skip

ENGINE = "contentlint"
MEDIA = frozenset({"pdf"})
PROBLEMS = frozenset({
    "untagged-document", "document-without-title", "document-without-language", "scanned-document",
    "protected-document", "pictures-without-alt-text",
})  # fmt: skip
_FILE_NAME = re.compile(
    r"\S+\.(?:pdf|docx?|indd|xlsx?|pptx?|rtf|tmp)|microsoft (?:word|powerpoint|excel) - .*"
    r"|untitled(?:[ -]?\d+)?|(?:document|slide|print)\s?\d*",
    re.I,
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*", re.I)


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge what the PDF reader found: "title" and "lang" are None where the file has none."""
    pages = page.fact("pages")
    if page.fact("encrypted") and (rule := rules.get("protected-document")):
        yield Hit.on_page(rule)
    if pages is None:  # nothing could be read
        yield Skip(page.key, "pdf", "the PDF is locked with a password", Outcome.CHOICE,
                   "Publish it without the password.")  # fmt: skip
        return
    # A scan has no text to tag: one finding says enough.
    if page.fact("text") is False:
        if rule := rules.get("scanned-document"):
            yield Hit.on_page(rule)
    elif page.fact("tagged") is False and (rule := rules.get("untagged-document")):
        yield Hit.on_page(rule)
    title, lang = str(page.fact("title") or "").strip(), str(page.fact("lang") or "").strip()
    if (not title or _FILE_NAME.fullmatch(title)) and (rule := rules.get("document-without-title")):
        yield Hit.on_page(rule, quote=title or None)
    if not _LANGUAGE.fullmatch(lang) and (rule := rules.get("document-without-language")):
        yield Hit.on_page(rule, quote=lang or None)
    bare = page.fact("figures_without_alt")
    if bare and (rule := rules.get("pictures-without-alt-text")):
        yield Hit.on_page(rule, args={"number": str(bare), "all": str(page.fact("figures"))})
