"""Forms of verbs and nouns, and suggestions bent alike."""

from __future__ import annotations

import pytest

from contentlint.rulepack.inflect import bend, noun, phrase_forms, verb


@pytest.mark.parametrize(
    ("base", "s", "ing", "past", "part"),
    [
        line.split()
        for line in """utilise utilises utilising utilised utilised
        notify notifies notifying notified notified
        deploy deploys deploying deployed deployed
        plan plans planning planned planned
        visit visits visiting visited visited
        refer refers referring referred referred
        offer offers offering offered offered
        target targets targeting targeted targeted
        fix fixes fixing fixed fixed
        permit permits permitting permitted permitted
        fulfil fulfils fulfilling fulfilled fulfilled
        travel travels travelling travelled travelled
        agree agrees agreeing agreed agreed
        die dies dying died died
        reach reaches reaching reached reached
        panic panics panicking panicked panicked
        go goes going went gone
        take takes taking took taken
        undertake undertakes undertaking undertook undertaken
        set sets setting set set
        rewrite rewrites rewriting rewrote rewritten
        have has having had had
        do does doing did done
        quit quits quitting quit quit
        stop stops stopping stopped stopped
        review reviews reviewing reviewed reviewed
        play plays playing played played
        see sees seeing saw seen""".splitlines()
    ],
)
def test_verbs(base: str, s: str, ing: str, past: str, part: str) -> None:
    assert [verb(base, form) for form in ("s", "ing", "past", "part")] == [s, ing, past, part]


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("hub", "hubs"),
        ("agency", "agencies"),
        ("key", "keys"),
        ("box", "boxes"),
        ("chairman", "chairmen"),
        ("child", "children"),
        ("person", "people"),
        ("criterion", "criteria"),
        ("staff", "staff"),
        ("photo", "photos"),
        ("church", "churches"),
        ("potato", "potatoes"),
    ],
)
def test_nouns(one: str, many: str) -> None:
    assert noun(one) == many


@pytest.mark.parametrize(
    ("phrase", "mode", "forms"),
    [
        ("carry out", "verb", {"carry out", "carries out", "carrying out", "carried out"}),
        ("letter of intent", "noun", {"letter of intent", "letters of intent"}),
        ("one-stop shop", "noun", {"one-stop shop", "one-stop shops"}),
        ("in order to", "verb", {"in order to"}),
    ],
)
def test_phrases(phrase: str, mode: str, forms: set[str]) -> None:
    assert {text for text, _ in phrase_forms(phrase, mode)} == forms


def test_verbs_in_ise_are_met_in_ize_and_as_nouns() -> None:
    forms = dict(phrase_forms("utilise", "true"))
    assert {"utilising", "utilizes", "utilisation", "utilization"} <= forms.keys()
    assert "organisation" not in dict(phrase_forms("organise", "true"))
    assert "advized" not in dict(phrase_forms("advise", "true"))


@pytest.mark.parametrize(
    ("suggestion", "form", "before", "bent"),
    [
        ("start", "ing", "", "starting"),
        ("make sure", "ed", "we", "made sure"),
        ("give", "ed", "it was", "given"),
        ("give", "ed", "they've", "given"),
        ("website", "plural", "", "websites"),
        ("plan to", "s", "", "plans to"),
        ("person who can confirm", "plural", "", "people who can confirm"),
        ("in future", "s", "", None),
        ("use", "ation", "", None),
        ("use", "base", "", "use"),
    ],
)
def test_bending(suggestion: str, form: str, before: str, bent: str | None) -> None:
    assert bend(suggestion, form, before) == bent
