"""The declared language of a page and its passages, against the words that stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from contentlint.checks._look import prose
from contentlint.model import Block, Facts, Hit, Page, Rule, Skip

ENGINE = "contentlint"
MEDIA = frozenset({"html"})
PROBLEMS = frozenset({
    "missing-page-language", "invalid-page-language", "wrong-page-language", "unmarked-passage-language",
})  # fmt: skip
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*", re.I)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_PAGE_WORDS, _PASSAGE_WORDS = 50, 20  # fewer words than these are no evidence
_SHARE = 0.15  # share of common words that running text of a language reaches easily
_ALONE = 0.08  # share of those that the declared language does not have
_MARGIN = 3.0  # times as many of them as the declared language has of its own


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge the language of the whole page, then of its passages."""
    lang = (page.lang or "").strip()
    if not page.fragment:
        if not lang:
            if rule := rules.get("missing-page-language"):
                yield Hit.on_page(rule)
        elif not _TAG.fullmatch(lang):
            if rule := rules.get("invalid-page-language"):
                yield Hit.on_page(rule, quote=lang)
        elif rule := rules.get("wrong-page-language"):
            wrong = list(_whole(page, rule, lang))
            yield from wrong
            if wrong:
                return  # once the page names its language, its passages are marked
    if rule := rules.get("unmarked-passage-language"):
        yield from _passages(page, rule, lang or "en")


def _whole(page: Page, rule: Rule, lang: str) -> Iterator[Hit]:
    words = [word for block in prose(page) if block.lang is None for word in _words(block)]
    guess = _guess(words, rule, lang) if len(words) >= _PAGE_WORDS else None
    if guess:
        yield Hit.on_page(
            rule, quote=lang, args={"lang": lang, "guess": _name(rule, guess)}, suggestion=guess
        )


def _passages(page: Page, rule: Rule, lang: str) -> Iterator[Hit]:
    for block in prose(page):
        words = _words(block)
        if block.lang is None and len(words) >= _PASSAGE_WORDS and (guess := _guess(words, rule, lang)):
            yield Hit.in_block(rule, page, block, 0, len(block.text), suggestion=f'lang="{guess}"',
                               args={"guess": _name(rule, guess)})  # fmt: skip


def _words(block: Block) -> list[str]:
    return [word.casefold().replace("’", "'") for word in _WORD.findall(block.text)]


def _guess(words: list[str], rule: Rule, lang: str) -> str | None:
    """Return another language than `lang` where the words show it by a clear margin, else None."""
    table = rule.options.get("words", {})
    if not isinstance(table, Mapping) or not words:
        return None
    declared = lang.partition("-")[0].lower()
    share = {code: _share(words, frozenset(common)) for code, common in table.items()}
    best = max(share, key=share.__getitem__, default=None)
    if best is None or best == declared or share[best] < _SHARE:
        return None
    # A word of both languages ("do" in Polish and English) speaks for neither of them.
    against = _share(words, frozenset(table.get(declared, ())) - frozenset(table[best]))
    alone = _share(words, frozenset(table[best]) - frozenset(table.get(declared, ())))
    return best if alone >= max(_ALONE, _MARGIN * against) else None


def _share(words: list[str], common: frozenset[str]) -> float:
    return sum(word in common for word in words) / len(words)


def _name(rule: Rule, code: str) -> str:
    names = rule.options.get("names", {})
    return str(names.get(code, code)) if isinstance(names, Mapping) else code
