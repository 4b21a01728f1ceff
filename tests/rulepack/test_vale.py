"""Files judged by the styles of a .vale.ini, through the command line."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import jsonschema
import pytest

from contentlint.__main__ import run as command

INI = "StylesPath = styles\nMinAlertLevel = suggestion\n\n[*.md]\nBasedOnStyles = Town\n"
HUB = "extends: existence\nmessage: \"Say where, not '%s'.\"\nlevel: error\nignorecase: true\ntokens: [hub]\n"

Checked = Callable[..., tuple[int, list[str], str]]


@pytest.fixture
def checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Checked:
    """Return a function that writes files, checks them, and gives the exit code, the lines and what was said."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)

    def check(files: Mapping[str, str | bytes], *more: str, ini: str = INI, target: str = ".") -> tuple[int, list[str], str]:
        for name, text in {".vale.ini": ini, "styles/Town/Hub.yml": HUB, **files}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        options = more or ("--format", "line")
        code = command(["check", target, "--vale-config", ".vale.ini", "--quiet", *options])
        said = capsysbinary.readouterr()
        return code, said.out.decode().splitlines(), said.err.decode()

    return check


def test_alerts_have_the_place_in_the_file_and_errors_end_with_1(checked: Checked) -> None:
    code, lines, _ = checked({"a.md": "# The Hub\r\n\r\nSee **our**\r\nhub &amp; `hub`.\r\n\r\n- [a hub](x \"hub\")\r\n"})
    assert code == 1
    assert lines == [
        "a.md:1:7:Town.Hub:Say where, not 'Hub'.", "a.md:4:1:Town.Hub:Say where, not 'hub'.", "a.md:6:6:Town.Hub:Say where, not 'hub'.",
    ]  # fmt: skip


def test_a_file_without_alerts_and_a_lower_level_end_with_0(checked: Checked) -> None:
    assert checked({"a.md": "A park."})[:2] == (0, [])
    code, lines, _ = checked({"a.md": "A hub."}, ini=INI + "Town.Hub = suggestion\n")
    assert (code, len(lines)) == (0, 1)
    assert checked({"a.md": "A hub."}, ini=INI.replace("suggestion", "error") + "Town.Hub = warning\n")[:2] == (0, [])


def test_findings_are_whole_in_json(checked: Checked, root: Path) -> None:
    rule = "extends: substitution\nmessage: \"Use '%s', not '%s'.\"\nlink: https://example.org/use\naction: {name: replace}\nswap: {utilise: use|try}\n"
    _, lines, _ = checked({"a.md": "We utilise {it}.", "styles/Town/Use.yml": rule}, "--format", "json")
    report = json.loads("\n".join(lines))
    jsonschema.validate(report, json.loads((root / "reports" / "contentlint-1.schema.json").read_text("utf-8")))
    finding = report["findings"][0]
    assert (finding["rule"], finding["message"]) == ("Town.Use", "Use 'use' or 'try', not 'utilise'.")
    assert (finding["severity"], finding["location"]["quote"], finding["location"]["end_column"]) == ("moderate", "utilise", 11)
    assert finding["guidance"][0]["url"] == "https://example.org/use"


@pytest.mark.parametrize(
    ("rule", "fixed"),
    [
        ("extends: existence\naction: {name: edit, params: [trim_right, '!']}\ntokens: ['hub!+']\nnonword: true\n", "hub"),
        ("extends: existence\naction: {name: remove}\ntokens: [hub]\n", ""),
        ("extends: existence\naction: {name: convert, params: [simple]}\ntokens: ['hubOfTown']\n", "hub of town"),
        ("extends: existence\naction: {name: edit, params: [regex, '(h)ub', '$1all', split, ' ', '0']}\ntokens: ['hub x']\n", "hall"),
        ("extends: substitution\ncapitalize: true\naction: {name: replace}\nswap: {'(?:My) (hub)': 'our $1'}\n", "Our hub"),
        ("extends: substitution\nignorecase: true\nswap: {'trafford hub': Trafford Hub}\n", "Trafford Hub"),
    ],
)
def test_actions_make_a_fix_with_its_place(checked: Checked, rule: str, fixed: str) -> None:
    text = "A hub!! My hub. hubOfTown, hub x. trafford Hub"
    _, lines, _ = checked({"a.md": text, "styles/Town/Hub.yml": "message: \"'%s'\"\n" + rule}, "--format", "json")
    found = json.loads("\n".join(lines))["findings"]
    fix = found[0]["fix"]
    assert (fix["text"], fix["safe"]) == (fixed, False)
    assert text[fix["start"] : fix["end"]] == found[0]["location"]["quote"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("---\ntitle: The hub\nother: 'A hub'\nlist: [hub]\n---\n\nA hub.", ["2:12", "3:11", "7:3"]),
        ('+++\ntitle = "The hub"\ncount = 3\n+++\n\nA hub.', ["2:14", "6:3"]),
        (';;;\n{"title": "The hub"}\n;;;\n\nA hub.', ["2:16", "5:3"]),
        ("A <b class=x>hub</b>.\n\n<div>\n<p>My hub</p>\n<pre>hub</pre></div>\n", ["1:14", "4:7"]),
        ("| hub | b |\n|---|---|\n| c | a hub |\n\n![A hub](hub.png)\n\n> the hub\n", ["1:3", "3:9", "5:5", "7:7"]),
        ("Go to https://hub.example.org/hub or <hub@example.org> or hub.\n\n    hub\n\n```\nhub\n```\n", ["1:39", "1:59"]),
        ("$$\nhub\n$$\n\nA \\*hub\\* and h&#117;b.", ["5:5", "5:15"]),
    ],
)
def test_what_is_prose_in_markdown(checked: Checked, text: str, places: list[str]) -> None:
    _, lines, _ = checked({"a.md": text})
    assert [":".join(line.split(":")[1:3]) for line in lines] == places


def test_ignored_patterns_scopes_and_classes(checked: Checked) -> None:
    ini = INI.replace("[*.md]", "IgnoredScopes = code, strong\nSkippedScopes = blockquote, pre\nIgnoredClasses = aside\n\n[*.md]")
    text = "A {{hub}} and **hub** hub.\n\n> hub\n\n<div class=\"aside\"><p>hub</p></div>\n\n<p>hub</p>\n\n{% note %} hub {% end %}\n"
    _, lines, _ = checked({"a.md": text}, ini=ini + "TokenIgnores = ({{.+?}})\nBlockIgnores = (?s) *({% note %}.*?{% end %})\n")
    assert [":".join(line.split(":")[1:3]) for line in lines] == ["1:23", "7:4"]


def test_the_last_section_with_styles_wins_and_switches_merge(checked: Checked) -> None:
    ini = INI + "Town.Hub = warning\n\n[docs/*.md]\nBasedOnStyles =\n\n[docs/b.md]\nTown.Hub = YES\n"
    _, lines, _ = checked({"a.md": "hub", "docs/a.md": "hub", "docs/b.md": "hub"}, ini=ini)
    assert [line.split(":")[0] for line in lines] == ["a.md", "docs/b.md"]


def test_vocabularies_make_rules_and_exceptions(checked: Checked) -> None:
    files = {"styles/config/vocabularies/Base/accept.txt": "Trafford\n[Hh]ub\n# note\n", "styles/config/vocabularies/Base/reject.txt": "portal\n"}
    ini = INI.replace("\n[", "Vocab = Base\n\n[", 1).replace("Town", "Town, Vale")
    _, lines, _ = checked({"a.md": "The hub of trafford is is a portal.", **files}, ini=ini)
    assert [line.split(":", 3)[3] for line in lines] == [
        "Vale.Terms:Use 'Trafford' instead of 'trafford'.", "Vale.Repetition:'is' is repeated!", "Vale.Avoid:Avoid using 'portal'.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("ini", "line", "said"),
    [
        ("StylesPath = nowhere\n", 1, "folder of styles “nowhere” does not exist"),
        (INI + "BasedOnStyle = Town\n", 6, "Did you mean “BasedOnStyles”?"),
        (INI.replace("Town", "Twon"), 5, "Did you mean “Town”?"),
        ("MinAlertLevel = loud\n", 1, "cannot be “loud”"),
        ("BasedOnStyles = Town\n", 1, "belongs under a section"),
        (INI + "MinAlertLevel = error\n", 6, "belongs above all sections"),
        (INI + "Town.Hub = perhaps\n", 6, "Use YES, NO"),
        (INI + "[*.{md\n", 6, "never closes its bracket"),
        (INI + "[*.{md]\n", 6, "never closes its brace"),
        (INI + "Town.Hub\n", 6, "neither a section nor"),
        ("Vocab = Base\n", 1, "There is no vocabulary “Base”"),
        (INI + "CommentDelimiters = {/*\n", 6, "two marks"),
    ],
)
def test_a_wrong_ini_is_said_with_file_and_line(checked: Checked, ini: str, line: int, said: str) -> None:
    code, lines, error = checked({"a.md": "hub"}, ini=ini)
    assert (code, lines) == (2, [])
    assert f".vale.ini:{line}:" in error and said in error, error


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("message: a\n", "needs “extends”"), ("extends: existence\ntokens: [a]\n", "needs “message”"),
        ("extends: existense\nmessage: a\n", "Did you mean “existence”?"), ("extends: existence\nmessage: a\ntoken: [a]\n", "Did you mean “tokens”?"),
        ("extends: existence\nmessage: a\nlevel: bad\n", "cannot be “bad”"), ("extends: existence\nmessage: a\ntokens: ['(']\n", "is wrong"),
        ("extends: metric\nmessage: a\nformula: __import__('os')\ncondition: '> 1'\n", "formula"),
    ],
)  # fmt: skip
def test_a_wrong_rule_is_said_with_its_file(checked: Checked, rule: str, said: str) -> None:
    code, _, error = checked({"a.md": "hub", "styles/Town/Bad.yml": rule})
    assert code == 2 and "Bad.yml" in error and said in error, error


def test_rules_that_cannot_run_are_left_out_and_named(checked: Checked) -> None:
    files = {"styles/Town/Script.yml": "extends: script\nmessage: a\nscript: long.tengo\n",
             "styles/Town/Noun.yml": "extends: sequence\nmessage: a\ntokens:\n  - tag: NN\n  - pattern: hub\n"}  # fmt: skip
    code, lines, _ = checked({"a.md": "A hub.", **files}, "--format", "json")
    report = json.loads("\n".join(lines))
    reasons = [skip["reason"] for skip in report["skips"]]
    assert code == 1 and len(report["findings"]) == 1
    assert any("Town.Script holds a program (long.tengo)" in reason for reason in reasons)
    assert any("Town.Noun asks for parts of speech" in reason for reason in reasons)


def test_no_rule_can_hang_on_hostile_text(checked: Checked) -> None:
    files = {"styles/Town/Bad.yml": "extends: existence\nmessage: a\nnonword: true\ntokens: ['(a+)+b', '(?:x|xx)+y']\n",
             "styles/Town/Count.yml": "extends: occurrence\nmessage: a\nmax: 3\ntoken: '(a|aa)+$'\n",
             "a.md": "a" * 300_000 + "\n\n" + "x" * 300_000, "b.md": "> " * 3_000 + "hub",
             "styles/Town/Long.yml": "extends: occurrence\nmessage: a\nscope: sentence\nmax: 90000\ntoken: '\\w+'\n",
             "e.md": "www.a." * 50_000 + " " + "@a.b" * 50_000 + "." * 50_000 + "x. Y", "f.md": "[" * 20_000 + "(a" * 20_000,
             "c.md": "“" * 50_000 + "\u202e\u200b\x00 hub", "d.md": b"\xff\xfe\x00hub \xed\xa0\x80"}  # fmt: skip
    began = time.process_time()
    code, lines, _ = checked(files)
    assert code in (0, 1) and time.process_time() - began < 60
    assert any(line.startswith("c.md:") for line in lines)


def test_own_rules_and_kinds_do_not_go_with_it(checked: Checked) -> None:
    code, _, error = checked({"a.md": "hub"}, "--kinds", "style")
    assert code == 2 and "--vale-config" in error
