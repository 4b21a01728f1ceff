"""`contentlint feedback import` and `traffic import`: read every file first, then store them all."""

from __future__ import annotations

import glob
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from contentlint.config import Config
from contentlint.errors import ConfigError, InputError, StoreError
from contentlint.feedback import match_pages, read_feedback
from contentlint.model import FeedbackItem, Imported, PageViews, Refused
from contentlint.store import Store
from contentlint.traffic import match_views, read_traffic


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did. read: (file, what it gave). added, already: rows new to the store or known.
    unmatched: items whose page the latest scan did not meet; refused: (file, row) left out."""

    read: tuple[tuple[str, Imported], ...]
    added: int
    already: int
    items: tuple[FeedbackItem | PageViews, ...]
    unmatched: tuple[FeedbackItem | PageViews, ...]
    refused: tuple[tuple[str, Refused], ...]


def feedback(store: Store, config: Config, files: Sequence[str]) -> ImportResult:
    """Import feedback files. Raises InputError before anything is stored."""
    wanted = config.feedback

    def read(path: Path, body: bytes) -> Imported:
        return read_feedback(str(path), body, wanted.columns, wanted.timezone, wanted.references)

    found = _read(_files(files or wanted.files, config, "feedback"), read)
    items = tuple(item for _, imported in found for item in imported.items)
    added = already = 0
    for name, imported in found:
        new, known = store.add_feedback(imported, name)
        added, already = added + new, already + known
    matched = _matched(store, items)
    return ImportResult(found, added, already, matched, _lost(items, matched), _refused(found))


def traffic(store: Store, config: Config, files: Sequence[str]) -> ImportResult:
    """Import page views. Raises InputError before anything is stored."""
    wanted = config.traffic

    def read(path: Path, body: bytes) -> Imported:
        return read_traffic(str(path), body, wanted.columns)

    found = _read(_files(files or wanted.files, config, "traffic"), read)
    rows = tuple(item for _, imported in found for item in imported.items)
    added = store.add_views(rows)
    pages, aliases = _pages(store)
    unmatched = match_views(rows, pages, aliases)[1] if pages else ()
    return ImportResult(found, added, 0, rows, unmatched, _refused(found))


def listed(store: Store) -> tuple[tuple[FeedbackItem, ...], tuple[FeedbackItem, ...]]:
    """Return all stored feedback with the pages of the latest scan where they fit, and the items that fit
    no page, with the address that their export gave."""
    items = tuple(store.feedback())
    matched = _matched(store, items)
    return matched, _lost(items, matched)


def _files(given: Sequence[str], config: Config, what: str) -> list[Path]:
    if not given:
        raise ConfigError(f"No {what} file was named.",
                          remedy=f"Name one, or list it under “files” in [{what}].")  # fmt: skip
    paths = []
    for name in given:
        base = Path(name) if Path(name).is_absolute() or Path(name).exists() else config.folder / name
        fits = sorted(glob.glob(str(base))) or [str(base)]
        paths += [Path(fit) for fit in fits]
    return paths


def _read(paths: Sequence[Path], read: Callable[[Path, bytes], Imported]) -> tuple[tuple[str, Imported], ...]:
    found = []
    for path in paths:
        try:
            body = path.read_bytes()
        except OSError as error:
            raise InputError(f"The file cannot be read: {(error.strerror or 'unknown reason').lower()}.",
                             where=str(path)) from None  # fmt: skip
        found.append((str(path), read(path, body)))
    return tuple(found)


def _lost(items: Sequence[FeedbackItem], matched: Sequence[FeedbackItem]) -> tuple[FeedbackItem, ...]:
    return tuple(item for item, known in zip(items, matched, strict=True) if known.page is None)


def _refused(found: Sequence[tuple[str, Imported]]) -> tuple[tuple[str, Refused], ...]:
    return tuple((name, row) for name, imported in found for row in imported.refused)


def _matched(store: Store, items: tuple[FeedbackItem, ...]) -> tuple[FeedbackItem, ...]:
    pages, aliases = _pages(store)
    return match_pages(items, pages, aliases) if pages else items


def _pages(store: Store) -> tuple[list[str], dict[str, str]]:
    """Return the pages of the latest scan and the addresses that lead to them; nothing before a scan."""
    try:
        scan = store.scan("latest")
    except StoreError:
        return [], {}
    return [row.page for row in scan.pages], {old: row.page for row in scan.pages for old in row.requested}
