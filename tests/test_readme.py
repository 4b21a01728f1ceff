"""The words about the program are compared with the program, so that they cannot rot."""

from __future__ import annotations

import re
import shlex
import tomllib
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import get_type_hints

import pytest
import typer

from contentlint import config
from contentlint.cli import app
from contentlint.render import formats

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
TEXTS = [ROOT / "README.md", ROOT / ".github/CONTRIBUTING.md", ROOT / "rules/README.md"]
STARTER = ROOT / "contentlint" / "pipeline" / "starter"


def commands() -> dict[str, object]:
    """Every command by its words, such as "rules show"."""
    found: dict[str, object] = {}

    def walk(command: object, words: tuple[str, ...]) -> None:
        inner = getattr(command, "commands", None)
        if inner is None:
            found[" ".join(words)] = command
            return
        for name, sub in inner.items():
            walk(sub, (*words, name))

    walk(typer.main.get_command(app), ())
    return found


def said(text: str) -> list[str]:
    """Every call of the program in code blocks and in back quotes."""
    lines = [line for block in re.findall(r"```sh\n(.*?)```", text, re.S) for line in block.splitlines()]
    lines += re.findall(r"`(contentlint [^`]*)`", text)
    calls = (re.sub(r"^\S*bin/contentlint", "contentlint", line.strip()) for line in lines)
    return [call for call in calls if call.startswith("contentlint ")]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_commands_and_options_exist(path: Path) -> None:
    known = commands()
    calls = said(path.read_text("utf-8"))
    for call in calls:
        words = shlex.split(re.sub(r"\s[<>|].*", "", call))[1:]
        name = next((" ".join(words[:size]) for size in (2, 1) if " ".join(words[:size]) in known), None)
        assert name, f"{path.name}: “{call}” is no command"
        options = {option for parameter in known[name].params for option in parameter.opts}  # type: ignore[attr-defined]
        for word in words:
            if word.startswith("--"):
                assert word.partition("=")[0] in options, f"{path.name}: “{call}”: {word} is no option"


def test_every_command_is_in_the_readme() -> None:
    calls = said(README)
    for name in commands():
        wanted = f"contentlint {name}"
        assert name == "demo" or any(call.startswith(wanted) for call in calls) or f"`{name}" in README, name


def test_every_format_is_in_the_readme() -> None:
    for name in formats():
        assert f"`{name}`" in README


def test_exit_codes_are_in_the_readme() -> None:
    table = dict(re.findall(r"^\| (\d+) \| (.+?) \|$", README, re.M))
    assert set(table) == {"0", "1", "2", "3", "4", "70", "130"}


def test_make_targets_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    for path in TEXTS:
        for target in re.findall(r"`make ([a-z]+)`|^make ([a-z]+)$", path.read_text("utf-8"), re.M):
            assert "".join(target) in targets


def keys(kind: type, prefix: str = "") -> set[str]:
    """Every setting of the configuration, dotted."""
    found = set()
    hints = get_type_hints(kind)
    for item in fields(kind):
        if (item.name in ("path", "given") and kind is config.Config) or (item.name == "changes" and kind is config.RulesConfig):
            continue
        name = f"{prefix}{item.name}"
        if is_dataclass(hints[item.name]):
            found |= keys(hints[item.name], name + ".")
        else:
            found.add(name)
    return found


def test_the_starter_names_every_setting() -> None:
    text = (STARTER / "contentlint.toml").read_text("utf-8")
    bare = re.sub(r"^# (?=\[|[a-z_]+ = |\"[^\"]+\" = )", "", text, flags=re.M)
    data = tomllib.loads(bare)
    named = set(data) | {f"{section}.{key}" for section, body in data.items() if isinstance(body, dict) for key in body}
    assert keys(config.Config) <= named


def test_the_starter_loads_and_shows_the_defaults(tmp_path: Path) -> None:
    path = tmp_path / "contentlint.toml"
    path.write_text((STARTER / "contentlint.toml").read_text("utf-8"), "utf-8")
    loaded, default = config.load(path), config.Config()
    for section in ("crawl", "rules", "readability", "language", "browser", "feedback", "traffic", "gate"):
        assert getattr(loaded, section) == getattr(default, section), section


def test_settings_in_the_readme_load(tmp_path: Path) -> None:
    for number, block in enumerate(re.findall(r"```toml\n(.*?)```", README, re.S)):
        path = tmp_path / f"{number}.toml"
        path.write_text(block, "utf-8")
        config.load(path)
