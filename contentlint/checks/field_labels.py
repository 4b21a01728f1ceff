"""Labels of fields that do not tell what to write, or which of two fields is meant (WCAG 2.4.6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from contentlint.checks._facts import ENGINE as ENGINE
from contentlint.checks._facts import at, facts_on
from contentlint.checks._look import folded, words_of
from contentlint.model import Facts, Hit, Page, Rule, Skip

MEDIA = frozenset({"html"})
PROBLEMS = frozenset({"vague-field-label", "equal-field-labels"})
_CHOICES = frozenset({"radio", "checkbox", "option"})


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge the label that people see beside each field."""
    fields = facts_on(facts, "fields")
    if rule := rules.get("vague-field-label"):
        for field in fields:
            label = str(field.get("label") or "")
            if field.get("type") not in _CHOICES and folded(label) in words_of(rule, "phrases"):
                yield at(rule, page, field, quote=label)
    if rule := rules.get("equal-field-labels"):
        yield from _equal(page, rule, fields)


def _equal(page: Page, rule: Rule, fields: list[Mapping[str, Any]]) -> Iterator[Hit]:
    """The second of two fields with one label, where no heading or legend that is seen stands between them."""
    groups: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for field in fields:
        label = folded(str(field.get("label") or ""))
        if label and field.get("type") not in _CHOICES:
            groups[label, str(field.get("group"))].append(field)
    for same in groups.values():
        # What the name adds for screen readers is missing for everybody else.
        if len(same) == 2:
            yield at(rule, page, same[1], quote=str(same[1].get("label")))
