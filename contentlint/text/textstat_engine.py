"""The only door to textstat: grade formulas over sentences that we have split ourselves.

textstat counts sentences with one pattern over full stops, drops those of one or two words, and
looks syllables up in a dictionary that it downloads on first use. So it gets cleaned sentences (plain
words, one stop at the end) and our syllable counts; nothing reaches for the network.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from contentlint.text.syllables import syllables

SHORTEST = 3  # words: textstat does not count shorter sentences
#: formula → name of textstat's function; all give a US school grade
FORMULAS: Mapping[str, str] = MappingProxyType(
    {
        "flesch-kincaid": "flesch_kincaid_grade",
        "automated-readability": "automated_readability_index",
        "coleman-liau": "coleman_liau_index",
        "smog": "smog_index",
        "gunning-fog": "gunning_fog",  # counts words outside a list of easy ones, not all long ones
    }
)
_BY_LETTERS = frozenset({"automated-readability", "coleman-liau"})
_UNSAID = re.compile(r"[^\w'-]|_")
# textstat strips hyphens and some apostrophes; these letters stand in for them until syllables are counted
_KEPT = str.maketrans({"-": "_", "'": "ʼ"})
_BACK = str.maketrans({"_": "-", "ʼ": "'"})


class _Spoken:
    """Looks like the pronouncing dictionary that textstat asks, and answers with our syllable counts."""

    def __getitem__(self, word: str) -> list[list[str]]:
        return [["0"] * syllables(word.translate(_BACK))]


def _spoken(lang: str) -> _Spoken:
    return _Spoken()


def _load() -> object:
    """Import textstat (0.3 s) and take away its download."""
    import textstat
    from textstat.backend.counts import _count_syllables

    _count_syllables.get_cmudict = _spoken
    return textstat


def clean(words: Sequence[str], letters: bool = False) -> str:
    """Return a sentence that textstat counts as one, with each word counted as one.

    letters: for formulas that count letters, so nothing stands in for hyphens and apostrophes.
    """
    plain = (_UNSAID.sub("", word.replace("’", "'").replace("‑", "-")).strip("-'") or "x" for word in words)
    if letters:
        return " ".join(word.replace("-", "").replace("'", "") for word in plain) + "."
    return " ".join(word.translate(_KEPT) for word in plain) + "."


def grade(sentences: Sequence[Sequence[str]], formula: str = "flesch-kincaid") -> float:
    """Return the US school grade of sentences given as lists of words.

    Sentences under three words are left out. Raises KeyError for an unknown formula.
    """
    function: Callable[[str], float] = getattr(_load(), FORMULAS[formula])
    letters = formula in _BY_LETTERS
    return function(" ".join(clean(words, letters) for words in sentences if len(words) >= SHORTEST))


def counts(sentences: Sequence[Sequence[str]]) -> tuple[int, int, int]:
    """Return (words, sentences, syllables) as textstat counts them."""
    textstat = _load()
    text = " ".join(clean(words) for words in sentences if len(words) >= SHORTEST)
    return tuple(
        getattr(textstat, name)(text) for name in ("lexicon_count", "sentence_count", "syllable_count")
    )
