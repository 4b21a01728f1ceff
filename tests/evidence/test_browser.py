"""The pool of browsers by itself."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from contentlint.errors import EngineError
from contentlint.evidence import places
from contentlint.evidence.browser import Browsers, Limits
from contentlint.model import Skip

from .conftest import Site, gone, running

BROWSER = ("chromedriver", "chrom", "guard.sh")


def test_browsers_are_recycled_and_results_are_those_of_the_task(site: Site) -> None:
    started = []
    with Browsers(1, setup=lambda driver: started.append(driver.service.process.pid), recycle=2) as browsers:

        def title(driver: object) -> str:
            driver.get(f"{site.url}/good")
            return driver.title

        assert [browsers.submit(title).result() for _ in range(3)] == ["Parks", "Parks", "Parks"]
        assert len(set(started)) == 2


def test_a_browser_killed_by_others_costs_no_page(site: Site) -> None:
    lost = []

    def task(driver: object) -> str:
        if not lost:
            lost.append(driver.service.process.pid)
            os.kill(lost[0], signal.SIGKILL)
        driver.get(f"{site.url}/good")
        return driver.title

    with Browsers(1) as browsers:
        assert browsers.submit(task).result() == "Parks"


def test_the_watchdog_ends_what_no_timeout_ends(site: Site) -> None:
    def task(driver: object) -> None:
        os.kill(driver.service.process.pid, signal.SIGSTOP)  # the driver is alive but answers nothing
        driver.get(f"{site.url}/good")

    with Browsers(1, limits=Limits(answer=60, task=1)) as browsers:
        result = browsers.submit(task, page="key").result(timeout=30)
    assert result == Skip("key", "browser", "the page kept the browser busy for too long")


def test_closing_ends_running_work_and_drops_the_rest(site: Site) -> None:
    before = running(*BROWSER)
    browsers = Browsers(1)
    first = browsers.submit(lambda driver: driver.get(f"{site.url}/hang"))
    rest = [browsers.submit(lambda driver: driver.title) for _ in range(3)]
    while not running("chromedriver") - before:
        pass
    browsers.close()
    assert gone(before, *BROWSER)
    with pytest.raises(EngineError, match="closed"):
        first.result(timeout=1)
    for future in rest:
        with pytest.raises(CancelledError):
            future.result(timeout=1)
    with pytest.raises(EngineError, match="closed"):
        browsers.submit(lambda driver: None)


def test_a_browser_that_does_not_start_is_an_engine_error(tmp_path: Path) -> None:
    broken = tmp_path / "chromium-headless-shell"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    before = running(*BROWSER)
    with Browsers(1, browser=broken) as browsers, pytest.raises(EngineError) as raised:
        browsers.submit(lambda driver: None).result()
    assert "did not start" in str(raised.value) and "contentlint setup" in str(raised.value)
    assert gone(before, *BROWSER)


def test_a_pool_that_is_never_closed_ends_with_the_program(site: Site) -> None:
    before = running(*BROWSER)
    program = f"""
from contentlint.evidence.browser import Browsers
pool = Browsers(1)
pool.submit(lambda driver: driver.get({site.url + "/good"!r})).result()
"""
    root = str(Path(places.__file__).parents[2])
    subprocess.run([sys.executable, "-c", program], check=True, cwd=root, timeout=30)
    assert gone(before, *BROWSER)
