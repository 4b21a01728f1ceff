"""The exceptions that contentlint raises on purpose.

    ContentlintError           anything a reader can act on; says what, where and what to do
    ├── UsageError             exit 2: the command line asks for something that cannot be
    │   ├── ConfigError        exit 2: contentlint.toml is wrong
    │   ├── RuleError          exit 2: a rule file is wrong, or one of its examples fails
    │   └── InputError         exit 2: a file that was handed in cannot be read as what it should be
    ├── NothingScanned         exit 3: no page could be fetched or read
    ├── StoreError             exit 2: the history cannot be opened, or does not hold what was asked
    └── EngineError            an outside engine is missing or failed; becomes a Skip, never a crash

Only `contentlint.__main__` turns them into exit codes.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class ContentlintError(Exception):
    """A problem that the reader can act on.

    what: one sentence that says what is wrong. where: "file:line", an address or None.
    remedy: one sentence that says what to do, or None.
    """

    exit_code = 2

    def __init__(self, what: str, *, where: str | None = None, remedy: str | None = None) -> None:
        self.what, self.where, self.remedy = what, where, remedy
        super().__init__(what)

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f" {self.remedy}" if self.remedy else ""
        return f"{place}{self.what}{remedy}"


class UsageError(ContentlintError):
    """The command line asks for something that cannot be."""


class ConfigError(UsageError):
    """The configuration file is wrong."""


class RuleError(UsageError):
    """A rule file is wrong, or one of its examples fails."""


class InputError(UsageError):
    """A file that was handed in cannot be read as what it should be."""


class StoreError(ContentlintError):
    """The history cannot be opened, or does not hold what was asked for."""


class NothingScanned(ContentlintError):
    """No page could be fetched or read."""

    exit_code = 3


class EngineError(ContentlintError):
    """An outside engine is missing or failed. The pipeline turns it into a Skip."""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return " Did you mean “x”?" with the known name closest to `word`, or ""."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"Did you mean “{close[0]}”?" if close else ""
