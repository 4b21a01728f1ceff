"""Which words that a speller does not know are right all the same: names, codes, council words, built words."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from contentlint.model import Block, Facts
from contentlint.text.commonness import nearest, zipf
from contentlint.text.names import slip

_SPARED = re.compile(
    r".*[\d@/\\_$<>=#].*"  # codes, addresses, paths, marks of a template
    r"|[A-Z]{2}[A-Z&.-]*s?"  # abbreviations
    r"|(?:[a-z0-9-]+\.)+[a-z]{2,}"  # host names
    r"|\.[a-z]+"  # endings of files
    r"|[\[{].*|.*[\]}]"  # what a template fills in
)
_QUOTED = re.compile(r"[‘'\"“][^\s]+[’'\"”]")
_PREFIXED = re.compile(r"(?:re|un|pre|non|mis|sub|multi|over|under|inter|anti|micro|mini|tele|cyber|eco)-?([a-z]{3,})")
_BUILT = 3.0  # commonness that the rest of a built word needs


@dataclass(frozen=True, slots=True)
class Doubt:
    """An unknown word that may be a slip. meant: what to write instead, or None. clear: it can hardly be right."""

    meant: str | None
    clear: bool


def doubt(
    block: Block, start: int, end: int, guess: str | None, facts: Facts, counts: Mapping[str, tuple[int, int]],
    spared: Collection[str] = (),
) -> Doubt | None:  # fmt: skip
    """Judge an unknown word of a block. None: it is right, or nobody can tell. counts: see text.names.gather.
    spared: words in lower case that a speller leaves alone and other rules may speak about."""
    word = block.text[start:end]
    token = _token(block.text, start, end)
    bare = token.rstrip(".,;:!?)'\"’”")
    if word.casefold() in spared or _known(word, facts.vocabulary) or _SPARED.fullmatch(bare) or _SPARED.fullmatch(word) or len(word) < 3:
        return None
    if word[0].isupper():
        wrong = slip(word, block.text[:start], facts.names, counts, guess)
        if wrong is None:
            return None
        return Doubt(guess if guess and guess.casefold() == wrong.meant else wrong.meant.capitalize(), wrong.clear)
    if _is_built(word):
        return None
    # A single word in quotation marks is spoken about: a code, a field, or what not to write.
    return Doubt(guess, clear=not _QUOTED.fullmatch(token.rstrip(".,;:!?)")))


def _known(words: str, vocabulary: frozenset[str]) -> bool:
    plain = words.replace("’", "'").casefold()
    bare = plain.removesuffix("'s").removesuffix("'")
    if {plain, bare, bare.removesuffix("s")} & vocabulary:
        return True
    if " " in bare:  # the engine offers to join or part two words, of which one is ours
        return any(part in vocabulary for part in bare.split())
    parts = bare.split("-")
    return len(parts) > 1 and all(part in vocabulary or zipf(part) >= _BUILT for part in parts)


def _is_built(word: str) -> bool:
    """“retagging”, “untick”: a prefix before a common word, and no other common word one slip away."""
    found = _PREFIXED.fullmatch(word)
    if not found:
        return False
    rest = found[1]
    stems = {rest, *(rest.removesuffix(end) for end in ("ing", "ed", "s", "able"))}
    stems |= {stem[:-1] for stem in stems if len(stem) > 3 and stem[-1:] == stem[-2:-1]}
    if not any(len(stem) > 2 and zipf(stem) >= _BUILT for stem in stems):
        return False
    near = nearest(word, (), 2.5)
    return near is None or near[1] - zipf(word) < 1.0


def _token(text: str, start: int, end: int) -> str:
    """Return the characters without a space around a word: the engine splits addresses at their dots."""
    first = max(text.rfind(mark, 0, start) for mark in (" ", "(", "\n", "\xa0")) + 1
    last = min((at for mark in (" ", "\n", "\xa0") if (at := text.find(mark, end)) >= 0), default=len(text))
    return text[first:last]
