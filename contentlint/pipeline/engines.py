"""Runs the outside engines beside the crawl: browsers for axe-core, one LanguageTool for all pages.

An engine that is missing or fails gives Skips, never an exception and never a silent pass.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, suppress
from types import TracebackType
from typing import TYPE_CHECKING

from contentlint.config import Config
from contentlint.errors import EngineError
from contentlint.model import Evidence, Outcome, Page, Skip
from contentlint.text.english import is_english, is_foreign
from contentlint.text.sentences import split

if TYPE_CHECKING:
    from contentlint.evidence.axe import AxeEngine
    from contentlint.evidence.looking import Look

AXE, LANGUAGETOOL = "axe-core", "languagetool"
#: option word → engine
NAMES: Mapping[str, str] = {"browser": AXE, "languagetool": LANGUAGETOOL}
PROSE = frozenset({"paragraph", "list", "heading", "cell", "header-cell", "caption", "summary",
                   "label", "legend", "button"})  # fmt: skip
BATCH = 150  # sentences handed over at once: big batches cost least, small ones keep the server busy

Remembered = Callable[[Collection[str]], Mapping[str, object]]
Remember = Callable[[Mapping[str, object]], None]


class Engines:
    """Context manager. Hand over pages with `look`, then ask `collect` for the evidence.

    known, remember: the cache of sentences that LanguageTool has judged before, by key.
    axe: the engine with the browsers, or None. addresses: what they opened, by page key.
    """

    def __init__(self, config: Config, without: Collection[str] = (), *,
                 known: Remembered | None = None, remember: Remember | None = None) -> None:  # fmt: skip
        self._config, self._without = config, frozenset(without)
        self._known, self._remember = known or (lambda keys: {}), remember or (lambda new: None)
        self._stack = ExitStack()
        self.axe: AxeEngine | None = None
        self.addresses: dict[str, str] = {}
        self._tool = None
        self._starting: Future | None = None
        self._looks: list[tuple[str, Look]] = []
        self._templates: set[str] = set()  # of pages that had the slow probes
        self._pages: list[tuple[Page, list[tuple[int, int, str]]]] = []
        self._waiting: list[str] = []
        self._asked: set[str] = set()
        self._batches: list[Future] = []
        self._answers: dict[str, object] = {}
        self.versions: dict[str, str] = {}
        self.skips: list[Skip] = []
        self._lost = False  # the server is gone for good
        self.asked = 0  # sentences really sent to LanguageTool

    def __enter__(self) -> Engines:
        self._worker = self._stack.enter_context(ThreadPoolExecutor(1, "languagetool"))
        self.skips += [
            Skip(None, NAMES[name], "left out, as you asked with --without", Outcome.CHOICE)
            for name in sorted(self._without)
        ]
        if "languagetool" not in self._without:
            self._starting = self._worker.submit(self._start_languagetool)
        if "browser" not in self._without:
            try:
                self._start_axe()
            except BaseException:  # the server that starts beside it must not be left running
                self.__exit__(None, None, None)
                raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:  # fmt: skip
        for _, look in self._looks:
            look.cancel()
        for batch in self._batches:
            batch.cancel()
        if self._starting is not None:
            with suppress(Exception):
                self._starting.result(60)
        self._stack.close()

    def look(self, page: Page, address: str | None) -> None:
        """Queue a page. address: what a browser opens, or None where no browser is to look."""
        if self.axe is not None and address is not None:
            self.addresses[page.key] = address
            self._looks.append((page.key, self.axe.look(address, page.key, each=self._each(page))))
        if self._starting is not None and page.media != "pdf":
            runs = sentences_of(page)
            self._pages.append((page, runs))
            fresh = dict.fromkeys(text for _, _, text in runs if text not in self._asked)
            self._asked.update(fresh)
            self._waiting.extend(fresh)
            if len(self._waiting) >= BATCH:
                self._flush()

    def collect(self, progress: Callable[[str, int, int], None] = lambda *_: None) -> dict[str, list[Evidence]]:
        """Wait for everything and return evidence by page. Skips are in `skips` afterwards."""
        found: dict[str, list[Evidence]] = {}
        self._flush()
        for number, (key, look) in enumerate(self._looks, 1):
            for said in look.result():
                if isinstance(said, Skip):
                    self.skips.append(said)
                else:
                    found.setdefault(key, []).append(said)
            progress("Looking at pages in the browser", number, len(self._looks))
        for number, batch in enumerate(self._batches, 1):
            progress("Checking spelling and grammar", number, len(self._batches))
            batch.result()
        if self._starting is not None and self._starting.result() is not None:
            for page, runs in self._pages:
                evidence = self._language_evidence(page, runs)
                if isinstance(evidence, Skip):
                    self.skips.append(evidence)
                else:
                    found.setdefault(page.key, []).append(evidence)
        return found

    def _each(self, page: Page) -> tuple[str, ...]:
        """What runs on a page: the slow probes only on the first page of each template."""
        if page.template and page.template in self._templates:
            return ("page",)
        self._templates.add(page.template or page.key)
        return ("page", "template")

    def _start_axe(self) -> None:
        from contentlint.evidence.axe import EXPERIMENTAL, TAGS, TRIPLE, AxeEngine
        from contentlint.evidence.browser import Limits

        try:
            browser = self._config.browser
            wanted = self._config.accessibility
            tags = (*TAGS, *(TRIPLE if wanted.level == "AAA" else ()), *(EXPERIMENTAL if wanted.experimental else ()))
            engine = AxeEngine(browser.count, tags=tags, limits=Limits(task=browser.timeout))
            self.axe = self._stack.enter_context(engine)
            self.versions[AXE] = self.axe.version
        except EngineError as error:
            self.skips.append(_missing(AXE, error))

    def _start_languagetool(self) -> str | None:
        from contentlint.evidence.languagetool import DISABLED, LanguageToolEngine

        settings = self._config.language
        try:
            tool = LanguageToolEngine(settings.server, settings.variety, (*DISABLED, *settings.disable))
            self._stack.enter_context(tool)
            self.versions[LANGUAGETOOL] = tool.version
        except EngineError as error:
            self.skips.append(_missing(LANGUAGETOOL, error))
            return None
        self._tool = tool
        return tool.version

    def _flush(self) -> None:
        if self._waiting:
            batch, self._waiting = self._waiting, []
            self._batches.append(self._worker.submit(self._ask, batch))

    def _ask(self, texts: list[str]) -> None:
        """Runs in the worker thread, after the start. Answers stay empty where the server is lost."""
        if self._tool is None:
            return
        keys = {text: self._key(text) for text in texts}
        known = self._known(list(keys.values()))
        self._answers |= {text: known[key] for text, key in keys.items() if key in known}
        missing = [text for text, key in keys.items() if key not in known]
        if not missing:
            return
        try:
            said = self._tool.check(missing)
        except EngineError as error:
            if not self._lost:
                self.skips.append(_missing(LANGUAGETOOL, error))
            self._lost = True
            return
        self.asked += len(missing)
        self._answers |= said
        self._remember({keys[text]: matches for text, matches in said.items()})

    def _key(self, text: str) -> str:
        settings = self._config.language
        parts = (self.versions.get(LANGUAGETOOL, ""), settings.variety, sorted(settings.disable), text)
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()

    def _language_evidence(self, page: Page, runs: list[tuple[int, int, str]]) -> Evidence | Skip:
        missing = sum(text not in self._answers for _, _, text in runs)
        if missing and self._lost:
            return Skip(page.key, LANGUAGETOOL, "the spelling and grammar server stopped before this page was done")
        if missing:
            self.skips.append(Skip(page.key, LANGUAGETOOL, f"{missing} sentences could not be checked", Outcome.CHOICE))
        blocks: dict[int, list[dict[str, object]]] = {}
        for index, start, text in runs:
            for match in self._answers.get(text, ()):  # type: ignore[union-attr]
                blocks.setdefault(index, []).append({**match, "offset": match["offset"] + start})
        payload = {"blocks": [{"index": index, "matches": said} for index, said in sorted(blocks.items())]}
        return Evidence(LANGUAGETOOL, self.versions[LANGUAGETOOL], page.key, payload)


def sentences_of(page: Page) -> list[tuple[int, int, str]]:
    """Return (index of the block, start in its text, sentence) for the English prose of a page."""
    runs = []
    english = is_english(page)
    for index, block in enumerate(page.blocks):
        ours = block.lang.lower().startswith("en") if block.lang else english
        if block.kind in PROSE and ours and not is_foreign(block.text):
            runs += [(index, start, block.text[start:end]) for start, end in split(block.text) if end - start > 2]
    return runs


def _missing(engine: str, error: EngineError) -> Skip:
    return Skip(None, engine, error.what.rstrip("."), remedy=error.remedy)
