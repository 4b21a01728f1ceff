"""spelling: words that no dictionary knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import regex

from contentlint.errors import InputError, RuleError
from contentlint.rulepack.vale.definition import Definition
from contentlint.rulepack.vale.dialect import compiled, found
from contentlint.rulepack.vale.finder import Finder, Spot
from contentlint.rulepack.vale.segments import tokens
from contentlint.rulepack.vale.terms import Excuses, pattern_of
from contentlint.rulepack.vale.types._base import Alert, Judge, Setting, State, fill
from contentlint.rulepack.vale.web_words import WEB_WORDS
from contentlint.text import hunspell

#: camel case, capitals at the end, anything but letters, "_" and "'"
_USUAL = re.compile(r"[A-Z][a-z]+[A-Z]+\w+|[A-Z]+$|[^a-zA-Z_']")


def plan(definition: Definition, slot: int, finder: Finder, setting: Setting) -> Judge:
    """Load the dictionaries. Raises RuleError for one that is missing or a filter that is no pattern."""
    return _Spelling(definition, setting)


class _Spelling:
    always = True

    def __init__(self, definition: Definition, setting: Setting) -> None:
        self.definition = definition
        self.dictionary = _dictionary(definition, setting)
        self.dictionary.add(_ignored(definition, setting))
        self.custom = definition.flag("custom")
        self.web = self.dictionary.bundled
        try:
            self.filters = [regex.compile(item) for item in definition.listed("filters")]
        except regex.error as error:
            raise RuleError(f"A filter of {definition.name} is no pattern: {error}.", where=definition.path) from None
        terms = [pattern_of(term) for term in setting.accepted]
        self.accepted = compiled("|".join(rf"\b(?:{term})\b" for term in terms), True) if terms else None
        self.phrases = Excuses((), setting.accepted).phrases

    def judge(self, text: str, spots: Sequence[Spot], state: State) -> Iterator[Alert]:
        if self.phrases is not None:
            text = self.phrases.sub(lambda match: " " * len(match.group()), text)
        for word, start in tokens(text):
            if not self.custom and _USUAL.search(word):
                continue
            if any(pattern.search(word) for pattern in self.filters) or self._knows(word):
                continue
            if self.accepted is None or not found(self.accepted, word):
                yield Alert(start, start + len(word), fill(self.definition.message, word))

    def _knows(self, word: str) -> bool:
        if self.web and word.lower() in WEB_WORDS:
            return True
        try:
            return self.dictionary.knows(word)
        except InputError as error:
            raise RuleError(f"{self.definition.name} cannot spell: {error.what}", where=error.where) from None


def _dictionary(definition: Definition, setting: Setting) -> hunspell.Dictionary:
    aff, dic = str(definition.keys.get("aff") or ""), str(definition.keys.get("dic") or "")
    found_dic = _asset(dic, setting) if aff and dic else None
    folders = [folder / "config" / "dictionaries" for folder in setting.folders]
    if path := str(definition.keys.get("dicpath") or ""):
        folders = [place for place in (Path(path), *(folder / path for folder in setting.folders)) if place.is_dir()]
        if not folders:
            raise RuleError(f"The folder of dictionaries “{path}” does not exist.", where=definition.path)
    places: list[str | Path] = [found_dic.with_suffix("")] if found_dic else []
    for name in definition.listed("dictionaries"):
        place = next((folder / name for folder in folders if (folder / f"{name}.dic").is_file()), None)
        if place is None and name not in hunspell.BUNDLED:
            raise RuleError(f"There is no dictionary “{name}”.", where=definition.path)
        places.append(place or name)
    if not places or definition.flag("append"):
        places.append("en_US")
    if definition.path == "Vale" and not definition.listed("dictionaries"):
        places += sorted(file.with_suffix("") for folder in folders for file in folder.glob("*.dic"))
    try:
        return hunspell.load(*places)
    except InputError as error:
        raise RuleError(f"{definition.name} cannot spell: {error.what}", where=error.where) from None


def _asset(name: str, setting: Setting) -> Path | None:
    places = [Path(name), *(folder / name for folder in setting.folders)]
    return next((place for place in places if place.is_file()), None)


def _ignored(definition: Definition, setting: Setting) -> list[str]:
    places: list[Path] = []
    if definition.path == "Vale":
        places = sorted(file for folder in setting.folders for file in (folder / "config" / "ignore").rglob("*.txt"))
    for name in definition.listed("ignore"):
        places += [Path(name), *(folder / name for folder in setting.folders), *(folder / "config" / "ignore" / name for folder in setting.folders)]
    words: list[str] = []
    for place in places:
        if place.is_file():
            words += [line.strip() for line in place.read_text("utf-8", "replace").splitlines() if line.strip() not in ("", "#")]
    return words
