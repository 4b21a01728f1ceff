"""Which keys a rule file may have, and what each may hold."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

#: how an option is read: "flag" true or false, "count" a whole number, "number", "text", "pattern" a
#: regular expression, "words" or "patterns" a list (one alone may stand for itself), "pairs" a
#: mapping of pattern to text, "pattern-pairs" of pattern to pattern, "raw" anything
_COMMON_STYLE = {"inflect": "inflect", "ignorecase": "flag", "unless": "unless", "exceptions": "patterns",
                 "vocab": "flag", "mentions": "flag"}  # fmt: skip

STYLE_TYPES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "existence": {
            "tokens": "patterns",
            "raw": "raw",
            "nonword": "flag",
            "append": "flag",
            **_COMMON_STYLE,
        },
        "substitution": {
            "swap": "pairs",
            "nonword": "flag",
            "capitalize": "flag",
            "pos": "text",
            **_COMMON_STYLE,
        },
        "occurrence": {"token": "pattern", "max": "count", "min": "count", **_COMMON_STYLE},
        "repetition": {"tokens": "patterns", "max": "count", "alpha": "flag", **_COMMON_STYLE},
        "consistency": {"either": "pattern-pairs", "nonword": "flag", **_COMMON_STYLE},
        "conditional": {"first": "pattern", "second": "pattern", **_COMMON_STYLE},
        "capitalization": {
            "match": "casing",
            "style": "guide",
            "threshold": "number",
            "indicators": "words",
            "prefix": "pattern",
            **_COMMON_STYLE,
        },
    }
)

#: each group: at least one of these keys must be there
NEEDED: Mapping[str, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {
        "existence": (("tokens", "raw"),),
        "substitution": (("swap",),),
        "occurrence": (("token",), ("max", "min")),
        "repetition": (("tokens",),),
        "consistency": (("either",),),
        "conditional": (("first",), ("second",)),
        "capitalization": (("match",),),
    }
)

#: rule types of Vale that we do not run, and why
REFUSED: Mapping[str, str] = MappingProxyType(
    {
        "metric": "“metric” rules are not run: use “extends: readability” for figures about a text.",
        "readability-metric": "“readability” rules of Vale are not run.",
        "spelling": "“spelling” rules are not run: LanguageTool checks the spelling.",
        "sequence": "“sequence” rules are not run: use “unless” with “followed-by” or “preceded-by”.",
        "script": "“script” rules are not run, because they hold a program.",
    }
)

#: keys of every rule file; True: only our own rule files have it, not Vale's
COMMON: Mapping[str, bool] = MappingProxyType(
    {
        "extends": False,
        "message": False,
        "level": False,
        "scope": False,
        "link": False,
        "limit": False,
        "action": False,
        "description": False,
        "code": False,
        "title": True,
        "why": True,
        "certainty": True,
        "kind": True,
        "owner": True,
        "source": True,
        "wcag": True,
        "act": True,
        "effort": True,
        "fix": True,
        "examples": True,
    }
)

OUR_OWN = frozenset({key for key, ours in COMMON.items() if ours} | {"inflect", "unless"})
LEVELS = ("suggestion", "warning", "error", "minor", "moderate", "serious", "critical")
EFFORTS = ("seconds", "minutes", "rewrite")
INFLECT = ("true", "false", "verb", "noun")
EXAMPLE_KEYS = ("bad", "good", "bad-html", "good-html", "flags", "fixed", "under")
SOURCE_KEYS = ("guide", "entry", "url", "checked")
UNLESS_KEYS = ("followed-by", "preceded-by", "followed-by-pattern", "preceded-by-pattern", "in", "heading")
#: scope as written → kinds of block; the last four are handled on their own
SCOPES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "paragraph": ("paragraph",),
        "list": ("list",),
        "list.item": ("list",),
        "list.lead": (),
        "heading": ("heading",),
        "cell": ("cell", "header-cell"),
        "header-cell": ("header-cell",),
        "caption": ("caption",),
        "link": ("link",),
        "button": ("button",),
        "label": ("label",),
        "legend": ("legend",),
        "summary": ("summary",),
        "title": ("title",),
        "meta": ("meta",),
        "alt": ("alt",),
        "quote": ("quote",),
        "code": ("code",),
        "strong": (),
        "emphasis": (),
        "sentence": (),
        "page": (),
        "text": (),
    }
)

#: what "unless: {in: …}" knows: places in the text, and any kind of block
UNLESS_PLACES = ("quotation", "proper-name", "sentence-start", "capitals", "strong", "emphasis",
                 *(name for name, kinds in SCOPES.items() if kinds))  # fmt: skip

#: scopes of Vale that mean one of ours
VALE_SCOPES: Mapping[str, str] = MappingProxyType(
    {
        "blockquote": "quote",
        "table": "cell",
        "table.cell": "cell",
        "table.header": "header-cell",
        "table.caption": "caption",
        "figure.caption": "caption",
        "summary": "page",
        "raw": "page",
    }
)
