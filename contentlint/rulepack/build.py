"""Makes a Rule of one YAML file, or says with file and line why it cannot."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from string import Formatter
from types import MappingProxyType

from contentlint.errors import nearest
from contentlint.model import Certainty, Guidance, Kind, Owner, Rule, Severity
from contentlint.rulepack.options import checker_options, style_options, text, words
from contentlint.rulepack.sayings import read_examples
from contentlint.rulepack.schema import (
    COMMON,
    EFFORTS,
    LEVELS,
    OUR_OWN,
    REFUSED,
    SCOPES,
    SOURCE_KEYS,
    STYLE_TYPES,
    VALE_SCOPES,
)
from contentlint.rulepack.source import Source

_ADDRESS = re.compile(r"https?://\S+")
_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?")
_WCAG = (r"[1-4]\.[1-9]\.\d{1,2}", "a success criterion such as 1.3.1")
_ACT = (r"[a-z0-9]{6}", "an ACT rule such as bc659a")


def build_rule(source: Source, rule_id: str, checkers: Mapping[str, frozenset[str]]) -> Rule:
    """Return the rule that a file describes.

    checkers: problems by checker; an empty set of problems means that the checker takes any name.
    Raises RuleError for unknown keys, wrong values and missing parts.
    """
    keys = source.value
    if not isinstance(keys, dict):
        raise source.error("A rule file must hold keys and values, as in “extends: existence”.")
    kind = _extends(source, keys, rule_id, checkers)
    style = kind in STYLE_TYPES
    vale = style and not OUR_OWN & keys.keys()
    own = {key: value for key, value in keys.items() if key not in COMMON and not (style and key == "unless")}
    if style:
        if "unless" in keys:
            own["unless"] = keys["unless"]
        options = style_options(source, kind, own)
    else:
        options = checker_options(source, own, keys)
    if not vale:
        for needed in ("title", "message", "why"):
            if not str(keys.get(needed) or "").strip():
                raise source.error(f"The rule needs “{needed}”.")
    elif "message" not in keys:
        raise source.error("The rule needs “message”.")
    if keys.get("code") == "true":
        raise source.error("“code: true” is not run: rules see prose, not code.", "code")
    if "action" in keys:
        options["action"] = keys["action"]
    if vale:
        options["vale"] = True
    examples = () if vale else read_examples(source, keys.get("examples"), required=style)
    return Rule(
        id=rule_id, extends=kind, title=_line(source, keys, "title") or rule_id.rpartition("/")[2],
        message=_message(source, text(source, "message", keys["message"]), vale, options, kind),
        why=_line(source, keys, "why") or _line(source, keys, "description"),
        severity=_severity(source, keys.get("level", "warning")),
        certainty=Certainty(_choice(source, keys, "certainty", list(Certainty), "likely")),
        kind=Kind(_choice(source, keys, "kind", list(Kind), "style")),
        owner=Owner(_choice(source, keys, "owner", list(Owner), "editor")),
        scope=_scope(source, keys.get("scope"), style), guidance=read_guidance(source, keys),
        wcag=_codes(source, keys, "wcag", *_WCAG),
        act=_codes(source, keys, "act", *_ACT),
        options=MappingProxyType(options), examples=examples, fix=_fix(source, keys),
        effort=_choice(source, keys, "effort", EFFORTS, "minutes"), path=source.name, line=1,
        on=_choice(source, keys, "default", ("on", "off"), "on") == "on",
    )  # fmt: skip


def read_fields(source: Source, keys: Mapping[str, object], rule: Rule) -> dict[str, object]:
    """Return the fields of a rule that some of the common keys set. Raises RuleError."""
    style, options = rule.extends in STYLE_TYPES, rule.options
    vale = bool(options.get("vale"))
    readers = {
        "level": lambda: ("severity", _severity(source, keys["level"])),
        "certainty": lambda: ("certainty", Certainty(_choice(source, keys, "certainty", list(Certainty), ""))),
        "kind": lambda: ("kind", Kind(_choice(source, keys, "kind", list(Kind), ""))),
        "owner": lambda: ("owner", Owner(_choice(source, keys, "owner", list(Owner), ""))),
        "effort": lambda: ("effort", _choice(source, keys, "effort", EFFORTS, "")),
        "title": lambda: ("title", _line(source, keys, "title") or rule.title),
        "why": lambda: ("why", _line(source, keys, "why") or rule.why),
        "message": lambda: (
            "message", _message(source, text(source, "message", keys["message"]), vale, options, rule.extends)
        ),
        "scope": lambda: ("scope", _scope(source, keys["scope"], style)),
        "fix": lambda: ("fix", _fix(source, keys)),
        "source": lambda: ("guidance", read_guidance(source, keys)),
        "wcag": lambda: ("wcag", _codes(source, keys, "wcag", *_WCAG)),
        "act": lambda: ("act", _codes(source, keys, "act", *_ACT)),
    }  # fmt: skip
    return dict(readers[key]() for key in keys if key in readers)


def _extends(
    source: Source, keys: Mapping[str, object], rule_id: str, checkers: Mapping[str, frozenset[str]]
) -> str:
    kind = keys.get("extends")
    if not isinstance(kind, str) or not kind:
        raise source.error("The rule needs “extends”: a rule type or a checker.")
    if kind == "readability" and {"grade", "metrics"} & keys.keys():
        return "grade"
    if kind in REFUSED and not checkers.get(kind):
        raise source.error(REFUSED[kind], "extends")
    if kind in STYLE_TYPES:
        return kind
    known = [name for name in checkers if name != "style"]
    if kind not in known:
        raise source.error(
            f"There is no rule type or checker “{kind}”.",
            "extends",
            remedy=nearest(kind, [*STYLE_TYPES, *known]),
        )
    problem = rule_id.rpartition("/")[2]
    if checkers[kind] and problem not in checkers[kind]:
        raise source.error(
            f"The checker “{kind}” knows no problem “{problem}”.",
            "extends",
            remedy=nearest(problem, checkers[kind])
            or f"Name the file after one of: {', '.join(sorted(checkers[kind]))}.",
        )
    return kind


def _message(source: Source, message: str, vale: bool, options: Mapping[str, object], kind: str) -> str:
    """Return the message with {placeholders}. Vale's %s become the match, or suggestion and match."""
    message = " ".join(message.split())
    if vale:
        message = message.replace("{", "{{").replace("}", "}}")
        first = {"substitution": "{suggestion}", "occurrence": "{count}", "metric": "{value}", "grade": "{value}"}.get(kind, "{match}")
        parts = re.split(r"%s|'%s'|%d", message.replace("%%", "%"))
        fills = [first, "{suggestion}" if first == "{match}" else "{match}"]
        made = parts[0]
        for at, part in enumerate(parts[1:]):
            made += fills[min(at, 1)] + part
        return made
    try:
        names = [name for _, name, _, _ in Formatter().parse(message) if name is not None]
    except ValueError as error:
        raise source.error(f"The message has a stray curly bracket: {error}.", "message") from None
    for name in names:
        if not name.isidentifier():
            raise source.error(f"“{{{name}}}” in the message is no name.", "message")
        if kind in STYLE_TYPES and name not in PLACEHOLDERS:
            raise source.error(
                f"Style rules cannot fill “{{{name}}}”.",
                "message",
                remedy=nearest(name, PLACEHOLDERS) or f"They fill {', '.join(PLACEHOLDERS)}.",
            )
    return message


PLACEHOLDERS = ("match", "suggestion", "count", "max", "min", "first", "expected", "value")


def _severity(source: Source, level: object) -> Severity:
    try:
        return Severity.of_level(str(level))
    except ValueError:
        raise source.error(
            f"“{level}” is not a level.",
            "level",
            remedy=nearest(str(level), LEVELS) or f"Use {', '.join(LEVELS)}.",
        ) from None


def _choice(source: Source, keys: Mapping[str, object], key: str, known: Iterable[str], default: str) -> str:
    value, known = keys.get(key, default), list(known)
    if isinstance(value, str) and value in known:
        return value
    raise source.error(f"“{key}” cannot be “{value}”.", key,
                       remedy=nearest(str(value), known) or f"Use {', '.join(known)}.")  # fmt: skip


def _line(source: Source, keys: Mapping[str, object], key: str) -> str:
    return " ".join(text(source, key, keys[key]).split()) if keys.get(key) else ""


def _scope(source: Source, value: object, style: bool) -> tuple[str, ...]:
    scopes = words(source, "scope", value or [])
    if not style:
        return tuple(scopes)
    for at, scope in enumerate(scopes):
        for part in re.split(r"\s*&\s*", scope):
            name = part.lstrip("~").strip().removeprefix("text.")
            name = VALE_SCOPES.get(name, name)
            if re.fullmatch(r"heading\.h[1-6]", name) or name in SCOPES:
                continue
            path = ("scope", at) if isinstance(value, list) else ("scope",)
            raise source.error(f"There is no scope “{scope}”.", *path, remedy=nearest(name, SCOPES))
    return tuple(scopes)


def read_guidance(source: Source, keys: Mapping[str, object]) -> tuple[Guidance, ...]:
    """Return what “source” says: which guidance is behind a rule. Raises RuleError."""
    value = keys.get("source")
    if value is None or value == "":
        return (Guidance(guide="Vale package", url=str(keys["link"])),) if keys.get("link") else ()
    entries = [value] if isinstance(value, dict) else value
    if not isinstance(entries, list):
        raise source.error("“source” must say which guide, as in “{guide: GOV.UK style guide}”.", "source")
    made = []
    for at, entry in enumerate(entries):
        path = ("source", at) if isinstance(value, list) else ("source",)
        if not isinstance(entry, dict) or not entry.get("guide"):
            raise source.error("“source” needs the name of the guide.", *path)
        for key, item in entry.items():
            if key not in SOURCE_KEYS:
                raise source.error(
                    f"“source” has no key “{key}”.", *path, key, remedy=nearest(key, SOURCE_KEYS)
                )
            if not isinstance(item, str):
                raise source.error(f"“{key}” must be a text.", *path, key)
        if entry.get("url") and not _ADDRESS.fullmatch(entry["url"]):
            raise source.error(f"“{entry['url']}” is not a web address.", *path, "url")
        if entry.get("checked") and not _DAY.fullmatch(entry["checked"]):
            raise source.error(f"“{entry['checked']}” is not a day such as 2026-08-20.", *path, "checked")
        made.append(Guidance(**{key: item or None for key, item in entry.items()}))
    return tuple(made)


def _codes(source: Source, keys: Mapping[str, object], key: str, shape: str, example: str) -> tuple[str, ...]:
    found = words(source, key, keys.get(key) or [])
    for at, code in enumerate(found):
        if not re.fullmatch(shape, code):
            raise source.error(f"“{code}” is not {example}.", key, at)
    return tuple(found)


def _fix(source: Source, keys: Mapping[str, object]) -> bool:
    value = keys.get("fix", "none")
    if value in ("safe", "none", "false"):
        return value == "safe"
    raise source.error(
        f"“fix” cannot be “{value}”.", "fix", remedy="Write “fix: safe”, or leave the key out."
    )
