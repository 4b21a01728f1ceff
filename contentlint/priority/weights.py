"""All figures of the ranking in one place, with a version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from contentlint.model import Certainty, Severity


def _severity() -> Mapping[Severity, float]:
    return MappingProxyType(
        {Severity.CRITICAL: 40.0, Severity.SERIOUS: 20.0, Severity.MODERATE: 8.0, Severity.MINOR: 3.0}
    )


def _certainty() -> Mapping[Certainty, float]:
    return MappingProxyType({Certainty.SURE: 1.0, Certainty.LIKELY: 0.7, Certainty.REVIEW: 0.0})


def _effort() -> Mapping[str, float]:
    return MappingProxyType({"seconds": 0.2, "minutes": 0.0, "rewrite": -0.2})


@dataclass(frozen=True, slots=True)
class Weights:
    """Figures of the ranking. A change of any of them is a new version.

    severity: points of one fault. certainty: the share that is kept of them. more: n equal faults give
    1 + more × ln n times the points of one. reach: (share of pages that are busier, factor), busiest
    first. unknown_reach: the factor where nobody knows. effort: share of the faults' points added.
    voice: points of residents, times 1 + ln of their number. fits: share of the faults' points added
    where residents say the same. new, back: share of those faults' points added. pages: share of the
    points added for a template, times ln of its pages. voices: independent recent residents from which
    they count. recent_days: how old a comment may be. quotes, quote_length: residents' words shown.
    """

    version: str = "1"
    severity: Mapping[Severity, float] = field(default_factory=_severity)
    certainty: Mapping[Certainty, float] = field(default_factory=_certainty)
    more: float = 0.6
    reach: tuple[tuple[float, float], ...] = ((0.10, 2.0), (0.25, 1.6), (0.50, 1.3), (1.00, 1.1))
    unknown_reach: float = 1.3
    effort: Mapping[str, float] = field(default_factory=_effort)
    voice: float = 8.0
    fits: float = 0.3
    new: float = 0.3
    back: float = 0.4
    pages: float = 0.35
    voices: int = 2
    recent_days: int = 90
    quotes: int = 3
    quote_length: int = 160


WEIGHTS = Weights()
