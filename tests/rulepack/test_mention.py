"""Words that a text names or quotes are let off; words that it uses are not."""

from __future__ import annotations

import pytest

from contentlint.model import Block, Place

from .conftest import Match, page


def heading(text: str, level: int) -> Block:
    return Block("heading", text, Place(), level=level)


RULE = "extends: existence\ntokens: [utilise, hub, portal, log in, tackle, etc, white list, whitelist]"


@pytest.mark.parametrize(
    "text",
    [
        "Write “use”, not “utilise”.",
        "Say 'sign in' and not 'log in'.",
        "Write use instead of utilise.",
        "Use website rather than portal.",
        "Do not use white list or whitelist.",
        "Avoid using the word utilise.",
        "Never use etc at the end of a list.",
        "Write allow list (not white list, whitelist or anything like it).",
        "utilise, use 'use'",
        "hub, portal or anything of the kind, use 'website' or 'service'",
        "tackle (unless you write about fishing tackle), use 'stop' or 'solve'",
        "Also read the entry on sign in or log in.",
        "The page is called ‘Log in [to your account]' in the old system.",
    ],
)
def test_words_that_are_named_are_let_off(match: Match, text: str) -> None:
    block = Block("list", text, Place())
    assert match(RULE, page(block)) == []
    assert match(RULE + "\nmentions: true", page(block)), "or they are judged where a rule asks for it"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We do not utilise your data.", ["utilise"]),
        ("This is not the hub you know.", ["hub"]),
        ("To pay, log in to the portal.", ["log in", "portal"]),
        ("Avoid the queue: use the portal.", ["portal"]),
        ("The council's portal and the residents' hub are closed.", ["portal", "hub"]),
        ("Do not park there. Use the hub.", ["hub"]),
        ("We tackle litter, and use your reports to do it.", ["tackle"]),
    ],
)
def test_words_that_are_used_are_found(match: Match, text: str, words: list[str]) -> None:
    assert [hit.location.quote for hit in match(RULE, text)] == words


def test_entries_of_a_word_list_and_its_examples(match: Match) -> None:
    assert match(RULE, page(heading("log in or sign in", 3), heading("Portal", 3))) == []
    assert len(match(RULE, page(heading("Portal", 2), heading("Log in to the portal", 3)))) == 3
    assert match(RULE, page(Block("list", "we utilise it", Place(), lead_in="You can see:"))) != []
    assert match(RULE, page(*[Block("list", "utilise it", Place(), lead_in="Do not write:")])) == []
