"""contentlint.toml, or [tool.contentlint] in pyproject.toml, as one frozen Config.

Unknown sections and keys are refused with file:line and the nearest right name.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from contentlint.config.reader import Reader
from contentlint.errors import ConfigError
from contentlint.model import Severity

FILE = "contentlint.toml"
LANGUAGE_ENGINES = ("languagetool", "hunspell")
_EMPTY: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """url: where the crawl starts. name: as the report prints it. contact: an e-mail address or
    web address that the user agent carries, so that the site's supplier can ask."""

    url: str | None = None
    name: str | None = None
    contact: str | None = None


@dataclass(frozen=True, slots=True)
class CrawlConfig:
    """Limits and manners. delay: seconds between two requests; None is 1, or 0 on this machine.
    concurrency: requests at once; None is 1, or 8 on this machine. timeout: seconds.
    *_megabytes: largest body that is read.
    include, exclude: path patterns such as "/planning/*", or a regular expression after "re:"."""

    max_pages: int = 5000
    max_depth: int = 30
    delay: float | None = None
    concurrency: int | None = None
    timeout: float = 30.0
    page_megabytes: float = 20.0
    document_megabytes: float = 20.0
    obey_robots: bool = True
    documents: bool = True
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What [rules."pack/rule"] or [rules."pack/*"] changes. keys: as in a rule file, plain TOML values.
    lines: line of each key, by its path; the empty path is the section itself."""

    keys: Mapping[str, Any]
    lines: Mapping[tuple[str, ...], int] = field(default_factory=lambda: _EMPTY)


@dataclass(frozen=True, slots=True)
class RulesConfig:
    """folders: folders of rules of your own. disable: rule ids or "pack/*". levels: rule id to
    level. vocabulary: files of words that are right here, one a line. changes: rule id or "pack/*" to
    what is changed there; in the file each is a section of its own below [rules]."""

    folders: tuple[str, ...] = ()
    disable: tuple[str, ...] = ()
    levels: Mapping[str, str] = field(default_factory=lambda: _EMPTY)
    vocabulary: tuple[str, ...] = ()
    changes: Mapping[str, Change] = field(default_factory=lambda: _EMPTY)


@dataclass(frozen=True, slots=True)
class ReadabilityConfig:
    """target_age: reading age in years that pages aim at. long_sentence: words. formula, engine: one
    of CHOICES; engine "contentlint", or "textstat" for its figures. allowed_words: words that your readers
    know; they are never hard words, and weigh two syllables at most."""

    target_age: float = 9.0
    long_sentence: int = 25
    formula: str = "flesch-kincaid"
    engine: str = "contentlint"
    allowed_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LanguageConfig:
    """engine: "languagetool", or "hunspell" for spelling alone, which needs no Java. server: address of a
    LanguageTool server, or None to start one here. disable: its rule ids."""

    engine: str = "languagetool"
    server: str | None = None
    variety: str = "en-GB"
    disable: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BrowserConfig:
    """count: browsers at work at once. timeout: seconds for one page. pictures: of spots, in one scan."""

    count: int = 2
    timeout: float = 60.0
    pictures: int = 40


@dataclass(frozen=True, slots=True)
class AccessibilityConfig:
    """level: of WCAG, "AA" (with A) or "AAA" (with both). experimental: also rules that axe-core still tries out."""
    level: str = "AA"
    experimental: bool = False


@dataclass(frozen=True, slots=True)
class FeedbackConfig:
    """files: exports that the workflow imports. columns: our name (page, date, words, rating) to
    the export's header. references: patterns of case numbers, which are redacted too."""

    files: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=lambda: _EMPTY)
    timezone: str = "Europe/London"
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TrafficConfig:
    """files: exports that the workflow imports. columns: our name (page, views) to the header."""

    files: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=lambda: _EMPTY)


@dataclass(frozen=True, slots=True)
class GateConfig:
    """fail_on: findings of this severity or worse end with exit code 1; "never" switches it off."""

    fail_on: str = "serious"


@dataclass(frozen=True, slots=True)
class Ignore:
    """Findings that are known and accepted. page: a path pattern, or None for every page.
    until: day from which the finding counts again."""

    rule: str
    reason: str
    until: date
    page: str | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that can be set. path: the file it came from, or None. teams: team name to path
    patterns of the pages it looks after. store: folder or database address of the history. profile:
    names of profiles, each over those before it. given: (section, key) of what the file sets."""

    site: SiteConfig = SiteConfig()
    crawl: CrawlConfig = CrawlConfig()
    rules: RulesConfig = field(default_factory=RulesConfig)
    readability: ReadabilityConfig = ReadabilityConfig()
    language: LanguageConfig = LanguageConfig()
    browser: BrowserConfig = BrowserConfig()
    accessibility: AccessibilityConfig = AccessibilityConfig()
    feedback: FeedbackConfig = field(default_factory=FeedbackConfig)
    traffic: TrafficConfig = field(default_factory=TrafficConfig)
    gate: GateConfig = GateConfig()
    teams: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _EMPTY)
    ignore: tuple[Ignore, ...] = ()
    store: str | None = None
    profile: tuple[str, ...] = ()
    path: Path | None = None
    given: frozenset[tuple[str, str]] = frozenset()

    @property
    def folder(self) -> Path:
        """The folder that relative paths of the file start from."""
        return self.path.parent if self.path else Path()


def find(start: Path) -> Path | None:
    """Return the nearest contentlint.toml, or pyproject.toml with a [tool.contentlint], upwards."""
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / FILE).is_file():
            return folder / FILE
        project = folder / "pyproject.toml"
        if project.is_file() and "[tool.contentlint" in project.read_text("utf-8", "replace"):
            return project
    return None


def load(path: Path | None) -> Config:
    """Read a configuration file. None gives the defaults. Raises ConfigError with file:line."""
    if path is None:
        return Config()
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise ConfigError(f"The configuration file cannot be read: {error.strerror}.", where=str(path)) from None
    except UnicodeDecodeError:
        raise ConfigError("The configuration file is not UTF-8 text.", where=str(path), remedy="Save it as UTF-8.") from None
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+)", str(error))
        where = f"{path}:{found[1]}" if found else str(path)
        raise ConfigError(f"This is not valid TOML: {error}.", where=where) from None
    prefix: tuple[str, ...] = ()
    if path.name == "pyproject.toml":
        data, prefix = data.get("tool", {}).get("contentlint", {}), ("tool", "contentlint")
    return _config(Reader(path, text, prefix), data)


#: (section, key, smallest value that makes sense)
LEAST = (
    ("crawl", "max_pages", 1), ("crawl", "max_depth", 0), ("crawl", "delay", 0), ("crawl", "concurrency", 1),
    ("crawl", "timeout", 1), ("crawl", "page_megabytes", 0.1), ("crawl", "document_megabytes", 0.1),
    ("readability", "target_age", 5), ("readability", "long_sentence", 10), ("browser", "count", 1),
    ("browser", "timeout", 5), ("browser", "pictures", 0),
)  # fmt: skip
#: (section, key, what it may be)
CHOICES = (
    ("readability", "formula", ("flesch-kincaid", "automated-readability", "coleman-liau", "smog", "gunning-fog")),
    ("readability", "engine", ("contentlint", "textstat")),
    ("language", "engine", LANGUAGE_ENGINES), ("accessibility", "level", ("AA", "AAA")),
)  # fmt: skip


def _config(reader: Reader, data: dict[str, Any]) -> Config:
    if isinstance(data.get("profile"), str):
        data = data | {"profile": [data["profile"]]}
    rules, changes = _changes(reader, data.get("rules"))
    given = frozenset((section, key) for section, body in data.items() if isinstance(body, dict) for key in body)
    made = reader.build(Config, data | ({} if rules is None else {"rules": rules}), (),
                        extra={"path": reader.path, "given": given}, hidden={"path", "given"})  # fmt: skip
    made = replace(made, rules=replace(made.rules, changes=changes))
    gate = made.gate.fail_on
    if gate != "never" and gate not in set(Severity):
        reader.refuse(f"“{gate}” is not a severity.", ("gate", "fail_on"),
                      "Use minor, moderate, serious, critical or never.")  # fmt: skip
    for section, name, options in CHOICES:
        if (said := getattr(getattr(made, section), name)) not in options:
            reader.refuse(f"“{name}” is “{said}”.", (section, name), f"Use {' or '.join(options)}.")
    for section, name, least in LEAST:
        value = getattr(getattr(made, section), name)
        if value is not None and value < least:
            reader.refuse(f"“{name}” is {value}.", (section, name), f"Use {least} or more.")
    return made


def _changes(reader: Reader, section: Any) -> tuple[Any, Mapping[str, Change]]:
    """Part [rules] into its settings and the sections of single rules, whose names hold a slash."""
    if not isinstance(section, dict):
        return section, _EMPTY
    made = {}
    for name, keys in section.items():
        if "/" in name:
            if not isinstance(keys, dict):
                reader.refuse(f"“{name}” must be a section.", ("rules", name), f'Write [rules."{name}"].')
            made[name] = Change(MappingProxyType(keys), MappingProxyType(reader.lines_of(keys, ("rules", name))))
    plain = {name: value for name, value in section.items() if name not in made}
    if "changes" in plain:
        reader.refuse("“rules.changes” is not a setting of contentlint.", ("rules", "changes"),
                      'Write a section such as [rules."govuk/log-in-wording"].')  # fmt: skip
    return plain, MappingProxyType(made)
