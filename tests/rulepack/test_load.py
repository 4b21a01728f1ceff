"""Rule files: what is kept, what is refused and where, and the cache."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from contentlint.errors import RuleError
from contentlint.model import Certainty, Guidance, Kind, Owner, Severity
from contentlint.rulepack import load_notes, load_pack, pack_digest, pack_notes, pack_words
from contentlint.rulepack.examples import text_page

from .conftest import EXAMPLES, HEAD, Write, ours

FULL = """\
extends: substitution
title: Long word where a plain one works
message: "“{match}” can be “{suggestion}”"
level: error
certainty: sure
kind: language
owner: web team
scope: [paragraph, list]
why: Plain words are read faster.
source: {guide: GOV.UK style guide, entry: Words to avoid, url: https://www.gov.uk/x, checked: 2026-08-20}
wcag: ["3.1.5"]
effort: seconds
inflect: verb
swap: {on: off, no: yes, utilise: use, '1\\.10': 1.1}
unless: [{followed-by: agreement}]
fix: safe
examples:
  - {bad: "We utilise it.", flags: [utilise], fixed: "We use it.", under: Bins}
  - {good: "We use it."}
"""


def test_every_key_is_kept_as_written(write: Write) -> None:
    (rule,) = load_pack([write(long_word=FULL)])
    assert (rule.id, rule.name, rule.extends) == ("town/long_word", "long_word", "substitution")
    assert (rule.severity, rule.certainty) == (Severity.SERIOUS, Certainty.SURE)
    assert (rule.kind, rule.owner, rule.fix, rule.effort) == (Kind.LANGUAGE, Owner.WEB_TEAM, True, "seconds")
    assert rule.options["swap"] == {"on": "off", "no": "yes", "utilise": "use", "1\\.10": "1.1"}
    assert rule.guidance == (
        Guidance("GOV.UK style guide", "Words to avoid", "https://www.gov.uk/x", "2026-08-20"),
    )
    assert rule.wcag == ("3.1.5",)
    assert (
        rule.examples[0].line == 18
        and rule.examples[0].under == "Bins"
        and rule.examples[0].flags == ("utilise",)
    )
    assert text_page(rule.examples[0], rule).blocks[0].place.heading == "Bins"
    assert rule.path.endswith("long_word.yaml")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (HEAD + "extends: existence\ntokns: [a]\n" + EXAMPLES, 5, "Did you mean “tokens”?"),
        (ours("extends: existance\ntokens: [a]"), 4, "Did you mean “existence”?"),
        (ours("extends: existence\ntokens: ['a(']"), 5, "pattern “a(” is wrong"),
        (ours("extends: existence\ntokens: ['a*']"), 5, "fits an empty text"),
        (ours("extends: existence\ntokens: [a]\ntokens: [b]"), 6, "“tokens” stands here twice"),
        (ours("extends: existence\ntokens: [a]\nlevel: warn"), 6, "Did you mean “warning”?"),
        (ours("extends: existence\ntokens: [a]\ncertainty: maybe"), 6, "“certainty” cannot be “maybe”"),
        (ours("extends: existence\ntokens: [a]\nkind: styles"), 6, "Did you mean “style”?"),
        (ours("extends: existence\ntokens: [a]\nowner: nobody"), 6, "editor, web team"),
        (ours("extends: existence\ntokens: [a]\nscope: [paragraf]"), 6, "Did you mean “paragraph”?"),
        (ours("extends: existence\ntokens: [a]\nwcag: [A]"), 6, "1.3.1"),
        (ours("extends: existence\ntokens: [a]\nfix: yes"), 6, "fix: safe"),
        (ours("extends: existence\ntokens: [a]\ninflect: verbs"), 6, "true, verb or noun"),
        (
            ours("extends: existence\ntokens: [a]\nunless: [{folowed-by: b}]"),
            6,
            "Did you mean “followed-by”?",
        ),
        (ours("extends: existence\ntokens: [a]\nunless: [{in: [quote-marks]}]"), 6, "“in” knows no place"),
        (ours("extends: existence\ntokens: [a]\nsource: {guide: G, url: gov.uk}"), 6, "not a web address"),
        (ours("extends: existence\ntokens: [a]\nsource: {guid: G}"), 6, "name of the guide"),
        (ours("extends: existence"), 4, "needs “tokens” or “raw”"),
        (ours("extends: occurrence\ntoken: a\nmax: some"), 6, "must be a whole number"),
        (ours("extends: existence\ntokens: [a]\nnonword: perhaps"), 6, "true or false"),
        (ours("extends: metric\nformula: words"), 4, "needs “condition”"),
        (ours("extends: metric\nformula: wrds\ncondition: '> 1'"), 5, "Did you mean “words”?"),
        (ours("extends: metric\nformula: import os\ncondition: '> 1'"), 5, "no sum"),
        (ours("extends: readability\ngrade: 8\nmetrics: [Fog]"), 6, "Gunning Fog"),
        (ours("extends: script\nscript: x"), 4, "“script” rules are not run"),
        (ours("extends: sequence\ntokens: [a]"), 5, "must be a list such as"),
        (ours("extends: sequence\ntokens: [{pattern: a, tag: NN}]"), 5, "parts of speech"),
        (ours("extends: spelling\ndictionarys: [en_US]"), 5, "Did you mean “dictionaries”?"),
        (
            HEAD.replace("{match}", "{mach}") + "extends: existence\ntokens: [a]\n" + EXAMPLES,
            2,
            "Did you mean “match”?",
        ),
        (
            HEAD.replace("{match}", "{match") + "extends: existence\ntokens: [a]\n" + EXAMPLES,
            2,
            "curly bracket",
        ),
        (HEAD + "extends: existence\ntokens: [a]\n", 1, "at least one bad and one good"),
        (HEAD + "extends: existence\ntokens: [a]\nexamples:\n  - {bad: a, flags: [a]}\n", 6, "one good text"),
        (
            HEAD + "extends: existence\ntokens: [a]\nexamples:\n  - {bad: a}\n  - {good: b}\n",
            7,
            "needs “flags”",
        ),
        (
            HEAD + "extends: existence\ntokens: [a]\nexamples:\n  - {bd: a, flags: [a]}\n",
            7,
            "Did you mean “bad”?",
        ),
        ("extends: existence\ntokens: [a\nmessage: b\n", 3, "not YAML"),
        (HEAD + 'extends: capitalization\nmatch: "["\n' + EXAMPLES, 5, "is wrong"),
        (HEAD + "extends: capitalization\nmatch: $sentnce\n" + EXAMPLES, 5, "Did you mean “$sentence”?"),
        (HEAD + "extends: existence\ntokens: [a]\nwcag: [9.9.9]\n" + EXAMPLES, 6, "1.3.1"),
        ("- a\n- b\n", 1, "keys and values"),
        ("", 1, "keys and values"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(write: Write, text: str, line: int, said: str) -> None:
    folder = write(rule=text)
    with pytest.raises(RuleError) as error:
        load_pack([folder])
    assert str(error.value).startswith(f"{folder / 'town' / 'rule.yaml'}:{line}: ")
    assert said in str(error.value)


def test_a_rule_of_ours_without_title_is_refused(write: Write) -> None:
    with pytest.raises(RuleError, match="needs “title”"):
        load_pack([write(rule="extends: existence\nmessage: m\nwhy: w\ntokens: [a]\n" + EXAMPLES)])


def test_rules_for_checkers_and_their_problems(write: Write) -> None:
    text = (
        HEAD
        + "extends: headings\nmost: 5\nshare: 0.5\nedition: 1.10\nstrict: true\nwords: ['1', no]\n"
        + EXAMPLES
    )
    folder = write({"town/empty-heading.yaml": text})
    checkers = {"headings": frozenset({"empty-heading"}), "style": frozenset()}
    (rule,) = load_pack([folder], checkers)
    assert dict(rule.options) == {
        "most": 5,
        "share": 0.5,
        "edition": "1.10",
        "strict": True,
        "words": ["1", "no"],
    }
    with pytest.raises(RuleError, match="Did you mean “empty-heading”"):
        load_pack([write({"town/empty-headin.yaml": text})], checkers)


def test_an_unknown_checker_and_a_misspelt_common_key(write: Write) -> None:
    with pytest.raises(RuleError, match="Did you mean “headings”"):
        load_pack([write(rule=ours("extends: heading"))], {"headings": frozenset()})
    with pytest.raises(RuleError, match="Did you mean “level”"):
        load_pack([write(rule=ours("extends: headings\nlevl: error"))], {"headings": frozenset()})
    with pytest.raises(RuleError, match="no rule type or checker “style”"):
        load_pack([write(rule=ours("extends: style"))], {"style": frozenset()})


def test_a_later_folder_takes_the_place_and_other_files_are_left_alone(write: Write, tmp_path: Path) -> None:
    folder = write(
        {"town/README.md": "# Town", "town/note.txt": "x"}, rule=ours("extends: existence\ntokens: [a]")
    )
    other = tmp_path / "own" / "town"
    other.mkdir(parents=True)
    (other / "rule.yaml").write_text(ours("extends: existence\ntokens: [b]"))
    (rule,) = load_pack([folder, tmp_path / "own"])
    assert rule.options["tokens"] == ["b"]
    assert [rule.id for rule in load_pack([other])] == ["town/rule"], (
        "a folder of rule files is a pack itself"
    )


def test_what_a_pack_says_about_itself(write: Write) -> None:
    folder = write(
        {
            "town/pack.yaml": "title: Town\ndescription: Ours.\nnot_covered:\n  - It cannot see tone.\n"
            "vocabulary: words.txt\n",
            "town/words.txt": "Anyborough  # the town\n\nGOV.UK\n",
        }
    )
    assert pack_notes([folder]) == ("Town: It cannot see tone.",)
    assert pack_words([folder]) == {"anyborough", "gov.uk"}
    assert load_notes([folder])[0].title == "Town"
    write({"town/pack.yaml": "titel: Town\n"})
    with pytest.raises(RuleError, match=r"pack\.yaml:1: .*Did you mean “title”"):
        pack_notes([folder])


def test_a_vale_package_loads_unchanged(write: Write) -> None:
    folder = write(
        {
            "Town/Wordy.yml": "extends: substitution\n"
            "message: \"Use '%s' instead of '%s'.\"\nlink: https://x.y\n"
            "ignorecase: true\nlevel: warning\naction:\n  name: replace\nswap:\n  utilize: use\n"
        }
    )
    (rule,) = load_pack([folder])
    assert rule.id == "Town/Wordy"
    assert rule.message == "Use {suggestion} instead of {match}."
    assert rule.guidance[0].url == "https://x.y"


def test_an_alias_bomb_is_refused(write: Write) -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{new}: &{new} [{', '.join(['*' + old] * 10)}]"
        for old, new in zip("abcdefg", "bcdefgh", strict=True)
    ]
    with pytest.raises(RuleError, match="too many values"):
        load_pack([write(rule="\n".join(lines))])


def _cache(folder: Path) -> Path:
    (path,) = (folder / "contentlint").glob("rules-*.json")
    return path


def test_the_cache_gives_the_same_rules_and_is_ignored_when_damaged(write: Write, own_cache: Path) -> None:
    folder = write(long_word=FULL)
    first = load_pack([folder])
    kept = _cache(own_cache)
    assert load_pack([folder]) == first
    check, _, body = kept.read_bytes().partition(b"\n")
    changed = json.loads(body)
    changed["rules"][0]["title"] = "Not ours"
    for damage in (
        b"",
        b"{",
        check + b"\n" + json.dumps(changed).encode(),
        b"\xff\xfe",
        kept.read_bytes()[:-20],
    ):
        kept.write_bytes(damage)
        assert load_pack([folder]) == first


def test_the_cache_is_really_used(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(long_word=FULL)
    first = load_pack([folder])
    monkeypatch.setattr("contentlint.rulepack.load.read_yaml", lambda *_: pytest.fail("YAML was read again"))
    assert load_pack([folder]) == first


def test_a_cache_that_cannot_be_written_is_no_error(write: Write, own_cache: Path) -> None:
    own_cache.write_text("a file where the folder should be")
    assert len(load_pack([write(long_word=FULL)])) == 1


def test_the_digest_follows_every_byte_of_a_pack(write: Write) -> None:
    folder = write(long_word=FULL)
    before = pack_digest([folder])
    assert before == pack_digest([folder]) and len(before) == 64
    assert pack_digest([folder], extra="levels") != before
    write(long_word=FULL.replace("error", "warning"))
    assert pack_digest([folder]) != before


def test_old_caches_are_cleared_away(write: Write, own_cache: Path) -> None:
    for turn in range(15):
        load_pack([write(long_word=FULL.replace("Long word", f"Word {turn}"))])
    assert len(list((own_cache / "contentlint").glob("*"))) == 12
