"""Looks at how a page is laid out: scripts of this folder, each run behind `_kit.js`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from contentlint.evidence.view import View, source

_BARE, _HUNG = "layout-bare", "layout-hung"  # among what is known of a page
_SECONDS = 12.0


def ask(view: View, name: str, *arguments: object) -> Any:
    """Run a script of this folder, and return what it hands to its last argument.

    Raises Selenium's JavascriptException where the script says {"error": words}, and TimeoutException after 12
    seconds; from then on at once, since a page that hangs would cost as much each time.
    """
    from selenium.common.exceptions import JavascriptException, TimeoutException

    if _HUNG in view.known:
        raise TimeoutException("the page had stopped answering")
    text = f"{source('layout/_kit.js')}\n{source(f'layout/{name}.js')}"
    limit = view.driver.timeouts.script
    view.driver.set_script_timeout(min(_SECONDS, limit))
    try:
        answer = view.driver.execute_async_script(text, *arguments)
    except TimeoutException:
        view.known[_HUNG] = True
        raise
    finally:
        view.driver.set_script_timeout(limit)
    if isinstance(answer, dict) and answer.get("error"):
        raise JavascriptException(str(answer["error"]))
    return answer


@contextmanager
def sized(view: View, width: int, height: int) -> Iterator[None]:
    """Give the window another size in CSS pixels, and its own back at the end."""
    view.command("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
    try:
        yield
    finally:
        view.command("Emulation.clearDeviceMetricsOverride")


def bare(view: View) -> bool:
    """Tell whether a style sheet of the page did not load: then it does not look as people see it.

    A file that is not there cannot be told from one that a page may not read, so the disk is asked.
    """
    if _BARE not in view.known:
        said = ask(view, "sheets")
        gone = [one for one in said["ask"] if not Path(unquote(urlsplit(one).path)).is_file()]
        view.known[_BARE] = bool(said["missing"] or gone)
    return bool(view.known[_BARE])
