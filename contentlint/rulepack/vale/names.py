"""The names of the counts that `metric` rules work with."""

from __future__ import annotations

ALWAYS = ("pre", "list", "blockquote", *(f"heading_h{level}" for level in range(1, 7)))
NAMES = frozenset(
    {*ALWAYS, "words", "sentences", "paragraphs", "characters", "syllables", "complex_words", "long_words", "polysyllabic_words"}
)
