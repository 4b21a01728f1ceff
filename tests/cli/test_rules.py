"""`contentlint rules`, and an engineer who adds a rule."""

from __future__ import annotations

import json
from pathlib import Path

RULE = """extends: substitution
title: Old name of the town hall
message: "Write “{suggestion}”, not “{match}”"
level: warning
why: Visitors look for the name on the door.
source: {guide: Anyborough house style, entry: Buildings}
swap: {Civic Centre: Town Hall}
examples:
  - {bad: Come to the Civic Centre., flags: [Civic Centre]}
  - {good: Come to the Town Hall.}
"""


def pack(folder: Path, text: str, name: str = "old-name.yaml") -> Path:
    made = folder / "mine" / "anyborough"
    made.mkdir(parents=True, exist_ok=True)
    (made / name).write_text(text, "utf-8")
    return folder / "mine"


def test_the_packs_are_listed(run) -> None:
    rules = json.loads(run("rules", "list", "--format", "json", code=0).stdout)
    style = [rule for rule in rules if rule["kind"] == "style"]
    assert len(style) >= 60
    for rule in rules:
        assert rule["title"] and rule["why"], rule["id"]
        assert rule["guidance"], rule["id"]
        assert any(example["flags"] for example in rule["examples"]), rule["id"]
        assert any(not example["flags"] for example in rule["examples"]), rule["id"]


def test_a_rule_is_shown_in_words(run) -> None:
    first = json.loads(run("rules", "list", "--format", "json").stdout)[0]["id"]
    said = run("rules", "show", first, code=0).stdout
    assert said.startswith(first) and "Flagged:" in said and "Not flagged:" in said and "Source: " in said
    assert "Did you mean" in run("rules", "show", first[:-1], code=2).stderr


def test_a_rule_of_ones_own_works(run, tmp_path: Path) -> None:
    pack(tmp_path, RULE)
    (tmp_path / "draft.md").write_text("Meet us at the Civic Centre.\n", "utf-8")
    made = json.loads(
        run("check", "draft.md", "--rules", "mine", "--without", "browser,languagetool", "--format", "json").stdout
    )
    assert [item["suggestion"] for item in made["findings"] if item["rule"] == "anyborough/old-name"] == ["Town Hall"]
    assert "Old name of the town hall" in run("rules", "show", "anyborough/old-name", "--rules", "mine", code=0).stdout


def test_a_wrong_key_names_file_line_and_the_right_one(run, tmp_path: Path) -> None:
    pack(tmp_path, RULE.replace("level:", "levle:"))
    done = run("rules", "list", "--rules", "mine", code=2)
    assert "old-name.yaml:4: " in done.stderr and "Did you mean “level”?" in done.stderr


def test_a_pack_whose_example_fails_does_not_load(run, tmp_path: Path) -> None:
    pack(tmp_path, RULE.replace("{good: Come to the Town Hall.}", "{good: Not in the Civic Centre.}"))
    (tmp_path / "draft.md").write_text("Hello.\n", "utf-8")
    done = run("check", "draft.md", "--rules", "mine", "--without", "browser,languagetool", code=2)
    assert "old-name.yaml:10" in done.stderr and "Not in the Civic Centre." in done.stderr


def test_a_missing_folder_of_rules_is_told(run, tmp_path: Path) -> None:
    assert "does not exist" in run("rules", "list", "--rules", "nowhere", code=2).stderr
