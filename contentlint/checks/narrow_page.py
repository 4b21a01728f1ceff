"""Pages that scroll sideways on a phone or at 400% (WCAG 1.4.10)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.checks._facts import at
from contentlint.checks._layout import laid_out
from contentlint.model import Certainty, Facts, Hit, Outcome, Page, Rule, Skip

ENGINE = "narrow-page"
MEDIA = frozenset({"html"})
PROBLEMS = frozenset({"wider-than-a-phone", "cut-off-on-a-phone", "cookie-banner-wider-than-a-phone"})
_RULE = {"banner": "cookie-banner-wider-than-a-phone", "cut": "cut-off-on-a-phone"}
_OPEN = frozenset({"image", "frame", "box", "line"})  # may need their width, or be empty space


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Flag each thing that does not fit; say for all checks of layout where none could look."""
    said = facts.said_by(ENGINE)
    if said and isinstance(said.payload, Mapping) and said.payload.get("bare"):
        yield Skip(page.key, ENGINE, "style sheets of the page did not load, so its layout was not looked at", Outcome.CHOICE)
    for fact in laid_out(facts, "wide", ENGINE):
        kind = str(fact.get("kind"))
        if rule := rules.get(_RULE.get(kind, "wider-than-a-phone")):
            yield at(rule, page, fact, quote=str(fact.get("name") or ""), args={"over": fact.get("over")},
                     certainty=Certainty.REVIEW if kind in _OPEN else None)  # fmt: skip
