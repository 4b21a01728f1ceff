"""Which clauses are passive, where they begin and end, and who does it, in sentences that councils write."""

from __future__ import annotations

import time

import pytest

from contentlint.text.passive import passives, share

#: sentence → its passives, each with "/" and the agent where it has one
CASES = {
    "Your application will be considered.": ["will be considered"],
    "You'll be told by email.": ["'ll be told"],
    "It must be paid by 5 May.": ["must be paid"],
    "The form must be signed by the landlord by Friday.": ["must be signed/the landlord"],
    "Bins are collected weekly by our contractor Veolia.": ["are collected/our contractor Veolia"],
    "The library was built in 1990 and opened by the Queen.": [
        "was built/the Queen", "was built in 1990 and opened/the Queen"],
    "Are the bins being emptied?": ["Are the bins being emptied"],
    "When will my bin be collected?": ["be collected"],
    "Is the proposed shop needed?": ["Is the proposed shop needed"],
    "How are decisions made?": ["are decisions made"],
    "The hall is used to store salt.": ["is used"],
    "He has been fined.": ["has been fined"],
    "Having been told, she left.": ["Having been told"],
    "He got fined by the court.": ["got fined/the court"],
    "The fee isn’t refunded.": ["isn’t refunded"],
    "The plan, however, was not immediately approved by the planning committee in May.": [
        "was not immediately approved/the planning committee"],
    "It was agreed that a fine may be issued by filling in a form.": ["was agreed", "may be issued"],
    "The park is being run by volunteers and by post.": ["is being run/volunteers"],
    "A fine may be issued if rubbish is left out.": ["may be issued", "is left"],
    "This is called a lease.": ["is called"],
    "It’s called a lease.": ["’s called"],
    "The road was closed by the police.": ["was closed/the police"],
    "The road will be closed for 2 days.": ["will be closed"],
    "Visits may be limited to an hour.": ["may be limited"],
    "Fees are set by law and are reviewed each April.": ["are set", "are reviewed"],
    "The fence was painted green by us.": ["was painted/us"],
    "The keys were handed to the tenant.": ["were handed"],
    "The letter was sent first class by the registrar.": ["was sent/the registrar"],
    "It is, in most cases, decided by a panel.": ["is, in most cases, decided/a panel"],
}  # fmt: skip

ACTIVE = [
    "I am interested in fostering.",
    "The team is based at the town hall.",
    "The library is closed on Mondays.",
    "I am used to it.",
    "She is used to waiting.",
    "You are entitled to help.",
    "He is aged 65 and retired.",
    "They are married.",
    "You are supposed to pay.",
    "They have moved house.",
    "It's been raining all week.",
    "There are registered childminders near you.",
    "The need is great.",
    "The bus has gone.",
    "He's taken the key.",
    "We are hundreds of miles away.",
    "The house is unfurnished.",
    "The rules are unchanged.",
    "You get started by signing in.",
    "The council collected the bins and emptied them.",
    "We are a means-tested service.",
    "Are you self-employed?",
    "Get advice if needed.",
    "The chair is Fred Jones.",
    "You are prepared to help.",
]


@pytest.mark.parametrize("sentence, expected", CASES.items(), ids=[case[:40] for case in CASES])
def test_passive_clauses_with_their_agents(sentence: str, expected: list[str]) -> None:
    found = [
        sentence[p.start : p.end] + (f"/{sentence[slice(*p.agent)]}" if p.agent else "") for p in passives(sentence)
    ]
    assert found == expected


@pytest.mark.parametrize("sentence", ACTIVE, ids=[case[:40] for case in ACTIVE])
def test_what_only_looks_passive(sentence: str) -> None:
    assert passives(sentence) == []


@pytest.mark.parametrize("by", ["Friday", "5pm", "the end of May", "1 May", "post", "phone", "using the form", "law",
                                "direct debit", "the deadline", "calling us", "hand", "10%", "then"])  # fmt: skip
def test_time_manner_and_measure_are_no_agents(by: str) -> None:
    assert [p.agent for p in passives(f"It must be paid by {by}.")] == [None]


def test_the_share_of_passive_sentences() -> None:
    assert share([]) == 0.0
    assert share(["It was sent.", "We sent it.", "It was read and was signed.", "You can pay."]) == 0.5


@pytest.mark.parametrize("piece", ["is ", "was a, ", "is the ", "be by ", "get ", "it's ", "are (", "will be sent and "])
def test_long_texts_take_a_time_that_grows_evenly(piece: str) -> None:
    started = time.process_time()
    passives(piece * 20_000)
    assert time.process_time() - started < 5
