"""Finds the plainer words inside a word: "recyclables" holds "recycle", "handrail" holds "hand" and "rail".

A reader who knows "recycle" reads "recyclables" too. So a word is as common as the most common word
that it is openly made of. Endings that change the meaning more than that are not taken off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from contentlint.text.commonness import UNKNOWN, table, zipf

#: (ending, what may stand in its place), the longest first
_ENDINGS = (
    ("ically", ("ic", "ical")), ("isation", ("", "e", "ise")), ("ization", ("", "e")), ("ations", ("e", "", "ate")), ("ation", ("e", "", "ate")),
    ("ility", ("le",)), ("ities", ("", "e")), ("iness", ("y",)), ("ables", ("", "e")), ("able", ("", "e")),
    ("ably", ("", "e")), ("isers", ("ise", "")), ("iser", ("ise", "")), ("ible", ("", "e")), ("ists", ("", "y", "e")), ("ist", ("", "y", "e")), ("ness", ("",)), ("ments", ("", "e")), ("ment", ("", "e")),
    ("less", ("", "e")), ("fully", ("", "e")), ("ful", ("", "e")), ("ship", ("",)), ("hood", ("",)), ("wise", ("",)), ("like", ("",)),
    ("ized", ("ise", "")), ("ise", ("",)), ("ised", ("", "e")), ("ises", ("",)), ("ising", ("", "e")),
    ("ions", ("", "e")), ("ion", ("", "e")), ("iers", ("y",)), ("ier", ("y",)), ("iest", ("y",)),
    ("ily", ("y",)), ("ies", ("y", "ie")), ("ied", ("y",)), ("ity", ("", "e")), ("ings", ("", "e")),
    ("ing", ("", "e")), ("ers", ("", "e")), ("ors", ("", "e")), ("est", ("", "e")), ("er", ("", "e")),
    ("or", ("", "e")), ("ed", ("", "e")), ("en", ("", "e")), ("al", ("", "e")), ("ly", ("", "le", "l")), ("es", ("", "e")), ("ish", ("", "e")),
    ("y", ("", "e")), ("s", ("",)),
)  # fmt: skip
_PREFIXES = (
    "anti", "auto", "bi", "co", "counter", "cyber", "de", "dis", "extra", "fore", "hyper", "in", "inter", "mega", "micro",
    "mid", "mini", "mis", "multi", "non", "out", "over", "photo", "post", "pre", "pro", "re", "self", "semi", "sub",
    "super", "tele", "trans", "tri", "ultra", "un", "under", "up",
)  # fmt: skip
_ISE = re.compile(r"(?<=[iy])s(?=(?:e|es|ed|er|ers|ing|ation|ations)$)")
_SHORTEST = 3
_LONGEST = 45  # letters: nothing longer is a word
_COMPOUND = 3.8  # Zipf value that both halves of a compound must have,
_LONG_COMPOUND = 3.2  # or, where both have four letters and more, this: plasterboard
_DEEP = 3  # endings and prefixes that are taken off one after the other


@lru_cache(maxsize=20_000)
def readable(word: str) -> float:
    """Return the Zipf value at which a reader meets a word: its own, or that of what it is made of."""
    plain = word.lower().replace("’", "'").replace("‑", "-").removesuffix("'s").removesuffix("'")
    if len(plain) > _LONGEST:
        return UNKNOWN
    if "-" in plain:
        return min((readable(part) for part in plain.split("-") if part), default=UNKNOWN)
    best = max(zipf(form) for form in {plain, *_forms(plain, _DEEP)})
    return max(best, _compound(plain))


def family(word: str) -> tuple[str, ...]:
    """Return the words that a word is openly made of, itself first; only those that the list knows."""
    plain = word.lower().replace("’", "'").removesuffix("'s")
    return tuple(dict.fromkeys(form for form in (plain, *_forms(plain, _DEEP)) if form in table()))


def _forms(word: str, depth: int) -> Iterator[str]:
    if not depth:
        return
    for form in (*_without_ending(word), *_without_prefix(word)):
        yield form
        yield from _forms(form, depth - 1)


def _without_ending(word: str) -> Iterator[str]:
    if found := _ISE.search(word):  # the list knows more of "summarize"
        yield word[: found.start()] + "z" + word[found.start() + 1 :]
    for ending, others in _ENDINGS:
        stem = word[: -len(ending)]
        if not word.endswith(ending) or len(stem) < _SHORTEST:
            continue
        if ending == "s" and stem.endswith(("s", "u", "i")):
            continue
        for other in others:
            if stem + other in table():
                yield stem + other
        if stem[-1] == stem[-2] and stem[:-1] in table():  # planned: plan
            yield stem[:-1]


def _without_prefix(word: str) -> Iterator[str]:
    for prefix in _PREFIXES:
        rest = word[len(prefix) :]
        if word.startswith(prefix) and len(rest) >= _SHORTEST and rest in table():
            yield rest


def _compound(word: str) -> float:
    """Return the value of the rarer half where a word is two common words in one, else UNKNOWN."""
    best = UNKNOWN
    for at in range(_SHORTEST, len(word) - _SHORTEST + 1):
        half = min(zipf(word[:at]), max(zipf(word[at:]), zipf(word[at:].removesuffix("s"))))
        short = min(at, len(word) - at) == _SHORTEST
        if half >= (_COMPOUND if short else _LONG_COMPOUND):
            best = max(best, half)
    return best
