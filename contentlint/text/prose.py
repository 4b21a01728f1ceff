"""Picks out the running prose of a page and splits it into sentences that know their block."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from contentlint.model import Block, Page, Span
from contentlint.text.english import is_english, is_foreign
from contentlint.text.sentences import split
from contentlint.text.syllables import syllables
from contentlint.text.words import classified

PROSE = frozenset({"paragraph", "list", "quote"})
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b")
_CONTACT = re.compile(
    r"^(?:call(?: us)?(?: on)?|e-?mail(?: us)?(?: at)?|tele?(?:phone)?|phone|fax|text(?:phone)?|minicom"
    r"|mobile|web(?:site)?|address|post|open(?:ing)? (?:times|hours))\b[^.!?]*$",
    re.I,
)
_STOP = re.compile(r"[.!?…][\"'”’)\]]*$")
_UNSAID = frozenset({"address", "dotted", "phone", "number"})
_SHORTEST_LINE = 3  # words of the shortest paragraph without a stop that is a sentence
_MOSTLY = 0.6  # share of a paragraph that is a link
UNSAID_WORD = "x"  # stands for an address, a number or a phone number among the words of a sentence


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a page.

    words: its words as written. syllables: of them. lead: words of the paragraph that a list item goes
    on from; they count for the length of the sentence and nowhere else. heading: the h2 above.
    """

    span: Span
    words: tuple[str, ...]
    syllables: int
    lead: int = 0
    heading: str | None = None

    @property
    def length(self) -> int:
        """Words that a reader must hold in mind, with those before the list."""
        return len(self.words) + self.lead


def is_prose(block: Block) -> bool:
    """Tell whether a block is running English by the author: no address, phone line or lone link."""
    if block.kind not in PROSE or block.place.region != "main" or block.place.hidden or not block.text:
        return False
    if is_foreign(block.text) if block.lang is None else not block.lang.lower().startswith("en"):
        return False
    text = block.text
    if any(
        kind == "link" and start == 0 and end >= len(text.rstrip(".")) for start, end, kind in block.inline
    ):
        return False
    ended = bool(_STOP.search(text))
    found = classified(text)
    if block.kind == "paragraph" and not ended and _is_label(block, len(found)):
        return False
    said = [kind for _, _, kind in found if kind not in _UNSAID]
    if not said:
        return False
    if not ended and (
        (len(found) < 30 and _POSTCODE.search(text)) or (len(found) <= 12 and _CONTACT.match(text))
    ):
        return False
    return ended or len(said) * 2 > len(found)


def _is_label(block: Block, words: int) -> bool:
    """Tell whether a paragraph without a stop only names what follows ("Contact phone") or leads elsewhere
    ("Part of Get married: step by step")."""
    linked = sum(end - start for start, end, kind in block.inline if kind == "link")
    return words < _SHORTEST_LINE or linked > len(block.text) * _MOSTLY


def spoken(text: str) -> tuple[tuple[str, ...], int]:
    """Return (words, syllables); an address, a number or a phone number is one word of one syllable."""
    words, total = [], 0
    for start, end, kind in classified(text):
        word = text[start:end]
        if kind in _UNSAID:
            words.append(UNSAID_WORD)
            total += 1
        else:
            words.append(word)
            total += syllables(word)
    return tuple(words), total


def _merge(lead: Sentence, item: Sentence) -> Sentence:
    """Join a lead-in with the first item of its list, as one sentence."""
    return Sentence(lead.span, lead.words + item.words, lead.syllables + item.syllables, 0, lead.heading)


def sentences(page: Page) -> tuple[Sentence, ...]:
    """Return the sentences of a page's prose, in order.

    A list item ends a sentence. A lead-in (a paragraph that ends in a colon before a list) makes one
    sentence with the first item; later items that start in lower case go on from it. A page that is
    clearly in another language than English has none.
    """
    return tuple(_sentences(page.blocks)) if is_english(page) else ()


def _sentences(blocks: Iterable[Block]) -> list[Sentence]:
    made: list[Sentence] = []
    heading: str | None = None
    leads: dict[int | None, int] = {}
    open_lead: int | None = None  # index in made of a paragraph that ends in a colon
    for block in blocks:
        if block.kind == "heading" and block.place.region == "main" and block.level <= 2:
            heading, open_lead = (block.text if block.level == 2 else None), None
        if not is_prose(block):
            if block.kind not in ("link", "alt"):
                open_lead = open_lead if block.kind == "list" else None
            continue
        first = len(made)
        for start, end in split(block.text):
            words, total = spoken(block.text[start:end])
            if words:
                made.append(Sentence(Span(block, start, end), words, total, 0, heading))
        if len(made) == first:
            continue
        if block.kind == "list" and block.lead_in and _continues(block, made[first]):
            if open_lead is not None and made[open_lead].span.block.text == block.lead_in:
                leads[block.container] = len(made[open_lead].words)
                made[open_lead : first + 1] = [_merge(made[open_lead], made[first])]
                open_lead = None
                continue
            item = made[first]
            made[first] = Sentence(
                item.span, item.words, item.syllables, leads.get(block.container, 0), heading
            )
        open_lead = len(made) - 1 if block.text.endswith(":") else None
    return made


def _continues(block: Block, item: Sentence) -> bool:
    """Tell whether an item goes on from its lead-in: that ends in a colon, the item starts in lower case."""
    return bool(
        block.lead_in and block.lead_in.rstrip().endswith(":") and block.text[item.span.start].islower()
    )
