"""Texts made to hang, crash or fool a program that reads them. Each is about 1 MB or 100,000 nested parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

MEGABYTE = 1_000_000
DEEP = 100_000

#: file name → its bytes
CASES: Mapping[str, Callable[[], bytes]] = {
    "no-spaces.txt": lambda: b"a" * MEGABYTE,
    "one-hyphened-word.md": lambda: b"utilise-" * (MEGABYTE // 8),
    "figures.html": lambda: b"<p>" + b"0" * MEGABYTE + b"</p>",
    "nested-quotes.txt": lambda: ("“‘" * (DEEP // 2) + "a" + "’”" * (DEEP // 2)).encode(),
    "nested-quotes.md": lambda: ("“" * DEEP + " a " + "”" * DEEP).encode(),
    "straight-quotes.txt": lambda: ("'\" " * DEEP).encode(),
    "nested-blockquotes.md": lambda: b">" * DEEP + b" a\n\nWe utilise it.\n",
    "nested-blockquotes.html": lambda: b"<blockquote>" * DEEP + b"we utilise it" + b"</blockquote>" * DEEP,
    "right-to-left.txt": lambda: ("\u202eשלום utilise \u200b\u200c\u200d\u2060\ufeff it\u202c. " * 20_000).encode(),
    "zero-width.txt": lambda: ("\u200b" * MEGABYTE + " utilise").encode(),
    "lone-surrogates.txt": lambda: ("we utilise \ud800 it. " * 40_000).encode("utf-8", "surrogatepass"),
    "lone-surrogates.html": lambda: b"<p>" + b"we utilise &#xD800; it. " * 40_000 + b"</p>",
    "only-stops.txt": lambda: b". " * (MEGABYTE // 2),
    "initials.txt": lambda: b"A. " * (MEGABYTE // 3),
    "nested-brackets.md": lambda: b"[" * DEEP + b"]" * DEEP,
    "stars.md": lambda: b"*a " * (2 * DEEP),
}
