"""What each scope sees on a page as the parser makes it."""

from __future__ import annotations

import hashlib

import pytest

from contentlint.model import Capture, Page
from contentlint.parse import html

MARKUP = """<!DOCTYPE html><html lang="en"><head><title>word in the title</title>
<meta name="description" content="word in the description"></head><body><main>
<h1>word in the heading</h1><p>word in the text</p>
<p>word that leads:</p><ul><li>word of the first item<ul><li>word deep down</li></ul></li><li>the last</li></ul>
<p>word that leads:</p><p>word between</p>
<blockquote>word of somebody</blockquote>
<table><caption>word of the table</caption><tr><th>word in a header</th></tr><tr><td>word in a cell</td></tr></table>
<figure><img src="a.png" alt="word in a picture"><figcaption>word under it</figcaption></figure>
<p>Here <strong>word in bold</strong> and <a href="/a">word in a link</a>.</p>
<details><summary>word to open</summary></details>
<form><fieldset><legend>word of a group</legend><label for="a">word of a field</label><input id="a">
<button>word to press</button></fieldset></form>
</main></body></html>"""

SEEN = {
    "title": ["in the title"],
    "meta": ["in the description"],
    "heading": ["in the heading"],
    "list.lead": ["that leads:", "of the first item"],
    "paragraph & list.lead": ["that leads:"],
    "paragraph & ~list.lead": ["in the text", "that leads:", "between", "in bold and", "in a link"],
    "list": ["of the first item", "deep down"],
    "list.item": ["of the first item", "deep down"],
    "list.item & ~list.lead": ["deep down"],
    "cell": ["in a header", "in a cell"],
    "caption": ["of the table", "under it"],
    "alt": ["in a picture"],
    "strong": ["in bold and"],
    "link": ["in a link"],
    "button": ["to press"],
    "label": ["of a field"],
    "legend": ["of a group"],
    "quote": ["of somebody"],
}


@pytest.fixture(scope="module")
def whole() -> Page:
    """The page above."""
    body = MARKUP.encode()
    address = "https://www.anyborough.example/a"
    made = html.parse(Capture(address, address, 200, (), body, "", hashlib.sha256(body).hexdigest(), "text/html"))
    assert isinstance(made, Page)
    return made


@pytest.mark.parametrize("scope", SEEN)
def test_a_scope_sees_its_blocks_and_no_others(match, whole, scope):
    hits = match(f"extends: existence\ntokens: ['word']\nscope: ['{scope}']", whole)
    behind = [(hit.location.after or "").strip() for hit in hits]
    assert len(behind) == len(SEEN[scope]), behind
    assert all(text.startswith(begin) for text, begin in zip(behind, SEEN[scope], strict=True)), behind


def test_the_page_as_a_whole_is_counted_once(match, whole):
    (hit,) = match("extends: occurrence\ntoken: 'word'\nmax: 3\nscope: [page]", whole)
    assert int(hit.args["count"]) > 10
