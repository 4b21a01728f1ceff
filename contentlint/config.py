"""contentlint.toml, or [tool.contentlint] in pyproject.toml, as one frozen Config.

Unknown sections and keys are refused with file:line and the nearest right name.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args, get_origin, get_type_hints

from contentlint.errors import ConfigError, nearest
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
class RulesConfig:
    """folders: folders of rules of your own. disable: rule ids or "pack/*". levels: rule id to
    level. vocabulary: files of words that are right here, one a line."""

    folders: tuple[str, ...] = ()
    disable: tuple[str, ...] = ()
    levels: Mapping[str, str] = field(default_factory=lambda: _EMPTY)
    vocabulary: tuple[str, ...] = ()


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
    """count: browsers at work at once. timeout: seconds for one page."""

    count: int = 2
    timeout: float = 60.0


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
    patterns of the pages it looks after. store: folder or database address of the history."""

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
    path: Path | None = None

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
    return _Reader(path, text, prefix).config(data)


#: (section, key, smallest value that makes sense)
LEAST = (
    ("crawl", "max_pages", 1), ("crawl", "max_depth", 0), ("crawl", "delay", 0), ("crawl", "concurrency", 1),
    ("crawl", "timeout", 1), ("crawl", "page_megabytes", 0.1), ("crawl", "document_megabytes", 0.1),
    ("readability", "target_age", 5), ("readability", "long_sentence", 10), ("browser", "count", 1),
    ("browser", "timeout", 5),
)  # fmt: skip
#: (section, key, what it may be)
CHOICES = (
    ("readability", "formula", ("flesch-kincaid", "automated-readability", "coleman-liau", "smog", "gunning-fog")),
    ("readability", "engine", ("contentlint", "textstat")),
    ("language", "engine", LANGUAGE_ENGINES), ("accessibility", "level", ("AA", "AAA")),
)  # fmt: skip


class _Reader:
    """Turns plain TOML data into dataclasses and knows on which line each key stands."""

    def __init__(self, path: Path, text: str, prefix: tuple[str, ...]) -> None:
        self.path, self.lines, self.prefix = path, text.splitlines(), prefix

    def config(self, data: dict[str, Any]) -> Config:
        made = self.build(Config, data, (), extra={"path": self.path}, hidden={"path"})
        gate = made.gate.fail_on
        if gate != "never" and gate not in set(Severity):
            self.refuse(f"“{gate}” is not a severity.", ("gate", "fail_on"),
                        "Use minor, moderate, serious, critical or never.")  # fmt: skip
        for section, name, options in CHOICES:
            if (chosen := getattr(getattr(made, section), name)) not in options:
                self.refuse(f"“{name}” is “{chosen}”.", (section, name), f"Use {' or '.join(options)}.")
        for section, name, least in LEAST:
            value = getattr(getattr(made, section), name)
            if value is not None and value < least:
                self.refuse(f"“{name}” is {value}.", (section, name), f"Use {least} or more.")
        return made

    def build(self, kind: type, data: Any, keys: tuple[str, ...], *, extra: Mapping[str, Any] = _EMPTY, hidden: Any = ()) -> Any:
        if not isinstance(data, dict):
            self.refuse(f"“{'.'.join(keys)}” must be a section.", keys, f"Write [{'.'.join(keys)}].")
        hints = get_type_hints(kind)
        names = {item.name for item in fields(kind)} - set(hidden)
        for key in data:
            if key not in names:
                self.refuse(f"“{'.'.join((*keys, key))}” is not a setting of contentlint.", (*keys, key),
                            nearest(key, names))  # fmt: skip
        for item in fields(kind):
            if item.name not in data and item.name not in extra and item.default is item.default_factory is MISSING:
                self.refuse(f"“{item.name}” is missing from [{'.'.join(keys)}].", keys, "Add it.")
        values = {key: self.value(hints[key], value, (*keys, key)) for key, value in data.items()}
        return kind(**values, **extra)

    def value(self, hint: Any, value: Any, keys: tuple[str, ...]) -> Any:
        if is_dataclass(hint):
            return self.build(hint, value, keys)  # type: ignore[arg-type]
        origin, arguments = get_origin(hint), get_args(hint)
        if origin is tuple:
            if not isinstance(value, list):
                self.refuse(f"“{'.'.join(keys)}” must be a list.", keys, "Put it in square brackets.")
            return tuple(self.value(arguments[0], item, keys) for item in value)
        if origin is not None and issubclass(origin, Mapping) if isinstance(origin, type) else False:
            if not isinstance(value, dict):
                self.refuse(f"“{'.'.join(keys)}” must be a section.", keys, f"Write [{'.'.join(keys)}].")
            return MappingProxyType({k: self.value(arguments[1], v, (*keys, k)) for k, v in value.items()})
        options = arguments or (hint,)
        if float in options and isinstance(value, int) and not isinstance(value, bool):
            return float(value)
        for option in options:
            if option is type(None):
                continue
            # bool is an int and datetime is a date, but nobody means one by the other.
            fits = isinstance(option, type) and isinstance(value, option)
            if fits and not (option is int and isinstance(value, bool)) and not isinstance(value, datetime):
                return value
        wanted = {str: "text in quotes", int: "a whole number", float: "a number", bool: "true or false",
                  date: "a date such as 2027-03-31"}  # fmt: skip
        names = " or ".join(wanted.get(option, str(option)) for option in options if option is not type(None))
        self.refuse(f"“{'.'.join(keys)}” must be {names}.", keys, "")

    def refuse(self, what: str, keys: tuple[str, ...], remedy: str) -> None:
        raise ConfigError(what, where=f"{self.path}:{self.line_of(keys)}", remedy=remedy or None)

    def line_of(self, keys: tuple[str, ...]) -> int:
        """Find the line of a key: the last line at which its section and name both fit."""
        keys = (*self.prefix, *keys)
        section: tuple[str, ...] = ()
        best = 1
        for number, line in enumerate(self.lines, 1):
            if head := re.match(r"\s*\[\[?\s*([^\]]+?)\s*\]?\]", line):
                section = tuple(part.strip(" \"'") for part in head[1].split("."))
                if section == keys or section == keys[:-1]:
                    best = number
                if section == keys:
                    return number
            elif name := re.match(r"\s*([\w.\"'-]+)\s*=", line):
                full = (*section, *(part.strip(" \"'") for part in name[1].split(".")))
                if full == keys or full[: len(keys)] == keys:
                    return number
        return best
