"""The words of one block while it is being read."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.parse.scoped.mapped import Mapped


class Buffer:
    """Collects words with their places, and the links, strong words … in them."""

    __slots__ = ("parts", "points", "runs", "size")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.points: list[tuple[int, int]] = []
        self.size = 0
        #: scope, whether masked, where it begins in the block, words, (breakpoints, white space before)
        self.runs: list[tuple[str, bool, int, str, object]] = []

    def add(self, front: str, words: str, points: list[tuple[int, int]], lead: int) -> None:
        """Add words behind white space. points: breakpoints of the words with `lead` characters before."""
        if front and points and (not self.points or (lead and front[0].isspace())):
            # White space that stands in the source has its place there; what was put in stays by the word.
            self.points.append((self.size, max(Mapped("", points).source(lead) - len(front), 0)))
        self.size += len(front)
        if points:
            self.points += Mapped("", points).between(lead, lead + len(words), self.size)
        self.parts += [front, words]
        self.size += len(words)

    def words(self) -> bool:
        """Tell whether there is more than white space."""
        return any(part.strip() for part in self.parts)

    def tight(self) -> bool:
        """Tell whether the last mark clings to what follows: an opening bracket or a dash."""
        last = next((part for part in reversed(self.parts) if part), "")
        return last[-1:] in ("(", "[", "{", "—", "–") and bool(last)

    def text(self) -> str:
        """The text so far."""
        return "".join(self.parts)

    def points_from(self, shift: int) -> list[tuple[int, int]]:
        """Return the breakpoints of the text from `shift` on."""
        return [(max(index - shift, 0), offset) for index, offset in self.points]

    def shown(self, shift: int) -> tuple[tuple[int, int, str], ...]:
        """Return the runs that are not masked, as of Block.inline."""
        text, found = self.text(), []
        for scope, masked, begun, words, _ in self.runs:
            start = begun + len(words) - len(words.lstrip(" \n"))
            end = start + len(words.strip())
            if not masked and start >= shift and text[start:end] == words.strip():
                found.append((start - shift, end - shift, scope))
        return tuple(found)

    def captured(self) -> Iterator[tuple[str, str, list[tuple[int, int]]]]:
        """Yield scope, words and breakpoints of each run."""
        text = self.text()
        for scope, masked, begun, words, places in self.runs:
            bare = words.strip()
            at = begun + len(words) - len(words.lstrip(" \n"))
            if not masked and text[at : at + len(bare)] == bare:
                points = Mapped("", self.points).between(at, at + len(bare)) if self.points else []
                yield scope, bare, points
            elif places:
                points, lead = places  # type: ignore[misc]
                yield scope, bare, Mapped("", points).between(lead, lead + len(bare)) if points else []
