"""What a pack's source guides say, and which rule sees each fact: coverage.yaml beside the rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from contentlint.errors import nearest
from contentlint.rulepack.load import read_file
from contentlint.rulepack.options import text, words
from contentlint.rulepack.source import Source

FILE = "coverage.yaml"
_FACT_KEYS = ("says", "rules", "not", "without")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a guide in a few words. rules: ids of those that see it. reason: why no rule sees it, or
    only a part of it; empty where all is seen. without: words of a list that are left out. line: where it stands."""

    id: str
    group: str
    says: str
    rules: tuple[str, ...] = ()
    reason: str = ""
    without: str = ""
    line: int = 1

    @property
    def state(self) -> str:
        """“seen”, “in part” or “not seen”."""
        return "not seen" if not self.rules else "in part" if self.reason else "seen"


@dataclass(frozen=True, slots=True)
class Coverage:
    """The facts of one pack, in the order of the file."""

    pack: str
    source: Source
    facts: tuple[Fact, ...] = ()


def load_coverage(folders: Sequence[Path]) -> dict[str, Coverage]:
    """Return the coverage of every pack that has such a file. Raises RuleError with file:line."""
    paths = [path for folder in folders for path in sorted(folder.glob(f"*/{FILE}"))]
    return {path.parent.name: _read(path) for path in paths}


def check_coverage(found: Mapping[str, Coverage], rules: Sequence[str]) -> None:
    """Raise RuleError where a coverage names a rule that does not exist."""
    for one in found.values():
        for fact in one.facts:
            for name in fact.rules:
                if name not in rules:
                    raise one.source.error(f"There is no rule “{name}”.", "facts", fact.group, fact.id, "rules",
                                           remedy=nearest(name, rules))  # fmt: skip


def _read(path: Path) -> Coverage:
    source = read_file(path)
    keys = source.value
    if not isinstance(keys, dict) or set(keys) - {"reasons", "facts"} or not isinstance(keys.get("facts"), dict):
        raise source.error("A coverage file holds “reasons” and “facts”.")
    reasons = keys.get("reasons") or {}
    facts: list[Fact] = []
    for group, entries in keys["facts"].items():
        if not isinstance(entries, dict):
            raise source.error("A group holds facts.", "facts", group)
        facts += [_fact(source, group, name, entry, reasons) for name, entry in entries.items()]
    seen: set[str] = set()
    for fact in facts:
        if fact.id in seen:
            raise source.error(f"“{fact.id}” stands in two groups.", "facts", fact.group, fact.id)
        seen.add(fact.id)
    return Coverage(path.parent.name, source, tuple(facts))


def _fact(source: Source, group: str, name: str, entry: object, reasons: Mapping[str, str]) -> Fact:
    where = ("facts", group, name)
    if not isinstance(entry, dict) or not entry.get("says"):
        raise source.error(f"“{name}” must say what the guide says, as in “{{says: …, rules: […]}}”.", *where)
    for key in entry:
        if key not in _FACT_KEYS:
            raise source.error(f"A fact has no key “{key}”.", *where, key, remedy=nearest(key, _FACT_KEYS))
    part = source.part(*where)
    rules = tuple(words(part, "rules", entry.get("rules") or []))
    reason = text(part, "not", entry.get("not", ""))
    if reason and reason not in reasons:
        raise source.error(f"There is no reason “{reason}”.", *where, "not", remedy=nearest(reason, reasons))
    if not rules and not reason:
        raise source.error(f"“{name}” needs a rule, or a reason under “not”.", *where)
    return Fact(name, group, text(part, "says", entry["says"]), rules, " ".join(reasons.get(reason, "").split()),
                text(part, "without", entry.get("without", "")), source.lines.get(where, 1))  # fmt: skip
