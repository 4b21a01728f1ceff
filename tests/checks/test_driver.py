"""All checks together on one page."""

from __future__ import annotations

from datetime import date
from types import ModuleType

from contentlint.checks import driver
from contentlint.model import Evidence, Facts, Hit, Outcome, Page, Skip

TODAY = date(2026, 6, 1)
PAGE = """<!DOCTYPE html><html><head><title>Bins</title></head><body>
<header><a href="/news">Read more</a></header>
<main><h1>Bins</h1><p>Put bins out by 7am. <a href="/x">click here</a></p>
<img src="/bin.jpg"></main><footer><a href="/accessibility">Accessibility</a></footer></body></html>"""


def heard(**payload) -> Evidence:
    empty = {
        "violations": [],
        "incomplete": [],
        "rules": {},
        "frames": [],
        "unsettled": False,
        "contrast": True,
    }
    return Evidence("axe-core", "4.14.1", "x", empty | payload)


def test_findings_of_a_page_are_exactly_these(judge):
    found = {(one.rule, one.location.quote) for one in judge(PAGE)}
    assert found == {
        ("images/missing-alt-text", None), ("links/vague-link-text", "Read more"),
        ("links/vague-link-text", "click here"), ("wcag/missing-description", None),
        ("wcag/missing-page-language", None),
    }  # fmt: skip


def test_a_fault_of_the_header_belongs_to_the_web_team(judge):
    owners = {one.location.quote: one.owner for one in judge(PAGE, "links/vague-link-text")}
    assert owners == {"Read more": "web team", "click here": "editor"}


def test_our_rule_rests_where_axe_speaks(judge):
    found = {one.rule for one in judge(PAGE, facts=Facts(TODAY, evidence=(heard(),)))}
    assert found == {"links/vague-link-text", "wcag/missing-description"}


def test_our_rule_speaks_where_the_axe_rule_is_switched_off(judge):
    found = judge(PAGE, "images/missing-alt-text", "axe/link-name", facts=Facts(TODAY, evidence=(heard(),)))
    assert [one.rule for one in found] == ["images/missing-alt-text"]


def test_a_draft_is_not_judged_as_a_whole_page(judge):
    assert judge("<h2>Bins</h2><p>Put bins out by 7am.</p>") == []


def test_a_check_that_breaks_is_a_skip_and_stops_no_other(rules, parse, monkeypatch):
    def check(page, rules, facts):
        yield Hit.on_page(next(iter(rules.values())))
        raise ValueError("half way")

    broken = ModuleType("links")
    broken.ENGINE, broken.PROBLEMS, broken.check = "contentlint", frozenset({"vague-link-text"}), check
    kept = dict(driver.modules()) | {"links": broken}
    monkeypatch.setattr(driver, "modules", lambda: kept)
    findings, skips = driver.judge(parse(PAGE), rules, Facts(TODAY))
    assert skips == (Skip("https://www.anyborough.example/page", "links",
                          "the check “links” stopped: ValueError: half way", Outcome.FAILURE),)  # fmt: skip
    assert "images/missing-alt-text" in {one.rule for one in findings}
    assert sum(one.rule.startswith("links/") for one in findings) == 1  # what it saw before it broke


def test_equal_faults_are_told_apart_and_known_again(judge):
    twice = "<p><a href='/x'>here</a></p><p><a href='/x'>here</a></p>"
    one, other = judge(twice, "links/vague-link-text")
    assert (one.turn, other.turn) == (0, 1) and one.fingerprint != other.fingerprint
    moved = "<p>New first words.</p>" + twice.replace("<p>", "<p class='big'>")
    assert [item.fingerprint for item in judge(moved, "links/vague-link-text")] == [
        one.fingerprint,
        other.fingerprint,
    ]


def test_a_locked_pdf_is_a_skip(rules):
    facts = (
        ("title", None),
        ("lang", None),
        ("tagged", None),
        ("pages", None),
        ("encrypted", True),
        ("text", None),
    )
    page = Page(key="plan.pdf", url=None, media="pdf", title=None, lang=None, blocks=(), facts=facts)
    findings, skips = driver.judge(page, rules, Facts(TODAY))
    assert findings == () and [(one.engine, one.outcome) for one in skips] == [("pdf", Outcome.CHOICE)]
