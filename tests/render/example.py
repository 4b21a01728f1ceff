"""A report with everything in it, and with hostile words wherever words can come from outside."""

from __future__ import annotations

from contentlint.model import (
    Certainty,
    Coverage,
    FeedbackItem,
    Guidance,
    Hit,
    Kind,
    Location,
    Measures,
    Owner,
    PageRow,
    Priority,
    Reason,
    Rule,
    Scan,
    Severity,
    Skip,
    State,
    Trend,
    make_findings,
)
from contentlint.pipeline.assemble import Voices, assemble

EVIL = '<script>alert(1)</script>"\'>&`|[x](javascript:1)\x1b[31m\u202e=cmd'
SITE = "https://www.anyborough.example"
PAGE = f"{SITE}/bins"


def rule(name: str, **other: object) -> Rule:
    values = {
        "extends": "style", "title": "Long word", "message": "“{match}” can be “use”", "why": "It is longer.",
        "severity": Severity.MODERATE, "certainty": Certainty.LIKELY, "kind": Kind.STYLE, "owner": Owner.EDITOR,
        "guidance": (Guidance("GOV.UK style guide", "Words", "https://www.gov.uk/guidance/style-guide"),),
    } | other  # fmt: skip
    return Rule(f"govuk/{name}", **values)  # type: ignore[arg-type]


def hit(one: Rule, quote: str) -> Hit:
    place = Location(12, 5, 12, 12, quote, "We will ", " your data", "Missed bins", "main > p", None)
    return Hit(one, quote, place, {"match": quote})


def report(command: str = "report"):
    from dataclasses import replace

    sure = make_findings(PAGE, [hit(rule("long-word"), "utilise"), hit(rule("evil", title=EVIL), EVIL)])
    review = make_findings(PAGE, [hit(rule("review", certainty=Certainty.REVIEW), "look")])
    serious = make_findings(f"{SITE}/{EVIL}", [hit(rule("alt", severity=Severity.SERIOUS), "map")])
    template = replace(serious[0], template=True, page_count=2, pages=(PAGE, f"{SITE}/a"), change=State.SAME)
    findings = [
        replace(sure[0], change=State.NEW), replace(sure[1], change=State.BACK), review[0], template,
        replace(serious[0], page=PAGE, fingerprint="0" * 32, change=State.FIXED),
    ]  # fmt: skip
    row = PageRow(PAGE, EVIL, 200, "d", "c", None, "html", Measures(412, 31, 14.2, 3), ("contentlint",))
    scan = Scan(
        "20261122T090000-ab12", "2026-11-22T09:00:00Z", "2026-11-22T09:10:00Z", SITE, "abc", ("govuk/long-word",),
        (("axe-core", "4.14.1"),), Coverage(3, 1, 0, 2), (row,), tuple(sure),
        (Skip(f"{SITE}/map", "axe-core", "timed out after 60 s"), Skip(None, "languagetool", EVIL, remedy="Run it.")),
    )  # fmt: skip
    item = FeedbackItem(PAGE, "2026-11-20", "comment", EVIL, ("hard to understand",))
    first = Priority(1, PAGE, None, EVIL, (PAGE,), ("govuk/long-word",), 12.5,
                     (Reason(EVIL, 10.0), Reason("Two residents said so.", 2.5)), Owner.EDITOR,
                     (findings[0],), (item,), 4210)  # fmt: skip
    second = Priority(2, None, "govuk/alt", "Alt", (PAGE, f"{SITE}/a"), ("govuk/alt",), 3.0, (Reason("r", 3.0),),
                      Owner.WEB_TEAM)  # fmt: skip
    trends = (
        Trend("a", "2026-11-15T09:00:00Z", 1, (("critical", 0), ("serious", 2), ("moderate", 1), ("minor", 0))),
        Trend("b", "2026-11-22T09:00:00Z", 1, (("critical", 1), ("serious", 1), ("moderate", 2), ("minor", 4))),
    )
    lost = FeedbackItem(None, None, "comment", EVIL)
    return assemble(
        command, scan, findings, made="2026-11-22T10:00:00Z", site=f"Anyborough {EVIL}", gate="serious",
        older=replace(scan, started="2026-11-15T09:00:00Z"), priorities=(first, second), trends=trends,
        voices=Voices((item, lost), {PAGE: 4210}, 12), not_covered=("It does not see focus.",),
    )  # fmt: skip
