"""Reads the keys that belong to a rule's type, and refuses what cannot be meant."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

import regex

from contentlint.errors import nearest
from contentlint.rulepack.schema import COMMON, INFLECT, NEEDED, STYLE_TYPES, UNLESS_KEYS, UNLESS_PLACES
from contentlint.rulepack.source import Source
from contentlint.rulepack.vale import formula
from contentlint.rulepack.vale.grades import FORMULAS
from contentlint.rulepack.vale.names import NAMES

_PLAIN = re.compile(r"[\w\s’'-]+")
CASINGS = ("$title", "$sentence", "$lower", "$upper")
GUIDES = ("AP", "Chicago")  # whose title case it is
_WHOLE = re.compile(r"-?\d{1,15}")


def style_options(source: Source, kind: str, keys: Mapping[str, object]) -> dict[str, object]:
    """Return the options of a style rule, each as its type wants it. Raises RuleError."""
    known = STYLE_TYPES[kind]
    for key in keys:
        if key not in known:
            raise source.error(
                f"“{kind}” rules have no key “{key}”.",
                key,
                remedy=nearest(key, [*known, *COMMON]) or f"They know {', '.join(sorted(known))}.",
            )
    for group in NEEDED[kind]:
        if not any(keys.get(key) not in (None, "", [], {}) for key in group):
            names = " or ".join(f"“{key}”" for key in group)
            raise source.error(f"A “{kind}” rule needs {names}.", "extends")
    return {key: style_option(source, kind, key, value) for key, value in keys.items()}


def style_option(source: Source, kind: str, key: str, value: object) -> object:
    """Return one option of a style rule as its type wants it. Raises RuleError."""
    return _READERS[STYLE_TYPES[kind][key]](source, key, value)


def checker_options(
    source: Source, keys: Mapping[str, object], used: Mapping[str, object]
) -> dict[str, object]:
    """Return the options of a checker's rule: whole and decimal numbers, true and false are read as such.

    A key that is nearly a common key, while that one is missing, is taken for a slip.
    """
    options: dict[str, object] = {}
    for key, value in keys.items():
        near = nearest(key, COMMON) if len(key) > 3 else ""
        close = near.partition("“")[2].partition("”")[0]
        if close and close not in used and _slip(key, close):
            raise source.error(f"There is no key “{key}”.", key, remedy=near)
        options[key] = scalar(value) if (key,) in source.plain else value
    return options


def _slip(key: str, close: str) -> bool:
    """Tell whether two names differ by one letter, two swapped letters or a plural s."""
    return abs(len(key) - len(close)) <= 1 and (sorted(key) == sorted(close) or any(
        key[:at] + key[at + 1 :] in (close, close[:at] + close[at + 1 :]) for at in range(len(key))
    ) or any(key == close[:at] + close[at + 1 :] for at in range(len(close))))  # fmt: skip


def scalar(value: object) -> object:
    """Return what an unquoted word of YAML means: a number, true or false, else itself."""
    text = str(value)
    if text in ("true", "false"):
        return text == "true"
    if _WHOLE.fullmatch(text):
        return int(text)
    if re.fullmatch(r"-?\d{1,9}\.\d{1,9}", text) and repr(float(text)) == text:
        return float(text)
    return value


def _flag(source: Source, key: str, value: object) -> bool:
    if str(value).lower() in ("true", "yes", "on"):
        return True
    if str(value).lower() in ("false", "no", "off"):
        return False
    raise source.error(f"“{key}” must be true or false, not “{_show(value)}”.", key)


def _count(source: Source, key: str, value: object) -> int:
    if isinstance(value, str) and re.fullmatch(r"\d{1,9}", value):
        return int(value)
    raise source.error(f"“{key}” must be a whole number, not “{_show(value)}”.", key)


def _number(source: Source, key: str, value: object) -> float:
    if isinstance(value, str) and re.fullmatch(r"\d{1,9}(\.\d+)?", value):
        return float(value)
    raise source.error(f"“{key}” must be a number, not “{_show(value)}”.", key)


def text(source: Source, key: str, value: object) -> str:
    """Return a text, or raise RuleError where something else stands."""
    if isinstance(value, str):
        return value
    raise source.error(f"“{key}” must be a text.", key)


def words(source: Source, key: str, value: object) -> list[str]:
    """Return a list of texts (one alone may stand for itself), or raise RuleError."""
    found = [value] if isinstance(value, str) else value
    if not isinstance(found, list):
        raise source.error(f"“{key}” must be a list.", key)
    for at, item in enumerate(found):
        if not isinstance(item, str):
            raise source.error(f"“{key}” must be a list of texts. Put quotes round this one.", key, at)
    return [item for item in found if item.strip()]


def pattern(source: Source, key: str, value: object, *path: object) -> str:
    """Return a regular expression that compiles and does not match nothing, or raise RuleError."""
    if not isinstance(value, str) or not value.strip():
        raise source.error(f"“{key}” must hold a pattern.", key, *path)
    if _PLAIN.fullmatch(value):
        return value
    try:
        empty = regex.compile(value).search("")
    except (regex.error, RecursionError, OverflowError) as error:
        raise source.error(f"The pattern “{value}” is wrong: {error}.", key, *path,
                           remedy="Put a backslash before a mark that means itself.") from None  # fmt: skip
    if empty is not None:
        raise source.error(
            f"The pattern “{value}” fits an empty text, so it would be found everywhere.", key, *path
        )
    return value


def _pattern(source: Source, key: str, value: object) -> str:
    return pattern(source, key, value)


def _casing(source: Source, key: str, value: object) -> str:
    if not isinstance(value, str) or not value.startswith("$"):
        return pattern(source, key, value)
    if value not in CASINGS:
        raise source.error(f"“{key}” cannot be “{value}”.", key,
                           remedy=nearest(value, CASINGS) or f"Use {', '.join(CASINGS)} or a pattern.")  # fmt: skip
    return value


def _guide(source: Source, key: str, value: object) -> str:
    if str(value).casefold() not in {name.casefold() for name in GUIDES}:
        raise source.error(f"“{key}” cannot be “{_show(value)}”.", key,
                           remedy=nearest(str(value), GUIDES) or f"Use {' or '.join(GUIDES)}.")  # fmt: skip
    return str(value)


def _patterns(source: Source, key: str, value: object) -> list[str]:
    return [pattern(source, key, item, at) for at, item in enumerate(words(source, key, value))]


def _pairs(source: Source, key: str, value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise source.error(f"“{key}” must give what to write for each word.", key)
    for left, right in value.items():
        pattern(source, key, left, left)
        if not isinstance(right, str):
            raise source.error(f"What to write for “{left}” must be a text; split choices by “|”.", key, left)
    return dict(value)


def _pattern_pairs(source: Source, key: str, value: object) -> dict[str, str]:
    pairs = _pairs(source, key, value)
    for left, right in pairs.items():
        pattern(source, key, right, left)
    return pairs


def _raw(source: Source, key: str, value: object) -> list[str]:
    pieces = [value] if isinstance(value, str) else value
    if not isinstance(pieces, list) or not all(isinstance(item, str) for item in pieces):
        raise source.error(f"“{key}” must be a list of patterns.", key)
    pattern(source, key, "".join(pieces))
    return pieces


def _inflect(source: Source, key: str, value: object) -> str:
    if value in INFLECT:
        return str(value)
    raise source.error(f"“{key}” cannot be “{_show(value)}”.", key, remedy="Use true, verb or noun.")


def unless(source: Source, key: str, value: object) -> list[dict[str, object]]:
    """Return the conditions that cancel a hit: mappings of which all parts must hold. Raises RuleError."""
    conditions = [value] if isinstance(value, dict) else value
    if not isinstance(conditions, list) or not all(isinstance(item, dict) for item in conditions):
        raise source.error("“unless” must be a list of conditions, as in “- {followed-by: agreement}”.", key)
    made = []
    for at, condition in enumerate(conditions):
        made.append({name: _condition(source, key, at, name, item) for name, item in condition.items()})
    return made


def _condition(source: Source, key: str, at: int, name: str, value: object) -> object:
    if name not in UNLESS_KEYS:
        raise source.error(
            f"“unless” knows no condition “{name}”.",
            key,
            at,
            name,
            remedy=nearest(name, UNLESS_KEYS) or f"It knows {', '.join(UNLESS_KEYS)}.",
        )
    if name.endswith("pattern") or name == "heading":
        return pattern(source, key, value, at, name)
    found = [value] if isinstance(value, str) else value
    if (
        not isinstance(found, list)
        or not found
        or not all(isinstance(item, str) and item.strip() for item in found)
    ):
        raise source.error(f"“{name}” must be a word or a list of words.", key, at, name)
    if name == "in":
        for item in found:
            if item not in UNLESS_PLACES:
                raise source.error(
                    f"“in” knows no place “{item}”.",
                    key,
                    at,
                    name,
                    remedy=nearest(item, UNLESS_PLACES) or f"It knows {', '.join(UNLESS_PLACES)}.",
                )
    return found


def _show(value: object) -> str:
    return value if isinstance(value, str) else "a list" if isinstance(value, list) else "several values"


def _formula(source: Source, key: str, value: object) -> str:
    """Return a sum over the counts of a text, or with `condition` what its value is compared with."""
    written = text(source, key, value)
    try:
        tree = formula.parse(written if key == "formula" else f"value {written}")
    except formula.FormulaError as error:
        raise source.error(f"“{key}” cannot be “{written.strip()}”: {error}.", key) from None
    known = NAMES | {"value"} if key == "condition" else NAMES
    for name in sorted(formula.names(tree) - known):
        raise source.error(f"There is no count “{name}”.", key, remedy=nearest(name, known) or f"There are {', '.join(sorted(NAMES))}.")
    return written


def _metrics(source: Source, key: str, value: object) -> list[str]:
    found = words(source, key, value)
    for name in found:
        if name not in FORMULAS:
            raise source.error(f"There is no formula “{name}”.", key, remedy=nearest(name, FORMULAS) or f"There are {', '.join(FORMULAS)}.")
    return found


def _steps(source: Source, key: str, value: object) -> list[dict[str, str]]:
    """Return the words of a row: mappings with a pattern, and maybe how many words may stand before it."""
    if not isinstance(value, list) or not value or not all(isinstance(item, dict) for item in value):
        raise source.error(f"“{key}” must be a list such as “- {{pattern: going}}”.", key)
    for at, item in enumerate(value):
        for name in item:
            if name in ("tag", "upos"):
                raise source.error("“tag” asks for parts of speech, which are not worked out here.", key, at, name,
                                   remedy="Use patterns alone.")  # fmt: skip
            if name not in ("pattern", "skip", "negate"):
                raise source.error(f"A word of the row has no key “{name}”.", key, at, name,
                                   remedy=nearest(name, ("pattern", "skip", "negate")) or None)  # fmt: skip
        pattern(source, key, item.get("pattern"), at, "pattern")
    if all(str(item.get("negate")) == "true" for item in value):
        raise source.error("A row needs a word that must be there.", key)
    return [dict(item) for item in value]


_READERS = MappingProxyType({
    "flag": _flag, "count": _count, "number": _number, "text": text, "words": words, "pattern": _pattern,
    "patterns": _patterns, "pairs": _pairs, "pattern-pairs": _pattern_pairs, "raw": _raw, "inflect": _inflect,
    "unless": unless, "casing": _casing, "guide": _guide, "formula": _formula, "condition": _formula, "metrics": _metrics,
    "steps": _steps,
})  # fmt: skip
