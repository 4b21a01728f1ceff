"""Grades by named formulas over the counts of a text. Sources: the published formulas."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

FORMULAS: Mapping[str, Callable[[Mapping[str, float]], float]] = {
    "Flesch-Kincaid": lambda f: 0.39 * f["words"] / f["sentences"] + 11.8 * f["syllables"] / f["words"] - 15.59,
    "Gunning Fog": lambda f: 0.4 * (f["words"] / f["sentences"] + 100 * f["complex_words"] / f["words"]),
    "Coleman-Liau": lambda f: 5.88 * f["characters"] / f["words"] - 29.6 * f["sentences"] / f["words"] - 15.8,
    "SMOG": lambda f: 1.0430 * math.sqrt(30 * f["polysyllabic_words"] / f["sentences"]) + 3.1291,
    "Automated Readability": lambda f: 4.71 * f["characters"] / f["words"] + 0.5 * f["words"] / f["sentences"] - 21.43,
}
