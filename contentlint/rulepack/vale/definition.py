"""One rule file of a style → a Definition, or an error with file and line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from contentlint.errors import nearest
from contentlint.rulepack.source import Source
from contentlint.rulepack.vale.ini import LEVELS

_COMMON = frozenset("extends message level scope link limit action description name tests matchcase code".split())
KEYS: Mapping[str, frozenset[str]] = {
    "existence": frozenset("tokens raw nonword ignorecase exceptions append vocab".split()),
    "substitution": frozenset("swap nonword ignorecase capitalize exceptions vocab pos".split()),
    "occurrence": frozenset("token min max ignorecase".split()),
    "repetition": frozenset("tokens max alpha ignorecase exceptions vocab".split()),
    "consistency": frozenset("either nonword ignorecase".split()),
    "conditional": frozenset("first second exceptions vocab ignorecase".split()),
    "capitalization": frozenset("match style exceptions indicators threshold prefix vocab".split()),
    "metric": frozenset("formula condition".split()),
    "readability": frozenset("grade metrics".split()),
    "spelling": frozenset("dictionaries dicpath aff dic ignore filters custom append exceptions threshold ignorecase split".split()),
    "sequence": frozenset("tokens ignorecase exceptions model".split()),
    "script": frozenset("script".split()),
}
_PLAIN_SCOPES = ("sequence", "metric", "readability")
_TRUE, _FALSE = ("true", "yes", "on"), ("false", "no", "off", "")


@dataclass(frozen=True, slots=True)
class Definition:
    """A rule as its file says. keys: those of its type, as strings, lists and mappings of strings."""

    name: str
    extends: str
    message: str
    level: str
    scope: tuple[str, ...]
    keys: dict[str, Any] = field(default_factory=dict)
    link: str = ""
    description: str = ""
    limit: int = 0
    action: str = ""
    params: tuple[str, ...] = ()
    match_case: bool = False
    path: str = ""

    def flag(self, key: str, default: bool = False) -> bool:
        """Return a key that is true or false."""
        value = self.keys.get(key)
        return default if value is None else str(value).lower() in _TRUE

    def number(self, key: str, default: float = 0) -> float:
        """Return a key that is a number."""
        try:
            return float(str(self.keys.get(key, default)))
        except ValueError:
            return default

    def listed(self, key: str) -> list[str]:
        """Return a key that is a list; one text may stand for itself."""
        value = self.keys.get(key)
        return [] if value in (None, "") else [value] if isinstance(value, str) else list(value)  # type: ignore[arg-type]

    def pairs(self, key: str) -> dict[str, str]:
        """Return a key that is a mapping."""
        value = self.keys.get(key)
        return dict(value) if isinstance(value, dict) else {}

    def plain(self) -> dict[str, Any]:
        """Return the definition as JSON can hold it."""
        return asdict(self)


def define(source: Source, name: str) -> Definition:
    """Return what a rule file says. Raises RuleError for unknown keys, wrong values and missing parts."""
    keys = source.value
    if not isinstance(keys, dict):
        raise source.error("A rule file must hold keys and values, as in “extends: existence”.")
    kind = keys.get("extends")
    if not kind:
        raise source.error("The rule needs “extends”: a rule type.", "extends")
    if kind not in KEYS:
        raise source.error(f"There is no rule type “{kind}”.", "extends", remedy=nearest(str(kind), KEYS))
    if "message" not in keys:
        raise source.error("The rule needs “message”.")
    for key in keys:
        if key.lower() not in KEYS[kind] | _COMMON:
            raise source.error(f"“{kind}” rules have no key “{key}”.", key, remedy=nearest(key, [*KEYS[kind], *_COMMON]))
    keys = {key.lower(): value for key, value in keys.items()}
    level = str(keys.get("level") or "warning")
    if level not in LEVELS:
        raise source.error(f"“level” cannot be “{level}”.", "level", remedy=f"Use {', '.join(LEVELS)}.")
    if str(keys.get("code", "")).lower() in _TRUE:
        raise source.error("“code: true” is not run.", "code", remedy="Use “scope: raw”.")
    action = keys.get("action")
    action = action if isinstance(action, dict) else {}
    params = action.get("params") or []
    flat = [str(part) for item in ([params] if isinstance(params, str) else params)
            for part in (item if isinstance(item, list) else [item])]  # fmt: skip
    limit = str(keys.get("limit") or "0")
    return Definition(
        name=name, extends=str(kind), message=str(keys.get("message") or ""), level=level, scope=_scope(source, keys, str(kind)),
        keys={key: value for key, value in keys.items() if key in KEYS[kind]}, link=str(keys.get("link") or ""),
        description=str(keys.get("description") or ""), limit=int(limit) if limit.isdigit() else 0,
        action=str(action.get("name") or ""), params=tuple(flat),
        match_case=str(keys.get("matchcase", "")).lower() in _TRUE, path=source.name,
    )  # fmt: skip


def _scope(source: Source, keys: Mapping[str, object], kind: str) -> tuple[str, ...]:
    value = keys.get("scope")
    scopes = [value] if isinstance(value, str) else value or []
    if not isinstance(scopes, list) or not all(isinstance(item, str) for item in scopes):
        raise source.error("“scope” must be a name or a list of names.", "scope")
    for scope in scopes:
        if "&" not in scope and " " in scope.strip():
            raise source.error(f"The scope “{scope}” holds a blank.", "scope", remedy="Join conditions by “&”.")
    scopes = [scope for scope in scopes if scope.strip()]
    if kind in ("metric", "readability"):
        return ("summary",) if not scopes or scopes == ["text"] else tuple(scopes)
    if kind == "sequence":
        return tuple(_in_sentences(scope) for scope in scopes) or ("sentence",)
    return tuple(scopes) or ("text",)


def _in_sentences(scope: str) -> str:
    if scope == "sentence" or scope.startswith("sentence."):
        return scope
    if scope == "paragraph" or scope.startswith("paragraph."):
        return "sentence" + scope.removeprefix("paragraph")
    return f"sentence & {scope}"
