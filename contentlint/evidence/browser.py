"""A pool of browsers, steered by Selenium, that hung, crashed and hostile pages cannot harm.

Selenium is imported when the pool starts, since it costs 0.25 s.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from contentlint.errors import EngineError
from contentlint.evidence.failure import Failure, classify
from contentlint.evidence.limits import Limits
from contentlint.evidence.places import find_program, needed_browser
from contentlint.evidence.session import Session
from contentlint.model import Skip

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

Task = Callable[["Chrome"], object]
RECYCLE = 100  # pages: cookies and storage slow a browser down, and its memory grows
TRIES = 2


@dataclass(frozen=True, slots=True)
class _Job:
    task: Task
    page: str | None
    engine: str
    future: Future[object]


class Browsers:
    """Runs tasks on pages, `size` at a time, each with a browser of its own. A context manager.

    size: by default one for each physical core, 2 to 4. setup: called with each new driver.
    browser, driver: programs, by default those on the path. Browsers start when there is work.
    Raises EngineError with a remedy where a program is missing.
    """

    def __init__(self, size: int | None = None, *, setup: Task | None = None,
                 limits: Limits | None = None, recycle: int = RECYCLE, browser: Path | None = None,
                 driver: Path | None = None) -> None:  # fmt: skip
        self._size = size or physical_cores()
        self._setup, self._recycle = setup, max(1, recycle)
        self.limits = limits or Limits()
        self._browser = browser or needed_browser()
        self._driver = driver or find_program("chromedriver", "Steering the browser")
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._workers: list[_Worker] = []
        self._lock = threading.Lock()
        self._closed = False
        self._version = ""

    @property
    def version(self) -> str:
        """The browser that ran, "chromium-headless-shell 156.0.1.2"; only its name before the first page."""
        return f"{self._browser.name} {self._version}".strip()

    def submit(self, task: Task, *, page: str | None = None, engine: str = "browser") -> Future[object]:
        """Run task(driver) in one of the browsers.

        The future holds what the task returns, or a Skip with `page` and `engine` where the page
        hung or broke the browser twice; or the error that the task or the start of a browser
        raised. Raises EngineError where the pool is closed.
        """
        future: Future[object] = Future()
        with self._lock:
            if self._closed:
                raise EngineError("The browsers are closed.")
            self._jobs.put(_Job(task, page, engine, future))
            if len(self._workers) < self._size:
                worker = _Worker(self._jobs, self._start, self._recycle, self.limits.task)
                self._workers.append(worker)
                if len(self._workers) == 1:
                    atexit.register(self.close)
                worker.start()
        return future

    def _start(self) -> Session:
        try:
            session = Session(self._browser, self._driver, self.limits)
        except EngineError:  # a busy machine may be too slow once
            session = Session(self._browser, self._driver, self.limits)
        self._version = session.version
        try:
            if self._setup:
                self._setup(session.driver)
        except BaseException:
            session.kill()
            raise
        return session

    def close(self) -> None:
        """Drop what waits, end what runs, and leave no process behind. May be called more than once."""
        atexit.unregister(self.close)
        with self._lock:
            self._closed = True
        with contextlib.suppress(queue.Empty):
            while True:
                if job := self._jobs.get_nowait():
                    job.future.cancel()
        for worker in self._workers:
            worker.stop()
        for _ in self._workers:
            self._jobs.put(None)
        for worker in self._workers:
            worker.join(10)

    def __enter__(self) -> Browsers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:  # fmt: skip
        self.close()


class _Worker(threading.Thread):
    """Takes jobs until it meets None; owns one browser at a time."""

    def __init__(self, jobs: queue.SimpleQueue[_Job | None], start: Callable[[], Session], recycle: int,
                 seconds: float) -> None:  # fmt: skip
        super().__init__(name="browser", daemon=True)
        self._jobs, self._start, self._recycle, self._seconds = jobs, start, recycle, seconds
        self._session: Session | None = None
        self._stopping = False

    def run(self) -> None:
        while job := self._jobs.get():
            if job.future.set_running_or_notify_cancel():
                try:
                    job.future.set_result(self._do(job))
                except BaseException as error:
                    self._end()
                    job.future.set_exception(error)
        self._end()

    def stop(self) -> None:
        """Kill the browser, so that the job under way fails at once; called from another thread."""
        self._stopping = True
        if session := self._session:
            session.kill()

    def _do(self, job: _Job) -> object:
        failure = Failure("the browser did not start")
        over = time.monotonic() + self._seconds
        for turn in range(TRIES):
            if turn and over - time.monotonic() < self._seconds / 3:
                break  # too little is left of the page's time for another try
            if self._session and self._session.pages >= self._recycle:
                self._end()
            session = self._session
            try:
                if session is None:
                    session = self._session = self._start()
                if self._stopping:
                    raise EngineError("The browsers are closed.")
                with session.watched(max(over - time.monotonic(), 1)):
                    result = job.task(session.driver)
                    session.tidy()
                return result
            except Exception as error:
                if self._stopping:
                    raise EngineError("The browsers were closed before the page was done.") from error
                failure = classify(error, overdue=bool(session and session.overdue))
                if failure.restart:
                    self._end()
                if not failure.retry:
                    break
        return Skip(job.page, job.engine, failure.reason)

    def _end(self) -> None:
        session, self._session = self._session, None
        if session:
            session.kill()


def physical_cores() -> int:
    """How many browsers a machine feeds: half of the processors that we may use (two threads make a
    core), but 2 at least and 4 at most."""
    return max(2, min(4, len(os.sched_getaffinity(0)) // 2))
