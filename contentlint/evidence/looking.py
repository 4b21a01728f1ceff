"""One look at one page: axe-core first, then the probes, so that none can cost another's answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import replace
from types import ModuleType
from typing import TYPE_CHECKING

from contentlint import __version__
from contentlint.evidence.view import View
from contentlint.model import Evidence, Skip
from contentlint.registry import parts

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

AXE = "axe-core"


def probes() -> tuple[ModuleType, ...]:
    """Return the probes in the order in which they run."""
    found = parts("contentlint.evidence.probes").values()
    return tuple(sorted(found, key=lambda module: (module.ORDER, module.NAME)))


class Look:
    """The task for the browsers; it may be called again after a crash and goes on where it was.

    judge: opens the page, runs axe-core and returns its Evidence or a Skip. reopen: opens an address
    and waits until the page rests. `result` waits for the outcome.
    """

    def __init__(self, url: str, page: str, chosen: Sequence[ModuleType], *,
                 judge: Callable[[Chrome], Evidence | Skip], reopen: Callable[[Chrome, str], object]) -> None:  # fmt: skip
        self._url, self._page = url, page
        self._judge, self._reopen = judge, reopen
        self._left = list(chosen)
        self._said: list[Evidence | Skip] = []
        self._trying: str | None = None  # the probe under way
        self.future: Future[object] | None = None

    def __call__(self, driver: Chrome) -> None:
        """Do the work, or what is left of it."""
        again = bool(self._said)
        if self._trying:  # it broke the browser before
            self._said.append(Skip(self._page, self._trying, "the page broke the browser during this look"))
            self._trying = None
        if not again:
            self._said.append(self._judge(driver))
        first = self._said[0]
        if isinstance(first, Skip):
            return
        if again and self._left:
            self._reopen(driver, self._url)
        view = View(driver, self._url, _mapping(first.payload), lambda: self._reopen(driver, self._url),
                    lambda address: self._reopen(driver, address))  # fmt: skip
        while self._left:
            probe = self._left.pop(0)
            self._trying = probe.NAME
            self._said.append(self._ask(probe, view))
            self._said += self._gaps(probe, view)
            self._trying = None

    def _ask(self, probe: ModuleType, view: View) -> Evidence | Skip:
        from selenium.common.exceptions import InvalidSessionIdException, JavascriptException, TimeoutException

        try:
            payload = probe.look(view)
        except (JavascriptException, InvalidSessionIdException, TimeoutException) as error:
            if isinstance(error, InvalidSessionIdException):
                raise
            words = str(error.msg or type(error).__name__).strip().splitlines() or [""]
            return Skip(self._page, probe.NAME, f"the look at the page failed: {words[0][:160]}")
        view.known[probe.NAME] = payload
        return Evidence(probe.NAME, __version__, self._page, payload)

    def _gaps(self, probe: ModuleType, view: View) -> list[Skip]:
        """Say which parts of its look a probe could not take: {"failed": {subject: words}} in its payload."""
        failed = _mapping(_mapping(view.known.get(probe.NAME)).get("failed"))
        return [Skip(self._page, probe.NAME, f"the look at {subject} failed: {words}") for subject, words in failed.items()]

    def cancel(self) -> None:
        """Take the task back if it has not begun."""
        if self.future:
            self.future.cancel()

    def result(self, timeout: float | None = None) -> tuple[Evidence | Skip, ...]:
        """Wait, and return what axe-core and each probe said. Raises what the browsers raise."""
        assert self.future is not None
        said = self.future.result(timeout)
        if not isinstance(said, Skip):
            return tuple(self._said)
        return (*self._said, replace(said, engine=self._trying or said.engine) if self._said else said)


def _mapping(payload: object) -> Mapping[str, object]:
    return payload if isinstance(payload, Mapping) else {}
