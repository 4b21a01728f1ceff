"""Spelling without Java: the words that a Hunspell dictionary does not know. Says nothing about grammar."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from contentlint.errors import EngineError, InputError
from contentlint.evidence import places
from contentlint.text.commonness import nearest
from contentlint.text.hunspell import Dictionary, load
from contentlint.text.words import classified

ENGINE = "hunspell"
RULE = "HUNSPELL_EN_GB"
GUESSES = 40  # words of a run for which the slow dictionary is asked; no limit of time, so that a busy machine says the same
_PART = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

Match = dict[str, object]


class HunspellEngine:
    """Checks texts, with the interface of LanguageToolEngine. Use it as a context manager.

    dictionary: path of the .dic file, by default where setup put it, else the one of the system. Each distinct
    word is looked up once. Raises EngineError, with a remedy, where there is none.
    """

    requests = 0  # nothing is sent anywhere

    def __init__(self, dictionary: Path | None = None) -> None:
        found = dictionary or places.find_dictionary()
        if found is None:
            raise EngineError("The dictionary for Hunspell is missing.", remedy=places.SETUP)
        self._path = found
        self._dictionary: Dictionary | None = None
        self._known: dict[str, bool] = {}
        self._meant: dict[str, list[str]] = {}
        self._guesses = GUESSES

    @property
    def version(self) -> str:
        """The dictionary's version, or the name of the file of the system's dictionary."""
        return places.DICTIONARY_VERSION if places.dictionary_folder() in self._path.parents else self._path.name

    def __enter__(self) -> HunspellEngine:
        try:
            self._dictionary = load(self._path.with_suffix(""))
            self._dictionary.knows("council")
        except InputError as error:
            raise EngineError(error.what, where=str(self._path), remedy=places.SETUP) from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:  # fmt: skip
        self._dictionary = None

    def check(self, texts: Sequence[str]) -> dict[str, tuple[Match, ...]]:
        """Return the unknown words of each distinct text, in order, as LanguageTool's matches are told."""
        return {text: tuple(self._matches(text)) for text in dict.fromkeys(texts)}

    def _matches(self, text: str) -> list[Match]:
        return [
            {"rule": RULE, "category": "TYPOS", "type": "misspelling", "message": "", "offset": found.start(),
             "length": len(found[0]), "replacements": self._suggest(found[0])}
            for start, end, kind in classified(text) if kind == "plain" and not self._knows(text[start:end])
            for found in _PART.finditer(text, start, end) if len(found[0]) > 1 and not self._knows(found[0])
        ]  # fmt: skip

    def _knows(self, word: str) -> bool:
        if word not in self._known:
            plain = word.replace("’", "'")
            forms = {plain, re.sub(r"'s?$", "", plain)}
            self._known[word] = any(self._dictionary.knows(form) for form in forms)  # type: ignore[union-attr]
        return self._known[word]

    def _suggest(self, word: str) -> list[str]:
        """A common word one letter away; the dictionary's own, slower guesses only where there is none."""
        if word not in self._meant:
            near = nearest(word.casefold(), (), 2.8)
            if near and self._knows(near[0].capitalize() if word[0].isupper() else near[0]):
                self._meant[word] = [near[0].capitalize() if word[0].isupper() else near[0]]
            elif word[0].isupper() or not self._guesses:  # most are names
                self._meant[word] = []
            else:
                self._guesses -= 1
                self._meant[word] = self._dictionary.suggest(word)[:5]  # type: ignore[union-attr]
        return self._meant[word]
