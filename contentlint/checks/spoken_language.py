"""Short texts whose words are of another language than their lang attribute says (WCAG 3.1.1, 3.1.2).

Longer pages and passages are judged by their common words in language_tags.py, without a browser.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.checks._facts import ENGINE as ENGINE
from contentlint.checks._facts import at, facts_on
from contentlint.model import Facts, Hit, Page, Rule, Skip
from contentlint.text.english import share
from contentlint.text.tongues import another

MEDIA = frozenset({"html"})
PROBLEMS = frozenset({"page-read-in-another-language", "passage-read-in-another-language"})
_PLAIN_ENGLISH = 0.15  # share of common words that English prose has


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge the words that each lang attribute covers."""
    for part in facts_on(facts, "languages"):
        rule = rules.get("page-read-in-another-language" if part.get("whole") else "passage-read-in-another-language")
        text, lang = str(part.get("text") or ""), str(part.get("lang") or "")
        if not rule or not text or not lang:
            continue
        if lang.lower().startswith("en") and share(text)[0] >= _PLAIN_ENGLISH:
            continue
        if other := another(text, lang):
            yield at(rule, page, part, quote=text, target=text[:120],
                     args={"lang": lang, "guess": _name(rule, other)}, suggestion=f'lang="{other}"')  # fmt: skip


def _name(rule: Rule, code: str) -> str:
    names = rule.options.get("names", {})
    return str(names.get(code, code)) if isinstance(names, Mapping) else code
