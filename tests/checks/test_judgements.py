"""Judgements that one example of a rule cannot show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from contentlint.checks import driver
from contentlint.model import Evidence, Facts, Measures, Site

TODAY = date(2026, 6, 1)
HOST = "https://www.anyborough.example"


@pytest.mark.parametrize(
    ("markup", "severity"),
    [
        ("<p><a href='/b'>Read more</a></p>", "serious"),
        ("<h2>Bins</h2><p><a href='/b'>Read more</a></p>", "moderate"),
        ("<p>To report a missed bin before Friday <a href='/b'>click here</a>.</p>", "moderate"),
    ],
)
def test_vague_links_weigh_less_where_words_around_them_help(judge, markup, severity):
    assert [one.severity for one in judge(markup, "links/vague-link-text")] == [severity]


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("/gone", "links/broken-link"),
        ("/busy", "links/unconfirmed-link"),
        ("/silent", "links/unconfirmed-link"),
        ("/refused", "links/unconfirmed-link"),
        ("/unmet", None),
        ("/bins", None),
    ],
)
def test_only_404_and_410_are_broken(judge, path, rule):
    statuses = {f"{HOST}/gone": 410, f"{HOST}/busy": 500, f"{HOST}/silent": None, f"{HOST}/refused": 429,
                f"{HOST}/bins": 200}  # fmt: skip
    found = judge(f"<p><a href='{path}'>Report it</a></p>", facts=Facts(TODAY, site=Site(statuses=statuses)))
    assert [one.rule for one in found] == ([rule] if rule else [])


def test_an_anchor_on_another_page_of_the_site(judge):
    site = Site(anchors={f"{HOST}/bins": frozenset({"missed"})})
    links = "<p><a href='/bins#missed'>Missed</a> <a href='/bins#late'>Late</a> <a href='/far#x'>Far</a></p>"
    found = judge(links, "links/missing-link-anchor", facts=Facts(TODAY, site=site))
    assert [one.location.quote for one in found] == ["Late"]


def test_pages_of_one_list_may_share_a_title(judge):
    page = "<!DOCTYPE html><html lang='en'><title>News</title><main><h1>News</h1></main>"
    site = Site(titles={"News": (f"{HOST}/page", f"{HOST}/page?page=2")})
    assert judge(page, "wcag/repeated-page-title", facts=Facts(TODAY, site=site)) == []


@pytest.mark.parametrize(
    "text",
    ["Apply by 31 March 2024.", "You must reply no later than Friday 3 May 2024.", "Deadline: 03/05/2024.",
     "The consultation closes at 5pm on 14th June 2025.", "Applications are open until 30 April 2026."],
)  # fmt: skip
def test_deadlines_that_have_passed(judge, text):
    assert [one.rule for one in judge(f"<p>{text}</p>")] == ["freshness/past-deadline"]


@pytest.mark.parametrize(
    "text",
    ["Apply by 31 March 2027.", "Apply by 1 June 2026.", "The consultation closed on 14 June 2025.",
     "Apply by 30 June.", "The deadline was 3 May 2024.", "Children born before 1 September 2019 can apply.",
     "We adopted the plan in March 2019.", "Vehicles registered before 1 March 2001 pay less.",
     "Apply by 31 February 2024 (no such day).", "The law of 1 May 2015 says that you must pay."],
)  # fmt: skip
def test_dates_that_are_no_passed_deadlines(judge, text):
    assert judge(f"<p>{text}</p>", "past-deadline", "past-event") == []


def test_a_month_lasts_until_its_last_day(judge):
    assert judge("<p>Apply by June 2026.</p>") == []
    assert len(judge("<p>Apply by May 2026.</p>")) == 1


@pytest.mark.parametrize(("age", "severity"), [(11.9, None), (12.0, "moderate"), (15.0, "serious")])
def test_reading_age_orders_work(judge, age, severity):
    facts = Facts(TODAY, measures=Measures(words=300, reading_age=age))
    found = judge("<p>Words.</p>", "readability/high-reading-age", facts=facts)
    assert [one.severity for one in found] == ([severity] if severity else [])


def test_the_target_is_a_setting(judge):
    facts = Facts(
        TODAY, measures=Measures(words=300, reading_age=14.0), settings={"target_age": 14, "long_sentence": 5}
    )
    found = judge("<p>Put all your bins out by seven.</p>", facts=facts)
    assert [(one.rule, one.message) for one in found] == [
        ("readability/long-sentence", "This sentence has 7 words. Keep sentences under 5.")
    ]


def test_a_long_sentence_is_told_where_to_break(judge):
    words = "You can ask us for a permit at any time of the year"
    (one,) = judge(
        f"<p>{words} and you must send us your papers within the four weeks that follow it, please.</p>"
    )
    assert one.suggestion == "Try a full stop after “of the year”, before “and”."
    assert (one.severity, one.location.quote[:7]) == ("minor", "You can")


def test_languagetool_speaks_by_text_too(judge, parse):
    page = parse("<p>You will recieve it.</p><p lang='cy'>Byddwch yn recieve it.</p>")
    match = {
        "rule": "MORFOLOGIK_RULE_EN_GB",
        "category": "TYPOS",
        "type": "misspelling",
        "message": "m",
        "offset": 9,
        "length": 7,
        "replacements": ["receive"],
    }
    payload = {"texts": {"You will recieve it.": [match], "Byddwch yn recieve it.": [match]}}
    (one,) = judge(page, facts=Facts(TODAY, evidence=(Evidence("languagetool", "6.8", page.key, payload),)))
    assert (one.rule, one.suggestion, one.engine) == ("language/misspelling", "receive", "languagetool")
    assert (one.location.line, one.location.column, one.location.quote) == (1, 13, "recieve")


@pytest.mark.parametrize("word", ["recieve", "RECIEVE", "Recieve's"])
def test_words_of_the_council_are_right(judge, parse, word):
    page = parse(f"<p>Ask {word} here.</p>")
    match = {
        "rule": "MORFOLOGIK_RULE_EN_GB",
        "category": "TYPOS",
        "type": "misspelling",
        "message": "m",
        "offset": 4,
        "length": len(word),
        "replacements": [],
    }
    payload = {"blocks": [{"index": 0, "matches": [match]}]}
    evidence = Evidence("languagetool", "6.8", page.key, payload)
    known = Facts(TODAY, evidence=(evidence,), vocabulary=frozenset({"recieve"}))
    assert judge(page, facts=known) == []
    told = judge(page, facts=replace(known, vocabulary=frozenset()))
    assert len(told) == (word != "RECIEVE")  # capitals alone are an abbreviation; one capital makes no name of a slip


def test_two_way_tables_and_prices_are_not_called_faulty(judge):
    prices = "<table><tr><td>January</td><td>£85</td></tr><tr><td>February</td><td>£75</td></tr></table>"
    assert [one.certainty for one in judge(prices, "tables/table-without-headers")] == ["review"]


def test_a_link_to_nothing_is_a_button(judge):
    assert judge("<p><a href='#'>View</a> <a href='javascript:open()'>More</a></p>") == []


def test_grammar_inside_a_link_and_long_asides_are_left_out(rules, parse):
    said = "Possible agreement error. Did you mean “form has”? (Some collective nouns can be treated as both.)"
    page = parse("<main><p>The form have gone.</p><p>For a map <a href='/m'>click here</a> now.</p></main>")
    matches = [{"rule": "AGREEMENT_SENT_START", "category": "GRAMMAR", "message": said, "offset": 4, "length": 9,
                "replacements": ["form has"]}]  # fmt: skip
    link = next(index for index, block in enumerate(page.blocks) if block.text.startswith("For a map"))
    inside = [matches[0] | {"offset": 10, "length": 10, "replacements": ["clicks here"]}]
    payload = {"blocks": [{"index": 0, "matches": matches}, {"index": link, "matches": inside}]}
    found, _ = driver.judge(page, rules, Facts(TODAY, evidence=(Evidence("languagetool", "6.8", page.key, payload),)))
    slips = [one for one in found if one.rule == "language/grammar-slip"]
    assert [one.location.quote for one in slips] == ["form have"]
    assert "collective" not in slips[0].message


def test_the_grammar_of_a_heading_is_a_question(rules, parse):
    page = parse("<main><h2>Snow plan for the weekend</h2><p>Snow plan for the weekend.</p></main>")
    match = {"rule": "SINGULAR_NOUN_VERB", "category": "GRAMMAR", "message": "The verb does not agree.", "offset": 5,
             "length": 4, "replacements": ["plans"]}  # fmt: skip
    payload = {"texts": {block.text: [match] for block in page.blocks}}
    found, _ = driver.judge(page, rules, Facts(TODAY, evidence=(Evidence("languagetool", "6.8", page.key, payload),)))
    assert [one.certainty for one in found if one.rule == "language/grammar-slip"] == ["review", "likely"]
