"""Copies of one comment are one voice."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from contentlint.feedback.voices import weigh
from contentlint.model import FeedbackItem


def said(words: str, page: str = "/bins", day: str = "2026-11-20", **other: object) -> FeedbackItem:
    return FeedbackItem(page, day, "comment", words, **other)


def weights(items: list[FeedbackItem], moments: list[datetime | None] | None = None) -> list[float]:
    return [item.weight for item in weigh(items, moments or ())]


def test_different_comments_are_voices_of_their_own():
    assert weights([said("Cannot find it"), said("Too long"), said("")]) == [1, 1, 1]


def test_pressing_twice_is_one_voice():
    at = [datetime(2026, 11, 20, 9, 0), datetime(2026, 11, 20, 9, 3), datetime(2026, 11, 20, 15, 0)]
    assert weights([said("Broken link"), said("broken link!"), said("Broken link")], at) == [0.5, 0.5, 1]


def test_short_equal_words_of_one_day_are_one_voice_where_no_time_is_known():
    assert weights(
        [said("Great"), said("great"), said("Great", day="2026-11-21"), said("Great", "/tax")]
    ) == [0.5, 0.5, 1, 1]


def test_a_campaign_is_one_voice_over_pages_and_days():
    text = "Save our library, the council must listen to residents now"
    items = [said(text, f"/page-{at}", f"2026-11-{at:02}") for at in range(1, 5)]
    assert weights(items) == [0.25] * 4


def test_a_complaint_about_a_service_weighs_nothing():
    assert weights([said("Pothole in my street", themes=("service-complaint",))]) == [0]
    assert weights([said("x y", themes=("service-complaint", "broken"))]) == [1]


def test_weighing_twice_is_weighing_once():
    items = [said("Great"), said("great"), replace(said("Pothole"), themes=("service-complaint",))]
    once = weigh(items)
    assert weigh(once) == once


def test_bare_ratings_are_not_copies_of_each_other():
    assert weights([said(""), said(""), said("")]) == [1, 1, 1]


@pytest.mark.parametrize("number", [3, 7, 9])
def test_the_parts_of_one_voice_make_one(number: int):
    assert sum(weights([said("The same six words as ever")] * number)) == pytest.approx(1, abs=0.001)
