"""What the browser remembers of a site stays as it was: a notice that was dismissed must stand on the next page again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from contentlint.evidence.view import View

_READ = "try { return JSON.stringify([{...localStorage}, {...sessionStorage}]) } catch { return null }"
_WRITE = """const kept = JSON.parse(arguments[0]);
[localStorage, sessionStorage].forEach((store, at) => { store.clear(); for (const [key, value] of Object.entries(kept[at])) store.setItem(key, value); });"""


@contextmanager
def remembered(view: View) -> Iterator[None]:
    """Put cookies and storage back as they were before the block."""
    cookies, stored = _cookies(view), view.driver.execute_script(_READ)
    yield
    if stored and view.driver.execute_script(_READ) != stored:
        view.driver.execute_script(_WRITE, stored)
    for key, cookie in _cookies(view).items():
        if cookies.get(key, {}).get("value") != cookie["value"]:
            named = {part: cookie[part] for part in ("name", "domain", "path")}
            view.driver.execute_cdp_cmd("Network.deleteCookies", named)
            if key in cookies:
                view.driver.execute_cdp_cmd("Network.setCookie", _setting(cookies[key]))


def _cookies(view: View) -> dict[tuple[str, str, str], dict[str, Any]]:
    return {(one["name"], one["domain"], one["path"]): one for one in view.command("Network.getCookies")["cookies"]}


def _setting(cookie: dict[str, Any]) -> dict[str, Any]:
    wanted = {key: cookie[key] for key in ("name", "value", "domain", "path", "secure", "httpOnly", "sameSite") if key in cookie}
    return wanted if cookie.get("session", True) else wanted | {"expires": cookie["expires"]}
