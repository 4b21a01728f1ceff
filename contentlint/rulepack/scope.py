"""Which blocks a rule sees."""

from __future__ import annotations

import re
from collections.abc import Callable

from contentlint.model import Block, Page, Rule
from contentlint.rulepack.schema import SCOPES, VALE_SCOPES

#: blocks that are not prose of their own: rules see them only where their scope asks for them
ASKED_FOR = frozenset({"code", "alt", "title", "meta", "link"})
_ANYWHERE = frozenset({"title", "meta"})  # they stand in the head, outside every region
LEAD = "list.lead"
_INLINE = frozenset({"strong", "emphasis"})


class Scope:
    """What a rule's `scope` means. links_too: it sees prose and links, which repeat the prose's words.

    inline: the runs within which a hit must lie ("strong", "emphasis"), or empty.
    """

    def __init__(self, rule: Rule) -> None:
        written = rule.scope or ("text",)
        self._tests = [_test(scope) for scope in written]
        self.inline = frozenset(written) if set(written) <= _INLINE else frozenset()
        self.links_too = "link" in written and len(written) > 1
        # A quotation holds somebody else's words, which no editor may mend. Vale's packages do see it.
        self._quotes_too = not rule.examples or "quote" in written or "blockquote" in written

    def admits(self, kind: str, level: int, leads: bool = False) -> bool:
        """Tell whether blocks of a kind (of a level, for headings) are seen. leads: into a list."""
        return (kind != "quote" or self._quotes_too) and any(test(kind, level, leads) for test in self._tests)


Test = Callable[[str, int, bool], bool]


def _test(scope: str) -> Test:
    parts = [_part(part) for part in re.split(r"\s*&\s*", scope)]
    return lambda kind, level, leads: all(part(kind, level, leads) for part in parts)


def _part(part: str) -> Test:
    negative = part.startswith("~")
    name = part.lstrip("~").strip().removeprefix("text.")
    name = VALE_SCOPES.get(name, name)
    if match := re.fullmatch(r"heading\.h([1-6])", name):
        wanted = int(match[1])
        return lambda kind, level, leads: (kind == "heading" and level == wanted) is not negative
    if name == LEAD:
        return lambda kind, level, leads: leads is not negative and kind not in ASKED_FOR
    kinds = SCOPES.get(name, ())
    if kinds:
        if negative:
            return lambda kind, level, leads: kind not in kinds and kind not in ASKED_FOR
        return lambda kind, level, leads: kind in kinds
    return lambda kind, level, leads: (kind not in ASKED_FOR) is not negative


def lead_ins(page: Page) -> frozenset[int]:
    """Return the places in page.blocks of the blocks that lead into a list."""
    found: set[int] = set()
    last: dict[str, int] = {}  # text → the last block that said it
    for at, block in enumerate(page.blocks):
        if block.kind == "list" and block.lead_in in last:
            found.add(last.pop(block.lead_in))
        if block.kind in ("paragraph", "list", "quote", "cell"):
            last[block.text] = at
    return frozenset(found)


def readable(page: Page, block: Block) -> bool:
    """Tell whether a block is English prose that the author of the page wrote and readers can meet."""
    if block.place.hidden or not block.text:
        return False
    if block.place.region != "main" and block.kind not in _ANYWHERE:
        return False
    language = block.lang or page.lang
    return not language or language.casefold().replace("_", "-").partition("-")[0] == "en"
