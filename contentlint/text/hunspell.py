"""Hunspell dictionaries, read by spylls: is a word known, and what might be meant. spylls lives here only."""

from __future__ import annotations

from collections.abc import Iterable
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
    """One dictionary, or several of which any may know a word. Each is read when it is first needed."""

    def __init__(self, places: Iterable[str]) -> None:
        self._places = tuple(places)
        self._known: dict[str, bool] = {}
        self._extra: set[str] = set()

    @property
    def bundled(self) -> bool:
        """Tell whether one of the dictionaries comes with the program."""
        return any(place.rpartition("/")[2] in BUNDLED and "spylls" in place for place in self._places)

    def add(self, words: Iterable[str]) -> None:
        """Let more words be known, as they are written."""
        self._extra.update(words)

    def knows(self, word: str) -> bool:
        """Tell whether a word is spelt right. What is too long for a word is taken as known.

        Raises InputError for a dictionary that cannot be read.
        """
        if word in self._extra or len(word) > LONGEST:
            return True
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = any(_load(place).lookup(word) for place in self._places)
        return known

    def suggest(self, word: str) -> list[str]:
        """Return what might be meant, the likeliest first. Takes up to some tenths of a second.

        Raises InputError for a dictionary that cannot be read.
        """
        found: list[str] = []
        for place in self._places:
            for one in _load(place).suggest(word):
                if one not in found:
                    found.append(one)
                if len(found) == SUGGESTIONS:
                    return found
        return found


@lru_cache(maxsize=8)
def _load(place: str) -> Spylls:
    from spylls.hunspell import Dictionary as Spylls
    from spylls.hunspell.readers import FileReader, read_aff, read_dic

    class Silent(FileReader):  # type: ignore[misc]
        """An .aff file without its table of sounds: it serves suggestions alone, and real files break in it."""

        def readlines(self):  # type: ignore[no-untyped-def]
            return (row for row in super().readlines() if not row[1].startswith("PHONE"))

    try:
        aff, context = read_aff(Silent(f"{place}.aff"))
        return Spylls(aff, read_dic(FileReader(f"{place}.dic", encoding=context.encoding), aff=aff, context=context))
    except OSError as error:
        raise InputError("This dictionary cannot be read.", where=error.filename or place) from None
    except Exception as error:  # the library is not ours; a broken file makes it fail in many ways
        detail = f"{type(error).__name__}: {error}"
        raise InputError(f"This is no Hunspell dictionary ({detail[:120]}).", where=place) from None


def load(*places: str | Path) -> Dictionary:
    """Return the dictionary of bundled names ("en_US") and of paths without ending, of an .aff and a .dic file.

    Raises InputError where a file is missing.
    """
    found = []
    for place in map(str, places or BUNDLED):
        if place in BUNDLED:
            import spylls.hunspell

            place = str(Path(spylls.hunspell.__file__).parent / "data" / place.partition("_")[0] / place)
        if not Path(f"{place}.dic").is_file() or not Path(f"{place}.aff").is_file():
            raise InputError("There is no such dictionary.", where=f"{place}.dic")
        found.append(place)
    return Dictionary(found)
