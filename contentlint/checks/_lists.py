"""The lists of a page: their items, in order, and the words that lead into them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from contentlint.model import Block, Page

_APART = frozenset({"link", "alt", "code", "button", "label"})  # blocks that repeat or interrupt the prose
_BEFORE = 3  # characters (a quotation mark, an arrow) that may stand before a link that is a whole block


@dataclass(slots=True)
class Listing:
    """A ul or ol. items: the blocks of each item, without those of lists in it. lead: the block that leads
    into it, or None. below: the kind of the block just before it ("heading" …), or None. depth: from 1.
    headed: its items hold headings: they are cards or sections, not bullets."""

    ordered: bool
    depth: int
    lead: Block | None
    below: str | None
    headed: bool = False
    items: list[list[Block]] = field(default_factory=list)
    parents: set[int] = field(default_factory=set)  # turns of the items that hold a list

    @property
    def firsts(self) -> list[Block]:
        """The first block of each item."""
        return [item[0] for item in self.items]

    def runs_on(self) -> bool:
        """Tell whether the items go on from a lead-in that ends in a colon."""
        return self.lead is not None and self.lead.text.rstrip().endswith(":")

    def menu(self) -> bool:
        """Tell whether most items are links from end to end, or cards: a list of places to go to."""
        linked = sum(all(is_link(block) for block in item) for item in self.items)
        return self.headed or linked * 2 > len(self.items)


def is_link(block: Block) -> bool:
    """Tell whether a block is a link from end to end, save for a mark or a note in brackets behind it."""
    for start, end, kind in block.inline:
        if kind == "link" and start <= _BEFORE:
            rest = block.text[:start] + block.text[end:]
            if not any(letter.isalnum() for letter in rest) or rest.strip()[:1] in "([":
                return True
    return False


def listings(page: Page) -> Iterator[Listing]:
    """Yield the visible lists of the main region, in the order in which they begin."""
    found: dict[int, Listing] = {}
    turns: dict[int, int] = {}
    before: Block | None = None
    headed = {block.container for block in page.blocks if block.kind == "heading" and block.container is not None}
    for block in page.blocks:
        if block.place.region != "main" or block.place.hidden or block.kind in _APART:
            continue
        number = block.container
        if block.kind == "list" and block.item and number is not None:
            if number not in found:
                lead = before if before is not None and before.text == block.lead_in else None
                found[number] = Listing(block.ordered, block.level, lead, before and before.kind, number in headed)
                _nest(found, turns, before, block)
            if turns.get(number) != block.item:
                found[number].items.append([])
                turns[number] = block.item
            found[number].items[-1].append(block)
        before = block
    yield from found.values()


def _nest(found: dict[int, Listing], turns: dict[int, int], before: Block | None, block: Block) -> None:
    """Note that the item just before a list one level deeper holds that list."""
    if before and before.kind == "list" and before.container in found and block.level == before.level + 1:
        found[before.container].parents.add(turns[before.container])
