"""Compares our sentence boundaries with the golden rules, beside textstat and pySBD.

    python tests/conformance/segmentation.py

textstat only counts sentences, so for it the right count is enough. pySBD joins where it is installed
(pip install pysbd). The figures say how many cases are wholly right.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2]))
sys.path.append(str(Path(__file__).resolve().parent))

from golden_sentences import AGAINST_COUNCIL_PROSE, FURTHER, GOLDEN, text_of

from contentlint.text.sentences import split

Judge = Callable[[str, list[str]], bool]
#: the 48 that pySBD publishes: without line breaks within a sentence, and a space between all sentences
PUBLISHED_BY_PYSBD = frozenset(range(1, 53)) - {40, 41, 42, 52}


def flat(sentences: list[str]) -> list[str]:
    """Return sentences with single spaces."""
    return [" ".join(each.split()) for each in sentences]


def ours(text: str, expected: list[str]) -> bool:
    """Tell whether our sentences are the expected ones."""
    return flat([text[start:end] for start, end in split(text)]) == flat(expected)


def peers() -> dict[str, Judge]:
    """Return the judges of the libraries that are installed."""
    found: dict[str, Judge] = {}
    try:
        import textstat
    except ImportError:
        pass
    else:
        found["textstat (count only)"] = lambda text, expected: textstat.sentence_count(text) == len(expected)
    try:
        import pysbd
    except ImportError:
        pass
    else:
        segmenter = pysbd.Segmenter(language="en", clean=False)
        found["pySBD"] = lambda text, expected: flat(segmenter.segment(text)) == flat(expected)
    return found


def scores(judge: Judge) -> tuple[list[int], list[int]]:
    """Return the numbers of the golden rules and of the further cases that a judge gets wrong."""
    golden = [n for n, case in enumerate(GOLDEN, 1) if not judge(text_of(n, case), case)]
    further = [n for n, case in enumerate(FURTHER, 1) if not judge(text_of(0, case), case)]
    return golden, further


def main() -> None:
    """Print the table and our misses."""
    print(f"{'':24}{'golden rules':>14}{'of them 48':>12}{'further':>10}{'all':>8}")
    for name, judge in {"contentlint": ours, **peers()}.items():
        golden, further = scores(judge)
        right = len(GOLDEN) - len(golden), len(FURTHER) - len(further)
        published = len(PUBLISHED_BY_PYSBD - set(golden))
        print(
            f"{name:24}{f'{right[0]}/{len(GOLDEN)}':>14}{f'{published}/48':>12}"
            f"{f'{right[1]}/{len(FURTHER)}':>10}{f'{sum(right)}/{len(GOLDEN) + len(FURTHER)}':>8}"
        )
    golden, further = scores(ours)
    for kind, cases, missed in (("rule", GOLDEN, golden), ("further case", FURTHER, further)):
        for number in missed:
            case = cases[number - 1]
            text = text_of(number if kind == "rule" else 0, case)
            got = [text[start:end] for start, end in split(text)]
            print(f"\nmissed {kind} {number}: {got}\n  expected {case}")
            if kind == "rule" and number in AGAINST_COUNCIL_PROSE:
                print(f"  why: {AGAINST_COUNCIL_PROSE[number]}")


if __name__ == "__main__":
    main()
