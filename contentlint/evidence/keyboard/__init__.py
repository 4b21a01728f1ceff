"""Real keys for an open page, and the script that says where the focus is (kit.js)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from contentlint.evidence.keyboard.memory import remembered
from contentlint.evidence.view import View, source

PULL = 0.06  # seconds: scripts that pull the focus back do so within this time
PATIENCE = 12.0  # seconds for one key: a page that hangs on it costs no more
_NAMED = {"Tab": 9, "Enter": 13, "Escape": 27, "Shift": 16, " ": 32}
_NOW = "const [what, ...rest] = arguments; return window.contentlintKeys[what](...rest);"
_LATER = """const [wait, what, ...rest] = arguments, done = rest.pop();
setTimeout(() => done(window.contentlintKeys[what](...rest)), wait);"""
_CONTROL, _SHIFT, _ALT = 2, 8, 1


class Keyboard:
    """Presses keys on a page that is asked about the focus. `ask` calls a function of kit.js."""

    def __init__(self, view: View) -> None:
        self._view = view

    def press(self, key: str, *, shift: bool = False, control: bool = False, alt: bool = False) -> None:
        """Press and let go of a key: "Tab", "Enter", "Escape", "F6", or a character."""
        held = _SHIFT * shift | _CONTROL * control | _ALT * alt
        name, number, text = _key(key)
        code = f"Key{key.upper()}" if len(key) == 1 and key.isalpha() else key
        down = {"type": "keyDown" if text and not control and not alt else "rawKeyDown", "key": name, "code": code,
                "windowsVirtualKeyCode": number, "modifiers": held}  # fmt: skip
        if down["type"] == "keyDown":
            down["text"] = text
        self._view.command("Input.dispatchKeyEvent", **down)
        self._view.command("Input.dispatchKeyEvent", **{**down, "type": "keyUp", "text": ""})

    def ask(self, what: str, *arguments: object, wait: float = 0) -> Any:
        """Call a function of kit.js, after so many seconds, and return its JSON value."""
        if wait:  # by the page's own clock, so that its timers have had their turn on a busy machine too
            return self._view.driver.execute_async_script(_LATER, wait * 1000, what, *arguments)
        return self._view.driver.execute_script(_NOW, what, *arguments)

    def tab(self, *, back: bool = False, wait: float = 0) -> dict[str, Any]:
        """Press Tab and return what `stop` says, after so many seconds."""
        self.press("Tab", shift=back)
        return self.ask("stop", wait=wait)


def _key(key: str) -> tuple[str, int, str]:
    if key in _NAMED:
        return key, _NAMED[key], {"Enter": "\r", " ": " "}.get(key, "")
    if key[0] == "F" and key[1:].isdigit():
        return key, 111 + int(key[1:]), ""
    return key, ord(key.upper()) if key.isalnum() else 0, key


@contextmanager
def keyboard(view: View) -> Iterator[Keyboard]:
    """Have the page ready for keys: focus as in a window in front, nothing that moves, no caret."""
    config = view.driver.command_executor.client_config
    patience, config.timeout = config.timeout, PATIENCE
    view.command("Emulation.setFocusEmulationEnabled", enabled=True)
    view.command("Emulation.setEmulatedMedia", features=[{"name": "prefers-reduced-motion", "value": "reduce"}])
    try:
        view.driver.execute_script(f"const kit = (() => {{ {source('gather/_kit.js')} }})();\n{source('keyboard/kit.js')}")
        hand = Keyboard(view)
        with remembered(view):
            yield hand
        view.driver.execute_script("window.contentlintKeys?.end();")
        view.command("Emulation.setEmulatedMedia", features=[])
    finally:
        config.timeout = patience
