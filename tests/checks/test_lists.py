"""Lists: what one example of a rule cannot show."""

from __future__ import annotations

import pytest

from contentlint.checks._lists import listings


def test_items_keep_their_blocks_and_lists_in_lists_are_apart(parse):
    page = parse(
        "<main><p>You need:</p><ul><li><p>a form.</p><p>Sign it.</p></li><li>a card<ol><li>new</li><li>old</li></ol></li></ul>"
    )
    outer, inner = listings(page)
    assert [[block.text for block in item] for item in outer.items] == [["a form.", "Sign it."], ["a card"]]
    assert (outer.ordered, outer.depth, outer.lead.text, outer.parents) == (False, 1, "You need:", {2})
    assert (inner.ordered, inner.depth, [block.text for block in inner.firsts]) == (True, 2, ["new", "old"])


@pytest.mark.parametrize(
    "markup",
    [
        "<ul><li><h3>Pay</h3><p>Pay your bill.</p></li><li><h3>Report</h3><p>Tell us</p></li></ul>",  # cards
        "<nav><ul><li>one</li></ul></nav><footer><p>See:</p><ul><li>two;</li><li>three</li></ul></footer>",
        "<dl><dt>Phone;</dt><dd>0161 496 0000</dd></dl>",
        "<p>Hello.</p><p hidden>You need:</p><ul hidden><li>a form;</li></ul>",
        "<h2>News</h2><ul><li><a href='/a'>Pool opens</a></li><li><a href='/b'>Road shut</a> (1 May)</li></ul>",
    ],
)
def test_what_is_no_list_of_bullets_is_left_alone(judge, markup):
    assert judge(markup, *(name for name in LISTS)) == []


LISTS = ("list-of-one-item", "list-without-lead-in", "lead-in-without-colon", "list-item-with-semicolon",
         "mixed-list-endings", "mixed-list-capitals", "steps-in-bullets", "step-without-stop")  # fmt: skip


def test_a_semicolon_is_taken_away_in_its_place(judge):
    markup = "<p>Bring:</p><ul><li>your bill;</li><li>your card</li></ul>"
    found = judge(markup, "list-item-with-semicolon")
    assert [(one.fix.safe, markup[: one.fix.start] + one.fix.text + markup[one.fix.end :]) for one in found] == [
        (True, markup.replace(";", ""))
    ]


def test_lists_of_markdown_are_judged_too(judge):
    from contentlint.model import Capture
    from contentlint.parse import markdown

    text = b"Bring:\n\n- your bill;\n- your card\n  - new\n  - old\n\n1. Fill in the whole form\n2. Send it to us by post.\n"
    page = markdown.parse(Capture("a.md", "a.md", 200, (), text, "", "", "text/markdown"))
    assert [(one.rule, one.location.line, one.location.quote) for one in judge(page, *LISTS)] == [
        ("lists/list-item-with-semicolon", 3, ";"),
        ("lists/step-without-stop", 8, "Fill in the whole form"),
    ]


def test_items_without_words_do_no_harm(judge):
    assert judge("<p>We take:</p><ul><li></li><li>&nbsp;</li><li><img src='a.png' alt='Glass'></li></ul>", *LISTS) == []
