"""Tells names from slips: an unknown word with a capital is a name, unless a well-known word is one slip away."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from contentlint.model import Page
from contentlint.text.commonness import UNKNOWN, edits, nearest, zipf

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_INNER = re.compile(r"[^\W\d_]*[a-z][A-Z]\w*")  # RingGo, TfGM, McIlwraith
_PERSON = frozenset("cllr cllrs councillor councillors mr mrs ms miss mx dr sir dame lord lady prof professor".split())
FEWEST = 5  # letters: shorter names lie too close to words
_FAMILIAR = 2.8  # commonness of a word that may be meant
_LONG, _OFTEN = 7, 4  # letters of a word, and uses of a name of the site, from which they are compared
_ALIKE = 0.85  # of 1: how like a guess must be where two letters or more are wrong


@dataclass(frozen=True, slots=True)
class Slip:
    """meant: the word that was probably meant, in lower case. clear: it is much more common."""

    meant: str
    clear: bool


def gather(pages: Iterable[Page]) -> dict[str, tuple[int, int]]:
    """Count words over pages: word in lower case → (with a capital, without one).

    A text that stands on many pages counts once, so that a menu teaches nothing; a title or first heading counts
    twice. Words of one or two letters are left out.
    """
    counts: dict[str, list[int]] = {}
    seen: set[int] = set()
    for page in pages:
        texts = [(page.title or "", 2), *((block.text, 2 if block.kind == "heading" and block.level == 1 else 1)
                                          for block in page.blocks)]  # fmt: skip
        for text, weight in texts:
            if (mark := hash(text)) in seen:
                continue
            seen.add(mark)
            for word in set(_WORD.findall(text)):
                if len(word) > 2:
                    counts.setdefault(word.casefold(), [0, 0])[not word[0].isupper()] += weight
    return {word: (upper, lower) for word, (upper, lower) in counts.items()}


def slip(
    word: str, before: str, names: Collection[str], counts: Mapping[str, tuple[int, int]], guess: str | None = None,
) -> Slip | None:  # fmt: skip
    """Judge an unknown word that begins with a capital. None: take it for a name.

    before: what stands before it in its sentence. names: known names in lower case. counts: see `gather`.
    guess: what a speller would write instead. A word of a site that is used there three times as often as the
    word that may be meant, and never without its capital, is one of the site's names.
    """
    if _INNER.fullmatch(word):
        return None
    for part in re.split(r"[-'’]", word):
        found = _part(part.casefold(), before, names, counts, guess) if len(part) >= FEWEST else None
        if found:
            return found
    return None


def _part(
    word: str, before: str, names: Collection[str], counts: Mapping[str, tuple[int, int]], guess: str | None
) -> Slip | None:
    if word in names:
        return None
    person = (re.findall(r"\w+", before.casefold()) or [""])[-1] in _PERSON
    if other := _own_name(word, counts):
        return Slip(other, clear=False)
    near = nearest(word, names, _FAMILIAR)
    own = zipf(word)
    if near is None:
        near = _far(word, guess)
        if near is None:
            return None
    meant, value = near
    gap = value - own
    if person or len(word) == FEWEST:
        wrong = gap >= 3.5
    else:
        wrong = gap >= 1.4 or (own == UNKNOWN and len(word) >= 7 and gap >= 1.0)
    if not wrong or _learnt(word, meant, counts):
        return None
    return Slip(meant, clear=value >= 3.5 and gap >= 2.2 and not person)


def _own_name(word: str, counts: Mapping[str, tuple[int, int]]) -> str | None:
    """A name of the site that is one slip away from a word that stands there once."""
    if len(word) < _LONG or sum(counts.get(word, (0, 0))) > 1:
        return None
    return next((other for other in edits(word) if counts.get(other, (0, 1)) >= (_OFTEN, 0) and not counts[other][1]), None)


def _far(word: str, guess: str | None) -> tuple[str, float] | None:
    """A word with two wrong letters: only a long one, and a speller's guess that is common."""
    if not guess or len(word) < 8 or not guess.isalpha() or guess[:1].casefold() != word[:1]:
        return None
    other = guess.casefold()
    if SequenceMatcher(None, word, other).ratio() < _ALIKE or zipf(other) < 3.5:
        return None
    return other, zipf(other)


def _learnt(word: str, meant: str, counts: Mapping[str, tuple[int, int]]) -> bool:
    upper, lower = counts.get(word, (0, 0))
    return upper > 1 and not lower and upper >= 3 * sum(counts.get(meant, (0, 0)))
