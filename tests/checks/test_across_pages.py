"""Small sites whose pages agree, and whose pages do not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from contentlint.checks.link_names import link_names
from contentlint.checks.orders import orders
from contentlint.checks.ways import ways
from contentlint.model import Facts
from contentlint.pipeline.site import site_of
from tests.checks.small_sites import FOOT, HOST, MENU, NAMES, framed, swapped

TODAY = date(2026, 6, 1)
SEARCH = '<form role="search"><label>Search <input type="search" name="q"></label><button>Go</button></form>'
HELP_LINE = '<p>Call <a href="tel:03001234567">0300 123 4567</a></p>'
WELSH = tuple((f"/cy{href}", text) for href, text in (("/tax", "Treth"), ("/bins", "Biniau"), ("/schools", "Ysgolion")))


def site(parse, odd: dict | None = None, names=NAMES, **usual):
    """Pages of one template; `odd` gives some pages other parts."""
    parts = {name: {**usual, **(odd or {}).get(name, {})} for name in names}
    return [parse(framed(name, **part), f"{HOST}/{name}") for name, part in parts.items()]


@pytest.fixture(scope="module")
def shown(judge, rules):
    """What the rules of this file say: (page, rule, quote, certainty), with every page judged."""
    ours = [rule.id for rule in rules if rule.extends == "across_pages" and rule.name != "page-found-in-one-way"]

    def run(pages):
        facts = Facts(TODAY, site=site_of(pages, []))
        return {(page.key.removeprefix(HOST), one.rule.partition("/")[2], one.location.quote)
                for page in pages for one in judge(page, *ours, facts=facts)}  # fmt: skip

    return run


MENU_MOVED = {
    "two links changed places": ({"tax": {"menu": swapped(MENU, 0, 1)}}, {("/tax", "menu-in-another-order", "Council Tax")}),
    "the last link of the footer is first": (
        {"bins": {"foot": (FOOT[3], *FOOT[:3])}}, {("/bins", "help-in-another-order", "Accessibility")}),
    "two pages differ, each in its way": (
        {"tax": {"menu": swapped(MENU, 0, 2)}, "bins": {"menu": swapped(MENU, 2, 3)}},
        {("/tax", "menu-in-another-order", "Schools"), ("/bins", "menu-in-another-order", "Roads")}),
    "a shorter menu in another order": ({"tax": {"menu": (MENU[2], MENU[0])}}, {("/tax", "menu-in-another-order", "Schools")}),
}  # fmt: skip
MENU_KEPT = {
    "all alike": {},
    "a shorter menu": {"tax": {"menu": MENU[1:3]}},
    "a longer menu that opens a section": {"bins": {"menu": (MENU[0], ("/bins/missed", "Missed bins"), ("/bins/new", "New bins"), *MENU[1:])}},
    "no menu on a form": {"tax": {"menu": ()}},
    "the page that is open is no link": {"bins": {"menu": MENU[1:]}},
    "links in the text in another order": {"tax": {"main": "<p><a href='/schools'>Schools</a> and <a href='/bins'>bins</a></p>"}},
}


@pytest.mark.parametrize(("odd", "expected"), MENU_MOVED.values(), ids=MENU_MOVED)
def test_menus_in_another_order(parse, shown, odd, expected) -> None:
    assert shown(site(parse, odd)) == expected


@pytest.mark.parametrize("odd", MENU_KEPT.values(), ids=MENU_KEPT)
def test_menus_in_the_same_order(parse, shown, odd) -> None:
    assert shown(site(parse, odd)) == set()


def test_the_welsh_menu_has_an_order_of_its_own(parse, shown) -> None:
    welsh = site(parse, names=("cy/a", "cy/b", "cy/c", "cy/d"), menu=WELSH, lang="cy")
    assert shown([*site(parse), *welsh]) == set()
    mixed = parse(framed("cy/e", menu=swapped(WELSH, 0, 1), lang="cy-GB"), f"{HOST}/cy/e")
    assert shown([*site(parse), *welsh, mixed]) == {("/cy/e", "menu-in-another-order", "Biniau")}


def test_without_a_majority_there_is_no_usual_order(parse) -> None:
    half = {name: {"menu": swapped(MENU, 0, 1)} for name in NAMES[:3]}
    assert orders(site(parse, half)) == {}


def test_a_template_of_its_own_is_a_question(parse, judge) -> None:
    pages = site(parse)
    other = replace(parse(framed("landing", menu=swapped(MENU, 0, 1)), f"{HOST}/landing"), template="landing")
    (one,) = judge(other, "menu-in-another-order", facts=Facts(TODAY, site=site_of([*pages, other], [])))
    assert one.certainty == "review" and one.wcag == ("3.2.3",)


HELP_MOVED = {
    "phone before contact": ({"tax": {"foot": swapped(FOOT, 0, 1)}}, {("/tax", "help-in-another-order", "0300 123 4567")}),
    "contact went to the header": (
        {"tax": {"head": '<a href="/contact">Contact us</a>', "foot": FOOT[1:]}}, {("/tax", "help-in-another-order", "Contact us")}),
    "help went behind privacy": ({"bins": {"foot": swapped(FOOT, 0, 2)}}, {("/bins", "help-in-another-order", "Privacy")}),
}  # fmt: skip
HELP_KEPT = {
    "one way fewer": {"tax": {"foot": FOOT[1:]}},
    "the number in the text, too": {"tax": {"main": HELP_LINE}},
    "another team's number": {"tax": {"head": '<a href="tel:01632960111">01632 960111</a>'}},
    "help with money is a service": {"tax": {"menu": (*MENU, ("/help-with-bills", "Help with bills"))}},
}


@pytest.mark.parametrize(("odd", "expected"), HELP_MOVED.values(), ids=HELP_MOVED)
def test_help_in_another_place(parse, shown, odd, expected) -> None:
    assert shown(site(parse, odd)) == expected


@pytest.mark.parametrize("odd", HELP_KEPT.values(), ids=HELP_KEPT)
def test_help_in_the_same_place(parse, shown, odd) -> None:
    assert shown(site(parse, odd)) == set()


RENAMED = {
    "menu": ({"tax": {"menu": (("/bins", "Rubbish"), *MENU[1:])}}, "Rubbish"),
    "footer": ({"bins": {"foot": (*FOOT[:2], ("/privacy", "Data protection"), FOOT[3])}}, "Data protection"),
    "icon": ({"bins": {"foot": (("/contact", '<img src="i.svg" alt="Write a letter">'), *FOOT[1:])}}, "Write a letter"),
}
NAMED_ALIKE = {
    "one word more": {"tax": {"foot": (("/contact", "Contact"), *FOOT[1:])}},
    "the logo and Home": {"tax": {"head": '<a href="/">Home</a>'}},
    "a sentence of the text": {"tax": {"main": '<p><a href="/bins">When to put out your rubbish</a></p>'}},
    "signed in and out": {"tax": {"head": '<a href="/account">Sign out</a>'}, "bins": {"head": '<a href="/account">Sign in</a>'}},
    "another target": {"tax": {"menu": (("/rubbish", "Rubbish"), *MENU[1:])}},
}


@pytest.mark.parametrize(("odd", "name"), RENAMED.values(), ids=RENAMED)
def test_links_under_another_name(parse, odd, name) -> None:
    pages = site(parse, odd)
    found = link_names(pages)
    (key,) = {f"{HOST}/{page}" for page in odd}
    assert [(page, one.own) for page, odds in found.items() for one in odds] == [(key, True)]
    assert next(page for page in pages if page.key == key).links[found[key][0].at].text == name


@pytest.mark.parametrize("odd", NAMED_ALIKE.values(), ids=NAMED_ALIKE)
def test_links_named_alike(parse, odd) -> None:
    assert link_names(site(parse, odd)) == {}


def test_two_names_on_every_page_are_a_question_that_stands_once(parse, judge) -> None:
    pages = site(parse, foot=(*FOOT, ("/tax", "Pay online")))
    facts = Facts(TODAY, site=site_of(pages, []))
    found = [one for page in pages for one in judge(page, "same-link-under-another-name", facts=facts)]
    assert len(found) == len(pages) - 1 and {one.certainty for one in found} == {"review"}
    assert len({one.group for one in found}) == 1, "the roll-up shows one"


ONE_WAY = {
    "no search and no list": ({}, {}, {name: "links" for name in NAMES}),
    "one page that no other links to": ({"head": SEARCH}, {"orphan": {}}, {"orphan": "search"}),
    "a page by itself": ({"foot": (*FOOT, ("/a-to-z", "A to Z"))}, {"orphan": {}}, {"orphan": "list"}),
}
TWO_WAYS = {
    "search": ({"head": SEARCH}, {}),
    "a link to the search": ({"head": '<a href="/search">Search</a>'}, {}),
    "a to z": ({"foot": (*FOOT, ("/a-z", "A–Z of services"))}, {}),
    "site map": ({"foot": (*FOOT, ("/sitemap", "Sitemap"))}, {}),
    "a step of a process": ({"head": SEARCH}, {"apply/step-2": {"head": ""}}),
}


@pytest.mark.parametrize(("usual", "more", "expected"), ONE_WAY.values(), ids=ONE_WAY)
def test_pages_found_in_one_way(parse, usual, more, expected) -> None:
    assert ways(site(parse, more, (*NAMES, *more), **usual)) == {f"{HOST}/{name}": way for name, way in expected.items()}


@pytest.mark.parametrize(("usual", "more"), TWO_WAYS.values(), ids=TWO_WAYS)
def test_pages_found_in_two_ways(parse, usual, more) -> None:
    assert ways(site(parse, more, (*NAMES, *more), **usual)) == {}


def test_a_small_site_may_list_all_its_pages_on_the_home_page(parse) -> None:
    pages = site(parse, names=NAMES)
    home = parse(framed("home"), f"{HOST}/")
    assert ways([*pages, home]) == {}


def test_a_big_site_is_compared_in_a_moment_even_where_every_menu_differs(parse) -> None:
    """Hostile: 300 pages, each with the 60 links of the menu in another order."""
    import random

    chance = random.Random(3)
    menu = [(f"/s{n}", f"Service {n}") for n in range(60)]
    pages = [parse(framed(str(n), menu=chance.sample(menu, 60)), f"{HOST}/{n}") for n in range(300)]
    assert orders(pages) == {}
