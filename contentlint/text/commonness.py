"""How common an English word is: the only door to wordfreq's word list.

The list is read straight from the package's data file, without importing the package: its tokenizer
and language tables take longer to load than the list itself.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

LIST = "large_en.msgpack.gz"
RAREST = 1.3  # Zipf value of the rarest words that are read: below stand names, slips and foreign words
UNKNOWN = 1.0  # Zipf value of a word that is not read


@cache
def table() -> Mapping[str, float]:
    """Return word in lower case → Zipf value; empty where wordfreq is not installed.

    A Zipf value is the base-10 logarithm of the word's uses in a billion words: "the" 7.7, "council" 5.0,
    "curtilage" 1.9. Source: van Heuven, Mandera, Keuleers and Brysbaert, "SUBTLEX-UK", 2014.
    """
    spec = find_spec("wordfreq")
    places = spec.submodule_search_locations if spec else None
    file = Path(next(iter(places))) / "data" / LIST if places else None
    if file is None or not file.is_file():
        return MappingProxyType({})
    import msgpack

    # The file is a list: a header, then the words of each hundredth of a factor of ten, the most common first.
    reader = msgpack.Unpacker(raw=False)
    reader.feed(gzip.decompress(file.read_bytes()))
    ranks = reader.read_array_header() - 1
    reader.skip()
    found: dict[str, float] = {}
    for rank in range(min(ranks, round(100 * (9 - RAREST)) + 1)):
        found.update(dict.fromkeys(reader.unpack(), 9 - rank / 100))
    return MappingProxyType(found)


def zipf(word: str) -> float:
    """Return the Zipf value of a word as written; of its rarest part where it has hyphens."""
    words = table()
    plain = word.lower().replace("’", "'").replace("‑", "-")
    found = max((words[form] for form in (plain, plain.removesuffix("'s")) if form in words), default=None)
    if found is None and "-" in plain:
        return min((zipf(part) for part in plain.split("-") if part), default=UNKNOWN)
    return UNKNOWN if found is None else found


def available() -> bool:
    """Tell whether there is a list to ask."""
    return bool(table())
