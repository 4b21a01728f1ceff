"""Counts over the prose of a page, for the rule types that judge a page by a figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from contentlint.rulepack.automaton import Spot
from contentlint.rulepack.types._base import Draft, Memory
from contentlint.rulepack.vale.figures import figures
from contentlint.rulepack.views import Unit

_READ = {"paragraph": "paragraphs", "list": "list", "quote": "blockquote"}


class Counted:
    """Gathers paragraphs, list items and quotations, counts headings, and yields one draft at the end.

    value_of: the figure for the message, or None where all is well.
    """

    always = True

    def __init__(self, value_of: Callable[[Mapping[str, float]], float | None]) -> None:
        self.value_of = value_of

    def judge(self, unit: Unit, spots: Sequence[Spot], memory: Memory) -> Iterator[Draft]:
        """Remember a block."""
        block = unit.block
        counts: Counter[str] = memory.seen.setdefault("counts", Counter())  # type: ignore[assignment]
        if block.kind == "heading":
            counts[f"heading.h{block.level}"] += 1
        elif name := _READ.get(block.kind):
            counts[name] += 1
            memory.kept.append(Draft(unit, 0, len(unit.text)))
        return iter(())

    def finish(self, memory: Memory) -> Iterator[Draft]:
        """Yield the draft on the first block, with the figure."""
        counts: Counter[str] = memory.seen.get("counts", Counter())  # type: ignore[assignment]
        found = figures("\n\n".join(draft.unit.text for draft in memory.kept), counts) if memory.kept else {}
        value = self.value_of(found) if found else None
        if value is not None:
            yield memory.kept[0]._replace(args=(("value", f"{value:.2f}"),))
