"""The pages of the packs, what of their guides is covered, and what the guides changed since."""

from __future__ import annotations

import json
import re
import shutil
import tarfile
from pathlib import Path

import pytest

from contentlint import data
from contentlint.config import Config
from contentlint.errors import RuleError
from contentlint.pipeline.packs import every_rule
from contentlint.pipeline.profiles import settle
from contentlint.rulepack import check_coverage, find_profiles, load_coverage
from contentlint.rulepack.guide import entries

RULES = data.folder("rules")


def test_a_page_for_each_pack_holds_every_rule(run, tmp_path: Path) -> None:
    run("rules", "docs", "--output", "pages", code=0)
    found = json.loads(run("rules", "list", "--all", "--format", "json", code=0).stdout)
    front = (tmp_path / "pages/README.md").read_text("utf-8")
    packs = {one["id"].partition("/")[0] for one in found}
    assert set(re.findall(r"\]\(([\w-]+)\.md\)", front)) == packs
    pages = {pack: (tmp_path / f"pages/{pack}.md").read_text("utf-8") for pack in packs}
    for one in found:
        assert f"\n`{one['id']}`: " in pages[one["id"].partition("/")[0]], one["id"]
    page = pages["govuk"]
    assert "- We will utilise your data. (“utilise”) Better: We will use your data." in page
    assert "- NHS: off. NHS services say “log in”." in page
    assert "| combat, unless military | `govuk/fighting-word` |  |" in page
    assert "The NHS asks for at most 3 sentences." in front and "`long_sentence = 20`" in front


def test_markup_in_a_rule_of_ones_own_stays_text(run, tmp_path: Path) -> None:
    rule = tmp_path / "mine" / "anyborough" / "odd.yaml"
    rule.parent.mkdir(parents=True)
    rule.write_text(
        'extends: existence\ntitle: "<script>alert(1)</script> | a_b_c"\nmessage: "{match}"\nwhy: "See [here](javascript:x)"\n'
        "tokens: [foo]\nexamples:\n  - {bad: a foo, flags: [foo]}\n  - {good: a bar}\n", "utf-8",
    )  # fmt: skip
    run("rules", "docs", "--output", "pages", "--rules", "mine", code=0)
    page = (tmp_path / "pages/anyborough.md").read_text("utf-8")
    assert "<script>" not in page.replace("\\<script", "") and "[here](" not in page


def test_coverage_names_rules_that_exist() -> None:
    found = load_coverage([RULES])
    assert {"govuk", "council", "plain-english", "inclusive"} <= set(found)
    known = [rule.id for rule in every_rule(Config())]
    check_coverage(found, known)
    facts = [fact for one in found.values() for fact in one.facts]
    assert len(facts) >= 550 and len({fact.id for fact in facts}) == len(facts)
    with pytest.raises(RuleError, match=r"coverage\.yaml:\d+: There is no rule “govuk/fighting-word”"):
        check_coverage(found, [name for name in known if name != "govuk/fighting-word"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("facts:\n  Words:\n    a.b: {says: x}\n", "coverage.yaml:3: “a.b” needs a rule, or a reason"),
        ("facts:\n  Words:\n    a.b: {says: x, not: latr}\nreasons: {later: y}\n", "Did you mean “later”?"),
        ("facts:\n  Words:\n    a.b: {says: x, ruls: [q]}\n", "Did you mean “rules”?"),
        ("facts:\n  A:\n    a.b: {says: x, rules: [q]}\n  B:\n    a.b: {says: x, rules: [q]}\n", "two groups"),
    ],
)
def test_a_wrong_coverage_is_refused(run, tmp_path: Path, text: str, words: str) -> None:
    pack = tmp_path / "mine" / "anyborough"
    pack.mkdir(parents=True)
    (pack / "coverage.yaml").write_text(text, "utf-8")
    assert words in run("rules", "docs", "--output", "pages", "--rules", "mine", code=2).stderr


@pytest.mark.parametrize("name", find_profiles([RULES]))
def test_every_profile_that_ships_loads(name: str) -> None:
    assert every_rule(settle(Config(), [name]))


GUIDE = """---
title: A to Z
---

## A

### adviser

Write adviser, not advisor.

### Council Tax

Capitals.

## W

### words to avoid

A list.
"""


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout of a small guide, and packs that were written for it."""
    rules = tmp_path / "rules"
    shutil.copytree(RULES, rules)
    monkeypatch.setattr(data, "folder", lambda name: tmp_path / name)
    guide = tmp_path / "guidance" / "style-guides" / "a-to-z-style-guide.md"
    guide.parent.mkdir(parents=True)
    guide.write_text(GUIDE, "utf-8")
    from contentlint.pipeline import sync

    sync.write_index(tmp_path / "guidance")
    return guide


def test_changes_of_the_guide_name_the_rules_to_look_at(checkout: Path) -> None:
    from contentlint.pipeline.sync import sync

    folder = checkout.parents[1]
    assert sync(folder, Config()).changes == ()
    checkout.write_text(GUIDE.replace("\n\nWrite", "\n\n\n  Write"), "utf-8")
    assert sync(folder, Config()).changes == (), "white space is no change"
    text = GUIDE.replace("not advisor", "never advisor").replace("### Council Tax\n\nCapitals.\n", "### coat\n\nNew.\n")
    checkout.write_text(text, "utf-8")
    found = {(one.how, one.entry): one.rules for one in sync(folder, Config()).changes}
    assert found == {
        ("changed", "adviser"): ("govuk/advisor-spelling",),
        ("added", "coat"): (),
        ("removed", "Council Tax"): ("govuk/council-tax-case",),
    }


def test_headings_in_code_begin_no_entry() -> None:
    assert list(entries("### one\n\n```\n### two\n```\n\n### three\n## B\nlost\n")) == ["one", "three"]
    assert entries("### a\nx  y\n") == entries("### a\n\nx\ny\n") != entries("### a\nxy\n")


def test_a_wrong_folder_is_told(run, tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    assert "holds no GOV.UK style guide" in run("rules", "sync", "notes", code=2).stderr
    assert "does not exist" in run("rules", "sync", "nowhere", code=2).stderr


def test_the_packs_are_in_step_with_the_stored_guidance(run, corpora: Path, tmp_path: Path) -> None:
    folder = tmp_path / "guidance"
    with tarfile.open(corpora / "govuk-guidance.tar.xz") as archive:
        archive.extractall(folder, filter="data")
    assert "none differ" in run("rules", "sync", str(folder), code=0).stdout
    copy = tmp_path / "copy"
    copy.mkdir()
    text = next(folder.rglob("a-to-z-style-guide.md")).read_text("utf-8")
    (copy / "a-to-z-style-guide.md").write_text(text.replace("### Council Tax\n", "### Council Tax\n\nNew words.\n"), "utf-8")
    made = json.loads(run("rules", "sync", str(copy), "--format", "json", code=1).stdout)
    assert [(one["entry"], one["change"], one["rules"]) for one in made["changes"]] == [
        ("Council Tax", "changed", ["govuk/council-tax-case"])
    ]
