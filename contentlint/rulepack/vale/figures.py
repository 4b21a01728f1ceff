"""The counts that `metric` and `readability` rules work with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from contentlint.rulepack.vale.names import NAMES
from contentlint.rulepack.vale.segments import WORDS, sentences
from contentlint.text.syllables import syllables


def figures(text: str, counts: Mapping[str, int]) -> dict[str, float]:
    """Return the counts of a text by name, with those of elements; nothing for a text without words."""
    made = {name.replace(".", "_"): float(count) for name, count in counts.items() if not name.startswith("table")}
    found = dict.fromkeys(NAMES, 0.0) | made
    found["sentences"] = float(sum(len(sentences(paragraph)) for paragraph in text.split("\n\n")))
    for word, times in Counter(WORDS.findall(text)).items():
        said = syllables(word)
        found["words"] += times
        found["characters"] += times * (len(word) - word.count("'") - word.count("."))
        found["long_words"] += times * (len(word.encode()) > 6)
        found["syllables"] += times * said
        found["polysyllabic_words"] += times * (said > 2)
        found["complex_words"] += times * (said - word.endswith(("es", "ed", "ing")) > 2)
    return found if found["words"] else {}
