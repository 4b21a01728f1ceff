"""Tells whether a page itself explains a word, so that nobody is asked to replace it."""

from __future__ import annotations

import re

from contentlint.model import Block, Page

_AFTER = re.compile(
    r"^(?:['’]s)?[”\"’)]*(?:"
    r"\s*\((?=[^)]*\s)"  # curtilage (the land around a building)
    r"|,?\s+(?:which|that|this|it|they)?\s*(?:means?|meaning|refers? to|describes?|stands? for)\b"
    r"|,?\s+(?:is|are|was) (?:an?|the|when|where|how|what|any|your|money|someone|something|people|called|also|known)\b"
    r"|,\s+(?:or|that is|i\.e\.|in other words|sometimes called|also called|also known as|such as|like|for example)\b"
    r"|\s+or (?=[“\"‘'])"
    r"|\s+[–—]\s|:\s)",
    re.I,
)
_BEFORE = re.compile(
    r"(?:\b(?:called|named|known as|termed|word|term|is|are|means?|by) (?:an? |the )?[“\"‘'(]?"
    r"|,? or (?:an? |the )?[“\"‘']?|\([“\"‘'a-z\s]{0,20}|[“\"‘])$",
    re.I,
)
_OR_ENDS = re.compile(r"^[”\"’]*[,).]")
_NEXT = re.compile(r"^\W*(?:this|that|it|these|they|those) (?:means?|is|are|was|refers?|includes?|covers?)\b", re.I)
_ASKED = re.compile(r"\bwhat (?:is|are|does|do|counts as)\b", re.I)


def explained(page: Page, word: str) -> bool:
    """Tell whether a page says what a word means: near one of its uses, in a heading or with markup."""
    pattern = re.compile(rf"\b{re.escape(word)}(?:s|es)?\b", re.I)
    for block in page.blocks:
        if block.place.region != "main":
            continue
        for found in pattern.finditer(block.text):
            if _nearby(block, found.start(), found.end()):
                return True
    return False


def _nearby(block: Block, start: int, end: int) -> bool:
    text = block.text
    if block.kind == "heading":
        return bool(_ASKED.search(text[:start])) or text.strip().casefold() == text[start:end].casefold()
    if any(kind in ("abbr", "dfn", "term") and first <= start and end <= last for first, last, kind in block.inline):
        return True
    before, after = text[max(0, start - 40) : start], text[end : end + 80]
    if _AFTER.match(after):
        return True
    if found := _BEFORE.search(before):
        # "the land, or curtilage," explains; "a shop or pharmacy in town" only lists.
        return "or " not in found[0] or bool(_OR_ENDS.match(after) and found[0].startswith(","))
    stop = re.match(r"^[^.!?]{0,120}[.!?]\s+", text[end : end + 200])
    return bool(stop and _NEXT.match(text[end + stop.end() :]))


def words_of_title(page: Page) -> frozenset[str]:
    """Return the words of the title and the main headings, case-folded: readers came for those."""
    titles = [page.title or "", *(heading.text for heading in page.headings if heading.level == 1)]
    return frozenset(re.findall(r"[^\W\d_]+", " ".join(titles).casefold()))
