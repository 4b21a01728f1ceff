"""The forms of English verbs and nouns, and a suggestion put into the form of the word it replaces."""

from __future__ import annotations

import re

from contentlint.rulepack.irregular import DOUBLED, NOUNS, SAME_NOUNS, STIFF, VERBS

#: form names: "base", "s" (third person), "ing", "past", "part" (participle), "ed" (past or
#: participle: the sentence tells which), "plural", "ation" (the noun made of an -ise verb)
FORMS = ("base", "s", "ing", "past", "part", "ed", "plural", "ation")

_PREFIXES = ("re", "un", "over", "under", "out", "with", "fore", "mis", "up", "by")
_SHORT = re.compile(r"[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]")
_VOWEL_Y = re.compile(r"[^aeiou]y$")
_HEAD = re.compile(r" (?=(?:of|to|for|in|on|with|at|by|from|or|about|that|who)\b)")
_ISE = re.compile(r"is(?=(?:e|es|ed|ing|ation|ations)$)")
_NOT_IZE = frozenset(
    [
        "advise",
        "advertise",
        "arise",
        "comprise",
        "compromise",
        "devise",
        "disguise",
        "exercise",
        "excise",
        "franchise",
        "improvise",
        "merchandise",
        "otherwise",
        "praise",
        "precise",
        "premise",
        "promise",
        "raise",
        "revise",
        "rise",
        "supervise",
        "surprise",
        "televise",
        "wise",
    ]
)
_NO_ATION = _NOT_IZE | {"organise", "organize"}  # the noun is another thing
_PARTICIPLE_AFTER = frozenset(
    [
        "am",
        "are",
        "be",
        "been",
        "being",
        "get",
        "gets",
        "getting",
        "got",
        "had",
        "has",
        "have",
        "having",
        "is",
        "was",
        "were",
        "'s",
        "'ve",
        "'re",
        "'d",
        "not",
        "already",
        "also",
        "now",
        "never",
        "ever",
        "fully",
    ]
)


def verb(word: str, form: str) -> str:
    """Return a form of one verb, given its base in lower case."""
    if form == "s":
        if word in ("have", "be"):
            return {"have": "has", "be": "is"}[word]
        return _ending_s(word)
    if form == "ing":
        if word.endswith("ie"):
            return word[:-2] + "ying"
        if word.endswith("e") and not word.endswith(("ee", "oe", "ye")) and word != "be":
            return word[:-1] + "ing"
        return _doubled(word) + "ing"
    if form in ("past", "part", "ed"):
        irregular = _irregular(word)
        if irregular:
            return irregular[1 if form == "part" else 0]
        if word.endswith("e"):
            return word + "d"
        if _VOWEL_Y.search(word):
            return word[:-1] + "ied"
        return _doubled(word) + "ed"
    return word


def noun(word: str) -> str:
    """Return the plural of one noun in lower case."""
    if word in SAME_NOUNS or word.endswith("ics"):
        return word
    for tail in NOUNS:
        if word == tail or (
            len(tail) > 2 and word.endswith(tail) and tail in ("child", "man", "person", "woman")
        ):
            return word[: -len(tail)] + NOUNS[tail][0]
    return _ending_s(word, noun=True)


def phrase_forms(phrase: str, mode: str) -> list[tuple[str, str]]:
    """Return (text, form) of every form of a phrase, its base first. mode: "verb", "noun" or "true" (both).

    A verb bends in its first word ("carry out": "carrying out"), a noun in its head ("letter of
    intent": "letters of intent"). Verbs in -ise are met in -ize as well.
    """
    found = [(phrase, "base")]
    if mode in ("verb", "true"):
        first, rest = _first(phrase)
        if first.casefold() not in STIFF or first.casefold() in ("do",):
            irregular = _irregular(first.casefold())
            tenses = ("past", "part") if irregular and irregular[0] != irregular[1] else ("ed",)
            found += [
                (_like(verb(first.casefold(), form), first) + rest, form) for form in ("s", "ing", *tenses)
            ]
            if (
                mode == "true"
                and first.endswith(("ise", "ize"))
                and len(first) > 5
                and first not in _NO_ATION
            ):
                found += [(first[:-1] + "ation" + rest, "ation"), (first[:-1] + "ations" + rest, "ation")]
    if mode in ("noun", "true"):
        before, head, after = _head(phrase)
        found.append((before + _like(noun(head.casefold()), head) + after, "plural"))
    if mode != "noun":
        for text, form in list(found):
            first, rest = _first(text)
            base = _first(phrase)[0]
            if base.endswith("ise") and len(base) > 5 and base not in _NOT_IZE:
                found.append((_ISE.sub("iz", first) + rest, form))
    seen: dict[str, str] = {}
    for text, form in found:
        seen.setdefault(text, form)
    return list(seen.items())


def bend(suggestion: str, form: str, before: str = "") -> str | None:
    """Return a suggestion in the form of the word it replaces, or None where that cannot be told.

    before: the words in front, in lower case: they tell "had given" from "gave" where form is "ed".
    """
    if form == "base":
        return suggestion
    if form == "ation" or not suggestion:
        return None
    if form == "plural":
        if _first(suggestion)[0].casefold() in STIFF:
            return None
        start, head, after = _head(suggestion)
        return start + _like(noun(head.casefold()), head) + after
    first, rest = _first(suggestion)
    if not first.isalpha() or (first.casefold() in STIFF and first.casefold() not in ("do",)):
        return None
    if form == "ed":
        form = "part" if _PARTICIPLE_AFTER & set(before.replace("'", " '").split()[-2:]) else "past"
    return _like(verb(first.casefold(), form), first) + rest


def _ending_s(word: str, noun: bool = False) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if _VOWEL_Y.search(word):
        return word[:-1] + "ies"
    if (
        word.endswith("o")
        and not noun
        and word in ("do", "go", "undergo", "redo", "undo", "veto", "echo", "forgo")
    ):
        return word + "es"
    return word + "s"


def _irregular(word: str) -> tuple[str, ...] | None:
    if word in VERBS:
        return VERBS[word]
    for prefix in _PREFIXES:
        stem = word.removeprefix(prefix)
        if stem != word and stem in VERBS:
            return tuple(prefix + form for form in VERBS[stem])
    return None


def _doubled(word: str) -> str:
    """Return the stem before -ed and -ing, its last letter doubled where it must be."""
    if word.endswith("c"):
        return word + "k"
    if word in DOUBLED or _SHORT.fullmatch(word):
        return word + word[-1]
    stems = (word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix))
    if any(
        _SHORT.fullmatch(stem) and (stem in VERBS or stem in ("plan", "ship", "map", "stop"))
        for stem in stems
    ):
        return word + word[-1]
    return word


def _first(phrase: str) -> tuple[str, str]:
    word, space, rest = phrase.partition(" ")
    return word, space + rest


def _head(phrase: str) -> tuple[str, str, str]:
    """Split a noun phrase into what stands before its head, the head, and what stands after."""
    match = _HEAD.search(phrase)
    front, after = (phrase[: match.start()], phrase[match.start() :]) if match else (phrase, "")
    cut = max(front.rfind(" "), front.rfind("-")) + 1
    return front[:cut], front[cut:], after


def _like(word: str, model: str) -> str:
    """Return a word with the capitals of a model: NGO, Mary, or as it is."""
    if len(model) > 1 and model.isupper():
        stem = len(model)
        return model + word[stem:] if word.startswith(model.casefold()) else word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word
