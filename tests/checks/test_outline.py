"""Headings, titles and addresses: what one example of a rule cannot show."""

from __future__ import annotations

import pytest

BARE = "structure/section-without-text"


@pytest.mark.parametrize(
    ("between", "flagged"),
    [
        ("", True),
        (" \n<!-- fees --><div></div>", True),
        ("<p hidden>£2</p>", True),
        ("<p>£2</p>", False),
        ("<img src='map.png' alt=''>", False),
        ("<table><tr><td>£2</td></tr></table>", False),
        ("<iframe src='/map' title='Map'></iframe>", False),
        ("<form><input aria-label='Postcode'></form>", False),
        ("<ul><li><a href='/a'>Prices</a></li></ul>", False),
        ("<h3>Visitors</h3><p>£2</p>", False),
    ],
)
def test_only_what_readers_meet_fills_a_section(judge, between, flagged):
    found = judge(f"<h2>Fees</h2>{between}<h2>Hours</h2><p>9am to 5pm</p>", BARE)
    assert [one.location.quote for one in found] == (["Fees"] if flagged else [])


def test_headings_of_menus_and_cards_need_no_text(judge):
    menu = "<nav><h2>Menu</h2><h2>Search</h2></nav>"
    cards = "<main><p>See:</p><h2><a href='/a'>Bins</a></h2><h2><a href='/b'>Tax</a></h2></main>"
    assert judge(menu + cards, BARE) == []


def test_a_page_without_prose_is_judged(judge):
    """The fixture fails the test where a check stops."""
    assert judge("<main><img src='map.png' alt='Map of Sale'></main>", "bold-text-as-heading", BARE) == []


def whole(title: str, heading: str, address: str = "/bins", description: str = "") -> str:
    return (f"<!DOCTYPE html><html lang='en'><title>{title}</title><meta name='description' content='{description}'>"
            f"<link rel='canonical' href='https://www.anyborough.example{address}'>"
            f"<main><h1>{heading}</h1><p>Hello</p></main></html>")  # fmt: skip


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        (whole("Bins | Anyborough Council", "Bins"), []),
        (whole("Anyborough Council", "Bins"), ["title-unlike-heading"]),
        (whole("Council", "Welcome", "/"), []),
        (whole("", "Bins"), []),
        (whole("Bins", "Bins", "/Bins_Day"), ["address-with-capitals"]),
        (whole("Bins", "Bins", "/node/7"), ["address-without-words"]),
        (whole("Bins", "Bins", "/bins", "Bins, bins and bins"), ["description-repeats-title"]),
        (whole("Bins", "Bins", "/bins", "Bin days and prices"), []),
        (whole("Bin", "Bin", "/%E0%A4%A%00"), []),
    ],
)
def test_title_heading_description_and_address_are_held_against_each_other(judge, markup, names):
    asked = ("title-unlike-heading", "description-repeats-title", "address-with-capitals", "address-without-words",
             "address-unlike-title", "long-address")  # fmt: skip
    assert [one.rule.partition("/")[2] for one in judge(markup, *asked)] == names
