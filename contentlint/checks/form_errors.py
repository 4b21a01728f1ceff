"""Messages about mistakes in a form: do they say which field, what is wrong, and to everybody (WCAG 3.3.1)?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from contentlint.checks._facts import ENGINE as ENGINE
from contentlint.checks._facts import at, facts_on
from contentlint.checks._look import folded, patterns_of
from contentlint.model import Facts, Hit, Page, Rule, Skip

MEDIA = frozenset({"html"})
PROBLEMS = frozenset({"vague-error-message", "unheard-error-message", "error-for-one-of-two-fields"})


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge each message that stands on the page."""
    messages = facts_on(facts, "errors")
    heard = {folded(str(one.get("text"))) for one in messages if one.get("heard")}
    for one in messages:
        text = str(one.get("text") or "")
        rule = rules.get("unheard-error-message")
        if rule and not one.get("heard") and folded(text) not in heard:
            yield at(rule, page, one, quote=text)
            continue
        rule = rules.get("vague-error-message")
        if rule and _vague(one, text, rule):
            yield at(rule, page, one, quote=text)
        rule = rules.get("error-for-one-of-two-fields")
        if rule and (label := _double(one)):
            yield at(rule, page, one, quote=text, args={"label": label})


def _vague(one: Mapping[str, Any], text: str, rule: Rule) -> bool:
    """It names no field among several, or it says that something is wrong but not what."""
    labels = [folded(str(label)) for label in one.get("fields") or () if label]
    empty = patterns_of(rule, "empty")
    names = any(label and _core(label) in text.casefold() for label in labels)
    if one.get("pointed") or one.get("near"):
        names = True
    if patterns_of(rule, "nothing").fullmatch(text.strip().casefold().rstrip(".!")) and len(labels) > 1 and not names:  # type: ignore[union-attr]
        return True
    return bool(empty and empty.fullmatch(text.strip().casefold().rstrip(".!")))


def _core(label: str) -> str:
    return re.sub(r"\s*\(.*?\)|\W+$", "", label).strip()


def _double(one: Mapping[str, Any]) -> str | None:
    """Return a label that a line of the message names and that two fields have, or None."""
    labels = Counter(_core(folded(str(label))) for label in one.get("fields") or () if label)
    if one.get("pointed") or one.get("near"):
        return None
    for line in one.get("lines") or ():
        words = folded(str(line))
        for label, count in labels.items():
            if count == 2 and len(label) > 2 and re.fullmatch(rf"(?:please )?(?:fill(?: in)?|enter|complete|give|provide)(?: your| the| an?)? {re.escape(label)}", words):
                return label
    return None
