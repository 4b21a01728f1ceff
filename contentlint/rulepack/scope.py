"""Which blocks a rule sees."""

from __future__ import annotations

import re
from collections.abc import Callable

from contentlint.model import Block, Page, Rule
from contentlint.rulepack.schema import SCOPES, VALE_SCOPES

#: blocks that are not prose of their own: rules see them only where their scope asks for them
ASKED_FOR = frozenset({"code", "alt", "title", "meta", "link"})
_ANYWHERE = frozenset({"title", "meta"})  # they stand in the head, outside every region
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

    def admits(self, kind: str, level: int) -> bool:
        """Tell whether blocks of a kind (and of a level, for headings) are seen."""
        return (kind != "quote" or self._quotes_too) and any(test(kind, level) for test in self._tests)


def _test(scope: str) -> Callable[[str, int], bool]:
    parts = [_part(part) for part in re.split(r"\s*&\s*", scope)]
    return lambda kind, level: all(part(kind, level) for part in parts)


def _part(part: str) -> Callable[[str, int], bool]:
    negative = part.startswith("~")
    name = part.lstrip("~").strip().removeprefix("text.")
    name = VALE_SCOPES.get(name, name)
    if match := re.fullmatch(r"heading\.h([1-6])", name):
        wanted = int(match[1])
        return lambda kind, level: (kind == "heading" and level == wanted) is not negative
    kinds = SCOPES.get(name, ())
    if kinds:
        if negative:
            return lambda kind, level: kind not in kinds and kind not in ASKED_FOR
        return lambda kind, level: kind in kinds
    return lambda kind, level: (kind not in ASKED_FOR) is not negative


def readable(page: Page, block: Block) -> bool:
    """Tell whether a block is English prose that the author of the page wrote and readers can meet."""
    if block.place.hidden or not block.text:
        return False
    if block.place.region != "main" and block.kind not in _ANYWHERE:
        return False
    language = block.lang or page.lang
    return not language or language.casefold().replace("_", "-").partition("-")[0] == "en"
