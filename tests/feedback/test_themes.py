"""What comments are about. The comments are written as residents write them."""

from __future__ import annotations

import pytest

from contentlint.feedback.themes import LABELS, is_off_topic, themes_of


@pytest.mark.parametrize(
    ("words", "theme"),
    [
        ("I can't find my bin day", "cannot-find"),
        ("Couldn’t find where to pay", "cannot-find"),
        ("where do I send the form?", "cannot-find"),
        ("going round in circles", "cannot-find"),
        ("I could not understand this page", "hard-to-understand"),
        ("what does easement mean", "hard-to-understand"),
        ("Very confusing!!", "hard-to-understand"),
        ("full of jargon", "hard-to-understand"),
        ("link is broken", "broken"),
        ("The links don't work", "broken"),
        ("page doesn't load", "broken"),
        ("just get a 404", "broken"),
        ("The opening times are out of date", "out-of-date"),
        ("Still says 2023", "out-of-date"),
        ("wrong phone number", "out-of-date"),
        ("library has closed", "out-of-date"),
        ("form won't submit", "form-fault"),
        ("it would not let me submit the form", "form-fault"),
        ("The form keeps crashing", "form-fault"),
        ("PDF won't open on my phone", "pdf-or-phone"),
        ("It doesn't say how much it costs", "missing-information"),
        ("no opening hours", "missing-information"),
        ("there is a typo in the second paragraph", "spelling"),
        ("My screen reader does not read the table", "accessibility"),
        ("text is too small", "accessibility"),
        ("cant find the cost of a sofa", "cannot-find"),
        ("found price in the end but took ages", "cannot-find"),
        ("dont understand a word of this", "hard-to-understand"),
        ("what does tariff income mean", "hard-to-understand"),
        ("What is a CPZ?? I dont know my zone", "hard-to-understand"),
        ("clear as mud", "hard-to-understand"),
        ("link from google is dead", "broken"),
        ("the email link does nothing when you click it", "broken"),
        ("it says 2024 is that right", "out-of-date"),
        ("deadline is 2 years old!", "out-of-date"),
        ("Wont accept my reg", "form-fault"),
        ("postcode dissapears when you start typing", "form-fault"),
        ("page goes off the side of my phone", "pdf-or-phone"),
        ("when is the meeting", "missing-information"),
        ("no labels on boxes", "accessibility"),
        ("bin not emptied AGAIN third time", "service-complaint"),
        ("on the phone for 40 minutes, nobody answers", "service-complaint"),
        ("Thanks, really helpful", "thanks"),
        ("easy to find what I was looking for", "thanks"),
        ("it was not confusing at all, thank you", "thanks"),
        ("my bins have not been collected again", "service-complaint"),
        ("Bin was missed again!!", "service-complaint"),
        ("Nobody answers the phone", "service-complaint"),
        ("council tax is too high", "service-complaint"),
        ("pothole outside my house", "service-complaint"),
    ],
)
def test_what_a_comment_is_mostly_about(words: str, theme: str):
    assert themes_of(words)[:1] == (theme,)


@pytest.mark.parametrize(
    "words", ["", "Nothing", "Did not answer", "Meals", "not helpful", "No thanks", "n/a", "Tuesday", "ok"]
)
def test_what_says_nothing_of_use_has_no_theme(words: str):
    assert themes_of(words) == ()


@pytest.mark.parametrize(
    ("words", "theme"),
    [
        ("Easy to find the bin day", "cannot-find"),
        ("It was easy to understand", "hard-to-understand"),
        ("No jargon, well done", "hard-to-understand"),
        ("nothing is broken", "broken"),
        ("The page is not out of date", "out-of-date"),
        ("It was not very helpful", "thanks"),
        ("More helpful would be a map", "thanks"),
    ],
)
def test_the_opposite_is_not_taken_for_the_theme(words: str, theme: str):
    assert theme not in themes_of(words)


def test_several_themes_in_one_comment():
    assert set(themes_of("nobody answers the phone and I can't find the email address")) == {
        "cannot-find",
        "service-complaint",
    }


def test_only_complaints_about_a_service_alone_are_off_topic():
    assert is_off_topic(themes_of("my bin was not collected"))
    assert not is_off_topic(themes_of("nobody answers the phone and I can't find the email address"))
    assert not is_off_topic(themes_of("Thanks"))
    assert not is_off_topic(())


def test_every_theme_has_a_label_in_plain_words():
    assert len(LABELS) == 11 and all(label[0].isupper() and "-" not in label for label in LABELS.values())
