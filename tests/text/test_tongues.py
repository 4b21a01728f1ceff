"""Which language a few words are of."""

from __future__ import annotations

import pytest

from contentlint.text.tongues import another


@pytest.mark.parametrize(
    ("text", "declared", "found"),
    [
        ("Our office is open every day", "nl", "en"),
        ("Możemy poprosić o pomoc tłumacza", "de", "pl"),
        ("Bonne année", "nl", "fr"),
        ("L’eau et l’air", "en", "fr"),
        ("Vă rugăm să plătiţi când primiţi scrisoarea", "en", "ro"),
        ("Nasze biuro jest otwarte każdego dnia, proszę zadzwonić", "en-GB", "pl"),
    ],
)
def test_plainly_another_language(text: str, declared: str, found: str) -> None:
    assert another(text, declared) == found


@pytest.mark.parametrize(
    ("text", "declared"),
    [
        ("Paul put dire comment on tape", "fr"), ("Paul put dire comment on tape", "en"), ("Deutsch", "de"),
        ("Français", "fr"), ("Rue de la Paix", "fr"), ("Gwasanaethau cyngor", "cy"), ("Our office is open", "cy"),
        ("Your bins are collected on Monday", "en"), ("", "en"), ("2026", "pl"), ("Café Rouge, High Street", "en"),
    ],
)  # fmt: skip
def test_no_proof_of_another(text: str, declared: str) -> None:
    assert another(text, declared) is None


def test_a_long_text_takes_no_time() -> None:
    assert another("word " * 200_000, "en") is None
