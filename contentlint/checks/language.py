"""Spelling and grammar, as LanguageTool or Hunspell sees them, with the names and terms of a council left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase

from contentlint.checks._look import words_of
from contentlint.checks._spelling import doubt
from contentlint.model import Block, Certainty, Facts, Hit, Outcome, Page, Rule, Skip
from contentlint.text.english import is_english, is_foreign, share
from contentlint.text.names import gather

ENGINE = "languagetool"
INSTEAD = "hunspell"  # tells unknown words in the same way
PROBLEMS = frozenset({"misspelling", "confused-word", "grammar-slip", "repeated-word"})
_SPELLING = re.compile(r"(?:MORFOLOGIK|HUNSPELL).*")
_REPEATED = re.compile(r".*WORD_REPEAT_RULE|.*_REPEATED_WORD|PHRASE_REPETITION")
_CLIPPED = frozenset({"heading", "title", "label", "legend", "button", "header-cell", "caption", "summary"})  # no sentences
_NOTHING = "(suggestion limit reached)"  # stands among the engine's replacements
_FOREIGN = 0.25  # share of unknown words from which a block is taken for another language or filler text
_MOSTLY_ENGLISH = 0.2  # share of common words
_ASIDE = re.compile(r"\s*\([^()]{25,}\)")  # the engine's long explanations in brackets


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Make hits of the engine's matches.

    Payload: {"blocks": [{"index": int, "matches": [match …]}]}, or {"texts": {text of a block: [match …]}}.
    match: {"rule", "category", "type", "message", "offset", "length", "replacements"}; offsets are
    characters of the block's text.
    """
    evidence = facts.said_by(ENGINE) or facts.said_by(INSTEAD)
    payload = evidence.payload if evidence else None
    if evidence and not is_english(page):
        # The engine reads every word as English, and would know none of them.
        yield Skip(page.key, evidence.engine, "the page is not in English, so its spelling was not judged", Outcome.CHOICE)
        return
    counts = facts.site.words if facts.site else gather([page])
    for block, matches in _told(page, payload if isinstance(payload, Mapping) else {}):
        if is_foreign(block.text) or _foreign(block, matches):
            continue
        for match in sorted(matches, key=lambda item: item["offset"]):
            yield from _hit(page, block, match, rules, facts, counts)


def _told(page: Page, payload: Mapping) -> Iterator[tuple[Block, Sequence[Mapping]]]:
    """Yield the blocks in document order with what was said about them."""
    by_index = {entry["index"]: entry["matches"] for entry in payload.get("blocks") or ()}
    by_text = payload.get("texts") or {}
    for index, block in enumerate(page.blocks):
        matches = by_index.get(index) or by_text.get(block.text) or ()
        if matches and not block.place.hidden and block.lang is None and block.kind != "code":
            yield block, matches


def _foreign(block: Block, matches: Sequence[Mapping]) -> bool:
    unknown = sum(bool(_SPELLING.fullmatch(str(match["rule"]))) for match in matches)
    common, _ = share(block.text)  # dense slips in English are still English
    return unknown > 3 and unknown >= _FOREIGN * len(block.text.split()) and common < _MOSTLY_ENGLISH


def _hit(
    page: Page, block: Block, match: Mapping[str, object], rules: Mapping[str, Rule],
    facts: Facts, counts: Mapping[str, tuple[int, int]],
) -> Iterator[Hit]:  # fmt: skip
    start, end = int(match["offset"]), int(match["offset"]) + int(match["length"])  # type: ignore[call-overload]
    words = block.text[start:end]
    rule = next((one for one in rules.values() if _covers(one, match)), None)
    found = [str(word) for word in match.get("replacements") or () if word != _NOTHING]  # type: ignore[attr-defined]
    best = found[0] if found else None
    if not rule or not words.strip() or best == words:
        return
    certainty = None
    if rule.name == "misspelling":
        unsure = doubt(block, start, end, best, facts, counts, words_of(rule, "spared"))
        if unsure is None:
            return
        best = unsure.meant
        certainty = None if unsure.clear else Certainty.REVIEW
    elif _listed(str(match.get("rule", "")), rule, "doubtful") or (rule.name == "grammar-slip" and block.kind in _CLIPPED):
        certainty = Certainty.REVIEW
    if rule.name == "repeated-word" and len(set(words.split())) > 1:
        return  # "Dublin DUBLIN": a name and a town line, not a slip
    if rule.name == "grammar-slip" and any(a <= start and end <= b for a, b, kind in block.inline if kind == "link"):
        return  # "click here": the engine reads a link's words into the grammar of the sentence
    note = _ASIDE.sub("", " ".join(str(match.get("message") or "").split()))
    note += "" if note.endswith((".", "?", "!", ")")) or not note else "."
    instead = f" Did you mean “{best}”?" if best and best not in note else ""
    yield Hit.in_block(rule, page, block, start, end, suggestion=best, certainty=certainty,
                       args={"note": note, "instead": instead})  # fmt: skip


def _covers(rule: Rule, match: Mapping[str, object]) -> bool:
    """Tell whether a match belongs to a rule: by the engine's rule where ours names it, else by category."""
    category, name = str(match.get("category", "")), str(match.get("rule", ""))
    if rule.name == "repeated-word":
        return bool(_REPEATED.fullmatch(name))
    if rule.name == "misspelling":
        return bool(_SPELLING.fullmatch(name))
    if _REPEATED.fullmatch(name) or _SPELLING.fullmatch(name) or _listed(name, rule, "ignored"):
        return False
    return name in words_of(rule, "rules") or category in words_of(rule, "categories")


def _listed(name: str, rule: Rule, option: str) -> bool:
    """Tell whether one of the engine's rules stands in a list of ours, which may hold patterns such as *_HYPHEN."""
    return any(fnmatchcase(name, pattern) for pattern in words_of(rule, option))
