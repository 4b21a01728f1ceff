"""What a probe is given: the page as it stands in the browser, and what was learnt of it before."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

_HERE = Path(__file__).parent
_SOURCES: dict[str, str] = {}


@dataclass(slots=True)
class View:
    """An open, settled page.

    url: what was opened. axe: the payload of axe-core. known: payloads of earlier probes, by their
    names. reopen: loads the page anew, for a probe that needs it untouched. open: loads another address.
    """

    driver: Chrome
    url: str
    axe: Mapping[str, Any]
    reopen: Callable[[], object]
    open: Callable[[str], object]
    known: dict[str, Any] = field(default_factory=dict)

    def command(self, name: str, **arguments: object) -> Any:
        """Send a command of the DevTools protocol and return its answer."""
        return self.driver.execute_cdp_cmd(name, arguments)

    def script(self, name: str, *arguments: object) -> Any:
        """Run a script of this folder that ends with `return`, and return its plain JSON value."""
        return self.driver.execute_script(source(name), *arguments)

    def wait_for(self, name: str, *arguments: object) -> Any:
        """Run a script of this folder that calls its last argument when it is done, and return what it gave."""
        return self.driver.execute_async_script(source(name), *arguments)

    def picture(self, x: float, y: float, width: float, height: float) -> bytes:
        """Return a PNG of a rectangle of the page, in CSS pixels from its top left corner."""
        clip = {"x": x, "y": y, "width": width, "height": height, "scale": 1}
        shot = self.command("Page.captureScreenshot", format="png", clip=clip, captureBeyondViewport=True)
        return base64.b64decode(shot["data"])


def folder() -> Path:
    """Where the scripts lie."""
    return _HERE


def source(name: str) -> str:
    """Return the text of a file of this folder. It is read once."""
    if name not in _SOURCES:
        _SOURCES[name] = (_HERE / name).read_text("utf-8")
    return _SOURCES[name]
