"""Pages with nearly the same text. Source: A. Broder, "On the resemblance and containment of documents", 1997."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from zlib import crc32

from contentlint.checks._look import prose
from contentlint.model import Page

_RUN = 6  # words of a shingle
_KEPT = 4  # one shingle in so many is compared
_FEWEST = 20  # shingles from which two pages can be compared: about 100 words
_COMMON = 12  # pages from which a shingle is a standard passage
_ALIKE = 0.8


def twins(pages: Sequence[Page]) -> dict[str, tuple[str, float]]:
    """Return, for each page that nearly repeats another, (that page, the share in common, 0 to 1).

    The share is that of the shingles of both in those of either. Pages that differ in their query only
    ("?page=2") and copies in another language are not compared.
    """
    prints = {page.key: _shingles(page) for page in pages if page.status == 200}
    prints = {key: found for key, found in prints.items() if len(found) >= _FEWEST}
    holders: dict[int, list[str]] = defaultdict(list)
    for key, found in prints.items():
        for shingle in found:
            holders[shingle].append(key)
    shared: Counter[tuple[str, str]] = Counter()
    for keys in holders.values():
        if 1 < len(keys) <= _COMMON:
            shared.update((one, other) for at, one in enumerate(keys) for other in keys[at + 1 :])
    best: dict[str, tuple[str, float]] = {}
    for (one, other), count in shared.items():
        if count < _FEWEST * _ALIKE or one.partition("?")[0] == other.partition("?")[0]:
            continue
        share = len(prints[one] & prints[other]) / len(prints[one] | prints[other])
        if share >= _ALIKE:
            for mine, theirs in ((one, other), (other, one)):
                best[mine] = max(best.get(mine, ("", 0.0)), (theirs, share), key=lambda pair: (pair[1], pair[0]))
    return best


def _shingles(page: Page) -> frozenset[int]:
    words = " ".join(block.text for block in prose(page) if block.kind != "heading").casefold().split()
    marks = (crc32(" ".join(words[at : at + _RUN]).encode("utf-8", "replace")) for at in range(len(words) - _RUN + 1))
    return frozenset(mark for mark in marks if mark % _KEPT == 0)
