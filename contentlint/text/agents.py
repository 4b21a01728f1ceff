"""Tells who does it in a passive: "by the council", but not "by Friday", "by post" or "by filling in"."""

from __future__ import annotations

import re

_BY = re.compile(r"\s+(?:(?!by\b)[\w'’-]+\s+){0,5}?by\s+", re.I)
_PHRASE = re.compile(r"[^\s.,;:?!()]+(?:\s+[^\s.,;:?!()]+)*")
_TIME = re.compile(
    r"(?:(?:the\s+)?(?:end|start|middle|close|beginning|deadline|date|time|due|\d|noon|midnight|midday|then|now|next|last"
    r"|today|tomorrow|tonight|early|late|mid|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|january|february|march|april|may\b|june|july|august|september|october|november|december|christmas|easter"
    r"|spring|summer|autumn|winter|one\b|two\b|three\b|half)|[£$€])",
    re.I,
)
_MEANS = frozenset(
    "post phone telephone email e-mail text letter card cheque cash bacs direct bank debit credit bus car train"
    " tram bike bicycle taxi air sea road rail foot hand law appointment default mistake accident means virtue"
    " way reference using chance choice force name number weight size type age area ward date order far and itself"
    " themselves himself herself yourself itself agreement arrangement invitation request consent statute proxy"
    " side return magic nature definition design comparison contrast standing law.".split()
)
_THINGS_IN_ING = frozenset("building meeting hearing housing planning parking funding king thing".split())
_ENDS = frozenset(
    "in on at for to from with when if unless until before after because so that which who while where during"
    " under within every each once twice today yesterday tomorrow last next this as than through via into without about over and or but by is are was were will".split()
)
_KEEPS = frozenset("and or".split())
LONGEST = 8  # words


def agent_after(text: str, place: int) -> tuple[int, int] | None:
    """Return [start, end) of the words that name the doer of a passive whose participle ends at a place, or None."""
    match = _BY.match(text, place, place + 120)
    if not match:
        return None
    between = match.group().lower().split()[:-1]
    if set(between) & {"and", "or", "but", "which", "who", "that", "if", "when", "is", "are", "was", "were"}:
        return None
    phrase = _PHRASE.match(text, match.end(), match.end() + 120)
    if not phrase or _TIME.match(phrase.group()):
        return None
    words = phrase.group().split()
    first = words[0].lower()
    if first in _MEANS or (first.endswith("ing") and first not in _THINGS_IN_ING):
        return None
    if len(words) > 1 and words[1].lower() in ("date", "deadline", "end", "time", "way", "means", "river", "road", "side"):
        return None
    end = match.end()
    for count, word in enumerate(re.finditer(r"\S+", phrase.group())):
        if count == LONGEST or (count and word.group().lower() in _ENDS - _KEEPS):
            break
        end = match.end() + word.end()
    if text[match.end() : end].split()[-1].lower() in _KEEPS:
        end = match.end() + text[match.end() : end].rstrip().rfind(" ")
    return match.end(), end
