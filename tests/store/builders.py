"""A small scan, as the tests of the history write it."""

from __future__ import annotations

import hashlib

from contentlint.model import (
    Capture,
    Certainty,
    Coverage,
    Finding,
    Kind,
    Location,
    Measures,
    Owner,
    PageRow,
    Scan,
    Severity,
    fingerprint,
)

SITE = "https://www.anyborough.gov.uk"


def capture(path: str, body: bytes = b"<html><main><p>Bins</p></main></html>", **other: object) -> Capture:
    return Capture(
        url=SITE + path,
        requested=SITE + path,
        status=200,
        headers=(("content-type", "text/html; charset=utf-8"),),
        body=body,
        fetched="2026-11-22T09:00:01Z",
        digest=hashlib.sha256(body).hexdigest(),
        media_type="text/html",
        **other,
    )


def row(path: str) -> PageRow:
    return PageRow(
        SITE + path,
        "Bins and recycling",
        200,
        "d" * 64,
        "c" * 64,
        "services-page",
        "html",
        Measures(412, 24, 9.4, 3, None, ("A long sentence.",), (("Missed bins", 8.8),)),
        ("contentlint", "axe-core"),
    )


def finding(
    path: str, words: str = "utilise", turn: int = 0, severity: Severity = Severity.MODERATE
) -> Finding:
    mark, group = fingerprint(SITE + path, "govuk/plain-words", words, "Missed bins", turn)
    return Finding(
        rule="govuk/plain-words",
        page=SITE + path,
        kind=Kind.STYLE,
        severity=severity,
        certainty=Certainty.LIKELY,
        owner=Owner.EDITOR,
        message=f"“{words}” can be “use”",
        suggestion="use",
        why="Plain words are read faster.",
        location=Location(line=12, quote=words, before="We will ", heading="Missed bins"),
        target=words,
        turn=turn,
        fingerprint=mark,
        group=group,
    )


def scan(
    day: int, *findings: Finding, source: str = SITE, finished: bool = True, pages: tuple[PageRow, ...] = ()
) -> Scan:
    return Scan(
        id=f"202611{day:02}T090000-ab{day:02}",
        started=f"2026-11-{day:02}T09:00:00Z",
        finished=f"2026-11-{day:02}T09:20:00Z" if finished else None,
        source=source,
        rules_digest="r1",
        rules=("govuk/plain-words",),
        engines=(("contentlint", "0.1.0"), ("axe-core", "4.14.1")),
        coverage=Coverage(3, len(pages), 0, 1),
        pages=pages,
        findings=findings,
    )
