"""Lists typed with dashes, dots or numbers, which no screen reader announces as lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from contentlint.checks._look import prose
from contentlint.model import Block, Facts, Hit, Page, Rule, Skip

ENGINE = "contentlint"
PROBLEMS = frozenset({"typed-list"})
_MARK = re.compile(r"(?P<dot>[•●▪◦·‣✓✔➢*–—-])\s+\S|(?P<digit>\d{1,2}|[a-h]|i{1,3}|iv|v)[.)]\s+\S")
_FEWEST = 2
_INLINE = re.compile(r"(?:^|\s)[•●▪◦‣✓✔➢]\s+\S")
_FEWEST_INLINE = 3


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Flag the first item of every run of paragraphs, or of lines in one, that look like list items."""
    rule = rules.get("typed-list")
    if not rule:
        return
    run: list[Block] = []
    for block in prose(page):
        if block.kind == "paragraph" and _continues([one.text for one in run], block.text):
            run.append(block)
            continue
        yield from _flag(rule, page, run)
        run = []
        if typed := _typed_lines(block):
            yield Hit.in_block(rule, page, block, *typed[0], args={"number": str(len(typed))})
            continue
        run = [block] if block.kind == "paragraph" and _starts(block.text) else []
        if (
            not run
            and block.kind in ("paragraph", "cell")
            and len(_INLINE.findall(block.text)) >= _FEWEST_INLINE
        ):
            yield _hit(rule, page, block, len(_INLINE.findall(block.text)))
    yield from _flag(rule, page, run)


def _starts(text: str) -> bool:
    found = _MARK.match(text)
    return bool(found and (found["dot"] or found["digit"] in ("1", "a", "i")))


def _typed_lines(block: Block) -> list[tuple[int, int]]:
    """Return where the lines of the first typed list in a block stand, or nothing. A br ends a line."""
    breaks = [start for start, _, kind in block.inline if kind == "break"]
    edges = [-1, *breaks, len(block.text)]
    run: list[tuple[int, int]] = []
    for before, end in pairwise(edges) if breaks and block.kind in ("paragraph", "cell") else ():
        text = block.text[before + 1 : end]
        if _continues([block.text[first:last] for first, last in run], text):
            run.append((before + 1, end))
        elif len(run) >= _FEWEST:
            break
        else:
            run = [(before + 1, end)] if _starts(text) else []
    return run if len(run) >= _FEWEST else []


def _continues(run: list[str], text: str) -> bool:
    first, found = (_MARK.match(run[0]) if run else None), _MARK.match(text)
    if not first or not found:
        return False
    if first["dot"]:
        return found["dot"] == first["dot"]
    if first["digit"] == "1":
        return found["digit"] == str(len(run) + 1)
    return bool(found["digit"]) and found["digit"] != first["digit"]


def _flag(rule: Rule, page: Page, run: list[Block]) -> Iterator[Hit]:
    if len(run) >= _FEWEST:
        yield _hit(rule, page, run[0], len(run))
    elif run and len(_INLINE.findall(run[0].text)) >= _FEWEST_INLINE:
        yield _hit(rule, page, run[0], len(_INLINE.findall(run[0].text)))


def _hit(rule: Rule, page: Page, block: Block, number: int) -> Hit:
    return Hit.in_block(rule, page, block, 0, min(len(block.text), 80), args={"number": str(number)})
