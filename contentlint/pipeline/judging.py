"""Judges parsed pages by every check. What the site as a whole looks like is gathered in site.py. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fnmatch import fnmatch
from types import MappingProxyType
from urllib.parse import urlsplit

from contentlint.checks.driver import judge, rested
from contentlint.config import Config
from contentlint.model import Evidence, Facts, Finding, Page, PageRow, Site, Skip
from contentlint.model.capture import Outcome
from contentlint.pipeline.packs import Pack
from contentlint.text.measures import measure


def judge_page(
    page: Page, evidence: Sequence[Evidence], pack: Pack, config: Config, today: date, site: Site | None,
    kinds: frozenset[str] = frozenset(),
) -> tuple[PageRow, list[Finding], list[Skip]]:  # fmt: skip
    """Judge one page. kinds: keep only findings of these kinds; empty for all."""
    reading = config.readability
    allowed = frozenset(word.casefold() for word in reading.allowed_words)
    measures = measure(page, formula=reading.formula, long_sentence=reading.long_sentence, allowed=allowed,
                       engine=reading.engine)  # fmt: skip
    facts = Facts(
        today=today, evidence=tuple(evidence), site=site, matcher=pack.matcher, vocabulary=pack.vocabulary,
        names=pack.names,
        settings=MappingProxyType({
            "target_age": reading.target_age, "long_sentence": reading.long_sentence, "allowed_words": allowed,
        }), measures=measures, plainer=pack.plainer,
    )  # fmt: skip
    findings, skips = judge(page, pack.rules, facts)
    ran = ("contentlint", *(item.engine for item in evidence))
    row = PageRow(
        page.key, page.title, page.status, page.digest, page.content_digest, page.template, page.media,
        measures, ran, size=page.size, rested=rested(pack.rules, facts, skips),
    )  # fmt: skip
    return row, [item for item in without_doubles(findings) if not kinds or item.kind in kinds], skips


_STRETCH = 100  # columns: only findings of one stretch are compared, since a hostile line has thousands


def without_doubles(findings: Iterable[Finding]) -> list[Finding]:
    """Where style and language speak about the same words, keep the one that says more: the more
    serious, else the longer quote, else style, whose words are ours."""
    kept: list[Finding] = []
    spans: dict[tuple[int, str | None, int], list[Finding]] = defaultdict(list)
    ranked = sorted(findings, key=lambda item: (-item.severity.rank, -len(item.location.quote or ""), item.kind != "style"))
    for item in ranked:
        place = item.location
        words = item.kind in ("style", "language") or item.rule == "readability/hard-word"
        if words and place.line and place.column and place.quote:
            last = (place.end_column or place.column) // _STRETCH
            stretches = [spans[place.line, place.css, at] for at in range(place.column // _STRETCH, last + 1)]
            if any(_overlap(item, other) for rivals in stretches for other in rivals):
                continue
            for rivals in stretches:
                rivals.append(item)
        kept.append(item)
    order = {item.fingerprint: number for number, item in enumerate(findings)}
    return sorted(kept, key=lambda item: order[item.fingerprint])


def _overlap(one: Finding, other: Finding) -> bool:
    if one.kind == other.kind == "style" and one.rule != other.rule and one.location.quote != other.location.quote:
        return False  # two style rules may both be right about a phrase and a word in it
    start, end = one.location.column or 0, one.location.end_column or 0
    first, last = other.location.column or 0, other.location.end_column or 0
    return start < last and first < end


def without_ignored(
    findings: Sequence[Finding], config: Config, today: date
) -> tuple[list[Finding], list[Skip]]:
    """Drop what the configuration ignores. An ignore that is past its day or fits nothing is reported."""
    kept, used = [], Counter()
    for item in findings:
        ignore = next((one for one in config.ignore if one.until > today and _fits(one, item)), None)
        if ignore is None:
            kept.append(item)
        else:
            used[ignore] += 1
    notes = []
    for one in config.ignore:
        if one.until <= today:
            reason = f"the ignore of “{one.rule}” ended on {one.until.isoformat()}, so its findings count again"
        elif one not in used:
            reason = f"the ignore of “{one.rule}” fits no finding any more"
        else:
            until = one.until.isoformat()
            notes.append(Skip(None, "ignore", f"{used[one]} of “{one.rule}” until {until}: {one.reason}", Outcome.CHOICE))
            continue
        notes.append(Skip(None, "ignore", reason, Outcome.CHOICE, "Mend or remove it in the configuration."))
    return kept, notes


def _fits(ignore: object, item: Finding) -> bool:
    if not fnmatch(item.rule, ignore.rule):  # type: ignore[attr-defined]
        return False
    pattern = ignore.page  # type: ignore[attr-defined]
    path = urlsplit(item.page).path or "/" if item.page.startswith("http") else item.page
    return pattern is None or fnmatch(path, pattern) or item.page == pattern


def with_redirects(rows: Iterable[PageRow], redirects: Mapping[str, str]) -> tuple[PageRow, ...]:
    """Note on each page which other addresses lead to it."""
    leading: dict[str, list[str]] = defaultdict(list)
    for old, new in redirects.items():
        leading[new].append(old)
    return tuple(replace(row, requested=tuple(sorted(leading.get(row.page, ())))) for row in rows)
