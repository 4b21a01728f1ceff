"""Small ways of looking at a page that several checks share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contentlint.model import Block, Page, Place, Rule, Span
from contentlint.text.sentences import split

PROSE = frozenset({"paragraph", "list", "quote", "cell", "header-cell", "caption", "heading", "summary"})
_SILENT = re.compile(r"\s(?:aria-hidden\s*=\s*[\"']?true|role\s*=\s*[\"']?(?:none|presentation))\b", re.I)
_STATEMENT = ("accessibility statement", "website accessibility statement", "web accessibility statement")
_ABOUT = ("accessibility", "website accessibility", "web accessibility")
_SEVERAL = re.compile(r"(?:\w+ )?accessibility statements\b")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


def folded(text: str) -> str:
    """Return words for comparison: lower case, single spaces, no punctuation or arrows at the ends."""
    return _EDGES.sub("", " ".join(text.split()).casefold())


def prose(page: Page, kinds: frozenset[str] = PROSE) -> Iterator[Block]:
    """Yield the visible blocks of the main region that hold prose."""
    for block in page.blocks:
        if block.kind in kinds and block.place.region == "main" and not block.place.hidden:
            yield block


def words_of(rule: Rule, name: str) -> tuple[str, ...]:
    """Return a list of words from a rule's options."""
    value = rule.options.get(name, ())
    return (value,) if isinstance(value, str) else tuple(str(item) for item in value)  # type: ignore[union-attr]


def patterns_of(rule: Rule, name: str) -> re.Pattern[str] | None:
    """Return a rule's list of patterns as one pattern without regard to case, or None."""
    parts = words_of(rule, name)
    return re.compile("|".join(f"(?:{part})" for part in parts), re.I) if parts else None


def number(rule: Rule, name: str, default: float) -> float:
    """Return a figure from a rule's options."""
    value = rule.options.get(name, default)
    return float(value) if isinstance(value, (int, float)) else default


def is_statement(page: Page) -> bool:
    """Tell whether a page is an accessibility statement.

    Its h1 or title says so; or its h1 is just "Accessibility", and the page links to itself as the
    statement (from the footer) or speaks of its statement and links to no other page by that name.
    """
    names = [folded(heading.text) for heading in page.headings if heading.level == 1]
    if any(_SEVERAL.match(name) for name in names):
        return False  # a list of the statements of several websites
    if any(name.startswith(_STATEMENT) for name in [*names, folded(page.title or "")]):
        return True
    if not any(name.startswith(_ABOUT) for name in names):
        return False
    linked = [link for link in page.links if folded(link.text).startswith(_STATEMENT)]
    here = {page.key, page.url} - {None}
    if any(link.url in here for link in linked):
        return True
    words = " ".join(block.text for block in prose(page)).casefold()
    return not linked and any(phrase in words for phrase in ("accessibility statement", "compliant with the web"))


def sentences(block: Block) -> list[Span]:
    """Return the sentences of a block."""
    return [Span(block, start, end) for start, end in split(block.text)]


def silent(place: Place) -> bool:
    """Tell whether an element is hidden, or says itself that assistive software passes it over."""
    return place.hidden or bool(_SILENT.search((place.html or "").partition(">")[0]))
