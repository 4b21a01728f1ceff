"""Pictures of words and signs: whose logo it is, and words that should be text (WCAG 1.1.1, 1.4.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from contentlint.checks._facts import ENGINE as ENGINE
from contentlint.checks._facts import at, facts_on
from contentlint.checks._look import folded
from contentlint.model import Facts, Hit, Page, Rule, Skip

MEDIA = frozenset({"html"})
PROBLEMS = frozenset({"logo-hidden-from-screen-readers", "logo-of-another-body", "words-as-picture"})
_FILE = re.compile(r"^([a-z0-9]{3,})[-_ ](?:logo|crest|emblem)$|^(?:logo|crest|emblem)[-_ ]([a-z0-9]{3,})$", re.I)
_ALT = re.compile(r"^(?:the )?(?:logo of )?(.{2,60}?)(?:['’]s)? logo$|^logo of (?:the )?(.{2,60})$", re.I)
_GENERIC = frozenset("site header footer main new old white black dark light small large web mobile council print brand "
                     "colour color mono inverse primary desktop text full page home".split())  # fmt: skip


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Look at pictures that their file name calls a logo of somebody, and at pictures of nothing but words."""
    if rule := rules.get("words-as-picture"):
        for picture in facts_on(facts, "vectors"):
            words = folded(str(picture.get("words") or ""))
            if len(words) > 3 and words == folded(str(picture.get("alt") or "")):
                yield at(rule, page, picture, quote=str(picture["words"]))
    for picture in facts_on(facts, "pictures"):
        owner = _owner(str(picture.get("src") or ""))
        if not owner:
            continue
        rule = rules.get("logo-hidden-from-screen-readers")
        if rule and picture.get("hidden") and not picture.get("linked") and not str(picture.get("near") or "").strip():
            yield at(rule, page, picture, target=str(picture["src"]), args={"file": picture["src"]})
        rule = rules.get("logo-of-another-body")
        if rule and not picture.get("hidden") and _another(owner, picture):
            yield at(rule, page, picture, quote=str(picture["name"]), args={"file": picture["src"]})


def _owner(file: str) -> str | None:
    found = _FILE.match(file.rpartition(".")[0])
    owner = found and (found[1] or found[2])
    return owner.casefold() if owner and owner.casefold() not in _GENERIC and not owner.isdigit() else None


def _another(owner: str, picture: Mapping[str, Any]) -> bool:
    """The name says whose logo it is, in one word of capitals like the file's, and it is another word."""
    said = _ALT.match(str(picture.get("name") or "").strip())
    body = said and (said[1] or said[2])
    if not body or not re.fullmatch(r"[A-Z][A-Z0-9]{2,9}", body):
        return False
    name = body.casefold()
    return len(owner) <= 6 and name not in owner and owner not in name and not set(name) <= set(owner)
