"""How familiar the words of a text are, beside the formulas that only count syllables and stops.

Three parts that each mean something to an author: words learnt late, the length of sentences, and nouns
for ideas rather than things. Each is compared with an average page of public guidance.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import log10

from contentlint.text.commonness import available, zipf
from contentlint.text.prose import UNSAID_WORD, Sentence
from contentlint.text.wordage import word_age

FEWEST = 50  # words under which the figure means nothing
LATE = 9.5  # years: words learnt after primary school or near its end
_EVERYDAY = 6.0  # Zipf value of words such as "the" and "for", which every text is made of
_ABSTRACT = re.compile(r"(?:[st]ion|ment|ity|[ae]nce|ness)s?$")
# Mean and spread of each part over 154 pages of a council's website and of GOV.UK guidance.
_LATE_SHARE, _LOG_LENGTH, _ABSTRACT_SHARE = (0.118, 0.049), (1.146, 0.096), (0.050, 0.025)
_WEIGHTS = (0.4, 0.3, 0.3)  # fixed, not fitted: vocabulary counts most in every study of rated texts
_SPREAD = 20  # points of one spread


@dataclass(frozen=True, slots=True)
class Familiarity:
    """score: 50 for an average page of public guidance, higher for more familiar words; from 0 to 100.
    late: share of the telling words that are learnt late. abstract: share of words that name an idea."""

    score: float
    late: float
    abstract: float


def familiarity(sentences: Sequence[Sentence]) -> Familiarity | None:
    """Return the figure of a text, or None for under 50 words or without the word list."""
    words = sum(len(each.words) for each in sentences)
    if words < FEWEST or not available():
        return None
    ages = [word_age(word) for each in sentences for word in telling(each.words)]
    late = sum(age >= LATE for age in ages) / (len(ages) or 1)
    nouns = sum(bool(_ABSTRACT.search(word.lower())) for each in sentences for word in each.words) / words
    parts = zip((late, log10(words / len(sentences)), nouns), (_LATE_SHARE, _LOG_LENGTH, _ABSTRACT_SHARE),
                _WEIGHTS, strict=True)  # fmt: skip
    harder = sum(weight * (value - mean) / spread for value, (mean, spread), weight in parts)
    return Familiarity(round(min(100.0, max(0.0, 50 - _SPREAD * harder)), 1), round(late, 3), round(nouns, 3))


def telling(words: Sequence[str]) -> list[str]:
    """Return the words of a sentence that carry its meaning: no names, no figures, no everyday words."""
    return [
        word for at, word in enumerate(words)
        if word != UNSAID_WORD and (at == 0 or not word[0].isupper()) and word.replace("-", "").replace("’", "").replace("'", "").isalpha()
        and zipf(word) < _EVERYDAY
    ]  # fmt: skip
