"""Spelling and grammar beside the crawl: sentences are gathered over all pages, and each is asked about once."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, suppress

from contentlint.config import LanguageConfig
from contentlint.errors import EngineError
from contentlint.evidence import places
from contentlint.evidence.hunspell import HunspellEngine
from contentlint.evidence.languagetool import DISABLED, DISABLED_CATEGORIES, LanguageToolEngine
from contentlint.model import EngineUse, Evidence, Outcome, Page, Skip
from contentlint.text.english import is_english, is_foreign
from contentlint.text.sentences import split

LANGUAGETOOL, HUNSPELL = "languagetool", "hunspell"
PROSE = frozenset({"paragraph", "list", "heading", "cell", "header-cell", "caption", "summary",
                   "label", "legend", "button"})  # fmt: skip
BATCH = 150  # sentences handed over at once: big batches cost least, small ones keep the server busy
SPELLING_ONLY = "grammar was not checked; spelling was checked with Hunspell"

Remembered = Callable[[Collection[str]], Mapping[str, object]]
Remember = Callable[[Mapping[str, object]], None]
Progress = Callable[[str, int, int], None]


class Language:
    """Context manager. Hand over pages with `look`, then ask `collect` for the evidence.

    LanguageTool is asked, or Hunspell where it is chosen or LanguageTool cannot start. known, remember: answers of
    earlier runs by key. With them, a server is started only when a sentence is met that is not known; else at once,
    so that it reads its rules while pages are being fetched.
    """

    def __init__(self, settings: LanguageConfig, known: Remembered | None, remember: Remember | None) -> None:
        self._settings = settings
        self._known, self._remember = known or (lambda keys: {}), remember or (lambda new: None)
        self._waits = known is not None
        self._stack = ExitStack()
        self._tool: LanguageToolEngine | HunspellEngine | None = None
        self._pages: list[tuple[Page, list[tuple[int, int, str]]]] = []
        self._waiting: list[str] = []
        self._met: set[str] = set()
        self._batches: list[Future] = []
        self._answers: dict[str, object] = {}
        self._started = self._lost = False  # lost: the server is gone for good
        self._asked = self._recalled = 0
        self._seconds = 0.0
        self.engine, self.version = LANGUAGETOOL, ""  # of what answers
        self.skips: list[Skip] = []

    def __enter__(self) -> Language:
        self._worker = ThreadPoolExecutor(1, "language")
        if not self._waits or self._settings.engine == HUNSPELL or self._settings.server:
            self._batches.append(self._worker.submit(self._start))
        return self

    def __exit__(self, *_: object) -> None:
        for batch in self._batches:
            batch.cancel()
        with suppress(Exception):
            self._worker.shutdown()
        self._stack.close()

    def look(self, page: Page) -> None:
        """Queue the sentences of a page that were not met before."""
        runs = sentences_of(page)
        self._pages.append((page, runs))
        fresh = dict.fromkeys(text for _, _, text in runs if text not in self._met)
        self._met.update(fresh)
        self._waiting.extend(fresh)
        if len(self._waiting) >= BATCH:
            self.flush()

    def collect(self, progress: Progress) -> list[Evidence]:
        """Wait for every answer and return the evidence of each page. Skips are in `skips` afterwards."""
        self.flush()
        for number, batch in enumerate(self._batches, 1):
            progress("Checking spelling and grammar", number, len(self._batches))
            batch.result()
        if not self.version:
            return []
        said = [self._evidence(page, runs) for page, runs in self._pages]
        self.skips += [item for item in said if isinstance(item, Skip)]
        return [item for item in said if isinstance(item, Evidence)]

    @property
    def use(self) -> EngineUse:
        """What was asked, and what was known from earlier runs."""
        requests = self._tool.requests if self._tool else 0
        return EngineUse(self.engine, self._seconds, len(self._pages), requests, len(self._met), self._asked, self._recalled)

    def _start(self) -> None:
        """Runs in the worker. Afterwards there is a tool and its version, or a skip."""
        if self._started:
            return
        self._started = True
        began = time.monotonic()
        try:
            if self._settings.engine == HUNSPELL:
                self._open(HUNSPELL, HunspellEngine())
                self.skips.append(Skip(None, LANGUAGETOOL, f"{SPELLING_ONLY}, as you chose", Outcome.CHOICE))
                return
            settings = self._settings
            self._open(LANGUAGETOOL, LanguageToolEngine(settings.server, settings.variety, (*DISABLED, *settings.disable)))
        except EngineError as error:
            self._do_without(error)
        finally:
            self._seconds += time.monotonic() - began

    def _open(self, name: str, tool: LanguageToolEngine | HunspellEngine) -> None:
        self._stack.enter_context(tool)
        self.engine, self.version, self._tool = name, tool.version, tool

    def _do_without(self, error: EngineError) -> None:
        self.version = ""
        reason = error.what.rstrip(".")
        if self._settings.engine != HUNSPELL and self._settings.variety == "en-GB":
            with suppress(EngineError):
                self._open(HUNSPELL, HunspellEngine())
                reason += f"; {SPELLING_ONLY}"
        self.skips.append(Skip(None, self._settings.engine, reason, remedy=error.remedy))

    def flush(self) -> None:
        """Hand over what waits."""
        if self._waiting:
            batch, self._waiting = self._waiting, []
            self._batches.append(self._worker.submit(self._ask, batch))

    def _ask(self, texts: list[str]) -> None:
        """Runs in the worker. Answers stay empty where the server is lost."""
        if not self._started and places.find_languagetool():
            self.version = places.LANGUAGETOOL_VERSION  # of the server that would be started
            if not (texts := self._recall(texts)):
                return
        elif self._started and self.engine == LANGUAGETOOL and self.version:
            texts = self._recall(texts)
        self._start()
        if self._tool is None or self._lost or not texts:
            return
        began = time.monotonic()
        try:
            said = self._tool.check(texts)
        except EngineError as error:
            self.skips.append(Skip(None, LANGUAGETOOL, error.what.rstrip("."), remedy=error.remedy))
            self._lost = True
            return
        finally:
            self._seconds += time.monotonic() - began
        self._asked += len(texts)
        self._answers |= said
        if self.engine == LANGUAGETOOL:  # Hunspell is faster than the history
            self._remember({self._key(text): matches for text, matches in said.items()})

    def _recall(self, texts: list[str]) -> list[str]:
        """Take what is known from earlier runs; return the rest."""
        keys = {text: self._key(text) for text in texts}
        known = self._known(list(keys.values()))
        self._answers |= {text: known[key] for text, key in keys.items() if key in known}
        missing = [text for text, key in keys.items() if key not in known]
        self._recalled += len(texts) - len(missing)
        return missing

    def _key(self, text: str) -> str:
        off = sorted({*DISABLED, *DISABLED_CATEGORIES, *self._settings.disable})
        return hashlib.sha256(json.dumps((self.version, self._settings.variety, off, text)).encode()).hexdigest()

    def _evidence(self, page: Page, runs: list[tuple[int, int, str]]) -> Evidence | Skip:
        missing = sum(text not in self._answers for _, _, text in runs)
        if missing and self._lost:
            return Skip(page.key, self.engine, "the spelling and grammar server stopped before this page was done")
        if missing:
            self.skips.append(Skip(page.key, self.engine, f"{missing} sentences could not be checked", Outcome.CHOICE))
        blocks: dict[int, list[dict[str, object]]] = {}
        for index, start, text in runs:
            for match in self._answers.get(text, ()):  # type: ignore[union-attr]
                blocks.setdefault(index, []).append({**match, "offset": match["offset"] + start})
        payload = {"blocks": [{"index": index, "matches": said} for index, said in sorted(blocks.items())]}
        return Evidence(self.engine, self.version, page.key, payload)


def sentences_of(page: Page) -> list[tuple[int, int, str]]:
    """Return (index of the block, start in its text, sentence) for the English prose of a page."""
    runs = []
    english = is_english(page)
    for index, block in enumerate(page.blocks):
        ours = block.lang.lower().startswith("en") if block.lang else english
        if block.kind in PROSE and ours and not is_foreign(block.text):
            runs += [(index, start, block.text[start:end]) for start, end in split(block.text) if end - start > 2]
    return runs
