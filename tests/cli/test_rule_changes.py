"""A council changes rules without copying them: in its configuration, by a profile, or by extending one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

DRAFT = """# Bins

You can log in to your account. Put out two bags each week. We will utilise your data.

Ask for a telephone call. Make use of the hub. Your second dose is due.
"""


def rules_hit(run, *options: str) -> dict[str, list[dict]]:
    made = json.loads(
        run("check", "draft.md", "--without", "browser,languagetool", "--format", "json", *options).stdout
    )
    found: dict[str, list[dict]] = {}
    for item in made["findings"]:
        found.setdefault(item["rule"], []).append(item)
    return found


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    (tmp_path / "draft.md").write_text(DRAFT, "utf-8")
    return tmp_path


def test_a_rule_goes_off_and_its_words_change(run, draft: Path) -> None:
    assert {"govuk/log-in-wording", "govuk/overlong-use", "govuk/number-in-words"} <= set(rules_hit(run))
    (draft / "contentlint.toml").write_text(
        '[rules."govuk/log-in-wording"]\nlevel = "off"\n'
        '[rules."govuk/overlong-use"]\nlevel = "critical"\ncertainty = "review"\nowner = "web team"\neffort = "rewrite"\n'
        'swap.remove = ["make use of"]\nswap.add = { "put out" = "leave" }\n'
        '[rules."govuk/number-in-words"]\nexceptions.add = ["two bags"]\n', "utf-8",
    )  # fmt: skip
    found = rules_hit(run)
    assert "govuk/log-in-wording" not in found and "govuk/number-in-words" not in found
    changed = found["govuk/overlong-use"]
    assert [item["location"]["quote"] for item in changed] == ["Put out", "utilise"]
    assert {item["severity"] for item in changed} == {"critical"}
    assert {(item["certainty"], item["owner"], item["effort"]) for item in changed} == {("review", "web team", "rewrite")}


def test_a_whole_pack_changes_and_one_rule_of_it_otherwise(run, draft: Path) -> None:
    (draft / "contentlint.toml").write_text(
        '[rules."govuk/*"]\nlevel = "off"\n[rules."govuk/log-in-wording"]\nlevel = "on"\n', "utf-8"
    )
    assert [name for name in rules_hit(run) if name.startswith("govuk/")] == ["govuk/log-in-wording"]


def test_a_threshold_of_a_check_changes(run, draft: Path) -> None:
    (draft / "draft.md").write_text("One is here. Two are there. Three are gone. Four came back.\n", "utf-8")
    assert "readability/long-paragraph" not in rules_hit(run)
    (draft / "contentlint.toml").write_text('[rules."readability/long-paragraph"]\nmax = 3\n', "utf-8")
    assert "3" in rules_hit(run)["readability/long-paragraph"][0]["message"]


def test_a_level_of_the_council_holds_for_every_hit(run, draft: Path) -> None:
    long = "We will come to your house and " + "take the bins and the bags and the boxes and " * 5 + "leave."
    (draft / "draft.md").write_text(long + "\n", "utf-8")
    assert rules_hit(run)["readability/long-sentence"][0]["severity"] == "moderate"
    for text in ('[rules."readability/long-sentence"]\nlevel = "minor"\n', '[rules.levels]\n"readability/*" = "minor"\n'):
        (draft / "contentlint.toml").write_text(text, "utf-8")
        assert rules_hit(run)["readability/long-sentence"][0]["severity"] == "minor"


WRONG = [
    ('[rules."govuk/log-in-wordin"]\nlevel = "off"\n', 1, "Did you mean “govuk/log-in-wording”?"),
    ('[rules."govuk/overlong-use"]\n\nswp = {}\n', 3, "Did you mean “swap”?"),
    ('[rules."govuk/overlong-use"]\nlevel = "loud"\n', 2, "is not a level"),
    ('[rules."govuk/overlong-use"]\ncertainty = "sur"\n', 2, "Did you mean “sure”?"),
    ('[rules."govuk/overlong-use"]\nswap.remove = ["utilse"]\n', 2, "Did you mean “utilise”?"),
    ('[rules."govuk/overlong-use".swap]\nadd = { "(" = "x" }\n', 2, "The pattern “(” is wrong"),
    ('[rules."govuk/overlong-use"]\nswap.remove = ["utilise", "utilize", "make use of"]\n', 1, "nothing to look for"),
    ('[rules."govuk/*"]\nswap.add = { a = "b" }\n', 2, "cannot be changed for a whole pack"),
    ('[rules."readability/long-paragraph"]\nmax = "few"\n', 2, "must be a number"),
    ('[rules."readability/long-paragraph"]\nmost = 3\n', 2, "has no “most” that can change"),
    ('[rules]\n"govuk/overlong-use" = "off"\n', 2, 'Write [rules."govuk/overlong-use"]'),
    ('profile = "nsh"\n', None, "Did you mean “nhs”?"),
]


@pytest.mark.parametrize(("text", "line", "words"), WRONG)
def test_a_wrong_change_names_file_line_and_the_right_word(
    run, tmp_path: Path, text: str, line: int | None, words: str
) -> None:
    (tmp_path / "contentlint.toml").write_text(text, "utf-8")
    said = run("rules", "list", code=2).stderr
    assert words in said
    assert f"contentlint.toml{f':{line}' if line else ''}: " in said


def test_examples_that_no_longer_hold_are_told_and_stop_nothing(run, draft: Path) -> None:
    (draft / "contentlint.toml").write_text(
        '[rules."govuk/log-in-wording"]\nswap.remove = ["your login details?"]\n', "utf-8"
    )
    assert "no longer hold" in run("rules", "list", code=0).stdout
    said = run("rules", "show", "govuk/log-in-wording", code=0).stdout
    assert "  * You need your login details." in said and "  - Log in to see your bill." in said
    assert "without “your login details?”" in said
    assert rules_hit(run)["govuk/log-in-wording"]


def test_a_profile_turns_to_the_other_side(run, draft: Path) -> None:
    plain, nhs = rules_hit(run), rules_hit(run, "--profile", "nhs")
    other = {"house-choices/telephone-word", "house-choices/ordinal-in-words"}
    assert "govuk/log-in-wording" in plain and "govuk/log-in-wording" not in nhs
    assert other & set(plain) == set() and other <= set(nhs)


def test_what_the_file_sets_wins_over_a_profile(run, draft: Path) -> None:
    sentence = "You can put your bins out on the day we tell you when they are full or when it snows here today.\n"
    (draft / "draft.md").write_text(sentence, "utf-8")
    assert "readability/long-sentence" not in rules_hit(run)
    assert "readability/long-sentence" in rules_hit(run, "--profile", "nhs")
    (draft / "contentlint.toml").write_text('profile = ["govuk", "nhs"]\n[readability]\nlong_sentence = 25\n', "utf-8")
    assert "readability/long-sentence" not in rules_hit(run)


def test_the_example_of_a_council_knows_its_places_and_terms(run, draft: Path) -> None:
    (draft / "draft.md").write_text("# Wards\n\nPriory ward is near Timperly. Pay TMBC your council tax.\n", "utf-8")
    found = rules_hit(run, "--profile", "trafford")
    assert found["trafford/old-ward-name"][0]["suggestion"] == "Sale Central ward"
    assert found["trafford/misspelt-place"][0]["suggestion"] == "Timperley"
    assert found["council/staff-shorthand"][0]["location"]["quote"] == "TMBC"
    assert found["govuk/council-tax-case"][0]["severity"] == "moderate"


def test_differences_of_profiles_are_shown(run) -> None:
    said = run("rules", "show", "govuk/log-in-wording", code=0).stdout
    assert "nhs (NHS): off. NHS services say “log in”." in said
    off = run("rules", "show", "house-choices/sign-in-wording", code=0).stdout
    assert "This rule is off." in off and "nhs (NHS): on." in off


def test_a_profile_of_ones_own_lies_in_a_folder_of_rules(run, draft: Path) -> None:
    folder = draft / "mine" / "profiles"
    folder.mkdir(parents=True)
    (folder / "anyborough.yaml").write_text("extends: nhs\nrules:\n  govuk/log-in-wording: {level: on}\n", "utf-8")
    found = rules_hit(run, "--rules", "mine", "--profile", "anyborough")
    assert {"govuk/log-in-wording", "house-choices/telephone-word"} <= set(found)
    (folder / "anyborough.yaml").write_text("rules:\n  govuk/log-in: {level: on}\n", "utf-8")
    said = run("rules", "list", "--rules", "mine", "--profile", "anyborough", code=2).stderr
    assert "anyborough.yaml:2: There is no rule “govuk/log-in”." in said


def extending(folder: Path, text: str, name: str = "mine/anyborough/long-word.yaml") -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")


def test_a_rule_extends_another_and_takes_its_place(run, draft: Path) -> None:
    extending(draft, "extends: govuk/overlong-use\nlevel: error\nswap: {add: {put out: leave}}\n")
    found = rules_hit(run, "--rules", "mine")
    assert "govuk/overlong-use" not in found
    assert [item["location"]["quote"] for item in found["anyborough/long-word"]] == ["Put out", "utilise", "Make use of"]
    said = run("rules", "show", "anyborough/long-word", "--rules", "mine", code=0).stdout
    assert "It extends govuk/overlong-use." in said and "We will utilise your data." in said


def test_its_own_examples_are_proven(run, draft: Path) -> None:
    extending(
        draft, "extends: govuk/overlong-use\nexamples:\n  - {bad: Use it., flags: [Use]}\n  - {good: Not this one.}\n"
    )
    said = run("rules", "list", "--rules", "mine", code=2).stderr
    assert "long-word.yaml:3" in said and "Use it." in said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("extends: govuk/overlong-us\n", "Did you mean “govuk/overlong-use”?"),
        ("extends: anyborough/long-word\n", "extend each other"),
        ("extends: readability/long-paragraph\nmax: 3\n", "Call the file long-paragraph.yaml."),
        ("extends: govuk/overlong-use\nswp: {}\n", "Did you mean “swap”?"),
    ],
)
def test_a_wrong_extension_is_refused(run, draft: Path, text: str, words: str) -> None:
    extending(draft, text)
    said = run("rules", "list", "--rules", "mine", code=2).stderr
    assert words in said and "long-word.yaml:" in said


def test_lists_are_filtered(run) -> None:
    found = json.loads(run("rules", "list", "--pack", "govuk", "--level", "warning", "--format", "json", code=0).stdout)
    assert found and {(one["severity"], one["id"].partition("/")[0]) for one in found} == {("moderate", "govuk")}
    some = json.loads(run("rules", "list", "--text", "utilise", "--certainty", "sure", "--format", "json", code=0).stdout)
    assert "govuk/overlong-use" in [one["id"] for one in some] and {one["certainty"] for one in some} == {"sure"}
    off = json.loads(run("rules", "list", "--all", "--pack", "house-choices", "--format", "json", code=0).stdout)
    assert off and not any(one["on"] for one in off)
    assert "Did you mean “govuk”?" in run("rules", "list", "--pack", "govk", code=2).stderr
    assert "There is no level" in run("rules", "list", "--level", "loud", code=2).stderr
