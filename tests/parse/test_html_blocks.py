"""Prose of an HTML page: kinds, places, regions."""

from __future__ import annotations

import pytest

from contentlint.model import Block, Page
from contentlint.parse import parse
from tests.parse.places import capture, wrong_places

PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head><title>Bins &amp; recycling</title>
<meta name="description" content="When we collect &quot;your&quot; bins"></head>
<body>
<a class="skip-link" href="#main-content">Skip to main content</a>
<div id="cookie-banner"><p>We use cookies.</p></div>
<header><p>Anyborough Council</p></header>
<nav><ul><li><a href="/">Home</a></li></ul></nav>
<main id="main-content">
  <h1>Bins &amp;   recycling</h1>
  Loose text with <b>bold&nbsp;words</b><!-- not shown --> and
  more.<br><br>A second paragraph.
  <p>You will need:</p>
  <ul>
    <li>a <em>passport</em>
      <ul><li>a copy</li></ul>
      and a pen</li>
    <li><p>proof of address</p></li>
  </ul>
  <table><caption>Fees</caption><tr><th scope="col">Bin<th>Cost<tr><td>Small<td>&pound;20 <br> a year</table>
  <p>See <a href="fees.html?b=2&amp;a=1">the <img src="pound.png" alt="pound sign"> fees </a>
  first, 5 &lt; 6 &amp; 7&#8217;s.</p>
  <blockquote><p>Very good.</p></blockquote>
  <details><summary>More help</summary>Call us.</details>
  <p hidden>Draft</p><p style="display: none">Draft</p><script>var words = "<p>no</p>"</script>
  <template><p>no</p></template><noscript><p>no</p></noscript>
  <p lang="cy">Croeso</p>
  <aside><p>Related</p></aside>
  <nav class="lgd-prev-next"><a href="/next">Next</a></nav>
</main>
<p>Under the page</p>
<footer><p>Contact us</p></footer>
</body></html>
"""


def read(source: str, **options: str) -> Page:
    page = parse(capture(source, **options))
    assert isinstance(page, Page), page
    return page


def blocks(page: Page, kind: str, region: str = "main") -> list[str]:
    return [block.text for block in page.blocks if block.kind == kind and block.place.region == region]


def find(page: Page, text: str) -> Block:
    return next(block for block in page.blocks if block.text == text)


def test_each_kind_of_prose_is_found() -> None:
    page = read(PAGE)
    assert blocks(page, "heading") == ["Bins & recycling"]
    assert blocks(page, "paragraph") == [
        "Loose text with bold\xa0words and more.",
        "A second paragraph.",
        "You will need:",
        "See the fees first, 5 < 6 & 7’s.",
        "Call us.",
        "Croeso",
    ]
    assert blocks(page, "list") == ["a passport", "a copy", "and a pen", "proof of address"]
    assert blocks(page, "header-cell") == ["Bin", "Cost"]
    assert blocks(page, "cell") == ["Small", "£20 a year"]
    assert blocks(page, "caption") == ["Fees"]
    assert blocks(page, "quote") == ["Very good."]
    assert blocks(page, "summary") == ["More help"]
    assert blocks(page, "alt") == ["pound sign"]
    assert blocks(page, "link") == ["the fees"]
    assert blocks(page, "title", "page") == ["Bins & recycling"]
    assert blocks(page, "meta", "page") == ['When we collect "your" bins']


def test_regions_keep_the_template_apart_from_the_author() -> None:
    page = read(PAGE)
    assert blocks(page, "paragraph", "banner") == ["We use cookies."]
    assert blocks(page, "paragraph", "header") == ["Skip to main content", "Anyborough Council"]
    assert blocks(page, "list", "nav") == ["Home"]
    assert blocks(page, "paragraph", "aside") == ["Related"]
    assert blocks(page, "paragraph", "nav") == ["Next"]
    assert blocks(page, "paragraph", "footer") == ["Under the page", "Contact us"]


def test_list_items_know_their_lead_in_depth_and_list() -> None:
    page = read(PAGE)
    outer, inner, tail, second = (
        find(page, text) for text in ("a passport", "a copy", "and a pen", "proof of address")
    )
    assert (outer.lead_in, inner.lead_in, second.lead_in) == (
        "You will need:",
        "a passport",
        "You will need:",
    )
    assert (outer.level, inner.level) == (1, 2)
    assert outer.container == tail.container == second.container != inner.container


def test_inline_runs_and_languages() -> None:
    page = read(PAGE)
    loose = find(page, "Loose text with bold\xa0words and more.")
    assert [(loose.text[a:b], kind) for a, b, kind in loose.inline] == [("bold\xa0words", "strong")]
    assert find(page, "Croeso").lang == "cy"
    assert loose.lang is None
    linked = find(page, "See the fees first, 5 < 6 & 7’s.")
    assert [linked.text[a:b] for a, b, kind in linked.inline if kind == "link"] == ["the fees"]


def test_every_character_knows_its_place() -> None:
    page = read(PAGE)
    assert wrong_places(page, PAGE) == []
    block = find(page, "See the fees first, 5 < 6 & 7’s.")
    at = block.text.index("first")
    line, column = page.position(block.offset(at))
    assert PAGE.split("\n")[line - 1][column - 1 :].startswith("first, 5 &lt;")


def test_a_reference_is_one_character_with_two_ends() -> None:
    page = read("<p>Fish &amp; chips</p>", url="draft.html")
    block = page.blocks[0]
    at = block.text.index("&")
    assert (block.offset(at), block.end_offset(at + 1)) == (8, 13)


def test_paths_find_the_element_in_a_whole_page() -> None:
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(PAGE, "html.parser")
    page = read(PAGE)
    for text in ("a copy", "A second paragraph.", "Very good.", "Contact us", "Related"):
        found = soup.select(find(page, text).place.css)
        assert len(found) == 1 and text in found[0].get_text(), text
    assert find(page, "Bins & recycling").place.css == "title"
    assert find(page, "Very good.").place.css == "#main-content > blockquote > p"


@pytest.mark.parametrize("mark", ["a12f9be07", "edit-submit--Xy7QpLz09A", "1st", "block-123456"])
def test_made_up_ids_are_no_part_of_a_path(mark: str) -> None:
    page = read(f'<html><body><main><p id="{mark}">Words here.</p></main></body></html>')
    assert page.blocks[0].place.css == "body > main > p"


def test_an_id_used_twice_is_listed_twice_and_never_a_path() -> None:
    page = read('<html><body><p id="x">One</p><p id="x">Two</p></body></html>')
    assert page.ids == ("x", "x")
    assert [block.place.css for block in page.blocks] == [
        "body > p:nth-of-type(1)",
        "body > p:nth-of-type(2)",
    ]


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("<p>One<p>Two<ul><li>a<li>b</ul>", ["One", "Two", "a", "b"]),
        ("<table><tr><td>a</div><td>b</table><p>after", ["a", "b", "after"]),
        ("<div><p>One</span> two</div>three", ["One two", "three"]),
        ("<div/><p>One</p>", ["One"]),
        ("<p>a<br/>b</br>c</p>", ["a bc"]),
        ("<dl><dt>Term<dd>Meaning</dl>", ["Term", "Meaning"]),
        ("<p>5 < 6 and <3", ["5 < 6 and <3"]),
        ("<p>AT&T and &nosuch; stay", ["AT&T and &nosuch; stay"]),
        ("<![if !IE]><p>Word</p><![endif]>", ["Word"]),
        ("<h2>One<h3>Two</h3>", ["One", "Two"]),
    ],
)
def test_broken_markup_is_read_as_a_browser_reads_it(source: str, texts: list[str]) -> None:
    page = read(source, url="draft.html")
    assert [block.text for block in page.blocks] == texts
    assert wrong_places(page, source) == []


def test_without_main_the_page_is_main_but_for_its_frame() -> None:
    page = read(
        "<html><body><header><p>Top</p></header><p>Words</p><article><header><p>By us</p></header></article>"
        "<article><p>More</p></article><footer><p>End</p></footer></body></html>"
    )
    assert blocks(page, "paragraph") == ["Words", "By us", "More"]
    assert page.fact("main") is None


@pytest.mark.parametrize(
    ("opening", "how"),
    [
        ('<div role="main">', "role"),
        ('<div id="content">', "id"),
        ("<article>", "article"),
        ("<main>", "main"),
    ],
)
def test_main_content_is_found_without_a_main_element(opening: str, how: str) -> None:
    closing = "</" + opening[1:].split()[0].rstrip(">") + ">"
    page = read(f"<html><body><p>Top</p>{opening}<p>Words</p>{closing}<p>End</p></body></html>")
    assert blocks(page, "paragraph") == ["Words"]
    assert blocks(page, "paragraph", "header") == ["Top"]
    assert page.fact("main") == how
