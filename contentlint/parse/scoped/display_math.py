"""A block between two lines of "$$" is a formula and no prose. Source: Vale's handling of Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock


def display_math(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """Read "$$ … $$", over one or more lines up to an empty one. A rule of markdown-it."""
    start = state.bMarks[first] + state.tShift[first]
    if state.is_code_block(first) or not state.src.startswith("$$", start):
        return False
    if silent:
        return True
    line = first
    opened = state.src[start + 2 : state.eMarks[first]].strip()
    if not (len(opened) >= 2 and opened.endswith("$$")):
        line += 1
        while line < last and not state.isEmpty(line):
            words = state.src[state.bMarks[line] : state.eMarks[line]].rstrip()
            if words.endswith("$$") and not words.endswith("\\$$"):
                break
            line += 1
    state.line = min(line + 1, last)
    token = state.push("math_block", "pre", 0)
    token.content = state.getLines(first, state.line, 0, True)
    token.map = [first, state.line]
    return True
