"""What a page claims about the council's services that another page may claim otherwise: fees and numbers.

Only plain statements count ("A visitor permit costs £30 a year", "Call the parking team on …"): a claim
that is not sure to be about the same thing is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from contentlint.checks._look import prose, sentences
from contentlint.model import Block, Page

_KINDS = frozenset({"paragraph", "list", "quote"})
_DIGIT = re.compile(r"\d")
_PHONE = re.compile(r"(?<![\d/])(?:\+44\s?(?:\(0\)\s?)?|\(?0)\d(?:[\s)-]{0,2}\d){8,9}(?!\d)")
_MAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+\b")
_TEAM = (r"((?:[\w’'&-]+ ){1,5}(?:team|service|services|office|department|helpline|hotline|desk|unit|registrars?"
         r"|hub|centre|library|line))")  # fmt: skip
_CALLED = re.compile(
    rf"\b(?:call|phone|ring|telephone|contact|text|speak to|email|e-mail)(?: or (?:call|phone|ring|text|email))? (?:the |our )?"
    rf"{_TEAM}(?: (?:on|at|by phone on|by phone at)|,? (?:tel(?:ephone)?|phone)):? $|^{_TEAM}: $",
    re.I,
)
_AMOUNT = re.compile(r"£(?P<sum>\d[\d,]*(?:\.\d\d)?)(?!\d| ?(?:million|billion|m\b|k\b|bn\b))")
_UNIT = re.compile(r" ?(?:an?|per|each|every|/) ?(?:(?P<unit>year|month|week|day|night|hour|person|bin|bag|item|visit|session)\b|annum)|(?P<each> each\b)")
_COSTS = re.compile(
    r"^(?:(?:an?|the|each|every|your|our|one) )?(?P<what>[\w’' -]{5,60}?)(?: (?:fee|charge|cost|price))?"
    r" (?:costs?|is charged at|is priced at|(?<=fee )is|(?<=charge )is|(?<=cost )is|(?<=price )is)(?: just| only| now)? $",
    re.I,
)
_UNSURE = re.compile(r"\b(?:was|were|used to|until|from \d|from (?:jan|feb|mar|apr|may|june|july|aug|sep|oct|nov|dec)\w*|if|unless|up to|over|"
                     r"more than|at least|between|about|extra|discount\w*|reduced|off|save|increas\w+|went|rise\w*|rose|20\d\d|"
                     r"either|depend\w*|first|second|third|additional|another)\b", re.I)  # fmt: skip
_EMPTY = frozenset("the a an of for to and or in on at by your our you we is are with this that it fee fees cost costs charge"
                   " charges price prices new council team service services".split())  # fmt: skip


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim in characters [start, end) of a block. topic: what it is about, in words that compare, with
    the kind in front ("fee", "phone" or "email"). name: the same as written. value: what is claimed."""

    topic: str
    name: str
    value: str
    block: Block
    start: int
    end: int


def claims(page: Page) -> Iterator[Claim]:
    """Yield the claims of a page's main text, in order."""
    for block in prose(page, _KINDS):
        if "£" in block.text:
            yield from _fees(block)
        if "@" in block.text or _DIGIT.search(block.text):
            yield from _contacts(block)


def _fees(block: Block) -> Iterator[Claim]:
    for span in sentences(block):
        text = span.text
        amounts = list(_AMOUNT.finditer(text))
        if len(amounts) != 1 or _UNSURE.search(text):
            continue
        amount = amounts[0]
        found = _COSTS.search(text[: amount.start()])
        if not found:
            continue
        unit = _UNIT.match(text, amount.end())
        per = (unit["unit"] or ("item" if unit["each"] else "year")) if unit else ""
        if topic := topic_of(found["what"]):
            value = amount["sum"].removesuffix(".00")
            yield Claim(f"fee {topic} {per}".strip(), found["what"], f"£{value}", block,
                        span.start + amount.start(), span.start + amount.end())  # fmt: skip


def _contacts(block: Block) -> Iterator[Claim]:
    for kind, pattern in (("phone", _PHONE), ("email", _MAIL)):
        for found in pattern.finditer(block.text):
            named = _CALLED.search(block.text[max(0, found.start() - 90) : found.start()])
            team = named and named.groups()
            what = next((name for name in team or () if name), None)
            if what and (topic := topic_of(what)):
                value = found[0].casefold() if kind == "email" else national(found[0])
                yield Claim(f"{kind} {topic}", what, value, block, found.start(), found.end())


def topic_of(name: str) -> str:
    """Return the words of a name that tell it from others, in order, or "" where too few are left."""
    words = [word.removesuffix("s") for word in re.findall(r"[a-z’'-]+", name.casefold()) if word not in _EMPTY]
    return " ".join(sorted(set(words))) if words else ""


def national(number: str) -> str:
    """Return the digits of a British phone number as dialled at home."""
    digits = re.sub(r"\D", "", number.replace("(0)", ""))
    return "0" + digits[2:] if number.lstrip().startswith("+44") else digits
