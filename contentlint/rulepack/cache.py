"""Keeps parsed rules as JSON beside other caches of the user, so that a start need not read YAML.

JSON and never pickle: what lies in a cache folder must not be able to run.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from types import MappingProxyType
from typing import Any

import platformdirs

from contentlint.model import Certainty, Example, Guidance, Kind, Owner, Rule, Severity
from contentlint.rulepack.sayings import Notes

_FORMAT = 2
_KEPT = 12
_RULE_KEYS = tuple(item.name for item in fields(Rule))


def cache_file(digest: str) -> Path:
    """Return the file in which the rules of one digest are kept."""
    return Path(platformdirs.user_cache_dir("contentlint")) / f"rules-{digest[:32]}.json"


def read_cache(digest: str) -> tuple[tuple[Rule, ...], tuple[Notes, ...]] | None:
    """Return the kept rules and notes, or None where there are none or the file is damaged."""
    kept = read_kept(digest)
    try:
        if kept is None:
            return None
        return tuple(_rule(item) for item in kept["rules"]), tuple(_notes(item) for item in kept["packs"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def write_cache(digest: str, rules: Sequence[Rule], packs: Sequence[Notes]) -> None:
    """Keep rules and notes. A folder that cannot be written is no error: the next start is slower."""
    write_kept(digest, {"rules": [_plain(rule) for rule in rules], "packs": [_plain_notes(notes) for notes in packs]})


def read_kept(digest: str) -> Any:
    """Return the JSON value that is kept under a digest, or None where there is none or it is damaged."""
    try:
        content = cache_file(digest).read_bytes()
        check, _, body = content.partition(b"\n")
        return json.loads(body) if check.decode("ascii") == _check(digest, body) else None
    except (OSError, ValueError, RecursionError):
        return None


def write_kept(digest: str, value: object) -> None:
    """Keep a JSON value under a digest."""
    body = json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    path = cache_file(digest)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".rules-", suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_check(digest, body).encode("ascii") + b"\n" + body)
            os.replace(name, path)
            _prune(path.parent)
        except OSError:
            with suppress(OSError):
                os.unlink(name)


def _prune(folder: Path) -> None:
    """Drop the caches of packs that are no longer read: all but the newest."""
    newest = sorted(folder.glob("rules-*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in newest[_KEPT:]:
        path.unlink(missing_ok=True)


def _check(digest: str, body: bytes) -> str:
    return hashlib.blake2b(f"{_FORMAT}:{digest}:".encode() + body, digest_size=16).hexdigest()


def _plain(rule: Rule) -> dict[str, object]:
    plain = {key: getattr(rule, key) for key in _RULE_KEYS}
    plain["options"] = dict(rule.options)
    plain["guidance"] = [[item.guide, item.entry, item.url, item.checked] for item in rule.guidance]
    plain["examples"] = [
        [item.text, item.flags, item.fixed, item.markup, item.line, item.under] for item in rule.examples
    ]
    return plain


def _rule(kept: dict[str, object]) -> Rule:
    return Rule(**kept | {
        "severity": Severity(kept["severity"]), "certainty": Certainty(kept["certainty"]),
        "kind": Kind(kept["kind"]), "owner": Owner(kept["owner"]), "scope": tuple(kept["scope"]),
        "guidance": tuple(Guidance(*item) for item in kept["guidance"]),
        "wcag": tuple(kept["wcag"]), "fixed": tuple(kept["fixed"]), "act": tuple(kept["act"]), "options": MappingProxyType(kept["options"]),
        "examples": tuple(Example(text, tuple(flags), *rest) for text, flags, *rest in kept["examples"]),
    })  # type: ignore[arg-type]  # fmt: skip


def _plain_notes(notes: Notes) -> list[object]:
    return [notes.name, notes.title, notes.description, notes.not_covered, notes.vocabulary]


def _notes(kept: list[object]) -> Notes:
    name, title, description, not_covered, vocabulary = kept
    return Notes(name, title, description, tuple(not_covered), tuple(vocabulary))  # type: ignore[arg-type]
