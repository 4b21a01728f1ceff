"""contentlint.toml: what is wrong is named with file and line, and the nearest right name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from contentlint import config
from contentlint.errors import ConfigError

WRONG = [
    ("[crawl]\ndely = 2\n", 2, "Did you mean “delay”?"),
    ("[site]\nurl = 'https://a.example'\n[crwl]\n", 3, "Did you mean “crawl”?"),
    ("[crawl]\nmax_pages = 'many'\n", 2, "a whole number"),
    ("[crawl]\nmax_pages = 0\n", 2, "Use 1 or more."),
    ("[crawl]\n\n# slow\nobey_robots = 'no'\n", 4, "true or false"),
    ("[gate]\nfail_on = 'bad'\n", 2, "Use minor, moderate, serious, critical or never."),
    ("store = 3\n", 1, "text in quotes"),
    ("[rules]\nfolders = 'mine'\n", 2, "square brackets"),
    ("[[ignore]]\nrule = 'a/b'\nuntil = 2027-01-01\n", 1, "“reason” is missing"),
    ("[site\n", 1, "valid TOML"),
    ("[[ignore]]\nrule = 'a/b'\nreason = 'x'\nuntil = 2027-03-31T00:00:00\n", 4, "a date such as"),
    ("[crawl]\npage_megabytes = -1\n", 2, "Use 0.1 or more."),
]


@pytest.mark.parametrize(("text", "line", "words"), WRONG)
def test_wrong_settings_are_refused(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = tmp_path / "contentlint.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(ConfigError) as caught:
        config.load(path)
    assert f"{path}:{line}: " in str(caught.value)
    assert words in str(caught.value)


def test_right_settings_are_read(tmp_path: Path) -> None:
    path = tmp_path / "contentlint.toml"
    path.write_text(
        "store = 'history'\n[site]\nurl = 'https://a.example'\n[crawl]\ndelay = 2\nexclude = ['/search*']\n"
        "[teams]\nWaste = ['/bins*']\n[feedback.columns]\npage = 'Page URL'\n"
        "[[ignore]]\nrule = 'a/b'\nreason = 'known'\nuntil = 2027-01-31\n", "utf-8",
    )  # fmt: skip
    made = config.load(path)
    assert made.crawl.delay == 2.0 and made.crawl.exclude == ("/search*",)
    assert made.teams["Waste"] == ("/bins*",)
    assert made.feedback.columns["page"] == "Page URL"
    assert made.ignore[0].until == date(2027, 1, 31) and made.ignore[0].page is None
    assert made.folder == tmp_path


def test_pyproject_is_read_and_its_lines_are_named(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text("[project]\nname = 'site'\n\n[tool.contentlint.crawl]\nmax_page = 3\n", "utf-8")
    assert config.find(tmp_path) == path
    with pytest.raises(ConfigError, match=r"pyproject\.toml:5: .*Did you mean “max_pages”"):
        config.load(path)


def test_the_nearest_file_upwards_is_used(tmp_path: Path) -> None:
    (tmp_path / "contentlint.toml").write_text("", "utf-8")
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert config.find(inner) == tmp_path / "contentlint.toml"
