"""Ways of reading an accessibility statement: its status, and its parts under whatever headings they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from contentlint.checks._criteria import criteria
from contentlint.checks._dates import dates
from contentlint.checks._look import folded, prose, sentences
from contentlint.model import Block, Link, Page

STATUS = re.compile(r"\b(?:is|are)\s+(fully|partially|not)\s+compliant\s+with\s+(?:the\s+)?(?:web content|wcag)", re.I)
#: headings of the list of faults, as the model has them, then in the words of others
PROBLEMS = (
    "non-accessible content", "non accessible content", "inaccessible content",
    "non-compliance with the accessibility regulations", "known issues", "accessibility issues",
)  # fmt: skip
_OTHER_WORDS = re.compile(
    r"\b(?:not (?:yet |fully |currently )?(?:accessible|compliant|work\w*)|(?:is|are|do|does)n['’]t (?:yet |fully )?(?:accessible|work\w*)|known (?:problems|limitations"
    r"|faults)|accessibility (?:problems|faults|barriers|limitations)|non-?complian\w+|what (?:does not work|we (?:still )?need to"
    r" (?:fix|improve))|problems with|fails?\b|how accessible (?:this|our|the) )",
    re.I,
)
#: parts that the model has beside the list of failures, often under the same main heading
_OTHER_PARTS = re.compile(r"\bdisproportionate burden|\b(?:not (?:with)?in (?:the )?scope|out(?:side)?(?: of)? (?:the )?scope|exempt)")
_PIECES = re.compile(r"^(?:compliance status|non-?\s?accessible content|preparation of this|feedback and contact|enforcement procedure"
                     r"|disproportionate burden|how we tested|content (?:outside|that is not|that's not|not)|known (?:accessibility )?(?:issues|limitations)|technical information about)", re.I)  # fmt: skip
_NUMBERED = re.compile(r"^(?:\d+(?:\.\d+)*|[a-z])[.):]\s+", re.I)


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list with all that is in it. text: its words. block: the first of its blocks."""

    text: str
    block: Block


def text_of(page: Page) -> str:
    """Return the words of the main part, a space between blocks."""
    return " ".join(block.text for block in prose(page))


def plain(text: str) -> str:
    """Return a text with straight quotes, plain dashes and single spaces."""
    return " ".join(text.replace("’", "'").replace("‘", "'").replace("–", "-").replace("\u2011", "-").split())


def statuses(text: str) -> set[str]:
    """Return which of "fully", "partially" and "not" compliant a text says."""
    return {found.lower() for found in STATUS.findall(text)}


def name_of(heading: str) -> str:
    """Return a heading for comparison: no number in front, no colon, lower case."""
    return folded(plain(_NUMBERED.sub("", heading.strip())))


def section(page: Page, names: tuple[str, ...] | re.Pattern[str], without: re.Pattern[str] | None = None) -> list[Block]:
    """Return the prose under the first heading that begins with one of the names (or has a hit of the
    pattern), subheadings' texts included but not the headings. without: subheadings to leave out."""
    found: list[Block] = []
    left_out = 0
    for block in _under(page, names):
        if block.kind != "heading":
            found += [] if left_out else [block]
        elif not left_out or block.level <= left_out:
            left_out = block.level if without and without.search(name_of(block.text)) else 0
    return found


def _under(page: Page, names: tuple[str, ...] | re.Pattern[str]) -> list[Block]:
    found: list[Block] = []
    level = 0
    for block in prose(page):
        if block.kind == "heading":
            if level and block.level <= level:
                break
            if not level and block.level > 1 and _fits(name_of(block.text), names):
                level = block.level
                continue
        if level:
            found.append(block)
    return found


def _fits(name: str, names: tuple[str, ...] | re.Pattern[str]) -> bool:
    return name.startswith(names) if isinstance(names, tuple) else bool(names.search(name))


def problems(page: Page) -> list[Block]:
    """Return the blocks that say what is not accessible, or [] where no part of the statement does."""
    found = next((part for names in (PROBLEMS, ("how accessible this website is",), _OTHER_WORDS)
                  if (part := section(page, names, without=_OTHER_PARTS))), None)  # fmt: skip
    return found or [block for block in prose(page) if block.kind in ("list", "cell") and next(criteria(block.text), None)]


def parts(page: Page, names: tuple[str, ...] | re.Pattern[str]) -> Iterator[tuple[str, Block]]:
    """Yield the parts of a section, each as (words, first block): the entries of lists and the texts under
    subheadings, else the section as a whole. Words that only lead in are left out."""
    blocks = _under(page, names)
    listed = items(blocks)
    if listed:
        yield from ((item.text, item.block) for item in listed)
        return
    groups: list[list[Block]] = []
    headed = any(block.kind == "heading" for block in blocks)
    for block in blocks:
        if block.kind == "heading" or (not headed and not groups):
            groups.append([block])
        elif groups:
            groups[-1].append(block)
    for group in groups:
        yield " ".join(block.text for block in group), group[0]


def items(blocks: list[Block]) -> list[Item]:
    """Return the entries of the lists among blocks; lists inside an entry belong to it."""
    found: list[tuple[object, list[Block]]] = []
    for block in blocks:
        if block.kind != "list":
            continue
        key = (block.container, block.item)
        if found and (block.level > found[-1][1][0].level or key == found[-1][0]):
            found[-1][1].append(block)
        else:
            found.append((key, [block]))
    under = [(block.place.heading or "") for _, (block, *_) in found]
    return [Item(" ".join([*(one.text for one in group), head]), group[0]) for (_, group), head in zip(found, under, strict=True)]


def dated(page: Page, cue: re.Pattern[str]) -> Iterator[tuple[date, Block, int, int]]:
    """Yield (day, block, start, end) of the date that follows a cue in its sentence."""
    for block in prose(page):
        for span in sentences(block):
            found = cue.search(span.text)
            for one in dates(span.text) if found else ():
                if found and one.start > found.start():
                    yield one.day, block, span.start + one.start, span.start + one.end
                    break


def pieces(page: Page) -> list[Link]:
    """Return the links to parts of the statement that stand on other pages; [] where it is in one piece."""
    here = {name_of(heading.text) for heading in page.headings}
    away = [link for link in page.links if _PIECES.match(name_of(link.text)) and name_of(link.text) not in here
            and link.url and link.url.partition("#")[0] != page.key and not link.href.startswith("#")]  # fmt: skip
    return away if len({link.url for link in away}) > 1 else []
