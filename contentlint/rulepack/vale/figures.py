"""The counts that `metric` and `readability` rules work with."""

from __future__ import annotations

from collections.abc import Mapping

from contentlint.rulepack.vale.segments import WORDS, sentences
from contentlint.text.syllables import syllables

ALWAYS = ("pre", "list", "blockquote", *(f"heading_h{level}" for level in range(1, 7)))
NAMES = frozenset(
    {*ALWAYS, "words", "sentences", "paragraphs", "characters", "syllables", "complex_words", "long_words", "polysyllabic_words"}
)


def figures(text: str, counts: Mapping[str, int]) -> dict[str, float]:
    """Return the counts of a text by name, with those of elements; nothing for a text without words."""
    made = {name.replace(".", "_"): float(count) for name, count in counts.items() if not name.startswith("table")}
    found = dict.fromkeys(NAMES, 0.0) | made
    for paragraph in text.split("\n\n"):
        for start, end in sentences(paragraph):
            found["sentences"] += 1
            for word in WORDS.findall(paragraph[start:end]):
                said = syllables(word)
                found["words"] += 1
                found["characters"] += sum(letter.isalnum() for letter in word)
                found["long_words"] += len(word.encode()) > 6
                found["syllables"] += said
                found["polysyllabic_words"] += said > 2
                found["complex_words"] += said - word.endswith(("es", "ed", "ing")) > 2
    return found if found["words"] else {}
