"""Comments find their pages."""

from __future__ import annotations

import pytest

from contentlint.feedback import match_pages
from contentlint.model import FeedbackItem

SITE = "https://www.anyborough.gov.uk"


@pytest.mark.parametrize(
    ("named", "page"),
    [
        (f"{SITE}/bins", f"{SITE}/bins"),
        (f"{SITE}/Bins/?utm_source=x#top", f"{SITE}/bins"),
        ("/bins/", f"{SITE}/bins"),
        ("bins", f"{SITE}/bins"),
        ("http://anyborough.gov.uk/bins", f"{SITE}/bins"),
        (f"{SITE}/old-bins", f"{SITE}/bins"),
        ("/old-bins", f"{SITE}/bins"),
        ("/", f"{SITE}/"),
        (SITE, f"{SITE}/"),
        ("https://planning.example.org/", None),
        ("http://127.0.0.1:8932/bins", f"{SITE}/bins"),
        ("/nowhere", None),
        (None, None),
        ("http://[broken", None),
    ],
)
def test_pages_are_found_by_address_path_and_redirect(named: str | None, page: str | None):
    item = FeedbackItem(named, None, "comment", "Late")
    (matched,) = match_pages(
        [item], [f"{SITE}/", f"{SITE}/bins", f"{SITE}/council-tax"], {f"{SITE}/old-bins": f"{SITE}/bins"}
    )
    assert matched.page == page and matched.words == "Late"


def test_a_path_that_two_pages_share_is_no_match():
    item = FeedbackItem("/apply", None, "comment", "Late")
    assert match_pages([item], ["https://a.gov.uk/apply", "https://b.gov.uk/apply"])[0].page is None
