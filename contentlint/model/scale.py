"""The fixed scales: how serious, how sure, of what kind, whose job, in what state."""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """How much a problem hurts a reader. The four steps are axe-core's."""

    MINOR = "minor"
    MODERATE = "moderate"
    SERIOUS = "serious"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 for minor up to 3 for critical."""
        return _RANKS[self]

    @classmethod
    def of_level(cls, level: str) -> Severity:
        """Map Vale's suggestion, warning and error, or one of our own names.

        Raises ValueError for any other word.
        """
        vale = {"suggestion": cls.MINOR, "warning": cls.MODERATE, "error": cls.SERIOUS}
        return vale.get(level) or cls(level)


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Certainty(StrEnum):
    """How sure the check is. REVIEW needs a person and never counts in a headline."""

    SURE = "sure"
    LIKELY = "likely"
    REVIEW = "review"


class Owner(StrEnum):
    """Who can mend it."""

    EDITOR = "editor"
    WEB_TEAM = "web team"


class Kind(StrEnum):
    """What a finding is about."""

    ACCESSIBILITY = "accessibility"
    STYLE = "style"
    READABILITY = "readability"
    LANGUAGE = "language"
    LINKS = "links"
    STRUCTURE = "structure"
    FRESHNESS = "freshness"
    DOCUMENT = "document"
    STATEMENT = "statement"


class State(StrEnum):
    """What became of a finding between two scans."""

    NEW = "new"
    SAME = "same"
    FIXED = "fixed"
    BACK = "back"
    NOT_RECHECKED = "not-rechecked"


class Cause(StrEnum):
    """Why a finding is new. Only the first two are regressions of the site."""

    CONTENT = "content"
    NEW_PAGE = "new page"
    NEW_RULE = "new rule"
    NEW_ENGINE = "new engine"
