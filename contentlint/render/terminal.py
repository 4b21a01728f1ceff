"""The report for a terminal: worst first, at most a screenful a page, one quoted place each."""

from __future__ import annotations

import textwrap

from contentlint.model import Finding, Report
from contentlint.model.finding import CONTEXT
from contentlint.render.spots import spot
from contentlint.render.templates import environment
from contentlint.render.words import clean

NAME = "terminal"
EXTENSION = ".txt"
WIDTH = 100


def render(report: Report) -> str:
    """Return plain text. Control characters of a page never reach the terminal."""
    env = environment()
    env.filters |= {"wrap": wrap, "words": words}
    text = env.get_template("terminal.txt.j2").render(report=report)
    return clean(text).encode("utf-8", "replace").decode("utf-8")


def wrap(text: str, indent: int) -> str:
    """Wrap text to the terminal; every line but the first is indented."""
    lines = textwrap.wrap(" ".join(text.split()), WIDTH - indent, break_long_words=False, break_on_hyphens=False)
    return ("\n" + " " * indent).join(lines)


def words(item: Finding) -> str:
    """Return where an element is, as a person would look for it; else the quoted words."""
    return spot(item) or quote_line(item.location)


def quote_line(place: object) -> str:
    """Return "… We will [utilise] your data …", or the element, in at most one line."""
    quote, before, after, html = (getattr(place, name) for name in ("quote", "before", "after", "html"))
    if quote and before is not None:
        left = f"…{before.lstrip()}" if len(before) >= CONTEXT else before
        text = f"{left}[{quote}]{after}" + ("…" if after and len(after) >= CONTEXT else "")
    else:
        text = html or quote or ""
    flat = " ".join(text.split())
    return flat if len(flat) <= 160 else flat[:120] + " … " + flat[-30:]
