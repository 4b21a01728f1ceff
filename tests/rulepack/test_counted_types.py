"""Rule types about a page's figures, its spelling and rows of words, and comments that turn rules off."""

from __future__ import annotations

from pathlib import Path

import pytest

from contentlint.errors import RuleError
from contentlint.model import Block, Place

from .conftest import Match, Write, ours, page, quotes

PROSE = "We empty your bin each week. Put it out by 7am. We do not take it back if it is too full."
HARD = (
    "Residents experiencing difficulties regarding collection arrangements notwithstanding previous"
    " communications should immediately telephone the environmental operations department."
)


def heading(text: str, level: int = 2) -> Block:
    return Block("heading", text, Place(), level=level)


def test_metric_works_a_sum_out_over_the_page(match: Match) -> None:
    body = "extends: metric\nformula: words / sentences\ncondition: '> 12'"
    assert match(body, page(PROSE, HARD)) == []
    hits = match(body, page(HARD))
    assert [hit.args["value"] for hit in hits] == ["16.00"] and quotes(hits) == [HARD]


def test_metric_counts_headings_and_knows_functions(match: Match) -> None:
    body = "extends: metric\nformula: math.sqrt(heading_h2 * 2) + 0 * words\ncondition: '>= 2'"
    two = page(heading("Bins"), PROSE, heading("Fees"), PROSE)
    assert [hit.args["value"] for hit in match(body, two)] == ["2.00"]
    assert match(body, page(heading("Bins"), PROSE)) == []


def test_metric_without_a_value_flags_nothing(match: Match) -> None:
    assert match("extends: metric\nformula: words / list\ncondition: '> 0'", PROSE) == []


def test_readability_flags_the_mean_grade_above_a_limit(match: Match) -> None:
    body = "extends: readability\ngrade: 8\nmetrics: [Flesch-Kincaid, Gunning Fog]"
    assert match(body, PROSE) == []
    assert quotes(match(body, HARD)) == [HARD]


def test_spelling_flags_what_no_dictionary_knows(match: Match) -> None:
    text = "We recieve the council's forms at www.gov.uk/recieve, in HTML or from GitHub. Wednsday's bins."
    assert quotes(match("extends: spelling", text)) == ["recieve", "Wednsday's"]
    assert quotes(match("extends: spelling\nignore: [Wednsday]\nexceptions: [recieve]", text)) == []
    assert quotes(match("extends: spelling", text, frozenset({"recieve"}))) == ["Wednsday's"]


def test_spelling_reads_a_dictionary_beside_the_rule(match: Match, write: Write) -> None:
    write({"town/borough.aff": "SET UTF-8\nSFX S Y 1\nSFX S 0 s .\n", "town/borough.dic": "2\nbin/S\nstreet\n"})
    body = "extends: spelling\ndictionaries: [borough]"
    assert quotes(match(body, "bin bins street streets")) == ["streets"]


def test_spelling_without_its_dictionary_says_so(match: Match) -> None:
    with pytest.raises(RuleError, match="no such dictionary"):
        match("extends: spelling\ndictionaries: [klingon]", "bins")


def test_sequence_finds_words_in_a_row_with_others_between(match: Match) -> None:
    body = "extends: sequence\ntokens:\n  - {pattern: in}\n  - {pattern: order}\n  - {pattern: to, skip: 1}"
    text = "In order for to pay. We do it in order to help. In good order. To pay in order, we call to you."
    assert quotes(match(body, text)) == ["In order for to", "in order to"]


def test_sequence_with_a_word_that_must_not_follow(match: Match) -> None:
    body = "extends: sequence\ntokens:\n  - {pattern: key}\n  - {pattern: 'stages?|workers?', negate: true}"
    assert quotes(match(body, "A key worker has a key point.")) == ["key point"]


def test_hostile_text_ends_for_the_new_types(match: Match) -> None:
    for body in ("extends: spelling", "extends: metric\nformula: words\ncondition: '> 0'",
                 "extends: sequence\ntokens:\n  - {pattern: a+b}\n  - {pattern: '(a+)+c', skip: 9}"):  # fmt: skip
        match(body, "a" * 200_000)
        match(body, "a b " * 20_000)


COMMENTS = """\
# Hubs

Our hub is open.

<!-- contentlint town/rule = NO -->
The hub in the park.
<!-- contentlint town/rule = YES -->

A hub again.

<!-- contentlint off -->

No hub counts here.

<!-- contentlint on -->

The last hub. <!-- contentlint town/rule["hub"] = NO -->

Not this hub.
"""


def test_comments_turn_our_rules_off_and_on(run, write: Write) -> None:
    folder = write(rule=ours("extends: existence\ntokens: [hub]").replace("{bad: x, flags: [x]}", "{bad: hub, flags: [hub]}")
                   .replace("{good: y}", "{good: y}\n  - {bad: 'A hub', flags: [hub]}\n  - {good: park}"))  # fmt: skip
    draft = Path(folder.parent / "draft.md")
    draft.write_text(COMMENTS, "utf-8")
    done = run("check", str(draft), "--rules", str(folder), "--format", "line", "--without", "browser,languagetool", "-q")
    lines = [line.split(":")[1] for line in done.stdout.splitlines() if ":town/rule:" in line]
    assert lines == ["3", "9", "17"], done.stdout + done.stderr


def test_comments_choose_packs(run, write: Write) -> None:
    folder = write(rule=ours("extends: existence\ntokens: [hub]").replace("{bad: x, flags: [x]}", "{bad: hub, flags: [hub]}")
                   .replace("{good: y}", "{good: y}\n  - {bad: 'A hub', flags: [hub]}\n  - {good: park}"))  # fmt: skip
    draft = Path(folder.parent / "draft.html")
    draft.write_text("<p>A hub.</p><!-- contentlint style = govuk --><p>A hub.</p><!-- contentlint style = town --><p>Hub</p>")
    done = run("check", str(draft), "--rules", str(folder), "--format", "line", "--without", "browser,languagetool", "-q")
    assert done.stdout.count(":town/rule:") == 2

