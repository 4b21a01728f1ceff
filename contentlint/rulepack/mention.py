"""Words that are named, not used: “say ‘help’, not ‘facilitate’” facilitates nothing.

Style guides, training pages and policies quote the words they warn of. A hit on such words is no slip. What tells
the two apart is the text around: quotation marks, “not”, “instead of”, “do not use”, an entry of a word list.
"""

from __future__ import annotations

import re

from contentlint.rulepack.views import Unit

#: what stands right in front of a word that is named
_CUE = re.compile(
    r"(?:"
    r"(?<!\w)(?:instead of|rather than|as opposed to)\s(?:(?:the|a|an|saying|using|writing)\s)?"
    r"|(?<!\w)(?:avoid|never|do not|don't)\s(?:use|using|say|saying|write|writing)\s"
    r"(?:the\s)?(?:(?:terms?|words?|phrases?|forms?|abbreviations?)\s)?(?:like\s|such\sas\s)?(?:[^.!?]{0,30}(?:,|\sor|\sand)\s)?"
    r"|(?<!\w)the\s(?:terms?|words?|phrases?|abbreviations?)\s(?:[^.!?]{0,80}(?:,|\sor|\sand|\()\s?)?"
    r"|(?<!\w)contractions\s(?:like|such\sas)\s(?:[\w'-]+(?:,|\sor|\sand)\s){0,3}"
    r"|(?<!\w)(?:do not|don't|never) call (?:it|them|him|her|this|these|people)\s"
    r"|(?<!\w)(?:use|say|write)\s[^.!?]{1,50}\snot\s"
    r"|(?:^|[.!?]\s)never\s"
    r"|(?:^|[.!?]\s)not\s[^.!?]{1,40}\sor\s"
    r"|(?<!\w)entr(?:y|ies)\son\s(?:[\w',-]+\s){0,5}"
    r")['\"(]*$",
    re.I,
)
#: “not” after a mark, at the start, or after the form that is right: “3,500kg not 3,500 kg”
_NOT = re.compile(r"(?P<front>^|[(,;:.–—-]\s*|\s(?:and|but)\s|['\")\]]\s|\d\w*\s)not\s['\"(.]*$", re.I)
#: a second wrong form beside one that was named: “(not 12 noon, noon or 12pm)”
_NOT_LIST = re.compile(r"[(,;]\s*not\s(?:[^().;]{1,40}(?:,|\sor)\s)['\"]*$", re.I)
#: what follows a word that is the entry of a word list: “leverage (unless …), use ‘influence’”
_ENTRY_AFTER = re.compile(
    r"(?:\s\([^()]*\))?(?:,|:|\s[-–—])\s(?:use|say|write|try|usually not needed|usually superfluous|try to)\s"
    r"|\s\(unless\s|,\susually\s(?:superfluous|not needed)\b|\s[-–—]\s(?:use|try|say)\b|,\s(?:describe|say)\s(?:what|something)\b",
    re.I,
)
_ENTRY_LINE = re.compile(r"[^.!?]{1,140}?(?:,|\s[-–—])\s(?:use|say|write)\s['\"]", re.I)
#: a lead-in whose items are examples of words
_EXAMPLES = re.compile(
    r"(?:\bnot|\bavoid (?:using|saying|words like|phrases like)|\bdo not (?:use|say|write)|\bwords to avoid|\binstead of"
    r"|\btitles? (?:like|such as)|\bfor example(?:, [^.!?]{1,60})?)\s*:?$",
    re.I,
)
_PIECES = re.compile(r"\s*(?:,|/|\band\b|\bor\b)\s*")


def mentioned(unit: Unit, start: int, end: int) -> bool:
    """Tell whether characters [start, end) of a block are words that it names, quotes or gives as an example."""
    if unit.quoted(start, end):
        return True
    block = unit.block
    if block.kind == "heading" and block.level > 1:
        return _entry_heading(unit.text, block.level, start, end)
    before = unit.before(start, 160)
    if _CUE.search(before) or _NOT.search(before) or _NOT_LIST.search(before):
        return True
    if block.kind == "list" and block.lead_in and _EXAMPLES.search(block.lead_in[-120:]):
        return True
    if start < 120 and not re.search(r"[.!?]\s", unit.text[:start]):
        if start == 0 and _ENTRY_AFTER.match(unit.after(end)):
            return True
        line = _ENTRY_LINE.match(unit.flat.text) if len(unit.text) < 300 else None
        return bool(line and block.kind == "list" and end <= line.end())
    return False


def _entry_heading(text: str, level: int, start: int, end: int) -> bool:
    """Tell whether a heading is the entry of a word list: only the words, or a row of short terms in small letters."""
    if level > 2 and text.strip() == text[start:end]:
        return True
    pieces = [piece for piece in _PIECES.split(text.strip()) if piece]
    short = all(len(piece.split()) <= 3 for piece in pieces)
    return text[:1].islower() and short and len(pieces) > 1 and any(text[start:end] in piece for piece in pieces)
