"""Text on pictures and gradients that is too faint whichever pixel one looks at (WCAG 1.4.3, 1.4.6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.checks._facts import at, facts_on
from contentlint.model import Certainty, Facts, Hit, Page, Rule, Skip

ENGINE = "contrast-pixels"
MEDIA = frozenset({"html"})
PROBLEMS = frozenset({"faint-text-on-picture", "somewhat-faint-text-on-picture"})
_HIDDEN = 1.1  # a ratio this near to 1 is text that is not meant to be seen
_NEAR = 0.85  # of what is asked: how far a text reaches over a picture depends on the fonts of the machine
_LARGE, _LARGE_BOLD = 24.0, 18.66  # CSS pixels
_LEAST = {"faint-text-on-picture": (4.5, 3.0), "somewhat-faint-text-on-picture": (7.0, 4.5)}


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Flag a text with a letter whose highest contrast is under the least that is asked for."""
    for text in facts_on(facts, "texts", ENGINE):
        best, size = float(text["best"]), float(text["size"])
        large = size >= _LARGE or (text.get("bold") and size >= _LARGE_BOLD)
        if float(text["top"]) < _HIDDEN or text.get("disabled"):
            continue
        for name, (small, big) in _LEAST.items():
            least = big if large else small
            if best < least:
                if rule := rules.get(name):
                    open_ = text.get("shadow") or best > _NEAR * least
                    yield at(rule, page, text, quote=str(text.get("name") or ""), args={"best": best, "least": least},
                             certainty=Certainty.REVIEW if open_ else None)  # fmt: skip
                break
