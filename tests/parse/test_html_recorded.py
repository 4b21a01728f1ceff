"""The 101 recorded pages of a LocalGov Drupal site, and its preview of a draft."""

from __future__ import annotations

import dataclasses
import time

import pytest

from contentlint.model import Page
from contentlint.parse import parse
from tests.parse.places import CORPORA, LGD, capture, members, wrong_places

SITE = "http://127.0.0.1:8932/"
TOKEN = "e1e68183-7337-4666-bade-cdd64e376805"
pytestmark = pytest.mark.skipif(not CORPORA.exists(), reason="the recorded pages are not here")


@pytest.fixture(scope="module")
def pages() -> dict[str, tuple[Page, str]]:
    read = {}
    for name, body in members(LGD, ".html").items():
        path = name.partition("lgd_static/")[2].removesuffix(".html").removesuffix("index")
        answer = parse(capture(body, SITE + path, content_type="text/html; charset=UTF-8"))
        assert isinstance(answer, Page), (name, answer)
        read[path] = (answer, body.decode())
    return read


def test_every_page_has_main_content_a_title_and_a_template(pages: dict[str, tuple[Page, str]]) -> None:
    assert len(pages) == 101
    for path, (page, _) in pages.items():
        assert page.fact("main") == "main" and page.title and page.template, path
        assert page.main(), path
        assert any(block.place.region == "banner" for block in page.blocks), path
    templates = [page.template for page, _ in pages.values()]
    assert templates.count("localgov-services-page") == 15
    assert templates.count("localgov-directories-venue") == 16


def test_every_character_of_every_page_knows_its_place(pages: dict[str, tuple[Page, str]]) -> None:
    for path, (page, source) in pages.items():
        assert wrong_places(page, source) == [], path


def test_all_words_inside_main_are_read(pages: dict[str, tuple[Page, str]]) -> None:
    total = 0
    for page, source in pages.values():
        start, end = source.index("<main"), source.index("</main>")
        total += sum(
            len(block.text.split())
            for block in page.blocks
            if start <= block.place.offset < end and block.kind not in ("link", "alt")
        )
    assert 20_634 * 0.99 < total < 20_634 * 1.01


def test_headings_agree_with_the_known_faults(pages: dict[str, tuple[Page, str]]) -> None:
    tops = {path: sum(h.level == 1 for h in page.headings) for path, (page, _) in pages.items()}
    assert sum(count == 0 for count in tops.values()) == 5
    assert tops["births-deaths-marriages-and-citizenship/registering-birth"] == 2


def test_a_page_costs_little(pages: dict[str, tuple[Page, str]]) -> None:
    costs = []
    for path, (_, source) in pages.items():
        body = source.encode()
        started = time.process_time()
        parse(capture(body, SITE + path))
        costs.append((time.process_time() - started, len(body)))
    ordinary = sorted(cost for cost, size in costs if size < 200_000)
    assert ordinary[len(ordinary) // 2] < 0.03
    assert max(cost for cost, size in costs if size > 4_000_000) < 0.5


def test_a_preview_keeps_its_token_secret_and_takes_the_public_key() -> None:
    body = (CORPORA / "localgov-drupal/html/preview_link_draft.html").read_bytes()
    assert TOKEN.encode() in body
    page = parse(capture(body, f"{SITE}preview-link/node/8/{TOKEN}"))
    assert isinstance(page, Page)
    assert page.key == page.url == SITE + "adult-health-and-social-care/support-your-home/meals-wheels"
    assert TOKEN not in repr(dataclasses.asdict(page))
    assert [h.text for h in page.headings if h.place.region == "main"] == ["Meals on wheels", "Draft heading"]
    assert wrong_places(page, body.decode()) == []


def test_a_preview_without_a_public_link_still_hides_its_token() -> None:
    page = parse(
        capture(
            f"<body><main><p>Draft <a href='/preview-link/node/9/{TOKEN}'>x</a></p></main></body>",
            f"{SITE}preview-link/node/8/0123456789abcdef",
        )
    )
    assert isinstance(page, Page)
    assert page.key == SITE + "preview-link/node/8"
    assert TOKEN not in repr(page) and "0123456789abcdef" not in repr(page)
