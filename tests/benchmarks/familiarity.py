"""How well each figure agrees with people who rated texts for difficulty.

    python tests/benchmarks/familiarity.py RATED.csv

RATED.csv holds a text (column excerpt, text or Excerpt) and how easy people found it (column target, rating,
BT_easiness or "BT Easiness": more is easier), as the CommonLit CLEAR corpus does; or it is a folder with one
folder of texts for each level, named so that easier ones come first or like OneStopEnglish (Ele, Int, Adv).
Prints Spearman's rank correlation with difficulty for every formula, for our measure with its fixed weights,
and for weights that are fitted on one half of the texts and tried on the other.
"""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Sequence
from math import log10
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2]))

from contentlint.model import Block, Page, Place
from contentlint.text import formulas
from contentlint.text.familiarity import familiarity
from contentlint.text.formulas import Counts
from contentlint.text.measures import counts_of
from contentlint.text.prose import sentences

TEXT = ("excerpt", "Excerpt", "text")
EASE = ("target", "rating", "BT_easiness", "BT Easiness")
LEVELS = {"ele": 0, "int": 1, "adv": 2}
Rated = tuple[str, float]


def read(path: Path) -> list[Rated]:
    """Return (text, difficulty) pairs."""
    if path.is_dir():
        folders = sorted(folder for folder in path.iterdir() if folder.is_dir())
        level = {folder: LEVELS.get(folder.name[:3].lower(), at) for at, folder in enumerate(folders)}
        return [(file.read_text("utf-8-sig", "replace"), float(level[folder])) for folder in folders
                for file in sorted(folder.glob("*.txt"))]  # fmt: skip
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        rows = list(csv.DictReader(file))
    if not rows:
        raise SystemExit(f"{path} holds no rows.")
    text, ease = (next((name for name in names if name in rows[0]), None) for names in (TEXT, EASE))
    if text is None or ease is None:
        raise SystemExit(f"{path} needs a column {' or '.join(TEXT)} and a column {' or '.join(EASE)}.")
    return [(row[text], -float(row[ease])) for row in rows if row[ease]]


def figures(text: str) -> dict[str, float]:
    """Return every figure of one text, more for harder; our parts under names that start with a dot."""
    blocks = [Block("paragraph", line, Place(region="main")) for line in text.splitlines() if line.strip()]
    found = sentences(Page("x", None, "text", None, "en", tuple(blocks)))
    whole = sum((counts_of(each) for each in found), Counts())
    ours = familiarity(found)
    if ours is None:
        return {}
    made = {name: grade(whole) for name, grade in formulas.GRADES.items()}
    made["flesch reading ease"] = -formulas.flesch_ease(whole.words, whole.sentences, whole.syllables)
    made["words per sentence"] = whole.words / whole.sentences
    made["familiarity (fixed weights)"] = -ours.score
    return made | {".late": ours.late, ".length": log10(whole.words / whole.sentences), ".abstract": ours.abstract}


def spearman(one: Sequence[float], other: Sequence[float]) -> float:
    """Return the rank correlation; equals share a rank."""
    ranks = [_ranks(values) for values in (one, other)]
    mean = (len(one) + 1) / 2
    covered = sum((a - mean) * (b - mean) for a, b in zip(*ranks, strict=True))
    spread = [sum((value - mean) ** 2 for value in rank) for rank in ranks]
    return covered / (spread[0] * spread[1]) ** 0.5 if all(spread) else 0.0


def _ranks(values: Sequence[float]) -> list[float]:
    ordered = sorted(values)
    first = {value: at for at, value in reversed(list(enumerate(ordered)))}
    last = {value: at for at, value in enumerate(ordered)}
    return [(first[value] + last[value]) / 2 + 1 for value in values]


def fit(rows: Sequence[Sequence[float]], wanted: Sequence[float]) -> list[float]:
    """Return the weights of least squares, the constant last."""
    table = [[*row, 1.0] for row in rows]
    size = len(table[0])
    left = [[sum(row[i] * row[j] for row in table) for j in range(size)] for i in range(size)]
    right = [sum(row[i] * want for row, want in zip(table, wanted, strict=True)) for i in range(size)]
    for at in range(size):
        pivot = max(range(at, size), key=lambda row: abs(left[row][at]))
        left[at], left[pivot], right[at], right[pivot] = left[pivot], left[at], right[pivot], right[at]
        for row in range(size):
            if row != at:
                factor = left[row][at] / left[at][at]
                left[row] = [a - factor * b for a, b in zip(left[row], left[at], strict=True)]
                right[row] -= factor * right[at]
    return [right[at] / left[at][at] for at in range(size)]


def fitted(table: Sequence[dict[str, float]], wanted: Sequence[float], rounds: int = 20) -> float:
    """Return the mean correlation on halves that the weights were not fitted on."""
    parts = [[row[name] for name in (".late", ".length", ".abstract")] for row in table]
    chance, found = random.Random(0), []
    for _ in range(rounds):
        order = list(range(len(parts)))
        chance.shuffle(order)
        train, test = order[: len(order) // 2], order[len(order) // 2 :]
        weights = fit([parts[at] for at in train], [wanted[at] for at in train])
        said = [sum(w * v for w, v in zip(weights, [*parts[at], 1.0], strict=True)) for at in test]
        found.append(spearman(said, [wanted[at] for at in test]))
    return sum(found) / rounds


def main() -> None:
    """Print the table."""
    if len(sys.argv) != 2 or not Path(sys.argv[1]).exists():
        raise SystemExit(__doc__)
    rated = [(figures(text), hard) for text, hard in read(Path(sys.argv[1]))]
    table, wanted = [row for row, _ in rated if row], [hard for row, hard in rated if row]
    print(f"{len(table)} rated texts; Spearman with difficulty, standard error about {1 / (len(table) - 1) ** 0.5:.2f}")
    for name in table[0]:
        if not name.startswith("."):
            print(f"{name:40} {spearman([row[name] for row in table], wanted):5.2f}")
    print(f"{'familiarity (fitted, on the other half)':40} {fitted(table, wanted):5.2f}")


if __name__ == "__main__":
    main()
