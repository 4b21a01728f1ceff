"""Encodings, other kinds of content, and markup that is meant to hurt."""

from __future__ import annotations

import time

import pytest

from contentlint.model import Outcome, Page, Skip
from contentlint.parse import parse
from tests.parse.places import capture


@pytest.mark.parametrize(
    ("body", "header", "text", "complains"),
    [
        ("<p>Café £5</p>".encode(), "text/html; charset=utf-8", "Café £5", False),
        ("<p>Café £5</p>".encode("cp1252"), "text/html; charset=ISO-8859-1", "Café £5", False),
        ("<p>Café £5</p>".encode("cp1252"), "text/html", "Café £5", False),
        ("<p>Café £5</p>".encode("cp1252"), "text/html; charset=utf-8", "Caf\ufffd \ufffd5", True),
        (b'<meta charset="windows-1252"><p>\x93Hi\x94</p>', "text/html", "“Hi”", False),
        (b'<!-- <meta charset="koi8-r"> --><p>caf\xc3\xa9</p>', "text/html", "café", False),
        ("\ufeff<p>Café</p>".encode(), "text/html; charset=windows-1252", "Café", False),
        ("\ufeff<p>Café</p>".encode("utf-16-le"), "text/html", "Café", False),
        ("<p>Café</p>".encode(), "text/html; charset=nonsense", "Café", True),
        ("<p>Café</p>".encode(), "text/html; charset=unicode_escape", "Café", True),
        (b"<p>a\0b &#xD800; \xed\xa0\x80</p>", "text/html", "a\ufffdb \ufffd í\xa0€", False),
    ],
)
def test_encodings(body: bytes, header: str, text: str, complains: bool) -> None:
    page = parse(capture(body, content_type=header))
    assert isinstance(page, Page)
    assert page.blocks[-1].text == text
    assert (page.fact("charset") is not None) is complains


@pytest.mark.parametrize(
    ("body", "url", "media", "outcome"),
    [
        (b"", "https://a.uk/", "text/html", Outcome.FAILURE),
        (b"  \n<!-- nothing -->", "https://a.uk/", "text/html", Outcome.FAILURE),
        (bytes(range(256)) * 40, "https://a.uk/", "text/html", Outcome.CHOICE),
        (b"\x89PNG\r\n", "https://a.uk/a.png", "image/png", Outcome.CHOICE),
        (b"{}", "https://a.uk/a", "application/json", Outcome.CHOICE),
        (b"PK\x03\x04\0\0", "a.xlsx", "", Outcome.CHOICE),
        (b"<p>x</p>" + b" " * 10_000_001, "https://a.uk/", "text/html", Outcome.FAILURE),
        (b"<b>x</b>" * 61_000, "https://a.uk/", "text/html", Outcome.FAILURE),
    ],
)
def test_what_cannot_be_checked_is_skipped_with_a_reason(
    body: bytes, url: str, media: str, outcome: Outcome
) -> None:
    skip = parse(capture(body, url, media))
    assert isinstance(skip, Skip)
    assert (skip.engine, skip.outcome) == ("parse", outcome)
    assert skip.reason and not skip.reason.endswith(".")


@pytest.mark.parametrize(
    "body",
    [
        b"<div>" * 10_000 + b"x" + b"</div>" * 10_000,
        b"<span>" * 50_000 + b"x",
        b"<p><b>x " * 5_000,
        b"x" + b"<a" * 300_000,
        b"x" + b"<!--" * 300_000,
        b"x" + b"<?" * 300_000,
        b"x <" * 60_000,
        b"x &" * 200_000,
        b"&#" * 200_000,
        b"a<br>" * 20_000 + b"</p>" * 20_000,
        b"<table><tr><td>" * 3_000 + b"x",
        b"x</b></i></div>" * 50_000,
        b"<label>" * 3_000 + b"x<input>",
        b"<a href='x title=\"" + b"<p>x</p>" * 10_000,
        b"<ul><li>" * 5_000 + b"x",
        b"<h1>" * 5_000 + b"x",
        b"<p id=a>x" * 20_000,
    ],
    ids=range(17),
)
def test_hostile_markup_neither_crashes_nor_hangs(body: bytes) -> None:
    started = time.process_time()
    answer = parse(capture(body))
    assert isinstance(answer, (Page, Skip))
    assert time.process_time() - started < 6


def test_a_page_without_words_is_still_a_page_that_says_so() -> None:
    page = parse(
        capture(
            '<!doctype html><html><head><title>App</title></head><body><div id="root"></div></body></html>'
        )
    )
    assert isinstance(page, Page)
    assert page.fact("text") is False and page.main() == ()
