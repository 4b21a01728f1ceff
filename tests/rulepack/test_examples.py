"""Examples are tests: the runner notices every way in which one can fail."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from contentlint.model import Example, Hit, Page, Place, Rule
from contentlint.rulepack import compile_pack, load_pack, run_examples
from contentlint.rulepack.examples import Failure, text_page

from .conftest import HEAD, Write


def run(write: Write, body: str, examples: str) -> list[Failure]:
    rules = load_pack([write(rule=HEAD + body + "\nexamples:\n" + examples)])

    def hits_of(rule: Rule, page: Page) -> Sequence[Hit]:
        return [hit for hit in compile_pack([rule]).match(page) if isinstance(hit, Hit)]

    return run_examples(rules, text_page, hits_of)


SWAP = "extends: substitution\nfix: safe\nswap: {utilise: use, hub: centre}"


def test_right_examples_pass(write: Write) -> None:
    assert (
        run(
            write,
            SWAP,
            "  - {bad: We utilise the hub., flags: [utilise, hub], fixed: We use the centre.}\n"
            "  - bad: |\n      You can:\n\n      - utilise **it**\n      - go\n    flags: [utilise]\n"
            "    fixed: |\n      You can:\n\n      - use **it**\n      - go\n"
            "  - {good: See `hub` or https://hub.example.org}\n",
        )
        == []
    )


@pytest.mark.parametrize(
    ("example", "expected", "got"),
    [
        ("{bad: We utilise the hub., flags: [utilise]}", "“utilise”", "“utilise”, “hub”"),
        ("{bad: We use it., flags: [utilise]}", "“utilise”", "nothing"),
        ("{bad: We utilise it., flags: [utilise], fixed: We run it.}", "“We run it.”", "“We use it.”"),
    ],
)
def test_wrong_examples_are_told_with_file_and_line(
    write: Write, example: str, expected: str, got: str
) -> None:
    (failure,) = run(write, SWAP, f"  - {{good: fine}}\n  - {example}\n")
    assert (failure.expected, failure.got) == (expected, got)
    assert failure.where.endswith("rule.yaml:9") and failure.rule == "town/rule"
    assert expected in str(failure) and got in str(failure)


def test_the_page_of_a_text(write: Write) -> None:
    (rule,) = load_pack(
        [write(rule=HEAD + SWAP + "\nexamples:\n  - {bad: hub, flags: [hub]}\n  - {good: y}\n")]
    )
    page = text_page(
        Example(
            "## Bins\nPut out\nyour **bin**:\n- blue\n- see [the list](/list)\n\nThen wait.", under="Top"
        ),
        rule,
    )
    assert [(block.kind, block.text, block.place.heading, block.lead_in) for block in page.blocks] == [
        ("heading", "Bins", "Top", None),
        ("paragraph", "Put out your bin:", "Bins", None),
        ("list", "blue", "Bins", "Put out your bin:"),
        ("list", "see the list", "Bins", "Put out your bin:"),
        ("paragraph", "Then wait.", "Bins", None),
    ]
    assert page.blocks[3].inline == ((4, 12, "link"),) and page.blocks[1].inline == ((13, 16, "strong"),)


@pytest.mark.parametrize(
    "scope", ["link", "title", "alt", "meta", "heading", "cell", "button", "label", "caption"]
)
def test_a_narrow_scope_makes_a_block_of_that_kind(write: Write, scope: str) -> None:
    assert (
        run(write, f"{SWAP}\nscope: [{scope}]", "  - {bad: The hub, flags: [hub]}\n  - {good: fine}\n") == []
    )


def test_html_examples_look_into_quote_and_markup(write: Write) -> None:
    rules = load_pack(
        [
            write(
                {
                    "town/empty-heading.yaml": HEAD + "extends: headings\nexamples:\n"
                    "  - {bad-html: '<h2></h2>', flags: ['<h2']}\n  - {good-html: '<h2>A</h2>'}\n"
                }
            )
        ],
        {"headings": frozenset({"empty-heading"})},
    )
    page = Page(key="x", url=None, media="html", title=None, lang=None, blocks=())

    def hits_of(rule: Rule, page: Page) -> list[Hit]:
        return [Hit.at(rule, Place(html="<h2></h2>"), target="h2")]

    (failure,) = run_examples(rules, lambda example, rule: page, hits_of)
    assert (failure.expected, failure.got) == ("nothing", "“<h2></h2>”")
