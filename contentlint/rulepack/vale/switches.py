"""Comments that turn rules off and on: "vale off", "vale Style.Rule = NO", "vale style = A, B"."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from contentlint.model.manuscript import Switch

_RULE = re.compile(r"(?:vale|contentlint) (\S+(?:[./]\S+)?)\s*=\s*(YES|NO|on|off)\Z")
_WORDS = re.compile(r"(?:vale|contentlint) (\S+[./]\S+?)(\[.+\])\s*=\s*(YES|NO|on|off)\Z")
_STYLES = re.compile(r"(?:vale|contentlint) styles?\s*=\s*(.+)\Z")
_ALL = re.compile(r"(?:vale|contentlint) (off|on)\Z")


class Switches:
    """What the comments of one file turn off, and where."""

    def __init__(self, comments: Sequence[Switch], styles: Iterable[str]) -> None:
        self._styles = tuple(styles)
        self._states: list[dict[str, bool]] = [{}]
        self._regions: dict[str, list[list[float]]] = {}
        for comment in comments:
            self._states.append(self._after(dict(self._states[-1]), comment))
        self.empty = not any(self._states)

    def _after(self, state: dict[str, bool], comment: Switch) -> dict[str, bool]:
        words = comment.words
        if match := _ALL.match(words):
            self._set(state, "off", match[1] == "off", comment.offset)
        elif match := _STYLES.match(words):
            for style in self._styles:
                state[style] = True
            for style in match[1].split(","):
                state[style.strip()] = False
        elif match := _WORDS.match(words):
            try:
                listed = json.loads(match[2])
            except ValueError:
                listed = []
            for item in listed:
                self._set(state, f"{match[1]}[{item}]", match[3] in ("NO", "off"), comment.offset)
        elif match := _RULE.match(words):
            self._set(state, match[1], match[2] in ("NO", "off"), comment.offset)
        return state

    def _set(self, state: dict[str, bool], key: str, off: bool, offset: int) -> None:
        state[key] = off
        regions = self._regions.setdefault(key, [])
        if off and not (regions and regions[-1][1] == float("inf")):
            regions.append([offset, float("inf")])
        elif not off and regions and regions[-1][1] == float("inf"):
            regions[-1][1] = offset

    def passage_off(self, rule: str, seen: int, at_end: bool = False) -> bool:
        """Tell whether a rule is off for a passage before whose end so many comments stand."""
        state = self._states[seen]
        if state.get("off"):
            return True
        return not at_end and (state.get(rule.split(".")[0], False) or state.get(rule, False))

    def off(self, rule: str, words: str, offset: int | None, seen: int) -> bool:
        """Tell whether a rule is off for words at a source offset."""
        if self._states[seen].get(f"{rule}[{words}]"):
            return True
        if offset is None:
            return False
        return any(self._inside(key, offset) for key in ("off", rule, rule.split(".")[0], f"{rule}[{words}]"))

    def _inside(self, key: str, offset: int) -> bool:
        regions = self._regions.get(key)
        if not regions:
            return False
        at = bisect_right([region[0] for region in regions], offset) - 1
        return at >= 0 and offset < regions[at][1]
