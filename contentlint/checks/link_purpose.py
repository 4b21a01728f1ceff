"""Links whose words do not tell where they lead, alone and with the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from contentlint.checks._facts import ENGINE as ENGINE
from contentlint.checks._facts import at, facts_on
from contentlint.checks._look import folded, words_of
from contentlint.model import Facts, Hit, Page, Rule, Skip

MEDIA = frozenset({"html"})
PROBLEMS = frozenset({"link-unclear-in-context", "link-unclear-alone"})
_WORD = re.compile(r"[^\W_][\w’'-]*")


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge each link that a screen reader meets."""
    links = facts_on(facts, "links")
    says = {folded(str(link.get("name") or "")) for link in links}
    inside, alone = rules.get("link-unclear-in-context"), rules.get("link-unclear-alone")
    for link in links:
        name = folded(str(link.get("name") or ""))
        if not name or str(link.get("href", "")).startswith(("javascript:", "mailto:", "tel:")):
            continue
        if inside and name in words_of(inside, "phrases") and not _explained(link, name, inside, says):
            yield at(inside, page, link, quote=str(link["name"]), target=f"{name} {link.get('href')}")
        if alone and _vague(name, alone):
            yield at(alone, page, link, quote=str(link["name"]), target=f"{name} {link.get('href')}")


def _vague(name: str, rule: Rule) -> bool:
    """Words of the list, or a noun that only points back: "this page", "these forms"."""
    return name in words_of(rule, "phrases") or bool(re.fullmatch(r"(?:this|that|these|those)(?: [a-z]+)?", name))


def _explained(link: Mapping[str, Any], name: str, rule: Rule, says: set[str]) -> bool:
    """Tell whether the sentence, list item, cell or heading around says more than links and empty words do."""
    around = f"{link.get('context') or ''} {link.get('heading') or ''}".casefold()
    for other in sorted(says, key=len, reverse=True):
        if other and other in words_of(rule, "phrases"):
            around = re.sub(rf"(?<!\w){re.escape(other)}(?!\w)", " ", around)
    small = set(words_of(rule, "small"))
    return any(word not in small for word in _WORD.findall(around))
