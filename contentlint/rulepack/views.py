"""A block of prose with everything that rules ask about it, each made when first asked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import pairwise

from contentlint.model import Block
from contentlint.rulepack.fold import MASK, View, flat, folded, masked
from contentlint.text.sentences import in_abbreviation, split

#: quotation marks in pairs, and straight ones where they open before a letter and close after one
_QUOTED = re.compile(
    r"“[^“”]*”|\"[^\"]*\"|‘(?:[^‘’]|’(?=\w))*’(?!\w)"
    r"|(?<!\w)['‘](?=[\w\[])(?:[^'‘’]|(?<=\w)['’](?=\w)){1,400}(?<=[\w.,!?\])])['’](?!\w)"
)
_OPENS = re.compile(r"(?:^|(?P<stop>[.!?…])['\")\]’”]*\s+|:['\")\]’”]*\s+|\s[-–—•|]\s+|[|/]\s*)['\"(\[‘“]*$")
_LONE = re.compile("[\ud800-\udfff]")
_NAME_BEFORE = re.compile(r"([A-Z][\w'’&-]*)(?:[ ](?:of|and|the|for|&|in|de|on|upon))*[ ]$")
_NAME_AFTER = re.compile(r"[ ](?:(?:of|and|the|for|&|in)[ ])*[A-Z]")


class Unit:
    """One block, as the rules see it. text: the block's own, to which all positions refer."""

    def __init__(self, block: Block) -> None:
        self.block = block
        self.text = block.text

    @cached_property
    def written(self) -> View:
        """As written, code, addresses and endless words masked."""
        if self.block.kind == "code":
            return View(self.text)
        return View(masked(_sound(self.text), [(a, b) for a, b, kind in self.block.inline if kind == "code"]))

    @cached_property
    def flat(self) -> View:
        """Masked, quotes straightened, invisible characters gone."""
        return flat(self.written.text)

    @cached_property
    def open(self) -> View:
        """As `flat`, with addresses in sight, for patterns that are about them."""
        return flat(_sound(self.text))

    @cached_property
    def folded(self) -> View:
        """As `flat`, without regard to case."""
        return folded(self.flat)

    def view(self, name: str) -> View:
        """Return "flat", "open" or "written"."""
        return self.written if name == "written" else self.open if name == "open" else self.flat

    @cached_property
    def quotations(self) -> list[tuple[int, int]]:
        """Runs within quotation marks, and q elements."""
        found = [match.span() for match in _QUOTED.finditer(self.text)]
        return sorted(found + [(a, b) for a, b, kind in self.block.inline if kind == "quote"])

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """[start, end) of each sentence of the block, with the white space behind it."""
        cuts = [0, *(start for start, _ in split(self.text)[1:]), len(self.text)]
        return [(a, b) for a, b in pairwise(cuts) if b > a]

    def within(self, kind: str, start: int, end: int) -> bool:
        """Tell whether characters lie wholly in an inline run of a kind."""
        return any(a <= start and end <= b for a, b, name in self.block.inline if name == kind)

    def quoted(self, start: int, end: int) -> bool:
        """Tell whether characters are quoted: mentioned, not used."""
        at = bisect_right(self.quotations, (start, len(self.text)))
        return any(a <= start and end <= b for a, b in self.quotations[max(0, at - 3) : at])

    def before(self, start: int, size: int = 200) -> str:
        """Return up to `size` characters in front, quotes straight; before a list item, its lead-in."""
        lead = ""
        if start < size and self.block.lead_in:
            lead = self.block.lead_in[-size:] + " "
        return flat(lead + self.text[max(0, start - size) : start]).text

    def after(self, end: int, size: int = 200) -> str:
        """Return up to `size` characters behind, quotes straightened."""
        return flat(self.text[end : end + size]).text

    def opens_sentence(self, start: int) -> bool:
        """Tell whether a sentence (or the block) begins here."""
        front = self.text[max(0, start - 40) : start]
        if not front.strip():
            return True
        if start > 40:
            front = "x" + front
        found = _OPENS.search(front)
        if not found or found["stop"] != ".":
            return bool(found)
        return not in_abbreviation(self.text, start - len(front) + found.start())

    def in_name(self, start: int, end: int, lone: bool = True) -> bool:
        """Tell whether words with a capital are part of a proper name.

        lone: whether a capital inside a sentence is enough; else a neighbour must have one too.
        """
        words = self.text[start:end]
        if not words[:1].isupper():
            return False
        if _capital_word(_NAME_BEFORE.search(self.text[max(0, start - 80) : start]), self, start):
            return True
        follow = _NAME_AFTER.match(self.text, end, end + 60)
        if follow and not self.text[follow.end() - 1 : follow.end() + 3].isupper():
            return True
        return lone and not words.isupper() and not self.opens_sentence(start)


def _capital_word(match: re.Match[str] | None, unit: Unit, start: int) -> bool:
    """Tell whether a word before is capitalised because of a name, not as the first of its sentence."""
    if not match or (match[1].isupper() and len(match[1]) > 1):
        return False
    at = max(0, start - 80) + match.start(1)
    return not unit.opens_sentence(at)


def _sound(text: str) -> str:
    """Return the text without lone surrogates, which patterns cannot take; same length."""
    return text if text.isascii() else _LONE.sub("\ufffd", text)


__all__ = ["MASK", "Unit"]
