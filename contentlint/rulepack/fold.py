"""Text as the matcher sees it: quotes straightened, invisible characters gone, addresses and code masked.

Folding changes lengths (ß, ﬁ, İ, soft hyphens), so every view carries a map back to the block's text.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

MASK = "\ufffc"  # neither a letter nor white space, so that words beside it stay apart

_GONE = "".join(
    map(chr, (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF))
)
_SAME_LENGTH = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‛": "'",
        "ʼ": "'",
        "“": '"',
        "”": '"',
        "‟": '"',
        "„": '"',
        "‚": "'",
        "\u00a0": " ",
        "\u2007": " ",
        "\u2009": " ",
        "\u200a": " ",
        "\u202f": " ",
        "\t": " ",
        "\n": " ",
        "\r": " ",
        "\u2010": "-",
        "\u2011": "-",
    }
    | {chr(code): "\ufffd" for code in range(0xD800, 0xE000)}  # lone surrogates cannot be encoded
)
_INVISIBLE = re.compile(f"[{_GONE}]")
_DROP = str.maketrans(dict.fromkeys(_GONE, ""))

# Each begins where no address can already be running, so that a scan stays linear.
_ADDRESS = re.compile(
    r"""(?<![^\s("'<\[,;:=|/])(?:
        (?:https?|ftp)://[^\s<>"]+ | mailto:[^\s<>"]+ | www\.[^\s<>"]+
      | [\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}
      | [\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/[^\s<>"]*
      | (?:[\w-]{1,63}\.){2,8}(?:uk|com|org|net|eu|gov|info|wales|scot|cymru)\b
      | [\w-]{1,63}\.(?:com|org|net|info)\b
    )""",
    re.X | re.I,
)
_ENDS = ".,;:!?)]}'\""
_NO_WORD = re.compile(r"\S{200,}")  # longer than any word or address: data, not prose


@dataclass(frozen=True, slots=True)
class View:
    """One way to see a text.

    text: what patterns run over. back: for each character the index in the original, one more for
    the end; None where both run in step.
    """

    text: str
    back: Sequence[int] | None = None

    def origin(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the original [start, end) of characters of the view, or None inside a split letter."""
        back = self.back
        if back is None:
            return start, end
        if end <= start:
            return back[start], back[start]
        if (start and back[start] == back[start - 1]) or back[end] == back[end - 1]:
            return None
        return back[start], back[end - 1] + 1


def straighten(text: str) -> str:
    """Return a pattern or word with straight quotes, plain spaces and no invisible characters."""
    return text.translate(_SAME_LENGTH).translate(_DROP)


def flat(text: str) -> View:
    """Return the text with straight quotes and without invisible characters; the case stays."""
    plain = text if text.isascii() and "\n" not in text and "\t" not in text else text.translate(_SAME_LENGTH)
    if text.isascii() or not _INVISIBLE.search(plain):
        return View(plain)
    back = array("q", (at for at, letter in enumerate(plain) if letter not in _GONE))
    back.append(len(text))
    return View(plain.translate(_DROP), back)


def folded(view: View) -> View:
    """Return a flat view without regard to case."""
    lower = view.text.casefold()
    if len(lower) == len(view.text):
        return View(lower, view.back)
    letters: list[str] = []
    back = array("q")
    for at, letter in enumerate(view.text):
        wide = letter.casefold()
        letters.append(wide)
        origin = at if view.back is None else view.back[at]
        back.extend([origin] * len(wide))
    back.append(len(view.text) if view.back is None else view.back[len(view.text)])
    return View("".join(letters), back)


def masked(text: str, runs: Sequence[tuple[int, int]]) -> str:
    """Return the text with runs, addresses and endless words covered by MASK, at the same length."""
    found = list(runs)
    if "." in text or "@" in text or ":" in text:
        for match in _ADDRESS.finditer(text):
            end = match.end()
            while end > match.start() and text[end - 1] in _ENDS:
                end -= 1
            found.append((match.start(), end))
    if len(text) >= 200:
        found += [match.span() for match in _NO_WORD.finditer(text)]
    if not found:
        return text
    pieces: list[str] = []
    at = 0
    for start, end in sorted(found):
        start, end = max(start, at), min(end, len(text))
        if end > start:
            pieces += [text[at:start], MASK * (end - start)]
            at = end
    pieces.append(text[at:])
    return "".join(pieces)
