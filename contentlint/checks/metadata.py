"""The head of a page: title, description, refresh and zoom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from contentlint.model import Facts, Hit, Page, Rule, Skip

ENGINE = "contentlint"
MEDIA = frozenset({"html"})
PROBLEMS = frozenset({
    "missing-page-title", "repeated-page-title", "missing-description", "timed-refresh", "blocked-zoom",
})  # fmt: skip
_SMALLEST_ZOOM = 2.0  # WCAG 1.4.4: text can be enlarged to 200%


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge the head of a whole page. A fragment has none."""
    if page.fragment:
        return
    meta = dict(reversed(page.meta))  # the first of a name counts
    title = (page.title or "").strip()
    if not title and (rule := rules.get("missing-page-title")):
        yield Hit.on_page(rule)
    if title and facts.site and (rule := rules.get("repeated-page-title")):
        others = sorted(_without_query(key) for key in facts.site.titles.get(title, ()))
        others = [key for key in others if key != _without_query(page.key)]
        if others:
            yield Hit.on_page(
                rule, target=title, quote=title, args={"other": others[0], "number": str(len(others))}
            )
    if not meta.get("description", "").strip() and (rule := rules.get("missing-description")):
        yield Hit.on_page(rule)
    if (rule := rules.get("timed-refresh")) and (seconds := _delay(meta.get("refresh", ""))):
        yield Hit.on_page(rule, args={"seconds": str(seconds)})
    if (rule := rules.get("blocked-zoom")) and _blocks_zoom(meta.get("viewport", "")):
        yield Hit.on_page(rule, quote=meta["viewport"])


def _without_query(key: str) -> str:
    """Pages of one list ("?page=2") may share a title."""
    return key.partition("?")[0]


def _delay(content: str) -> int:
    """Return the seconds before a page reloads by itself; 0 and over 20 hours are no fault (ACT bc659a)."""
    found = re.match(r"\s*(\d+)", content)
    seconds = int(found.group(1)) if found else 0
    return seconds if seconds <= 72000 else 0


def _blocks_zoom(content: str) -> bool:
    values = dict(re.findall(r"([\w-]+)\s*=\s*([^\s,;]+)", content.lower()))
    if values.get("user-scalable") in ("no", "0"):
        return True
    scale = values.get("maximum-scale", "10")
    try:
        return 0 <= float(scale) < _SMALLEST_ZOOM
    except ValueError:
        return False
