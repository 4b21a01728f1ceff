"""How hard a page is to read: its reading age, and the sentences and paragraphs that make it hard."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from contentlint.checks._look import number, prose, sentences
from contentlint.model import Facts, Hit, Page, Place, Rule, Severity, Skip, Span
from contentlint.text.english import is_english
from contentlint.text.prose import sentences as sentences_of_page
from contentlint.text.words import count as count_words

ENGINE = "contentlint"
PROBLEMS = frozenset({"high-reading-age", "hard-section", "long-sentence", "long-paragraph"})
_KINDS = frozenset({"paragraph"})
# A joint before a new subject, where a full stop leaves two whole sentences.
_SPLIT = re.compile(
    r"[,;]?\s+(?:and|but|so)\s+(?=(?:you|we|they|it|he|she|there|this|these|if|when|the|your|our)\b)"
    r"|,\s+(?:which|who|although|because|where)\b|\s(?:because|although|whereas)\b"
    r"|;\s+|\s[–—]\s",
    re.I,
)


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge the page as a whole, its sections, then sentence by sentence."""
    if not is_english(page):
        return  # the measures are made for English
    target = _setting(facts, "target_age", 9)
    yield from _age(rules.get("high-reading-age"), facts, target)
    yield from _sections(page, rules.get("hard-section"), facts, target)
    if rule := rules.get("long-sentence"):
        limit = int(_setting(facts, "long_sentence", 25))
        for sentence in sentences_of_page(page):
            yield from _long(page, sentence.span, rule, limit)
    if rule := rules.get("long-paragraph"):
        yield from _paragraphs(page, rule, int(number(rule, "max", 5)))


def _paragraphs(page: Page, rule: Rule, most: int) -> Iterator[Hit]:
    for block in prose(page, _KINDS):
        count = len(sentences(block))
        if count > most:
            args = {"sentences": str(count), "max": str(most)}
            yield Hit.in_block(
                rule, page, block, 0, min(len(block.text), 80), target=block.text[:80], args=args
            )


def _setting(facts: Facts, name: str, default: float) -> float:
    value = facts.settings.get(name, default)
    return float(value) if isinstance(value, (int, float)) else default


def _age(rule: Rule | None, facts: Facts, target: float) -> Iterator[Hit]:
    """The score orders work and fails nobody, so only clear misses count, and only on enough words."""
    age, count = facts.measures.reading_age, facts.measures.words
    if not rule or age is None or count < number(rule, "words", 100):
        return
    if age >= target + number(rule, "margin", 3):
        much = age >= target + number(rule, "serious", 6)
        yield Hit.on_page(
            rule,
            severity=Severity.SERIOUS if much else None,
            args={"age": f"{age:.0f}", "target": f"{target:.0f}", "words": str(count)},
        )


def _sections(page: Page, rule: Rule | None, facts: Facts, target: float) -> Iterator[Hit]:
    """A section counts where it is clearly harder than the page it stands on, and than the target."""
    whole = facts.measures.reading_age
    if not rule or whole is None:
        return
    places = {heading.text: heading.place for heading in reversed(page.headings)}
    for heading, age in facts.measures.sections:
        if age >= target + number(rule, "margin", 6) and age >= whole + number(rule, "above_page", 2):
            yield Hit.at(
                rule,
                places.get(heading, Place()),
                target=heading,
                quote=heading,
                args={"age": f"{age:.0f}", "page_age": f"{whole:.0f}", "target": f"{target:.0f}"},
            )


def _long(page: Page, span: Span, rule: Rule, limit: int) -> Iterator[Hit]:
    """Count the words that stand there. A list cures long sentences, so its lead-in does not count."""
    count = count_words(span.text)
    if count <= limit:
        return
    much = count > limit + number(rule, "much", 10)
    yield Hit.in_block(
        rule, page, span.block, span.start, span.end, severity=Severity.MODERATE if much else None,
        suggestion=_split(span.text), args={"words": str(count), "limit": str(limit)},
    )  # fmt: skip


def _split(sentence: str) -> str | None:
    """Name the joint nearest the middle where the sentence could become two, or None."""
    joints = [found for found in _SPLIT.finditer(sentence) if 0.2 < found.start() / len(sentence) < 0.8]
    if not joints:
        return None
    best = min(joints, key=lambda found: abs(found.start() - len(sentence) / 2))
    before = " ".join(sentence[: best.start()].split()[-3:])
    word = best.group().strip(" ,;:–—")
    after = word or " ".join(sentence[best.end() :].split()[:2])
    return f"Try a full stop after “{before}”, before “{after}”."
