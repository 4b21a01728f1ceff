"""Faults, comments and views, as the tests of the ranking write them."""

from __future__ import annotations

from dataclasses import replace

from contentlint.model import (
    Certainty,
    FeedbackItem,
    Finding,
    Kind,
    Location,
    Owner,
    PageViews,
    Severity,
    fingerprint,
)
from contentlint.priority import prioritise

SITE = "https://www.anyborough.gov.uk"
TODAY = {"today": "2026-11-25"}
OCTOBER = ("2026-10-01", "2026-10-31")


def fault(
    path: str = "/bins",
    severity: Severity = Severity.SERIOUS,
    kind: Kind = Kind.ACCESSIBILITY,
    number: int = 0,
    **other: object,
) -> Finding:
    mark, group = fingerprint(SITE + path, f"axe/{kind.value}", f"thing {number}", None, 0)
    given = {
        "certainty": Certainty.SURE,
        "owner": Owner.EDITOR,
        "location": Location(line=number + 1, region="main"),
    } | other
    return Finding(
        rule=f"axe/{kind.value}",
        page=SITE + path,
        kind=kind,
        severity=severity,
        message=f"Image {number} has no description",
        suggestion=None,
        why="",
        target=f"thing {number}",
        turn=0,
        fingerprint=mark,
        group=group,
        title="Images without a description",
        **given,
    )


def said(
    words: str, theme: str, path: str = "/bins", day: str | None = "2026-11-20", **other: object
) -> FeedbackItem:
    return FeedbackItem(SITE + path, day, "comment", words, (theme,), **other)


def views(*counts: int) -> list[PageViews]:
    return [PageViews(f"{SITE}/p{at}", count, *OCTOBER) for at, count in enumerate(counts)]


def rank(findings=(), feedback=(), traffic=(), **other: object):
    return prioritise(findings, feedback, traffic, **({"settings": TODAY} | other))


def texts(priority) -> list[str]:
    return [item.text for item in priority.reasons]


def shared(number: int = 0, pages: int = 43, **other: object) -> Finding:
    keys = tuple(f"{SITE}/p{at}" for at in range(pages))
    given = {"owner": Owner.WEB_TEAM, "location": Location(region="footer")} | other
    return replace(fault("/p0", number=number), template=True, page_count=pages, pages=keys, **given)
