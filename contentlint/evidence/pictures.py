"""Pictures of spots: an element of a page with an outline round it, and a little of what is around.

Nothing is clicked and nothing is typed; the page is opened as anybody would see it.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from contentlint.evidence.axe import AxeEngine
from contentlint.evidence.view import source

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

WIDTH, HEIGHT = 640, 400  # CSS pixels at most
QUALITIES = (70, 35)  # of WebP, in percent
MOST = 60_000  # bytes of one picture
ENGINE = "pictures"


@dataclass(frozen=True, slots=True)
class Spot:
    """css: the selector of an element, as a finding has it. tag: the element's name, or ""."""

    css: str
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Shot:
    """image: WebP. width, height: in CSS pixels."""

    image: bytes
    width: int
    height: int


def take(engine: AxeEngine, url: str, page: str, spots: Sequence[Spot]) -> Future[object]:
    """Have a page opened once and its spots pictured.

    The future holds {spot: Shot}, without the spots that cannot be seen, or a Skip.
    """
    made: dict[Spot, Shot] = {}
    left = list(spots)

    def task(driver: Chrome) -> Mapping[Spot, Shot]:
        if not left:
            return made
        engine.reopen(driver, url)
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia",
                               {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]})  # fmt: skip
        try:
            while left:  # a spot that breaks the browser is not tried again
                spot = left.pop(0)
                if shot := _shot(driver, spot):
                    made[spot] = shot
        finally:
            driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
        return made

    return engine.browsers.submit(task, page=page, engine=ENGINE)


def _shot(driver: Chrome, spot: Spot) -> Shot | None:
    from selenium.common.exceptions import JavascriptException

    wanted = {"selector": spot.css, "tag": spot.tag, "width": WIDTH, "height": HEIGHT}
    try:
        cut = driver.execute_script(source("picture_show.js"), wanted)
    except JavascriptException:
        return None
    if not isinstance(cut, dict):
        return None
    try:
        return _captured(driver, cut)
    finally:
        driver.execute_script(source("picture_hide.js"))


def _captured(driver: Chrome, cut: Mapping[str, Any]) -> Shot | None:
    for quality in QUALITIES:
        said = driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "webp", "quality": quality, "clip": dict(cut)})
        image = base64.b64decode(said["data"])
        if len(image) <= MOST:
            return Shot(image, round(cut["width"] * cut["scale"]), round(cut["height"] * cut["scale"]))
    return None
