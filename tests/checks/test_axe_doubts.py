"""What axe-core reports although it is none."""

from __future__ import annotations

import pytest

from contentlint.checks._axe_doubts import weighed
from contentlint.model import Certainty

SURE, REVIEW = Certainty.SURE, Certainty.REVIEW
NAMES = "label-content-name-mismatch"


@pytest.mark.parametrize(
    ("seen", "spoken"),
    [
        ("Next…", "Next"), ("University Ave.", "University Avenue"), ("Download (PDF)", "Download specification"),
        ("non-standard", "nonstandard"), ("Search", "Search the site"), ("pay  NOW", "Pay now"),
    ],
)  # fmt: skip
def test_names_that_say_the_words(seen: str, spoken: str) -> None:
    assert weighed(NAMES, {"more": {"visible": seen, "spoken": spoken, "icon": False}}, SURE) is None


@pytest.mark.parametrize(
    ("seen", "spoken"), [("Discover It", "Discover Italy"), ("2021", "20 21"), ("Search", "Find"), ("Pay now", "now pay")]
)
def test_names_that_say_other_words(seen: str, spoken: str) -> None:
    assert weighed(NAMES, {"more": {"visible": seen, "spoken": spoken, "icon": False}}, SURE) is SURE


def test_icons_are_no_words() -> None:
    assert weighed(NAMES, {"more": {"visible": "search", "spoken": "Find", "icon": True}}, SURE) is None


def test_rows_of_symbols_are_no_text() -> None:
    assert weighed("color-contrast", {"name": "----====++++"}, SURE) is None
    assert weighed("color-contrast", {"name": "Bins £5"}, SURE) is SURE
    assert weighed("color-contrast", {"name": ""}, SURE) is SURE, "text in a shadow tree has no name here"


def test_what_stands_behind_a_dialog_cannot_be_reached() -> None:
    assert weighed("frame-focusable-content", {"more": {"inert": True}}, SURE) is None
    assert weighed("frame-focusable-content", {"more": {"inert": False}}, SURE) is SURE


def test_a_box_that_scrolls_a_little_is_for_a_person() -> None:
    assert weighed("scrollable-region-focusable", {"more": {"hidden": 0.1}}, SURE) is REVIEW
    assert weighed("scrollable-region-focusable", {"more": {"hidden": 2.5}}, SURE) is SURE
    assert weighed("scrollable-region-focusable", {}, SURE) is SURE
