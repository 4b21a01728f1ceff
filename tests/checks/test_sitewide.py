"""What is compared over a whole site, and what is not."""

from __future__ import annotations

from datetime import date

import pytest

from contentlint.checks.claims import claims, national, topic_of
from contentlint.checks.twins import twins
from contentlint.model import Facts
from contentlint.pipeline.site import site_of

HOST = "https://www.anyborough.example"
TODAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A visitor permit costs £30 a year.", [("fee permit visitor year", "£30")]),
        ("The bulky waste collection fee is £42.50.", [("fee bulky collection waste", "£42.50")]),
        ("Each extra bin costs £30.", []),  # unsure: “extra”
        ("A permit costs £30 or £60.", []),
        ("A permit was £30 in 2025.", []),
        ("From April a permit costs £30.", []),
        ("It costs £30.", []),  # nobody knows what
        ("The road scheme costs £3 million.", []),
        ("Call the parking team on 0161 496 0400.", [("phone parking", "01614960400")]),
        ("Phone our customer service centre on +44 (0)161 496 0000", [("phone centre customer", "01614960000")]),
        ("Parking team: 0161 496 0400", [("phone parking", "01614960400")]),
        ("Email the housing options team at options@anyborough.example.", [("email housing option", "options@anyborough.example")]),
        ("Call us on 0161 496 0400.", []),
        ("The parking team moved in 2019 to Room 0161.", []),
        ("In an emergency call 999.", []),
    ],
)
def test_only_plain_statements_are_claims(parse, text, expected):
    assert [(claim.topic, claim.value) for claim in claims(parse(f"<p>{text}</p>"))] == expected


def test_topics_do_not_depend_on_order_or_number():
    assert topic_of("Residents’ parking permits") == topic_of("a parking permit for residents’")
    assert topic_of("the new service") == ""
    assert national("+44 161 496 0400") == national("(0161) 496-0400") == "01614960400"


def site(parse, **pages):
    return [parse(f"<main>{text}</main>", f"{HOST}/{name}") for name, text in pages.items()]


def test_a_page_that_states_both_fees_is_not_questioned(parse, judge):
    both = "<p>A visitor permit costs £30 a year.</p><p>Each visitor permit costs £20 a year.</p>"
    pages = site(parse, a=both, b="<p>A visitor permit costs £20 a year.</p>", c="<p>A visitor permit costs £25 a year.</p>")
    facts = Facts(TODAY, site=site_of(pages, []))
    found = {page.key[-1]: [one.message for one in judge(page, "fee-stated-two-ways", facts=facts)] for page in pages}
    assert len(found["a"]) == 1 and "£25 on" in found["a"][0]
    assert len(found["b"]) == len(found["c"]) == 1


def test_twins_are_near_copies_not_pages_that_share_a_notice(parse):
    words = [f"In street {n} we empty bins on day {n % 28} at {n % 12}am." for n in range(60)]
    notice = " ".join(words[:20])
    pages = site(
        parse,
        a=f"<p>{' '.join(words)}</p>",
        b=f"<p>{' '.join(words)} Thank you.</p>",
        c=f"<p>{notice} {' '.join(f'Room {n} is open to {n} people on Sundays.' for n in range(60))}</p>",
        d=f"<p>{notice}</p>",
        e="<p>In street 1 we empty bins.</p>",
    )
    pages.append(parse(f"<main><p>{' '.join(words)}</p></main>", f"{HOST}/a?print=1"))
    found = twins(pages)
    assert {key[-1] for key in found} == {"a", "b", "1"}
    assert found[f"{HOST}/a"][0] == f"{HOST}/b" and 0.9 < found[f"{HOST}/a"][1] < 1


def test_a_standard_passage_on_every_page_makes_no_twins_and_no_pairs_without_end(parse):
    notice = " ".join(f"Rule {n} of the library says that book {n} must be back." for n in range(40))
    pages = site(parse, **{f"p{n}": f"<p>{notice}</p>" for n in range(300)})
    assert twins(pages) == {}


def test_the_rarer_name_is_shown_and_a_lone_page_has_none(parse, judge, rules):
    pages = site(parse, a="<p>Your bin day is Monday.</p>", b="<p>Bin days change.</p>", c="<p>Find your bin collection day.</p>")
    rule = "two-names-for-one-thing"
    facts = Facts(TODAY, site=site_of(pages, [], rules=rules))
    assert [[one.location.quote for one in judge(page, rule, facts=facts)] for page in pages] == [[], [], ["bin collection day"]]
    assert judge(pages[2], rule) == []

