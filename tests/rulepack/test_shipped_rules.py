"""Every rule that ships loads, and its examples do what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from contentlint import data
from contentlint.model import Facts, Hit, Rule
from contentlint.registry import parts
from contentlint.rulepack import compile_pack, load_notes, load_pack, run_examples
from contentlint.rulepack.examples import text_page
from contentlint.rulepack.schema import STYLE_TYPES

from .conftest import page


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> tuple[Rule, ...]:
    checkers = {name: frozenset(module.PROBLEMS) for name, module in parts("contentlint.checks").items()}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        return load_pack([data.folder("rules")], checkers)


def test_every_example_of_the_style_rules_holds(shipped: tuple[Rule, ...]) -> None:
    style = [rule for rule in shipped if rule.extends in STYLE_TYPES]
    assert len(style) > 150

    def hits_of(rule: Rule, page) -> list[Hit]:
        return [hit for hit in compile_pack([rule]).match(page) if isinstance(hit, Hit)]

    assert all(example.markup == "text" for rule in style for example in rule.examples)
    failures = run_examples(style, text_page, hits_of)
    assert not failures, "\n".join(map(str, failures))


def test_every_rule_says_why_and_has_a_source(shipped: tuple[Rule, ...]) -> None:
    assert [rule.id for rule in shipped if not (rule.why and rule.guidance)] == []


def test_every_pack_says_what_it_cannot_see() -> None:
    folder: Path = data.folder("rules")
    named = {notes.name for notes in load_notes([folder], _known()) if notes.not_covered}
    packs = {path.parent.name for path in folder.glob("*/*.yaml") if path.name != "pack.yaml"} - {"profiles"}
    assert packs - named == set()


def test_the_whole_pack_compiles_and_runs_through_the_check(shipped: tuple[Rule, ...]) -> None:
    from datetime import date

    from contentlint.checks import style

    facts = Facts(today=date(2026, 11, 25), matcher=compile_pack(shipped))
    hits = list(style.check(page("We will utilise this in order to help."), {}, facts))
    assert [hit.location.quote for hit in hits if isinstance(hit, Hit)] == ["utilise", "in order to"]
    assert list(style.check(page("utilise"), {}, Facts(today=date(2026, 11, 25)))) == []


def _known() -> dict[str, frozenset[str]]:
    return {name: frozenset(module.PROBLEMS) for name, module in parts("contentlint.checks").items()}
