"""Passive clauses that hide who does what, or that make a long sentence harder. All others are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from contentlint.checks._look import number, words_of
from contentlint.model import Facts, Hit, Page, Rule, Skip
from contentlint.text.passive import Passive, passives
from contentlint.text.prose import Sentence, sentences

ENGINE = "contentlint"
HIDDEN, DUTY = "passive-that-hides-who-acts", "passive-that-hides-the-readers-part"
LAST, LONG = "passive-with-the-doer-last", "passive-in-a-long-sentence"
PROBLEMS = frozenset({HIDDEN, DUTY, LAST, LONG})
_AHEAD = re.compile(r"(?:will|may|might|can|could|would|ll|(?:is|are) being)\b", re.I)
_MACHINE = re.compile(r"\b(?:automatic|automated|instant)", re.I)  # nobody decides
_MUST = re.compile(r"(?:must|should|need(?:s)? to|ha(?:s|ve) to|are to|is to)\b", re.I)
_NAMED = re.compile(r"\b(?:we|us|our|council|officers?|committee|panel|inspectors?|police|court|landlord)\b", re.I)
_YOU = re.compile(r"\byou\b", re.I)
_SUBJECT = re.compile(r"([\w’'-]+)\W*$")
_READER = frozenset({"you", "you'll", "who", "i", "it"})
_LOOSE = re.compile(r"\b(?:if|when|once|unless|until|after|before|where|that|which|who|whether|as|how|what|while)\b[^,]*$", re.I)


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge each sentence; a sentence gets one hit, for the passive that matters most."""
    lists = {rule.name: _Lists(rule) for rule in rules.values()}
    for sentence in sentences(page):
        text = sentence.span.text
        found = passives(text)
        if not found:
            continue
        for name, judge in ((HIDDEN, _hides), (DUTY, _is_duty), (LAST, _last)):
            if name in rules:
                hit = next((each for each in found if judge(text, each, lists[name])), None)
                if hit:
                    yield _hit(page, rules[name], sentence, hit, found)
                    break
        else:
            if rule := rules.get(LONG):
                counted = [each for each in found if each.participle not in lists[LONG].lasting and not each.joined]
                if len(sentence.words) > number(rule, "words", 25) and len(counted) >= number(rule, "passives", 2):
                    yield _hit(page, rule, sentence, counted[0], counted)


class _Lists:
    """The words that a rule lists, split at spaces."""

    def __init__(self, rule: Rule) -> None:
        self.verbs = _split(rule, "decisions") | _split(rule, "duties")
        self.people, self.lasting = _split(rule, "people"), _split(rule, "lasting")
        things = rule.options.get("things")
        self.things = (
            {verb: frozenset(map(str, nouns)) for verb, nouns in things.items()} if isinstance(things, Mapping) else {}
        )


def _split(rule: Rule, name: str) -> frozenset[str]:
    return frozenset(" ".join(words_of(rule, name)).split())


def _main(text: str, passive: Passive) -> str | None:
    """Return the last word of the subject where the clause is a main one about something, not about the reader."""
    before = text[: passive.start]
    if _LOOSE.search(before):
        return None
    subject = _SUBJECT.search(before)
    word = subject[1].lower().replace("’", "'") if subject else ""
    return None if not word or word in _READER else word


def _hides(text: str, passive: Passive, lists: _Lists) -> bool:
    """A decision or action ahead, nobody named in the sentence."""
    if passive.agent or passive.joined or passive.participle not in lists.verbs:
        return False
    said = text[passive.start : passive.end].lstrip("’'")
    word = _main(text, passive)
    if word is None or not _AHEAD.match(said) or _NAMED.search(text):
        return False
    if " not " in said or " been " in said or _MACHINE.search(text):
        return False
    wanted = lists.things.get(passive.participle)
    return wanted is None or bool(wanted & set(re.findall(r"\w+", text[: passive.start].lower())))


def _is_duty(text: str, passive: Passive, lists: _Lists) -> bool:
    """Something must be done by a reader who is not named."""
    if passive.agent or passive.joined or passive.participle not in lists.verbs:
        return False
    said = text[passive.start : passive.end]
    if not _MUST.match(said) or " been " in said or _YOU.search(text) or _NAMED.search(text[: passive.start]):
        return False
    return _main(text, passive) is not None


def _last(text: str, passive: Passive, lists: _Lists) -> bool:
    """A person or body that could be the subject comes after "by"."""
    if not passive.agent or passive.participle in lists.lasting:
        return False
    agent = text[slice(*passive.agent)].lower().split()
    return len(agent) <= 4 and agent[-1] in lists.people and _main(text, passive) is not None


def _hit(page: Page, rule: Rule, sentence: Sentence, passive: Passive, found: list[Passive]) -> Hit:
    """Mark the clause; with its agent where that is the point."""
    text, start = sentence.span.text, sentence.span.start
    end = passive.agent[1] if passive.agent and rule.name == LAST else passive.end
    args = {
        "agent": text[slice(*passive.agent)] if passive.agent else "",
        "words": str(len(sentence.words)),
        "passives": str(len(found)),
    }
    return Hit.in_block(
        rule, page, sentence.span.block, start + passive.start, start + end,
        target=text[passive.start : min(len(text), end + 60)], args=args,
    )  # fmt: skip
