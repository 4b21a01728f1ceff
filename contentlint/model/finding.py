"""A finding, whole when made and never changed, and the hit from which it is made."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from contentlint.model.page import Block, Page, Place
from contentlint.model.rule import Guidance, Rule
from contentlint.model.scale import Cause, Certainty, Kind, Owner, Severity, State

CONTEXT = 30  # characters of context kept on each side of quoted words


@dataclass(frozen=True, slots=True)
class Fix:
    """Replace source characters [start, end) by text. safe: it cannot change the meaning."""

    start: int
    end: int
    text: str
    safe: bool


@dataclass(frozen=True, slots=True)
class Location:
    """Where a problem is. Lines and columns count from 1; absent values are None."""

    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    quote: str | None = None
    before: str | None = None
    after: str | None = None
    heading: str | None = None
    css: str | None = None
    html: str | None = None
    region: str = "main"


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check saw: a rule, the place and the words for the message.

    target: the thing itself, by which the finding is known again: the quoted words, an address,
    an element's normalised markup; never a line or a class name. args: fills the {placeholders} of
    the rule's message and suggestion. severity, certainty, message, owner: replace the rule's own.
    """

    rule: Rule
    target: str
    location: Location
    args: Mapping[str, str] = field(default_factory=dict)
    suggestion: str | None = None
    fix: Fix | None = None
    severity: Severity | None = None
    certainty: Certainty | None = None
    message: str | None = None
    owner: Owner | None = None

    @classmethod
    def in_block(
        cls, rule: Rule, page: Page, block: Block, start: int, end: int, *,
        target: str | None = None, args: Mapping[str, str] | None = None,
        suggestion: str | None = None, replacement: str | None = None, **other: object,
    ) -> Hit:  # fmt: skip
        """Make a hit on characters [start, end) of a block.

        replacement: words for a fix; kept only where both ends are known in the source and the
        source there reads the same as the text (no markup or entity in between).
        """
        quote = block.text[start:end]
        first = block.offset(start)
        stop = block.end_offset(end) if end > start else first
        line, column = page.position(first)
        end_line, end_column = page.position(stop)
        fix = None
        if replacement is not None and first is not None and stop - first == end - start:
            fix = Fix(first, stop, replacement, safe=rule.fix)
        where = Location(
            line=line or block.place.line, column=column or block.place.column,
            end_line=end_line, end_column=end_column, quote=quote,
            before=block.text[max(0, start - CONTEXT) : start],
            after=block.text[end : end + CONTEXT],
            heading=block.place.heading, css=block.place.css, html=None,
            region=block.place.region,
        )  # fmt: skip
        words = {"match": quote, "suggestion": suggestion or ""} | dict(args or {})
        return cls(rule, target or quote, where, words, suggestion, fix, **other)  # type: ignore[arg-type]

    @classmethod
    def at(
        cls, rule: Rule, place: Place, *, target: str, quote: str | None = None,
        args: Mapping[str, str] | None = None, suggestion: str | None = None, **other: object,
    ) -> Hit:  # fmt: skip
        """Make a hit on an element. target: what identifies it (href, src, text …)."""
        where = Location(
            line=place.line, column=place.column, quote=quote, heading=place.heading,
            css=place.css, html=place.html, region=place.region,
        )  # fmt: skip
        words = {"match": quote or "", "suggestion": suggestion or ""} | dict(args or {})
        return cls(rule, target, where, words, suggestion, **other)  # type: ignore[arg-type]

    @classmethod
    def on_page(cls, rule: Rule, *, target: str = "", quote: str | None = None,
                args: Mapping[str, str] | None = None, **other: object) -> Hit:  # fmt: skip
        """Make a hit on the page as a whole."""
        where = Location(quote=quote, region="page")
        words = {"match": quote or "", "suggestion": ""} | dict(args or {})
        return cls(rule, target, where, words, **other)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem.

    fingerprint: 32 hex digits, from page, rule, target, heading and turn among equals.
    group: 32 hex digits, the same without the page: equal for one template fault on many pages.
    change, cause: stand only where two scans were compared. template, page_count, pages: set on
    the one finding that stands for a fault of a template.
    """

    rule: str
    page: str
    kind: Kind
    severity: Severity
    certainty: Certainty
    owner: Owner
    message: str
    suggestion: str | None
    why: str
    location: Location
    target: str
    turn: int
    fingerprint: str
    group: str
    fix: Fix | None = None
    guidance: tuple[Guidance, ...] = ()
    wcag: tuple[str, ...] = ()
    act: tuple[str, ...] = ()
    title: str = ""
    effort: str = "minutes"
    engine: str = "contentlint"
    change: State | None = None
    cause: Cause | None = None
    template: bool = False
    page_count: int = 1
    pages: tuple[str, ...] = ()


class _Blank(dict):
    def __missing__(self, key: str) -> str:
        return ""


def _digest(*parts: str) -> str:
    return hashlib.blake2b("\x1f".join(parts).encode("utf-8", "replace"), digest_size=16).hexdigest()


@lru_cache(maxsize=8192)
def normalise(text: str) -> str:
    """Fold case, white space, long hexadecimal runs and query strings, which differ between equal things."""
    folded = " ".join(text.split()).casefold()
    folded = re.sub(r"\?[^\s\"'#>]*", "", folded) if "://" in folded or folded.startswith("/") else folded
    return re.sub(r"[0-9a-f]{8,}(?:-[0-9a-f]{4,})*", "#", folded)


def fingerprint(page: str, rule: str, target: str, heading: str | None, turn: int) -> tuple[str, str]:
    """Return (fingerprint, group) as described in Finding. The leading "1" is the scheme's version."""
    thing = normalise(target)
    return (
        _digest("1", page, rule, thing, normalise(heading or ""), str(turn)),
        _digest("1", rule, thing, str(turn)),
    )


def make_findings(page: str, hits: Iterable[Hit], engine: str = "contentlint") -> list[Finding]:
    """Make the findings of one page whole: fill the message, count turns, take fingerprints.

    Hits must come in document order for each rule; equal ones are told apart by their turn.
    """
    turns: Counter[tuple[str, str, str]] = Counter()
    made = []
    for hit in hits:
        rule = hit.rule
        if rule.fixed:
            hit = replace(hit, **{name: getattr(rule, name) for name in rule.fixed})
        key = (rule.id, normalise(hit.target), normalise(hit.location.heading or ""))
        turn = turns[key]
        turns[key] += 1
        mark, group = fingerprint(page, rule.id, hit.target, hit.location.heading, turn)
        made.append(
            Finding(
                rule=rule.id, page=page, kind=rule.kind, severity=hit.severity or rule.severity,
                certainty=hit.certainty or rule.certainty,
                owner=hit.owner or (Owner.WEB_TEAM if hit.location.region in ("nav", "header", "footer", "banner") else rule.owner),
                message=(hit.message or rule.message).format_map(_Blank(hit.args)),
                suggestion=hit.suggestion, why=rule.why, location=hit.location, target=hit.target,
                turn=turn, fingerprint=mark, group=group, fix=hit.fix, guidance=rule.guidance,
                wcag=rule.wcag, act=rule.act, title=rule.title, effort=rule.effort, engine=engine,
            )
        )  # fmt: skip
    return made
