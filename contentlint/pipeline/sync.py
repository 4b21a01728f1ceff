"""`contentlint rules sync`: what the source guides changed since the packs were written."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from contentlint import data
from contentlint.config import Config
from contentlint.errors import InputError
from contentlint.model import Rule
from contentlint.pipeline.packs import shipped
from contentlint.rulepack.guide import GUIDES, entries, folded

Index = Mapping[str, Mapping[str, str]]  # file of a guide → heading → digest
MOST = 20_000  # files that are looked at before a folder is taken for a wrong one


@dataclass(frozen=True, slots=True)
class EntryChange:
    """One entry of a guide that differs. how: “added”, “changed” or “removed”. rules: ids of those that cite it."""

    guide: str
    entry: str
    how: str
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sync:
    """changes: in the order of the guides. entries: how many the folder holds. lost: rule and the entry that it
    cites, where the guide has no such entry."""

    changes: tuple[EntryChange, ...]
    entries: int
    lost: tuple[tuple[str, str], ...] = ()


def index_file() -> Path:
    """Return the file that says which entries the packs were written for. It holds headings and digests only."""
    return data.folder("rules") / "govuk" / "entries.json"


def sync(folder: Path, config: Config, extra: Sequence[Path] = ()) -> Sync:
    """Compare a checkout of the guidance with what the packs were written for.

    Raises InputError where the folder holds no guide, or where our index cannot be read.
    """
    now, then = read_guides(folder), read_index()
    rules = shipped(config, extra)
    cited = _cited(rules)
    changes = []
    for file, name in GUIDES.items():
        if file not in now:
            continue
        new, old = now[file], then.get(file, {})
        for entry in [*new, *(entry for entry in old if entry not in new)]:
            how = "added" if entry not in old else "removed" if entry not in new else "changed"
            if how != "changed" or new[entry] != old[entry]:
                changes.append(EntryChange(name, entry, how, tuple(sorted(cited.get((name, folded(entry)), ())))))
    known = {(GUIDES[file], folded(entry)) for file, found in now.items() for entry in found}
    guides = {GUIDES[file] for file in now}
    lost = sorted((rule.id, source.entry) for rule in rules for source in rule.guidance
                  if source.guide in guides and source.entry and (source.guide, folded(source.entry)) not in known)  # fmt: skip
    return Sync(tuple(changes), sum(map(len, now.values())), tuple(lost))


def read_guides(folder: Path) -> dict[str, dict[str, str]]:
    """Return heading → digest for each guide in a folder or below it. Raises InputError where there is none."""
    if not folder.is_dir():
        raise InputError(f"The folder “{folder}” does not exist.")
    found: dict[str, dict[str, str]] = {}
    for number, path in enumerate(folder.rglob("*.md")):
        if number == MOST:
            break
        if path.name in GUIDES and path.name not in found:
            try:
                found[path.name] = entries(path.read_text("utf-8", "replace"))
            except OSError as error:
                raise InputError(f"The file cannot be read: {error.strerror}.", where=str(path)) from None
    first = next(iter(GUIDES))
    if not found.get(first):
        raise InputError(f"“{folder}” holds no GOV.UK style guide: there is no {first} with entries in it.",
                         remedy="Give the folder of a checkout of alphagov/govuk-content-publishing-guidance.")  # fmt: skip
    return {name: found[name] for name in GUIDES if name in found}


def read_index() -> Index:
    """Return the index that ships with the packs. Raises InputError where it is damaged."""
    try:
        kept = json.loads(index_file().read_text("utf-8"))
        return {file: dict(found) for file, found in kept["guides"].items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        raise InputError("The index of entries cannot be read.", where=str(index_file()),
                         remedy="Write it again with --write.") from None  # fmt: skip


def write_index(folder: Path) -> Path:
    """Take the entries of a checkout as those that the packs are written for. Raises InputError."""
    text = json.dumps({"guides": read_guides(folder)}, ensure_ascii=False, indent=1) + "\n"
    try:
        index_file().write_text(text, "utf-8")
    except OSError as error:
        raise InputError(f"The index cannot be written: {(error.strerror or 'unknown reason').lower()}.",
                         where=str(index_file())) from None  # fmt: skip
    return index_file()


def _cited(rules: Sequence[Rule]) -> dict[tuple[str, str], set[str]]:
    """Return (guide, entry) → ids of the rules that name it as a source."""
    cited: dict[tuple[str, str], set[str]] = {}
    for rule in rules:
        for source in rule.guidance:
            if source.guide in GUIDES.values() and source.entry:
                cited.setdefault((source.guide, folded(source.entry)), set()).add(rule.id)
    return cited


def plain(found: Sync) -> dict[str, Any]:
    """Return the comparison as plain JSON types."""
    return {
        "entries": found.entries,
        "changes": [{"guide": one.guide, "entry": one.entry, "change": one.how, "rules": list(one.rules)}
                    for one in found.changes],
        "lost": [{"rule": rule, "entry": entry} for rule, entry in found.lost],
    }  # fmt: skip


def words(found: Sync) -> str:
    """Return the comparison as text for a terminal."""
    lines = []
    for how in ("changed", "removed", "added"):
        some = [one for one in found.changes if one.how == how]
        if some:
            lines += [f"{how.capitalize()}: {len(some)}"]
            lines += [f"  {one.guide}: {one.entry}" + (f"  (look at {', '.join(one.rules)})" if one.rules else "")
                      for one in some] + [""]  # fmt: skip
    if found.lost:
        lines += [f"Sources that name no entry of the guide: {len(found.lost)}"]
        lines += [f"  {rule}: {entry}" for rule, entry in found.lost] + [""]
    lines.append(f"{found.entries} entries, {len(found.changes) or 'none'} differ{'' if len(found.changes) != 1 else 's'} "
                 "from what the packs were written for.")  # fmt: skip
    return "\n".join(lines) + "\n"
