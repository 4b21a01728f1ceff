"""Bullets: their number, their depth, their lead-in, and whether they are made alike. Steps: steps.py."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from contentlint.checks._lists import Listing, is_link, listings
from contentlint.checks._look import number, patterns_of, sentences, words_of
from contentlint.model import Block, Facts, Hit, Page, Rule, Skip
from contentlint.text.prose import sentences as sentences_of_page

ENGINE = "contentlint"
PROBLEMS = frozenset({
    "list-of-one-item", "list-without-lead-in", "lead-in-without-colon", "list-item-with-semicolon",
    "list-item-with-and-or", "stop-in-run-on-list", "mixed-list-endings", "mixed-list-capitals",
    "several-sentences-in-list-item", "deep-list", "long-list", "long-run-on-item", "uneven-list",
})  # fmt: skip
_STOP = re.compile(r"[\w)\]’'”\"%]\.$")
_SHORTENED = re.compile(r"(?:\b(?:etc|ltd|plc|inc|co|a\.m|p\.m|e\.g|i\.e|no|st|rd|ave)|\b[A-Z])\.$", re.I)
_MARKED = re.compile(r"[;,]$")
_JOINED = re.compile(r"(?:[;,]\s*(?:and|or|and/or)|\s(?:and|or|and/or))[;,]?$")
_ING = re.compile(r"(?!(?:thing|something|anything|everything|nothing|during|including|according|evening|morning|"
                  r"king|spring|string|wedding|clothing|bedding|carpeting|training|parking|housing|heating|lighting)\b)"
                  r"[a-z]{2,}ing\b", re.I)  # fmt: skip
_WORD = re.compile(r"[A-Z][a-z]+(?=[\s,.]|$)")


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge every list of the main text that is more than a menu of links."""
    lower = {word for block in page.blocks for word in re.findall(r"(?<![.!?] )\b[a-z]+\b", block.text)}
    for one in listings(page):
        if one.menu():
            continue
        yield from _shape(page, one, rules)
        if one.ordered:
            continue
        yield from _lead(page, one, rules)
        yield from _items(page, one, rules)
        yield from _alike(page, one, rules, lower)
    if rule := rules.get("long-run-on-item"):
        yield from _run_on(page, rule)


def _whole(rule: Rule, page: Page, block: Block, **args: str) -> Hit:
    return Hit.in_block(rule, page, block, 0, min(len(block.text), 80), target=block.text[:80], args=args)


def _end(rule: Rule, page: Page, block: Block, width: int, **other: str | None) -> Hit:
    """Flag the last characters of a block, with the word before them in the quote's context."""
    size = len(block.text)
    return Hit.in_block(rule, page, block, size - width, size, target=block.text[-40:], **other)  # type: ignore[arg-type]


def _shape(page: Page, one: Listing, rules: Mapping[str, Rule]) -> Iterator[Hit]:
    first, size = one.firsts[0], len(one.items)
    rule = rules.get("list-of-one-item")
    if rule and size == 1 and one.lead and not one.ordered and not one.parents and first.text[:1].isalpha():
        if "{%" not in one.lead.text + first.text:  # other items may stand in what a template brings
            yield _whole(rule, page, first)
    rule = rules.get("deep-list")
    if rule and one.depth >= number(rule, "depth", 3):
        yield _whole(rule, page, first, depth=str(one.depth))
    rule = rules.get("long-list")
    if rule and not one.ordered and size > number(rule, "max", 12):
        yield _whole(rule, page, first, number=str(size), max=f"{number(rule, 'max', 12):.0f}")


def _lead(page: Page, one: Listing, rules: Mapping[str, Rule]) -> Iterator[Hit]:
    lead = one.lead
    if len(one.items) < 2 or one.depth > 1:
        return
    if lead is None or lead.kind not in ("paragraph", "quote"):
        if one.below in ("heading", None) and (rule := rules.get("list-without-lead-in")):
            yield _whole(rule, page, one.firsts[0])
    elif (rule := rules.get("lead-in-without-colon")) and re.search(r"[\w)]$", lead.text):
        tail = " ".join(lead.text.split()[-3:])
        cues = patterns_of(rule, "cues")
        if cues and cues.search(lead.text):
            yield _end(rule, page, lead, len(tail), replacement=f"{tail}:", suggestion=f"{tail}:")


def _items(page: Page, one: Listing, rules: Mapping[str, Rule]) -> Iterator[Hit]:
    flagged = set()
    for item in one.items:
        last, first = item[-1], item[0]
        text = last.text.rstrip()
        rule, joint = rules.get("list-item-with-and-or"), _JOINED.search(text)
        if joint and len(one.items) > 1 and len(item) == 1:
            if rule:
                yield _end(rule, page, last, len(last.text) - joint.start(), args={"word": joint[0].strip(" ,;")})
        elif (found := _MARKED.search(text)) and len(item) == 1 and len(one.items) > 1:
            if rule := rules.get("list-item-with-semicolon"):
                yield _end(rule, page, last, len(last.text) - found.start(), replacement="", suggestion="")
        rule = rules.get("several-sentences-in-list-item")
        if rule and one.runs_on() and "several" not in flagged:
            count = sum(len(sentences(block)) for block in item)
            if count >= number(rule, "sentences", 3):
                flagged.add("several")
                yield _whole(rule, page, first, number=str(count))


def _stops(item: list[Block]) -> bool:
    text = item[-1].text.rstrip()
    return bool(_STOP.search(text)) and not _SHORTENED.search(text)


def _alike(page: Page, one: Listing, rules: Mapping[str, Rule], lower: set[str]) -> Iterator[Hit]:
    """Compare the items of one list with each other."""
    plain = [item for item in one.items if not is_link(item[-1]) and "@" not in item[-1].text[-40:]]
    stopped = [item for item in plain if _stops(item)]
    single = all(len(item) == 1 and len(sentences(item[0])) == 1 for item in plain)
    if one.runs_on() and stopped and single and all(item[0].text[:1].islower() for item in plain):
        if rule := rules.get("stop-in-run-on-list"):
            yield _end(rule, page, stopped[-1][-1], 1, replacement="" if len(stopped) == 1 else None,
                       args={"number": str(len(stopped))})  # fmt: skip
    elif 0 < len(stopped) < len(plain) and len(plain) > 2 and (rule := rules.get("mixed-list-endings")):
        few = stopped if len(stopped) * 2 <= len(plain) else [item for item in plain if not _stops(item)]
        yield _whole(rule, page, few[0][-1], number=str(len(stopped)), all=str(len(plain)))
    rule = rules.get("mixed-list-capitals")
    if rule and one.runs_on() and len(plain) > 2:
        big = [item for item in plain if (word := _WORD.match(item[0].text)) and word[0].lower() in lower]
        small = [item for item in plain if item[0].text[:1].islower()]
        if big and small:
            few = big if len(big) <= len(small) else small
            yield _whole(rule, page, few[0][0], number=str(len(big)), all=str(len(plain)))
    if (rule := rules.get("uneven-list")) and one.runs_on() and len(plain) > 2:
        yield from _uneven(page, rule, plain)


def _uneven(page: Page, rule: Rule, items: list[list[Block]]) -> Iterator[Hit]:
    verbs = frozenset(words_of(rule, "verbs"))
    doing = [item for item in items if _ING.match(item[0].text)]
    do = [item for item in items if item[0].text.split()[0].lower() in verbs]
    if doing and do and len(doing) + len(do) == len(items):
        few = doing if len(doing) <= len(do) else do
        yield _whole(rule, page, few[0][0], first=items[0][0].text.split()[0])


def _run_on(page: Page, rule: Rule) -> Iterator[Hit]:
    """Lead-in and bullet are one sentence to a reader."""
    most = number(rule, "max", 35)
    for sentence in sentences_of_page(page):
        block = sentence.span.block
        if block.kind == "list" and sentence.lead and sentence.length > most >= len(sentence.words):
            args = {"words": str(sentence.length), "max": f"{most:.0f}"}
            yield Hit.in_block(rule, page, block, sentence.span.start, sentence.span.end, args=args)
