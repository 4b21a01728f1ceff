"""Take personal data out of residents' words before anything else sees them.

Each kind has one pattern and, where a pattern alone would take too much, one test. Bin days, dates,
prices and bands stay. What no pattern can find (names without a cue, neighbours) is why reports show
short quotes only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from contentlint.errors import ConfigError
from contentlint.feedback.personal import KINDS, Kind


def redact(text: str, extra_patterns: Sequence[str] = ()) -> tuple[str, dict[str, int]]:
    """Return the text with personal data replaced by marks such as [email], and a count for each kind.

    extra_patterns: regular expressions of the council's own references (case-insensitive). Raises
    ConfigError where one is no regular expression.
    """
    counts: dict[str, int] = {}
    for kind in (*_references(extra_patterns), *KINDS):
        text = kind.pattern.sub(lambda match, kind=kind: _mark(match, kind, counts), text)
    return text, counts


def total(counts: Iterable[Mapping[str, int]]) -> tuple[tuple[str, int], ...]:
    """Add counts of several texts; return (kind, count), sorted by kind."""
    summed: dict[str, int] = {}
    for each in counts:
        for kind, number in each.items():
            summed[kind] = summed.get(kind, 0) + number
    return tuple(sorted(summed.items()))


def _mark(match: re.Match[str], kind: Kind, counts: dict[str, int]) -> str:
    if kind.test is not None and not kind.test(match):
        return match[0]
    counts[kind.name] = counts.get(kind.name, 0) + 1
    start, end = (at - match.start() for at in match.span(kind.group))
    return f"{match[0][:start]}[{kind.name}]{match[0][end:]}"


def _references(patterns: Iterable[str]) -> Iterator[Kind]:
    for pattern in patterns:
        try:
            yield Kind("reference", re.compile(pattern, re.I), lambda match: bool(match[0]))
        except re.error as fault:
            raise ConfigError(
                f"[feedback] references: “{pattern}” is no regular expression: {fault}.",
                remedy="Mend it in contentlint.toml.",
            ) from None
