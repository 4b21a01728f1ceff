"""Passive voice on sentences that councils publish: what is flagged, and the many passives that stay."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from contentlint.model import Certainty, Finding

FLAGGED = [
    ("passive-that-hides-who-acts", "Objections will be considered before the plan goes ahead.", "will be considered"),
    ("passive-that-hides-who-acts", "A parking fine may be issued.", "may be issued"),
    ("passive-that-hides-who-acts", "Your claim could be refused.", "could be refused"),
    ("passive-that-hides-who-acts", "Your benefit might be stopped while it is being looked at.", "might be stopped"),
    ("passive-that-hides-who-acts", "A decision will be made in 8 weeks.", "will be made"),
    ("passive-that-hides-who-acts", "Complaints about noise are being investigated.", "are being investigated"),
    ("passive-that-hides-who-acts", "Bulky items will not usually be left, but they may be removed.", "may be removed"),
    ("passive-that-hides-the-readers-part", "The form must be signed in black ink.", "must be signed"),
    ("passive-that-hides-the-readers-part", "Bins should be put out before 7am.", "should be put"),
    ("passive-that-hides-the-readers-part", "Proof of address has to be provided.", "has to be provided"),
    ("passive-with-the-doer-last", "The meter was read by our contractor.", "was read by our contractor"),
    ("passive-with-the-doer-last", "Graves are dug by the parks team.", "are dug by the parks team"),
]

#: passives that guidance allows, or that hide nothing a reader needs
LEFT_ALONE = [
    "You’ll be told what happens next.",
    "You may be fined up to £80.",
    "You will be asked for your postcode.",
    "Council tax must be paid by 1 April.",
    "Paper permits have been replaced by digital ones.",
    "The library was built in 1904.",
    "The hall is used for weddings and is called Talbot House.",
    "The service is based in Sale and run by volunteers from the council.",
    "Bins are collected every second week.",
    "Once your form has been checked, we will write to you.",
    "We will tell you if your application is refused.",
    "If an appeal is made, it will be heard by a judge.",
    "Applications are considered by the planning committee’s members in the order they come.",
    "The council will decide whether a licence can be granted.",
    "A licence can be granted by the court.",
    "The road will be closed from 9am to 4pm.",
    "Dogs must be kept on a lead if you use the path, and you must be over 16.",
    "The fee is set by law.",
    "Your file will be automatically removed after 30 days.",
    "You must be accompanied by an adult.",
    "Are you interested in fostering?",
]


def sentence(text: str) -> str:
    """A page whose only prose is a sentence, between two that hold no passive."""
    return f"<p>This page is about help from us.</p><p>{text}</p><p>Call us if you need help.</p>"


@pytest.mark.parametrize("rule, text, quote", FLAGGED, ids=[row[1][:40] for row in FLAGGED])
def test_what_hides_the_doer_is_asked_about(judge: Callable[..., list[Finding]], rule: str, text: str, quote: str) -> None:
    found = [one for one in judge(sentence(text)) if one.rule.startswith("voice/")]
    assert [(one.rule, one.location.quote) for one in found] == [(f"voice/{rule}", quote)]
    assert found[0].certainty is Certainty.REVIEW


@pytest.mark.parametrize("text", LEFT_ALONE, ids=[text[:40] for text in LEFT_ALONE])
def test_other_passives_stay(judge: Callable[..., list[Finding]], text: str) -> None:
    found = judge(sentence(text))
    assert [(one.rule, one.location.quote) for one in found if one.rule.startswith("voice/")] == []


def test_a_sentence_is_asked_about_once(judge: Callable[..., list[Finding]]) -> None:
    text = (
        "Requests will be considered in turn and will be passed to a board, which is chosen each year and is paid"
        " by the day, and letters are sent out after the vote in the town hall in Stretford."
    )
    found = [one for one in judge(sentence(text)) if one.rule.startswith("voice/")]
    assert [one.rule for one in found] == ["voice/passive-that-hides-who-acts"]


def test_welsh_and_menus_are_not_judged(judge: Callable[..., list[Finding]]) -> None:
    welsh = '<p lang="cy">Your claim could be refused.</p>'
    menu = "<nav><ul><li>Your claim could be refused.</li></ul></nav>"
    assert [one for one in judge(f"{menu}<main>{welsh}<h2>A fine may be issued</h2></main>") if "voice/" in one.rule] == []
