"""Finds the words of a page that many readers do not know."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log2

from contentlint.model import Block, Page, Span
from contentlint.text.commonness import UNKNOWN, available, zipf
from contentlint.text.explained import explained, words_of_title
from contentlint.text.prose import sentences
from contentlint.text.roots import family, readable
from contentlint.text.wordage import word_age
from contentlint.text.words import classified

# Zipf value up to which many readers do not know a word. Of the rated words (see wordage), one rater in twenty or
# more does not know 84% of those up to 2.5, and 74% of those up to 3.0.
RARE = 3.0
LEARNT = 11.5  # years: shorter, older words are known though they are rare
_LETTERS = re.compile(r"[a-z]+")
_SHORTEST = 5
_QUOTED = re.compile(
    r"“[^“”]{1,200}”|(?<!\w)‘[^‘’]{1,200}’(?!\w)|(?<!\w)\"[^\"]{1,200}\"(?!\w)|(?<!\w)'[^']{1,200}'(?!\w)"
)
_NAMED = 4  # words of a sentence from which its first word may be judged in spite of its capital
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_SLIP = 3.6  # Zipf value of a word one letter away, of which a rare word is then a slip


@dataclass(frozen=True, slots=True)
class HardWord:
    """word: in lower case. spans: where it stands, in order. zipf: how common it or its root is. age: at
    which it is learnt, in years, by estimate."""

    word: str
    spans: tuple[Span, ...]
    zipf: float
    age: float

    @property
    def weight(self) -> float:
        """What the word costs readers: the age at which it is learnt, and a year more each time that its uses double."""
        return self.age + log2(len(self.spans))


def hard_words(page: Page, known: Collection[str] = (), listed: Collection[str] = ()) -> tuple[HardWord, ...]:
    """Return the hard words of a page, the one that weighs most first.

    Left out: names, quoted words, code, words of the title, words that the page explains, words that are
    openly made of common ones, words that stand among foreign ones, and `known` words (case-folded) with
    their relatives. listed: words that are hard though they are less rare. Empty without the word list.
    """
    if not available():
        return ()
    found: dict[str, list[Span]] = defaultdict(list)
    names: set[str] = set()
    met: dict[str, bool] = {}  # word → whether it may be hard
    for sentence in sentences(page):
        for span, capital in _words(sentence.span, lambda word: _may_be_hard(word, listed, met)):
            word = span.text.casefold()
            if capital:
                names.add(word)
            else:
                found[word].append(span)
    excused = words_of_title(page)
    made = [
        HardWord(word, tuple(spans), readable(word), round(word_age(word), 1))
        for word, spans in _gathered(found).items()
        if word not in names and not set(family(word)) & excused and not _is_known(word, known)
        and (_is_known(word, listed) or not _is_slip(word)) and not explained(page, word)
    ]  # fmt: skip
    return tuple(sorted(made, key=lambda item: (-item.weight, item.word)))


def _gathered(found: Mapping[str, list[Span]]) -> dict[str, list[Span]]:
    """Put the forms of one word together under the form that stands first: collating, collates, collate."""
    roots: dict[str, str] = {}  # the shortest form met → the form that stands first
    order = list(found)
    for word in sorted(found, key=len):
        root = next((form for form in family(word) if form in roots), word)
        roots[root] = min(roots.get(root, word), word, key=order.index)
    made: dict[str, list[Span]] = {}
    for word, spans in found.items():
        root = next((form for form in family(word) if form in roots), word)
        made.setdefault(roots[root], []).extend(spans)
    return made


def _is_rare(word: str) -> bool:
    return (
        len(word) >= _SHORTEST and bool(_LETTERS.fullmatch(word)) and zipf(word) > UNKNOWN
        and readable(word) <= RARE and word_age(word) >= LEARNT
    )  # fmt: skip


def _may_be_hard(word: str, listed: Collection[str], met: dict[str, bool]) -> bool:
    if word not in met:
        met[word] = _is_rare(word) or _is_known(word, listed)
    return met[word]


def _is_known(word: str, known: Collection[str]) -> bool:
    return any(form in known for form in (word, *family(word)))


def _words(sentence: Span, wanted: Callable[[str], bool]) -> Iterator[tuple[Span, bool]]:
    """Yield the telling words of a sentence that are wanted, and whether each has a capital where none is due."""
    block, start, text = sentence.block, sentence.start, sentence.text
    plain = [(at, to) for at, to, kind in classified(text) if kind == "plain"]
    for index, (at, to) in enumerate(plain):
        if not wanted(text[at:to].casefold()):
            continue
        near = plain[max(0, index - 1) : index] + plain[index + 1 : index + 2]
        if any(_strange(text[first:last]) for first, last in near) or _set_apart(block, start + at, start + to):
            continue
        yield Span(block, start + at, start + to), _is_name(sentence.text, plain, index)


def _strange(word: str) -> bool:
    """Tell whether a neighbour makes a word a part of a foreign or scientific name, or of a slip."""
    return word.isalpha() and len(word) > 2 and zipf(word) <= UNKNOWN and readable(word) <= UNKNOWN


def _set_apart(block: Block, start: int, end: int) -> bool:
    """Tell whether a word is quoted or set as code: it is then mentioned, not used."""
    if any(kind in ("code", "quote", "abbr") and first <= start and end <= last for first, last, kind in block.inline):
        return True
    return any(first < start and end < last for first, last in _quoted(block.text))


def _is_name(text: str, plain: Sequence[tuple[int, int]], index: int) -> bool:
    """Tell whether a word has a capital that is not due to the start of a sentence."""
    word = text[slice(*plain[index])]
    if word.islower():
        return False
    follower = text[slice(*plain[index + 1])] if index + 1 < len(plain) else ""
    return index > 0 or len(plain) < _NAMED or not word[1:].islower() or follower[:1].isupper()


@lru_cache(maxsize=64)
def _quoted(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(found.span() for found in _QUOTED.finditer(text))


def _is_slip(word: str) -> bool:
    """Tell whether a word is a common word with one letter wrong: the speller speaks of those."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    near = {head + tail[1:] for head, tail in cuts if tail}
    near |= {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    near |= {head + letter + tail for head, tail in cuts for letter in _ALPHABET}
    return any(zipf(other) >= _SLIP for other in near if len(other) > _SHORTEST)
