"""Links: what one example of a rule cannot show."""

from __future__ import annotations

import pytest

from contentlint.model import Certainty


@pytest.mark.parametrize(
    ("href", "shown", "right"),
    [
        ("tel:+441614960123", "0161 496 0123", True),
        ("tel:00441614960123", "(0161) 496 0123", True),
        ("tel:+44%280%29161%20496%200123", "+44 (0)161 496 0123", True),
        ("tel:+35315240312", "+353 1 524 0312", True),
        ("tel:01614960123;ext=4", "0161 496 0123", True),
        ("tel:01614960132", "0161 496 0123", False),
        ("tel:0161496012", "0161 496 0123", False),
        ("tel:01614960123", "our team", True),
        ("tel:01614960123", "0161 496 0123 or 0161 496 0124", True),  # two numbers: nothing can be said
        ("tel:101", "101", True),
    ],
)
def test_the_number_dialled_is_the_number_shown(judge, href, shown, right):
    found = judge(f"<p>Call <a href='{href}'>{shown}</a>.</p>", "links/phone-link-mismatch")
    assert [one.location.quote for one in found] == ([] if right else [shown])


def test_places_only_staff_can_reach_are_sure_where_nobody_else_ever_can(judge):
    markup = "<p><a href='http://192.168.0.4/form'>Form</a> and <a href='http://uat.anyborough.example/'>Bins</a></p>"
    found = judge(markup, "links/private-address")
    assert [one.certainty for one in found] == [Certainty.SURE, Certainty.LIKELY]


def test_a_site_on_a_private_host_may_link_to_itself(judge, parse):
    page = parse("<p><a href='/bins'>Bins</a> <a href='http://localhost:8000/tax'>Tax</a></p>", "http://localhost:8000/")
    assert judge(page, "links/private-address") == []


def test_split_links_are_told_apart_from_links_on_lines_of_their_own(judge):
    markup = "<p><a href='/a'>Report a </a><a href='/a'><b>missed bin</b></a><br><a href='/a'>Pay a fine</a></p>"
    found = judge(markup, "links/split-link", "links/touching-links")
    assert [(one.rule, one.location.quote) for one in found] == [("links/split-link", "Report a missed bin")]


@pytest.mark.parametrize(
    "href", ["http://[::1", "https://[oops]/x", "tel:", "mailto:", "mailto:@", "utm_source", "\\\\", "?utm_source=\x00"]
)
def test_broken_addresses_do_no_harm(judge, href):
    for rule in ("links/tracking-address", "links/phone-link-mismatch", "links/email-link-without-address"):
        judge(f"<p><a href='{href}'>Apply for a permit</a></p>", rule)


def test_a_draft_that_links_to_one_host_throughout_is_meant_for_it(judge, parse):
    links = "".join(f"<a href='http://127.0.0.1:8000/{n}'>Page {n}</a> " for n in range(5))
    draft = parse(f"<p>{links}<a href='http://127.0.0.2/x'>Other</a></p>", "draft.html")
    assert [one.location.quote for one in judge(draft, "links/private-address")] == ["Other"]
