"""Ids that stand twice and are used by a label or an aria attribute."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from contentlint.model import Facts, Hit, Page, Rule, Skip

ENGINE = "contentlint"
PROBLEMS = frozenset({"repeated-id"})
_USES = re.compile(r"\saria-(?:labelledby|describedby|controls|owns)\s*=\s*[\"']([^\"']+)", re.I)
_OWN = re.compile(r"\sid\s*=\s*[\"']([^\"']+)", re.I)


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Flag a repeated id only where a name or description depends on it."""
    rule = rules.get("repeated-id")
    twice = {name for name, count in Counter(page.ids).items() if count > 1}
    if not rule or not twice:
        return
    told: set[str] = set()
    for thing in (*page.fields, *page.frames, *page.images, *page.links):
        markup = (thing.place.html or "").partition(">")[0]
        used = [name for value in _USES.findall(markup) for name in value.split()]
        # A label finds its field by id, so a field that has its name from a label uses its own id.
        used += _OWN.findall(markup) if getattr(thing, "label", "") == "label" else []
        for name in used:
            if name in twice and name not in told:
                told.add(name)
                yield Hit.at(rule, thing.place, target=name, quote=name)
