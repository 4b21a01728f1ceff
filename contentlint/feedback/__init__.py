"""What residents said. One route a file; personal data goes before anything else sees a comment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath

from contentlint.feedback import plain, webform
from contentlint.model import FeedbackItem, Imported
from contentlint.tabular import table
from contentlint.urls import finder

__all__ = ["match_pages", "read_feedback"]


def read_feedback(
    path: str | PurePath,
    data: bytes,
    columns: Mapping[str, str],
    timezone: str = "Europe/London",
    references: Sequence[str] = (),
) -> Imported:
    """Read one export, by the first route that knows its header.

    path: its name, for messages. columns: our name → the export's header. timezone: of dates without
    one. references: patterns of the council's own numbers, to be redacted. Pages come as the export
    names them; `match_pages` finds their keys. Raises InputError where the file cannot be read as
    feedback, and ConfigError where a setting is wrong; then nothing is taken in.
    """
    made = table(str(path), data)
    route = next(part for part in (webform, plain) if part.recognises(made.header))
    return route.read(made, columns, timezone, references)


def match_pages(
    items: Iterable[FeedbackItem], pages: Iterable[str], aliases: Mapping[str, str] | None = None
) -> tuple[FeedbackItem, ...]:
    """Return the items in their order, each with the key of its page, or with None where no page fits.

    By address, then by path, then by redirect. aliases: address that leads elsewhere → page key.
    """
    find = finder(pages, aliases)
    return tuple(replace(item, page=find(item.page) if item.page else None) for item in items)
