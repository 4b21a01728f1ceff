"""Runs the outside engines beside the crawl: browsers for axe-core, one LanguageTool for all pages.

An engine that is missing or fails gives Skips, never an exception and never a silent pass.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping
from contextlib import ExitStack
from types import TracebackType
from typing import TYPE_CHECKING

from contentlint.config import Config
from contentlint.errors import EngineError
from contentlint.model import EngineUse, Evidence, Outcome, Page, Skip
from contentlint.pipeline.language import HUNSPELL, LANGUAGETOOL, Language, Remember, Remembered

if TYPE_CHECKING:
    from contentlint.evidence.axe import AxeEngine
    from contentlint.evidence.looking import Look

AXE = "axe-core"
#: option word → engine
NAMES: Mapping[str, str] = {"browser": AXE, "languagetool": LANGUAGETOOL}
SPELLERS = frozenset({LANGUAGETOOL, HUNSPELL})


class Engines:
    """Context manager. Hand over pages with `look`, then ask `collect` for the evidence.

    known, remember: the answers of the language engine in earlier runs, by key.
    axe: the engine with the browsers, or None. addresses: what they opened, by page key.
    """

    def __init__(self, config: Config, without: Collection[str] = (), *,
                 known: Remembered | None = None, remember: Remember | None = None,
                 elsewhere: bool = True) -> None:  # fmt: skip
        self._config, self._without, self._elsewhere = config, frozenset(without), elsewhere
        self._stack = ExitStack()
        self.axe: AxeEngine | None = None
        self.addresses: dict[str, str] = {}
        self._language: Language | None = None
        if "languagetool" not in self._without:
            self._language = Language(config.language, known, remember)
        self._looks: list[tuple[str, Look]] = []
        self._templates: set[str] = set()  # of pages that had the slow probes
        self._axe_seconds = 0.0
        self.versions: dict[str, str] = {}
        self.skips: list[Skip] = []

    def __enter__(self) -> Engines:
        self.skips += [
            Skip(None, NAMES[name], "left out, as you asked with --without", Outcome.CHOICE)
            for name in sorted(self._without)
        ]
        if self._language is not None:
            self._stack.enter_context(self._language)
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
        self._stack.close()

    def look(self, page: Page, address: str | None) -> None:
        """Queue a page. address: what a browser opens, or None where no browser is to look."""
        if self.axe is not None and address is not None:
            self.addresses[page.key] = address
            self._looks.append((page.key, self.axe.look(address, page.key, each=self._each(page))))
        if self._language is not None and page.media != "pdf":
            self._language.look(page)

    def collect(self, progress: Callable[[str, int, int], None] = lambda *_: None) -> dict[str, list[Evidence]]:
        """Wait for everything and return evidence by page. Skips are in `skips` afterwards."""
        found: dict[str, list[Evidence]] = {}
        if self._language is not None:
            self._language.flush()
        for number, (key, look) in enumerate(self._looks, 1):
            for said in look.result():
                if isinstance(said, Skip):
                    self.skips.append(said)
                else:
                    found.setdefault(key, []).append(said)
            progress("Looking at pages in the browser", number, len(self._looks))
        if self._looks:
            self._axe_seconds = time.monotonic() - self._axe_began
        if self._language is not None:
            for evidence in self._language.collect(progress):
                found.setdefault(evidence.page, []).append(evidence)
            if self._language.version:
                self.versions[self._language.engine] = self._language.version
            self.skips += self._language.skips
        return found

    def _each(self, page: Page) -> tuple[str, ...]:
        """What runs on a page: the slow probes only on the first page of each template."""
        if page.template and page.template in self._templates:
            return ("page",)
        self._templates.add(page.template or page.key)
        return ("page", "template", "elsewhere") if self._elsewhere else ("page", "template")

    @property
    def use(self) -> tuple[EngineUse, ...]:
        """What each engine did, after `collect`."""
        axe = [EngineUse(AXE, self._axe_seconds, len(self._looks))] if self.axe is not None else []
        return (*axe, self._language.use) if self._language is not None else tuple(axe)

    def _start_axe(self) -> None:
        from contentlint.evidence.axe import EXPERIMENTAL, TAGS, TRIPLE, AxeEngine
        from contentlint.evidence.browser import Limits

        try:
            browser = self._config.browser
            self._axe_began = time.monotonic()
            wanted = self._config.accessibility
            tags = (*TAGS, *(TRIPLE if wanted.level == "AAA" else ()), *(EXPERIMENTAL if wanted.experimental else ()))
            engine = AxeEngine(browser.count, tags=tags, limits=Limits(task=browser.timeout))
            self.axe = self._stack.enter_context(engine)
            self.versions[AXE] = self.axe.version
        except EngineError as error:
            self.skips.append(Skip(None, AXE, error.what.rstrip("."), remedy=error.remedy))
