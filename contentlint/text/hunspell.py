"""Hunspell dictionaries, read by spylls: is a word known, and what might be meant. spylls lives here only."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from contentlint.errors import InputError

if TYPE_CHECKING:
    from spylls.hunspell import Dictionary as Spylls

BUNDLED = ("en_US",)
LONGEST = 60  # letters of a word that is looked up
SUGGESTIONS = 6


class Dictionary:
    """One dictionary, or several of which any may know a word."""

    def __init__(self, *parts: Spylls) -> None:
        self._parts = parts
        self._known: dict[str, bool] = {}
        self._extra: set[str] = set()

    def add(self, words: list[str]) -> None:
        """Let more words be known, as they are written."""
        self._extra.update(words)

    def knows(self, word: str) -> bool:
        """Tell whether a word is spelt right. Words too long to be words are taken as known."""
        if word in self._extra or len(word) > LONGEST:
            return True
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = any(part.lookup(word) for part in self._parts)
        return known

    def suggest(self, word: str) -> list[str]:
        """Return what might be meant, the likeliest first. Takes up to some tenths of a second."""
        found: list[str] = []
        for part in self._parts:
            for one in part.suggest(word):
                if one not in found:
                    found.append(one)
                if len(found) == SUGGESTIONS:
                    return found
        return found


@lru_cache(maxsize=8)
def _load(place: str) -> Spylls:
    from spylls.hunspell import Dictionary as Spylls

    if place in BUNDLED:
        import spylls.hunspell

        place = str(Path(spylls.hunspell.__file__).parent / "data" / "en" / place)
    try:
        return Spylls.from_files(place)
    except OSError as error:
        raise InputError("This dictionary cannot be read.", where=error.filename or place) from None
    except Exception as error:  # the library is not ours; a broken file makes it fail in many ways
        detail = f"{type(error).__name__}: {error}"
        raise InputError(f"This is no Hunspell dictionary ({detail[:120]}).", where=place) from None


def load(*places: str | Path) -> Dictionary:
    """Load dictionaries by bundled name ("en_US") or by path without ending, of an .aff and a .dic file.

    Raises InputError for one that cannot be read.
    """
    return Dictionary(*(_load(str(place)) for place in places or BUNDLED))
