"""The conditions that cancel a hit."""

from __future__ import annotations

import pytest

from contentlint.model import Block, Place

from .conftest import Match, page, quotes


@pytest.mark.parametrize(
    ("condition", "text", "left"),
    [
        (
            "{followed-by: [carer, care home]}",
            "foster carers; foster carer, foster-care home, foster links",
            2,
        ),
        ("{preceded-by: [to, 'help to']}", "to foster; into foster", 1),
        ("{followed-by-pattern: '\\w+ agreement'}", "foster the agreement; foster an idea", 1),
        ("{preceded-by-pattern: '(?:did|do) not'}", "We do not foster. We foster.", 1),
        ("{followed-by: a, preceded-by: to}", "to foster a; foster a; to foster b", 2),
        (
            "{in: [quotation]}",
            "“We foster” and 'foster it' and \"foster\" but children's foster and ‘it’s foster’",
            1,
        ),
        ("{in: [proper-name]}", "The Foster Hub helps. Foster links. A Foster family; foster it.", 2),
        ("{in: [sentence-start]}", "Foster it. Foster it, e.g. foster it. (Foster) it", 1),
        ("{in: [capitals]}", "WE MUST FOSTER LINKS. We must FOSTER links.", 1),
    ],
)
def test_neighbours_and_places(match: Match, condition: str, text: str, left: int) -> None:
    assert len(match("extends: existence\ntokens: [foster]\nmentions: true", text)) == text.casefold().count("foster")
    assert len(match(f"extends: existence\ntokens: [foster]\nmentions: true\nunless: [{condition}]", text)) == left


def test_any_condition_is_enough(match: Match) -> None:
    body = "extends: existence\ntokens: [key]\nunless: [{followed-by: stage}, {preceded-by: door}]"
    assert len(match(body, "key stage, door key, key aim")) == 1


def test_the_heading_above_and_the_kind_of_block(match: Match) -> None:
    blocks = [
        Block("paragraph", "agenda", Place(heading="Committee meetings")),
        Block("paragraph", "agenda", Place()),
        Block("heading", "agenda", Place()),
        Block("cell", "agenda", Place()),
        Block("paragraph", "The agenda", Place(), inline=((4, 10, "link"),)),
    ]
    body = "extends: existence\ntokens: [agenda]\nunless: [{heading: meeting}, {in: [heading, cell, link]}]"
    assert len(match(body, page(*blocks))) == 1


def test_a_list_item_goes_on_from_its_lead_in(match: Match) -> None:
    item = Block("list", "agenda for the meeting", Place(), lead_in="Read the council's")
    assert (
        match('extends: existence\ntokens: [agenda]\nunless: [{preceded-by: "council\'s"}]', page(item)) == []
    )


def test_a_capital_is_no_name_for_a_rule_about_capitals(match: Match) -> None:
    body = (
        "extends: substitution\nignorecase: false\nswap: {Internet: internet}\nunless: [{in: [proper-name]}]"
    )
    assert quotes(match(body, "Use the Internet, or Internet Explorer.")) == ["Internet"]
