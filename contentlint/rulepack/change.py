"""Changes to a rule that is there already: by a configuration, by a profile, or by a rule that extends it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from types import MappingProxyType

from contentlint.errors import nearest
from contentlint.model import Rule
from contentlint.rulepack.build import read_fields
from contentlint.rulepack.options import scalar, style_option
from contentlint.rulepack.sayings import read_examples
from contentlint.rulepack.schema import NEEDED, STYLE_TYPES
from contentlint.rulepack.source import Source

#: what can be changed for all rules of a pack at once
PACK_KEYS = ("level", "certainty", "owner", "effort")
#: what a configuration can change of one rule, beside the keys of its type
RULE_KEYS = (*PACK_KEYS, "title", "message", "why", "scope", "fix")
#: what a rule that extends another may say, beside the keys of its type
OWN_KEYS = (*RULE_KEYS, "kind", "source", "wcag", "act", "examples")
#: fields that a check may set for a single hit, unless a council has set them
FIXED = ("certainty", "message", "owner", "severity")
_SWITCH = ("on", "off")
_EDIT = ("add", "remove")


def change_rule(rule: Rule, source: Source, common: Collection[str] = RULE_KEYS) -> Rule:
    """Return a rule with some keys changed and the rest as it was.

    source: the keys, written as in a rule file; `level` may also be “on” or “off”. A list or the pairs
    of a swap are replaced, or edited by “add” and “remove”. common: which of the keys that all rules
    share may stand there. Raises RuleError with file:line for what the rule does not know.
    """
    keys = _keys(rule, source, common)
    fields = {key: value for key, value in keys.items() if key in common}
    made = rule
    if fields.get("level") in _SWITCH:
        made = replace(made, on=fields.pop("level") == "on")
    elif "level" in fields:
        made = replace(made, on=True)
    found = read_fields(source, fields, rule)
    options = dict(rule.options)
    for key, value in keys.items():
        if key not in common:
            options[key] = _option(rule, source, key, value)
    if not _looks_for_something(rule, options):
        raise source.error(f"The change leaves {rule.id} nothing to look for.", remedy="Write: level = \"off\".")
    lent = rule.lent or options != dict(rule.options) or "scope" in found or "fix" in found
    fixed = tuple(sorted({*rule.fixed, *found} & set(FIXED)))
    return replace(made, **found, options=MappingProxyType(options), lent=lent, fixed=fixed)  # type: ignore[arg-type]


def derive_rule(base: Rule, source: Source, rule_id: str) -> Rule:
    """Return the rule of a file that extends another rule: what it does not say is as in the other.

    Without examples of its own it shows those of the other. Raises RuleError.
    """
    if base.extends not in STYLE_TYPES and rule_id.rpartition("/")[2] != base.name:
        raise source.error(f"The check behind {base.id} knows it by its name.", "extends",
                           remedy=f"Call the file {base.name}.yaml.")  # fmt: skip
    keys = source.value
    assert isinstance(keys, dict)
    said = Source(source.name, {key: item for key, item in keys.items() if key != "extends"}, source.lines, source.plain)
    made = change_rule(base, said, OWN_KEYS)
    if "level" not in keys:
        made = replace(made, on=True)
    if "examples" in keys:
        made = replace(made, examples=read_examples(source, keys["examples"], required=True), lent=False)
    return replace(made, id=rule_id, base=base.id, path=source.name, line=1)


def _keys(rule: Rule, source: Source, common: Collection[str]) -> Mapping[str, object]:
    keys = source.value
    if not isinstance(keys, dict):
        raise source.error(f"What changes in {rule.id} must be keys and values.", remedy="As in: level = \"minor\".")
    known = [*common]
    if common is not PACK_KEYS:
        known += STYLE_TYPES.get(rule.extends, [key for key in rule.options if key != "axe"])
    for key in keys:
        if key not in known:
            what = f"“{key}” cannot be changed for a whole pack." if common is PACK_KEYS else f"{rule.id} has no “{key}” that can change."
            raise source.error(what, key, remedy=nearest(key, known) or f"Use {', '.join(sorted(known))}.")
    return keys


def _option(rule: Rule, source: Source, key: str, value: object) -> object:
    old = rule.options.get(key)
    if isinstance(value, dict) and value and set(value) <= set(_EDIT) and not isinstance(value.get("add"), str):
        return _edited(rule, source, key, value, old)
    return _read(rule, source, key, value)


def _read(rule: Rule, source: Source, key: str, value: object) -> object:
    if rule.extends in STYLE_TYPES:
        return style_option(source, rule.extends, key, value)
    old = rule.options.get(key)
    new = scalar(value) if isinstance(value, str) else value
    if isinstance(old, bool):
        wanted, fits = "true or false", isinstance(new, bool)
    elif isinstance(old, (int, float)):
        wanted, fits = "a number", isinstance(new, (int, float)) and not isinstance(new, bool)
    else:  # a text may stand for a list of one
        wanted, fits, new = "a text or a list", isinstance(value, (str, list)), value
    if not fits:
        raise source.error(f"“{key}” must be {wanted}, as it is in {rule.id}.", key)
    return new


def _edited(rule: Rule, source: Source, key: str, edit: Mapping[str, object], old: object) -> object:
    """Return the old list or pairs without what is removed and with what is added."""
    part = Source(source.name, source.value, {(key, *path[2:]): line for path, line in source.lines.items()
                                              if path[:2] == (key, "add")})  # fmt: skip
    added = _read(rule, part, key, edit["add"]) if "add" in edit else None
    pairs = isinstance(old if old is not None else added, Mapping)
    if not pairs and not isinstance(old if old is not None else added, (list, tuple)):
        raise source.error(f"“{key}” is one value, so nothing can be added or removed.", key, remedy="Write the new one.")
    removed = edit.get("remove", [])
    removed = [removed] if isinstance(removed, str) else list(removed)  # type: ignore[call-overload]
    known = [str(item) for item in (old or ())]  # type: ignore[attr-defined]
    for item in removed:
        if item not in known:
            raise source.error(f"“{item}” is not in “{key}” of {rule.id}.", key, "remove",
                               remedy=nearest(str(item), known))  # fmt: skip
    if pairs:
        kept = {left: right for left, right in (old or {}).items() if left not in removed}  # type: ignore[attr-defined]
        return {**kept, **(added or {})}  # type: ignore[dict-item]
    return [item for item in (old or ()) if item not in removed] + list(added or ())  # type: ignore[attr-defined, call-overload]


def _looks_for_something(rule: Rule, options: Mapping[str, object]) -> bool:
    return all(any(options.get(key) not in (None, "", [], {}) for key in group)
               for group in NEEDED.get(rule.extends, ()))  # fmt: skip
