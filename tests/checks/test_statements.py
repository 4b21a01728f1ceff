"""Whole accessibility statements, as councils publish them: what is right, what is not, and nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from contentlint.model import Facts, Site, Tally

FOLDER = Path(__file__).with_name("statements")
TODAY = date(2026, 6, 1)
HOST = "https://www.anyborough.example"
TABLES = Tally({"1.3.1": (f"{HOST}/a", f"{HOST}/b", f"{HOST}/c")}, frozenset({"1.1.1"}), frozenset({"1.3.1", "1.4.3"}), 50)

EXPECTED = {
    "complete": {},
    "northern_ireland": {},
    "old_sample": {
        "statement-with-old-standard": 1, "statement-promise-overdue": 1, "statement-review-overdue": 1, "statement-without-scope": 1,
        "statement-heading-missing": 1,
    },
    "template_left_in": {"statement-template-left-over": 5, "statement-without-preparation-date": 1},
    "out_of_date": {
        "statement-promise-overdue": 1, "statement-review-overdue": 1, "burden-without-assessment": 1, "exemption-that-is-none": 1,
        "exemption-with-a-later-date": 1, "test-without-date-or-tester": 1, "listed-failure-not-found": 1,
    },
    "fully_with_failures": {"full-compliance-against-the-scan": 1},
    "other_words": {"statement-heading-missing": 1, "statement-under-another-heading": 1},
    "in_pieces": {"statement-in-pieces": 1},
    "other_host": {
        "statement-of-another-website": 1, "commitment-in-other-words": 1, "statement-without-level": 1, "problem-without-criterion": 1,
        "statement-without-test": 1, "statement-date-in-future": 1, "statement-without-advice-service": 1,
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def read():
    from tests.checks.conftest import read

    return read


@pytest.fixture(scope="module")
def found(judge, rules, read):
    """Count the findings of all statement rules on a page, those of the second step included."""

    def run(markup: str, tally: Tally = TABLES, today: date = TODAY) -> dict[str, int]:
        ours = [rule.id for rule in rules if rule.kind == "statement"]
        page = read(markup, f"{HOST}/accessibility")
        first = judge(page, *ours, facts=Facts(today, site=Site()))
        late = judge(page, *ours, facts=Facts(today, site=Site(tally=tally)))
        counts: dict[str, int] = {}
        for item in (*first, *late):
            name = item.rule.partition("/")[2]
            counts[name] = counts.get(name, 0) + 1
        return counts

    return run


def test_every_statement_is_expected() -> None:
    assert {path.stem for path in FOLDER.glob("*.html")} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_whole_statements(name: str, found) -> None:
    assert found((FOLDER / f"{name}.html").read_text("utf-8")) == EXPECTED[name]


def test_a_good_statement_grows_old(found) -> None:
    markup = (FOLDER / "complete.html").read_text("utf-8")
    assert found(markup, today=date(2027, 6, 1)) == {"statement-review-overdue": 1, "statement-promise-overdue": 2}


def test_failures_on_few_pages_are_not_asked_for(found) -> None:
    markup = (FOLDER / "complete.html").read_text("utf-8")
    few = Tally({"2.4.4": (f"{HOST}/a", f"{HOST}/b")}, looked_for=frozenset({"2.4.4"}), pages=50)
    many = Tally({"2.4.4": (f"{HOST}/a", f"{HOST}/b", f"{HOST}/c")}, looked_for=frozenset({"2.4.4"}), pages=50)
    assert found(markup, few) == {} and found(markup, many) == {"failure-not-in-statement": 1}


def test_what_the_law_does_not_ask_for_need_not_be_admitted(found) -> None:
    markup = (FOLDER / "fully_with_failures.html").read_text("utf-8")
    pages = (f"{HOST}/a", f"{HOST}/b", f"{HOST}/c")
    assert found(markup, Tally({"2.1.3": pages, "4.1.1": pages}, pages=50)) == {}
    assert found(markup, Tally({"2.1.1": pages}, pages=50)) == {"full-compliance-against-the-scan": 1}


def test_a_criterion_that_no_rule_looks_for_is_never_offered_for_removal(found) -> None:
    markup = (FOLDER / "complete.html").read_text("utf-8")
    assert found(markup, Tally(pages=50)) == {}
    assert found(markup, Tally(looked_for=frozenset({"1.1.1", "1.3.1"}), pages=50)) == {"listed-failure-not-found": 2}
    assert found(markup, Tally(doubts=frozenset({"1.1.1", "1.3.1"}), looked_for=frozenset({"1.1.1", "1.3.1"}), pages=50)) == {}


def test_a_statement_that_names_no_criteria_may_mean_the_same_so_a_person_decides(judge, read) -> None:
    markup = (FOLDER / "other_words.html").read_text("utf-8").replace("(success criterion 1.1.1)", "").replace("(success criterion 1.3.1)", "")
    (one,) = judge(read(markup, f"{HOST}/accessibility"), "failure-not-in-statement", facts=Facts(TODAY, site=Site(tally=TABLES)))
    assert one.certainty == "review"


def test_a_statement_that_is_a_document(found) -> None:
    page = '<!DOCTYPE html><html lang="en"><title>Bins</title><main><h1>Bins</h1></main><footer><a href="{}">Accessibility Statement</a></footer></html>'
    assert found(page.format("/files/statement-v3.pdf")) == {"statement-as-document": 1}
    assert found(page.format("/accessibility")) == {}


def test_a_welsh_page_links_to_the_welsh_statement(found) -> None:
    page = '<!DOCTYPE html><html lang="cy"><title>Biniau</title><main><h1>Biniau</h1></main><footer><a href="/cy/datganiad">Datganiad hygyrchedd</a></footer></html>'
    assert found(page) == {}


def test_a_list_of_statements_is_no_statement(found) -> None:
    page = ('<!DOCTYPE html><html lang="en"><title>Accessibility statements</title><main><h1>Accessibility statements of our websites</h1>'
            '<ul><li><a href="/a">Jobs</a></li><li><a href="/b">Planning</a></li></ul></main></html>')  # fmt: skip
    assert found(page.replace("<main>", '<main><a href="/s">Accessibility statement of this website</a>')) == {}
