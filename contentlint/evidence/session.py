"""One browser with its driver: started with the flags that cost least, watched, tidied, killed."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from contentlint.errors import EngineError
from contentlint.evidence.places import SETUP
from contentlint.evidence.processes import Guarded

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

    from contentlint.evidence.limits import Limits

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--disable-breakpad",
    "--disable-default-apps", "--mute-audio", "--force-device-scale-factor=1", "--hide-scrollbars",
    "--lang=en-GB", "--window-size=1280,1024",
)  # fmt: skip
# A page that asks the reader something would wait for an answer that nobody gives.
_NO_QUESTIONS = "for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => undefined;"


class Session:
    """A running browser. Raises EngineError with a remedy where it does not start.

    pages: how many it has worked on. overdue: the watchdog has killed it.
    """

    def __init__(self, browser: Path, driver: Path, limits: Limits) -> None:
        from selenium import webdriver
        from selenium.common.exceptions import WebDriverException

        self.pages = 0
        self.overdue = False
        options = webdriver.ChromeOptions()
        options.binary_location = str(browser)
        options.unhandled_prompt_behavior = "dismiss"
        for flag in FLAGS if "headless-shell" in browser.name else (*FLAGS, "--headless=new"):
            options.add_argument(flag)
        options._ignore_local_proxy = True  # on the way to the driver, not to pages; the public name warns
        self._folder = tempfile.mkdtemp(prefix="contentlint-browser-")
        # Selenium's own manager must neither look for downloads nor count us
        quiet = {**os.environ, "SE_OFFLINE": "true", "SE_AVOID_STATS": "true", "TMPDIR": self._folder}
        self._service = _guarded_service(str(driver), quiet, self._folder)
        try:
            self.driver: Chrome = webdriver.Chrome(options=options, service=self._service)
            self.driver.command_executor.client_config.timeout = limits.answer
            self.driver.set_page_load_timeout(limits.page)
            self.driver.set_script_timeout(limits.script)
            self._window = self.driver.current_window_handle
            self.command("Page.addScriptToEvaluateOnNewDocument", source=_NO_QUESTIONS)
            self.command("Browser.setDownloadBehavior", behavior="deny")
        except (WebDriverException, OSError) as error:
            self.kill()
            words = str(getattr(error, "msg", "") or error).strip().splitlines() or ["no reason given"]
            what = f"The browser did not start: {words[0]}"
            raise EngineError(what, where=str(browser), remedy=SETUP) from error
        except BaseException:
            self.kill()
            raise
        self.version = str(self.driver.capabilities.get("browserVersion", ""))

    def command(self, name: str, **arguments: object) -> object:
        """Send a command of the DevTools protocol."""
        return self.driver.execute_cdp_cmd(name, arguments)

    @contextlib.contextmanager
    def watched(self, seconds: float) -> Iterator[None]:
        """Kill the browser if the block takes longer than this: whatever waits for it then fails."""
        self.pages += 1
        alarm = threading.Timer(seconds, self._overdue)
        alarm.daemon = True
        alarm.start()
        try:
            yield
        finally:
            alarm.cancel()

    def _overdue(self) -> None:
        self.overdue = True
        if self._service.guard:
            self._service.guard.kill()

    def tidy(self) -> None:
        """Close windows that the page opened, and go back to our own."""
        handles = self.driver.window_handles
        if len(handles) > 1:
            for handle in handles:
                if handle != self._window:
                    self.driver.switch_to.window(handle)
                    self.driver.close()
            self.driver.switch_to.window(self._window)

    def kill(self) -> None:
        """End the driver and everything that it started. Nothing that a scan needs is lost."""
        service = self._service
        if service.guard:
            service.guard.kill()
            service.process.wait()
            service.stop()
        shutil.rmtree(self._folder, ignore_errors=True)


def _guarded_service(driver: str, environment: dict[str, str], folder: str) -> Any:
    """Make Selenium's service such that the driver is guarded before it starts a browser."""
    from selenium.webdriver.chrome.service import Service

    class Started(Service):
        guard: Guarded | None = None

        def start(self) -> None:
            super().start()
            self.guard = Guarded(self.process.pid, folder)

    return Started(driver, env=environment, popen_kw={"start_new_session": True})
