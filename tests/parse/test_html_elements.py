"""Headings, links, pictures, tables, forms, frames and the facts of an HTML page."""

from __future__ import annotations

import pytest

from contentlint.model import Page
from contentlint.parse import parse
from tests.parse.places import capture


def read(source: str, url: str = "https://www.example.gov.uk/bins/", **headers: str) -> Page:
    page = parse(capture(source, url, **headers))
    assert isinstance(page, Page), page
    return page


def test_headings_with_levels_names_and_the_heading_above() -> None:
    page = read(
        '<main><h1>Bins</h1><div role="heading" aria-level="3">Missed <b>bins</b></div><h2></h2>'
        '<h3><img src="x" alt="Fees"></h3><h2 role="presentation">no</h2><p>Words</p></main>'
    )
    assert [(h.level, h.text, h.place.heading) for h in page.headings] == [
        (1, "Bins", None),
        (3, "Missed bins", "Bins"),
        (2, "", "Missed bins"),
        (3, "Fees", "Missed bins"),
    ]
    assert next(block for block in page.blocks if block.text == "Words").place.heading == "Fees"


def test_a_menu_heading_is_not_the_heading_of_the_text_after_it() -> None:
    page = read("<body><nav><h2>Menu</h2><p>x</p></nav><main><p>Words</p></main></body>")
    assert [(block.text, block.place.heading) for block in page.blocks] == [
        ("Menu", None),
        ("x", "Menu"),
        ("Words", None),
    ]


@pytest.mark.parametrize(
    ("markup", "name", "url"),
    [
        ('<a href="fees">Fees</a>', "Fees", "https://www.example.gov.uk/bins/fees"),
        (
            '<a href="/a?z=1&amp;b=2#top">A <img alt="PDF" src="p.png"></a>',
            "A PDF",
            "https://www.example.gov.uk/a?b=2&z=1",
        ),
        ('<a href="mailto:a@b.uk" aria-label="Write to us">mail</a>', "Write to us", None),
        ('<a href="x"><span aria-hidden="true">→</span></a>', "", "https://www.example.gov.uk/bins/x"),
        ('<a href="x" title="More"></a>', "More", "https://www.example.gov.uk/bins/x"),
        (
            '<a href="x" aria-labelledby="t"></a><b id="t">Read <i>on</i></b>',
            "Read on",
            "https://www.example.gov.uk/bins/x",
        ),
        ('<a href="#top">Top</a>', "Top", "https://www.example.gov.uk/bins"),
    ],
)
def test_links_have_an_accessible_name_and_an_address(markup: str, name: str, url: str | None) -> None:
    link = read(f"<main><p>See {markup} now</p></main>").links[0]
    assert (link.text, link.url) == (name, url)
    assert link.context.startswith("See") and link.context.endswith("now")


def test_base_href_and_rel_and_download() -> None:
    page = read(
        '<head><base href="https://cdn.example.org/x/"></head>'
        '<a href="y" rel="NoFollow" target="_blank" download>Y</a>'
    )
    link = page.links[0]
    assert (link.url, link.rel, link.target, link.download) == (
        "https://cdn.example.org/x/y",
        "nofollow",
        "_blank",
        True,
    )


def test_pictures() -> None:
    page = read(
        '<p><img src="a.png"><img src="b.png" alt=""><a href="/"><img src="c.png" alt="Home"> Start</a>'
        '<svg role="img"><title>Map</title></svg><img src=d aria-hidden="true" alt="x" title="t"></p>'
    )
    assert [(i.src, i.alt, i.in_link, i.link_text, i.role, i.named) for i in page.images] == [
        ("a.png", None, False, "", "", False),
        ("b.png", "", False, "", "", False),
        ("c.png", "Home", True, "Start", "", False),
        ("", "Map", False, "", "img", True),
        ("d", "x", False, "", "presentation", True),
    ]


def test_tables() -> None:
    page = read(
        "<table><caption>Fees</caption><tr><th scope=row>Small</th>"
        "<td><p>£5</p><ul><li>a</li></ul></td></tr></table>"
        '<table role="presentation"><tr><td>Words<table><tr><td>in</td></tr></table></td></tr></table>'
    )
    first, outer, inner = page.tables
    assert (first.caption, first.rows, first.header_cells, first.scoped, first.layout) == (
        "Fees",
        (("Small", "£5 a"),),
        1,
        1,
        False,
    )
    assert (outer.layout, outer.rows, inner.rows, inner.caption) == (True, (("Words in",),), (("in",),), None)
    assert [block.kind for block in page.blocks if block.text == "Words"] == ["paragraph"]


@pytest.mark.parametrize(
    ("markup", "kind", "name", "source"),
    [
        ('<label for="n">Name</label><input id="n">', "text", "Name", "label"),
        ('<input id="n"><label for="n">Name</label>', "text", "Name", "label"),
        ('<label>Email <input type="EMAIL"></label>', "email", "Email", "label"),
        ('<input aria-label="Search" placeholder="x">', "text", "Search", "aria"),
        ('<b id="t">Town</b><select aria-labelledby="t"><option>Hale</select>', "select", "Town", "aria"),
        ('<textarea title="Comment">old</textarea>', "textarea", "Comment", "title"),
        ('<input placeholder="Postcode">', "text", "Postcode", "placeholder"),
        ("<input>", "text", "", "none"),
        ('<button>Send <img alt="now" src=x></button>', "button", "Send now", "label"),
        ('<input type="submit" value="Go">', "submit", "Go", "label"),
        ('<input type="image" src="x" alt="Find">', "image", "Find", "label"),
    ],
)
def test_controls_know_their_name_and_where_it_comes_from(
    markup: str, kind: str, name: str, source: str
) -> None:
    field = read(f"<form>{markup}<input type=hidden name=token></form><p>x</p>").fields[0]
    assert (field.type, field.name, field.label) == (kind, name, source)


def test_frames_meta_and_facts() -> None:
    page = read(
        '<!doctype html><html lang=" cy "><head><meta name="Robots" content="noindex"><meta charset="utf-8">'
        '<meta http-equiv="Refresh" content="5; url=/x"><link rel="canonical" href="/c?utm_source=a">'
        '<meta name="viewport" content="width=device-width"></head><body class="x page-node-type-news">'
        '<a href="#c">Skip</a><main id="c"><iframe src="/map" title="Map"></iframe>'
        "<p>Words</p></main></body></html>"
    )
    assert [(frame.src, frame.title) for frame in page.frames] == [("/map", "Map")]
    assert page.meta == (
        ("robots", "noindex"),
        ("refresh", "5; url=/x"),
        ("viewport", "width=device-width"),
        ("canonical", "https://www.example.gov.uk/c"),
    )
    assert (page.lang, page.template, page.fragment, page.url) == (
        "cy",
        "news",
        False,
        "https://www.example.gov.uk/bins",
    )
    assert page.fact("doctype") is True and page.fact("skip_links") == ("#c",)


def test_a_piece_of_a_page_is_a_fragment() -> None:
    page = read("<h2>Missed bins</h2><p>Tell us.</p>", "draft.html")
    assert page.fragment and page.url is None and page.key == "draft.html" and page.template is None
    assert not read("<body><p>Tell us.</p>").fragment


def test_template_label_holds_when_only_the_content_differs() -> None:
    frame = "<html><body><header><nav><ul>{}</ul></nav></header><main>{}</main></body></html>"
    one = read(frame.format("<li>a</li>", "<p>x</p>")).template
    assert one == read(frame.format("<li>a</li><li>b</li>", "<h2>y</h2>")).template
    assert one != read("<html><body><div><p>x</p></div><main>x</main></body></html>").template


def test_content_digest_follows_the_words_and_links_of_main_only() -> None:
    frame = "<html><body><header><p>{}</p></header><main><p>{} <a href='{}'>x</a></p></main></body></html>"
    base = read(frame.format("a", "b", "/c")).content_digest
    assert read(frame.format("changed", "b", "/c")).content_digest == base
    assert read(frame.format("a", "changed", "/c")).content_digest != base
    assert read(frame.format("a", "b", "/changed")).content_digest != base
