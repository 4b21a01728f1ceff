"""Facts that the page's own code and styles give away: names, roles, contexts, languages, landmarks.

One script runs in the page, put together from gather/*.js: `_kit.js` first, then one file a subject.
The payload: {subject: what its file describes at its head …, "failed": {subject: words}, "ms": float}.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from contentlint.evidence.view import View, folder, source

NAME = "page-facts"
EACH = "page"
ORDER = 0


@cache
def program() -> str:
    """Return the script: each gatherer is the body of a function of the kit."""
    names = sorted(path.stem for path in (folder() / "gather").glob("*.js"))
    parts = [f"{name!r}: (kit) => {{\n{source(f'gather/{name}.js')}\n}}" for name in names if name[0] != "_"]
    return "\n".join((
        "const began = performance.now(), kit = (() => {", source("gather/_kit.js"), "})();",
        "const said = {}, failed = {}, gatherers = {", ",\n".join(parts), "};",
        "kit.begin();",
        "try { for (const [name, gather] of Object.entries(gatherers)) {",
        "  try { said[name] = gather(kit); } catch (error) { failed[name] = String(error).slice(0, 200); } } }",
        "finally { kit.end(); }",
        "return { ...said, failed, ms: performance.now() - began };",
    ))  # fmt: skip


def look(view: View) -> dict[str, Any]:
    """Run the script in the page."""
    return view.driver.execute_script(program())
