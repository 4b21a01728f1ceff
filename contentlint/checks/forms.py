"""Form fields: labels, and purposes that a browser can fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from contentlint.checks._look import folded, silent
from contentlint.model import Facts, Field, Hit, Page, Rule, Skip

ENGINE = "contentlint"
PROBLEMS = frozenset({
    "field-without-label", "button-without-name", "placeholder-as-label", "title-as-label",
    "missing-autocomplete",
})  # fmt: skip
_BUTTONS = frozenset({"button", "submit", "reset", "image"})


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge every visible field and button."""
    for field in page.fields:
        if silent(field.place) or field.type == "hidden":
            continue
        if field.type in _BUTTONS:
            if (
                not field.name
                and field.type not in ("submit", "reset")
                and (rule := rules.get("button-without-name"))
            ):
                yield _hit(rule, field)
            continue
        names = {
            "none": "field-without-label",
            "placeholder": "placeholder-as-label",
            "title": "title-as-label",
        }
        if (name := names.get(field.label)) and (rule := rules.get(name)):
            yield _hit(rule, field)
        rule = rules.get("missing-autocomplete")
        if rule and not field.autocomplete and (purpose := _purpose(field, rule)):
            yield _hit(rule, field, purpose)


def _hit(rule: Rule, field: Field, suggestion: str | None = None) -> Hit:
    thing = field.name or field.place.html or field.type
    return Hit.at(rule, field.place, target=thing, quote=field.name or None, suggestion=suggestion,
                  args={"type": field.type})  # fmt: skip


def _purpose(field: Field, rule: Rule) -> str | None:
    """Return the autocomplete value for a field that asks about the user, by its whole label."""
    if field.type not in ("text", "email", "tel"):
        return None
    label = folded(
        re.sub(r"\((?:optional|required)\)|\b(?:optional|required)\s*$", "", field.name, flags=re.I)
    )
    table = rule.options.get("labels", {})
    found = table.items() if isinstance(table, Mapping) else ()
    return next((str(value) for value, labels in found if label in labels), None)
