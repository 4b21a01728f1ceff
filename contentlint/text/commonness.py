"""How common a word is, and which common words lie one slip away: the only door to wordfreq's word lists.

A list is read straight from the package's data file, without importing the package: its own reader keeps every
word of a language, 30 to 50 MB each, and we need the more common ones of up to 16 languages.
"""

from __future__ import annotations

import gzip
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

LISTS = ("large", "small")  # few languages have both; the large one is taken
HEADER = {"format": "cB", "version": 1}  # what a list must begin with
RAREST = 1.3  # Zipf value of the rarest English words that are read: below stand names, slips and foreign words
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
UNKNOWN = 1.0  # Zipf value of a word that is not read


@cache
def table(language: str = "en", rarest: float = RAREST) -> Mapping[str, float]:
    """Return word in lower case → Zipf value, of the words that are no rarer than `rarest`.

    Empty where wordfreq is not installed, has no list of the language, or writes lists that we do not know.
    A Zipf value is the base-10 logarithm of the word's uses in a billion words: "the" 7.7, "council" 5.0,
    "curtilage" 1.9. Source: van Heuven, Mandera, Keuleers and Brysbaert, "SUBTLEX-UK", 2014.
    """
    spec = find_spec("wordfreq")
    places = spec.submodule_search_locations if spec else None
    folder = Path(next(iter(places))) / "data" if places else None
    files = [folder / f"{size}_{language}.msgpack.gz" for size in LISTS] if folder else []
    file = next((file for file in files if file.is_file()), None)
    if file is None:
        return MappingProxyType({})
    import msgpack

    # The file is a list: a header, then the words of each hundredth of a factor of ten, the most common first.
    reader = msgpack.Unpacker(raw=False)
    reader.feed(gzip.decompress(file.read_bytes()))
    ranks = reader.read_array_header() - 1
    if reader.unpack() != HEADER:
        return MappingProxyType({})
    found: dict[str, float] = {}
    for rank in range(min(ranks, round(100 * (9 - rarest)) + 1)):
        found.update(dict.fromkeys(reader.unpack(), 9 - rank / 100))
    return MappingProxyType(found)


def zipf(word: str) -> float:
    """Return the Zipf value of a word as written; of its rarest part where it has hyphens."""
    words = table()
    plain = word.lower().replace("’", "'").replace("‑", "-")
    found = words.get(plain, 0.0)
    if plain.endswith("'s"):
        found = max(found, words.get(plain[:-2], 0.0))
    if not found and "-" in plain:
        return min((zipf(part) for part in plain.split("-") if part), default=UNKNOWN)
    return found or UNKNOWN


def available() -> bool:
    """Tell whether there is a list to ask."""
    return bool(table())


def edits(word: str) -> Iterator[str]:
    """Yield every string that is one letter more, less, other or changed with the next one from a word.

    The first letter stays: people seldom get it wrong, and names that rhyme would be taken for slips.
    """
    for at in range(1, len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
            if len(tail) > 1 and tail[0] != tail[1]:
                yield head + tail[1] + tail[0] + tail[2:]
        for letter in _LETTERS:
            yield head + letter + tail
            if tail and letter != tail[0]:
                yield head + letter + tail[1:]


def nearest(word: str, names: Collection[str], least: float) -> tuple[str, float] | None:
    """Return the most common word one slip away, and its commonness, or None.

    word and names: in lower case. names: words that count as at least 2.0 whatever the list says.
    least: what other words must have.
    """
    best: tuple[str, float] | None = None
    for other in edits(word):
        value = zipf(other)
        if other in names:
            value = max(value, 2.0)
        elif value < least:
            continue
        if best is None or value > best[1]:
            best = other, value
    return best
