"""Folders of YAML files → rules. What is wrong is said with file and line."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from contentlint import __version__
from contentlint.errors import RuleError, nearest
from contentlint.model import Rule
from contentlint.rulepack.build import build_rule
from contentlint.rulepack.cache import read_cache, write_cache
from contentlint.rulepack.change import derive_rule
from contentlint.rulepack.sayings import Notes, read_notes
from contentlint.rulepack.source import Source, read_yaml

_NAME = re.compile(r"[A-Za-z0-9][\w.-]*")
_ENDINGS = (".yaml", ".yml")
_PACK = "pack.yaml"
PROFILES = "profiles"  # a folder of profiles beside the packs
NO_RULES = frozenset({_PACK, "coverage.yaml"})
_NO_CHECKERS: Mapping[str, frozenset[str]] = MappingProxyType({})


def load_pack(
    folders: Sequence[Path], checkers: Mapping[str, frozenset[str]] = _NO_CHECKERS
) -> tuple[Rule, ...]:
    """Return the rules of every <folder>/<pack>/<id>.yaml, sorted by id within a folder.

    A folder that holds rule files itself is one pack, named after the folder. A rule of a later folder takes
    the place of an equal id of an earlier one, and a rule that extends another rule takes that one's place.
    checkers: problems by checker, so that rules for our checkers can be told from slips. Raises RuleError
    with file:line.
    """
    return _load(folders, checkers)[0]


def load_notes(
    folders: Sequence[Path], checkers: Mapping[str, frozenset[str]] = _NO_CHECKERS
) -> tuple[Notes, ...]:
    """Return what each pack says about itself, with its vocabulary. Raises RuleError."""
    return _load(folders, checkers)[1]


def pack_notes(folders: Sequence[Path]) -> tuple[str, ...]:
    """Return the sentences of every pack.yaml on what its pack cannot see, each behind the pack's title.

    Raises RuleError.
    """
    return tuple(f"{notes.title}: {sentence}" for notes in _kept_notes(folders) for sentence in notes.not_covered)


def pack_words(folders: Sequence[Path]) -> frozenset[str]:
    """Return the words of the vocabulary files that pack.yaml names, case-folded. Raises RuleError."""
    return frozenset(word for notes in _kept_notes(folders) for word in notes.vocabulary)


def pack_digest(folders: Sequence[Path], extra: str = "") -> str:
    """Return the SHA-256 of every file of the packs, of our version and of `extra`, in hex."""
    return _digest(folders, extra)


def _digest(folders: Sequence[Path], extra: str, only: frozenset[str] | None = None) -> str:
    sha = hashlib.sha256(f"contentlint {__version__}\0{extra}\0".encode("utf-8", "replace"))
    for at, folder in enumerate(folders):
        for path in _files(folder):
            if only and path.name not in only and path.suffix not in only:
                continue
            content = path.read_bytes()
            name = path.relative_to(folder).as_posix().encode("utf-8", "replace")
            sha.update(b"%d\0%s\0%d\0" % (at, name, len(content)) + content)
    return sha.hexdigest()


def _load(
    folders: Sequence[Path], checkers: Mapping[str, frozenset[str]]
) -> tuple[tuple[Rule, ...], tuple[Notes, ...]]:
    known = repr(sorted((name, sorted(problems)) for name, problems in checkers.items()))
    digest = pack_digest(folders, extra=known + repr([str(folder) for folder in folders]))
    if kept := read_cache(digest):
        return kept
    # What stands in the folders before the last is kept by itself: a council that edits its own rules must not
    # wait until ours, which did not change, are read again.
    rules = {rule.id: rule for rule in _load(folders[:-1], checkers)[0]} if len(folders) > 1 else {}
    waiting: list[tuple[str, Source]] = []  # rules that extend other rules
    for folder in folders[-1:]:
        if not folder.is_dir():
            raise RuleError(f"The folder of rules “{folder}” does not exist.", where=str(folder))
        for path in _files(folder):
            if path.suffix in _ENDINGS and path.name not in NO_RULES and path.parent.name != PROFILES:
                source = read_file(path)
                if isinstance(source.value, dict) and "/" in str(source.value.get("extends")):
                    waiting.append((_id(path), source))
                    continue
                rule = build_rule(source, _id(path), checkers)
                rules[rule.id] = rule
    _extend(rules, waiting)
    made, notes = tuple(rules.values()), _notes_of(folders)
    write_cache(digest, made, notes)
    return made, notes


def _extend(rules: dict[str, Rule], waiting: list[tuple[str, Source]]) -> None:
    """Make the rules that extend other rules. Each takes the place of the one it extends, which goes off."""
    while waiting:
        names = {name for name, _ in waiting}
        left = []
        for name, source in waiting:
            base = source.value["extends"]  # type: ignore[index]
            if base not in rules or (base in names and base != name):
                left.append((name, source))
                continue
            made = derive_rule(rules[base], source, name)
            rules[base] = replace(rules[base], on=False)
            rules[name] = made
        if len(left) == len(waiting):
            name, source = left[0]
            base = source.value["extends"]  # type: ignore[index]
            if base in names:
                raise source.error(f"{name} and {base} extend each other.", "extends", remedy="Break the circle.")
            raise source.error(f"There is no rule “{base}” to extend.", "extends",
                               remedy=nearest(base, rules) or "See `contentlint rules list`.")  # fmt: skip
        waiting = left


def _kept_notes(folders: Sequence[Path]) -> tuple[Notes, ...]:
    digest = _digest(folders, "notes" + repr([str(folder) for folder in folders]), frozenset({_PACK, ".txt"}))
    if kept := read_cache(digest):
        return kept[1]
    notes = _notes_of(folders)
    write_cache(digest, (), notes)
    return notes


def _notes_of(folders: Sequence[Path]) -> tuple[Notes, ...]:
    found: list[Notes] = []
    for folder in folders:
        for path in _files(folder):
            if path.name != _PACK:
                continue
            notes, name = read_notes(source := read_file(path), path.parent.name)
            found.append(replace(notes, vocabulary=words_of_file(source, path.parent, name)))
    return tuple(found)


def words_of_file(source: Source, folder: Path, name: str) -> tuple[str, ...]:
    """Return the words of a vocabulary file beside the file that names it, case-folded. Raises RuleError."""
    if not name:
        return ()
    path = folder / name
    if not path.is_file() or folder.resolve() not in path.resolve().parents:
        raise source.error(f"The vocabulary file “{name}” does not exist in its folder.", "vocabulary")
    lines = (line.partition("#")[0].strip() for line in path.read_text("utf-8", "replace").splitlines())
    return tuple(sorted({line.casefold() for line in lines if line}))


def _files(folder: Path) -> list[Path]:
    """Return the files of a folder of packs that count: in it and one level down, none hidden."""
    if not folder.is_dir():
        return []
    kept = (".txt", *_ENDINGS)
    found = [
        path for path in (*folder.glob("*"), *folder.glob("*/*")) if path.suffix in kept and path.is_file()
    ]
    return sorted(path for path in found if not path.name.startswith(".") and path.parent.name[:1] != ".")


def _id(path: Path) -> str:
    pack = path.parent.resolve().name
    for name in (pack, path.stem):
        if not _NAME.fullmatch(name):
            raise RuleError(f"“{name}” cannot be the name of a rule or a pack.", where=f"{path}:1",
                            remedy="Use letters, digits and hyphens.")  # fmt: skip
    return f"{pack}/{path.stem}"


def read_file(path: Path) -> Source:
    """Read a YAML file. Raises RuleError with file:line."""
    try:
        return read_yaml(path.read_bytes().decode("utf-8-sig"), str(path))
    except UnicodeDecodeError as error:
        raise RuleError(f"The file is not UTF-8 (byte {error.start}).", where=f"{path}:1") from None
    except OSError as error:
        raise RuleError(f"The file cannot be read: {error.strerror}.", where=f"{path}:1") from None
