"""axe-core on a page, through axe-selenium-python.

The package brings an old axe and loses errors, so its class is given our pinned script and a `run`
of its own. The payload of the evidence is what `axe_run.js` describes at its head, plus "browser".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from concurrent.futures import Future
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from contentlint.errors import EngineError
from contentlint.evidence.browser import RECYCLE, Browsers, Limits
from contentlint.evidence.failure import GaveUp
from contentlint.evidence.looking import Look, probes
from contentlint.evidence.places import needed_axe
from contentlint.model import Evidence, Skip

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

ENGINE = "axe-core"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
TRIPLE = ("wcag2aaa",)  # the tag of axe's rules of level AAA
EXPERIMENTAL = ("experimental",)
_RUN = Path(__file__).with_name("axe_run.js")
# Milliseconds: how long a page must stay as it is before it is judged, longer where it was seen to
# change; how long a frame may take to answer.
_SETTLE = {"quiet": 60, "busy": 500, "frameWait": 200}
_OUTSIDE = ["http://*", "https://*", "ws://*", "wss://*"]


class AxeEngine:
    """Collects what axe-core says about pages. A context manager.

    size, limits, browser, recycle: as for Browsers. tags: of the rules to run. axe: path of
    axe.min.js, by default the pinned one. `browsers` is the pool, for other work on pages; axe is in
    each of its documents. Raises EngineError with a remedy where Chromium, chromedriver or axe-core
    is missing.
    """

    def __init__(self, size: int | None = None, *, tags: Sequence[str] = TAGS,
                 limits: Limits | None = None, axe: Path | None = None, browser: Path | None = None,
                 recycle: int = RECYCLE) -> None:  # fmt: skip
        self._axe = axe or needed_axe()
        self._tags = list(tags)
        self._script = self._axe.read_text(encoding="utf-8")
        self._run = _RUN.read_text(encoding="utf-8")
        found = re.search(r"axe v(\d+\.\d+\.\d+)", self._script[:300])
        self.version = found.group(1) if found else "unknown"
        self.browsers = Browsers(size, setup=self._setup, limits=limits, browser=browser, recycle=recycle)

    def _setup(self, driver: Chrome) -> None:
        """Have the browser put axe into every page and frame before the page's own scripts run."""
        driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": self._script})

    def collect(self, url: str, key: str | None = None) -> Future[Evidence | Skip]:
        """Have a page opened and judged. key: its page key, by default the address.

        A page from a file may load other files but nothing from the network. The future holds a
        Skip where the page cannot be opened, answers with an error, hangs or breaks the browser.
        """
        page = key or url
        state = {"contrast": True}

        def task(driver: Chrome) -> Evidence | Skip:
            return self._judge(driver, url, page, state)

        return self.browsers.submit(task, page=page, engine=ENGINE)  # type: ignore[return-value]

    def look(self, url: str, key: str | None = None, *, each: Collection[str] = ("page",)) -> Look:
        """Like collect, but with probes: of a sort (their EACH), such as "page" or "template", or by their names.

        The result is what axe-core and then each probe said: Evidence or Skip.
        """
        page, state = key or url, {"contrast": True}
        chosen = [probe for probe in probes() if probe.EACH in each or probe.NAME in each]
        task = Look(
            url, page, chosen, judge=lambda driver: self._judge(driver, url, page, state),
            reopen=self.reopen,
        )  # fmt: skip
        task.future = self.browsers.submit(task, page=page, engine=ENGINE)
        return task

    def reopen(self, driver: Chrome, url: str) -> None:
        """Open an address in one of our browsers, and wait until the page rests."""
        _open(driver, url)
        driver.execute_async_script(self._run, self._options({"contrast": True}) | {"settleOnly": True})

    def _judge(self, driver: Chrome, url: str, page: str, state: dict[str, bool]) -> Evidence | Skip:
        from selenium.common.exceptions import TimeoutException

        loaded = _open(driver, url)
        axe = _axe_class()(driver, str(self._axe), self._run)
        try:
            answer = axe.run(options=self._options(state))
        except TimeoutException as error:
            if not state["contrast"]:
                raise GaveUp("axe-core did not finish in time") from error
            state["contrast"] = False  # stays so if the page must be tried in another browser
            loaded = _open(driver, url)  # axe still runs in the old document and would refuse a second run
            try:
                answer = axe.run(options=self._options(state))
            except TimeoutException as again:
                raise GaveUp("axe-core did not finish in time") from again
        if answer.get("unreachable"):
            return Skip(page, ENGINE, "the browser was given no page that it can show")
        if error := answer.get("error"):
            if "does not know the tags" in error:
                raise EngineError(f"{error}.", remedy="Correct the tags of the accessibility rules.")
            return Skip(page, ENGINE, f"axe-core failed: {error[:200]}")
        if answer["status"] >= 400:
            return Skip(page, ENGINE, f"the browser was answered {answer['status']}", status=answer["status"])
        answer["unsettled"] = answer["unsettled"] or not loaded
        answer["browser"] = self.browsers.version
        return Evidence(ENGINE, self.version, page, answer)

    def _options(self, state: dict[str, bool]) -> dict[str, object]:
        return {"tags": self._tags, "contrast": state["contrast"],
                "limit": self.browsers.limits.settle * 1000, **_SETTLE}  # fmt: skip

    def close(self) -> None:
        """Close the browsers."""
        self.browsers.close()

    def __enter__(self) -> AxeEngine:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:  # fmt: skip
        self.close()


def _open(driver: Chrome, url: str) -> bool:
    """Open an address; False where some of it was still loading at the limit, but the page works."""
    from selenium.common.exceptions import TimeoutException

    local = url.startswith("file:")
    url = url.partition("#")[0]  # a change of the fragment alone would not load the page anew
    if local != getattr(driver, "contentlint_local", False):
        driver.execute_cdp_cmd("Network.enable" if local else "Network.disable", {})
        if local:
            driver.execute_cdp_cmd("Network.setBlockedURLs", {"urls": _OUTSIDE})
        driver.contentlint_local = local  # type: ignore[attr-defined]
    try:
        driver.get(url)
        return True
    except TimeoutException:
        limit = driver.timeouts.script
        driver.set_script_timeout(min(3, limit))
        try:  # raises again where the page's own scripts never end
            driver.execute_script("window.stop()")
        finally:
            driver.set_script_timeout(limit)
        return False


def _axe_class() -> Any:
    """The package's class with a `run` that takes JSON and hands back axe's refusals."""
    from axe_selenium_python import Axe

    class PinnedAxe(Axe):
        """script_url: path of axe.min.js (the package's name for it); source: text of axe_run.js."""

        def __init__(self, selenium: Chrome, script_url: str, source: str) -> None:
            super().__init__(selenium, script_url)
            self.source = source

        def run(self, context: None = None, options: dict[str, object] | None = None) -> dict[str, Any]:
            answer = self.selenium.execute_async_script(self.source, options)
            if answer.get("missing"):  # the browser did not put axe into this document
                self.inject()
                answer = self.selenium.execute_async_script(self.source, options)
            return answer

    return PinnedAxe
