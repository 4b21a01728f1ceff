"""The public JSON objects, "contentlint/1": what CI jobs and other programs read.

The schema is reports/contentlint-1.schema.json. Absent values are null, never left out.
"""

from __future__ import annotations

from typing import Any

from contentlint.model import EngineUse, Finding, PageRow, Priority, Report, Skip, SpotCheck

SCHEMA = "contentlint/1"


def scan(report: Report) -> dict[str, Any]:
    """The run: id, start, source, rules and engines."""
    run = report.scan
    return {
        "id": run.id,
        "started": run.started,
        "source": run.source,
        "rules_digest": run.rules_digest,
        "engines": dict(run.engines),
    }


def coverage(report: Report) -> dict[str, int]:
    """How much was seen: addresses met, checked, unchanged, skipped."""
    seen = report.coverage
    return {"met": seen.met, "checked": seen.checked, "unchanged": seen.unchanged, "skipped": seen.skipped}


def page(row: PageRow, spot: SpotCheck | None = None) -> dict[str, Any]:
    """One page, its measures and its spot check."""
    measures = row.measures
    return {
        "page": row.page,
        "title": row.title,
        "status": row.status,
        "measures": {
            "words": measures.words,
            "sentences": measures.sentences,
            "reading_age": None if measures.reading_age is None else round(measures.reading_age, 1),
            "sentences_over_25": measures.sentences_over_25,
            "long_share": measures.long_share,
            "range": None if measures.range is None else list(measures.range),
            "formula": measures.formula,
            "passive_share": measures.passive_share,
            "familiarity": measures.familiarity,
            "late_words": measures.late_words,
            "hardest": [
                {
                    "quote": item.quote, "words": item.words, "reading_age": item.age, "if_split": item.split_age,
                    "if_left_out": item.without_age, "cost": item.cost, "heavy_words": list(item.heavy),
                }
                for item in measures.costs
            ],
        },
        "spot_check": None if spot is None else {
            "errors": spot.errors, "major": spot.major, "first_ten": spot.first_ten, "rewrite": spot.rewrite,
        },
        "linked_from": [{"page": page, "words": words} for page, words in row.linked],
    }  # fmt: skip


def finding(item: Finding) -> dict[str, Any]:
    """One finding; "change" and "cause" only where two scans were compared."""
    place = item.location
    made: dict[str, Any] = {
        "rule": item.rule,
        "page": item.page,
        "kind": str(item.kind),
        "severity": str(item.severity),
        "certainty": str(item.certainty),
        "owner": str(item.owner),
        "effort": item.effort,
        "message": item.message,
        "suggestion": item.suggestion,
        "why": item.why,
        "fix": None if item.fix is None else {
            "start": item.fix.start, "end": item.fix.end, "text": item.fix.text, "safe": item.fix.safe,
        },
        "location": {
            "line": place.line, "column": place.column,
            "end_line": place.end_line, "end_column": place.end_column,
            "quote": place.quote, "before": place.before, "after": place.after,
            "heading": place.heading, "css": place.css, "html": place.html,
        },
        "guidance": [{"name": source.name, "url": source.url} for source in item.guidance],
        "wcag": list(item.wcag),
        "act": list(item.act),
        "fingerprint": item.fingerprint,
    }  # fmt: skip
    if item.change is not None:
        made["change"] = str(item.change)
        made["cause"] = None if item.cause is None else str(item.cause)
    if item.template:
        made |= {"template": True, "page_count": item.page_count, "pages": list(item.pages)}
    return made


def skip(item: Skip) -> dict[str, Any]:
    """What was not checked, and why."""
    return {"page": item.page, "engine": item.engine, "reason": item.reason}


def priority(item: Priority) -> dict[str, Any]:
    """One entry of the ranked list."""
    made: dict[str, Any] = {"rank": item.rank}
    if item.template is None:
        made["page"] = item.page
    else:
        made["template"] = item.template
    return made | {
        "pages": list(item.pages),
        "rules": list(item.rules),
        "points": round(item.points, 1),
        "reasons": [{"text": reason.text, "points": round(reason.points, 1)} for reason in item.reasons],
        "owner": str(item.owner),
    }


def use(item: EngineUse) -> dict[str, Any]:
    """What one engine did, where --stats asked for it."""
    return {
        "engine": item.engine, "seconds": round(item.seconds, 2), "pages": item.pages, "requests": item.requests,
        "sentences": item.sentences, "asked": item.asked, "remembered": item.remembered,
    }  # fmt: skip


def document(report: Report) -> dict[str, Any]:
    """The whole report."""
    made: dict[str, Any] = {
        "schema": SCHEMA,
        "version": report.version,
        "scan": scan(report),
        "coverage": coverage(report),
        "pages": [page(row, report.spots.get(row.page)) for row in report.pages],
        "findings": [finding(item) for item in report.findings],
        "skips": [skip(item) for item in report.skips],
    }
    if report.stats:
        made["stats"] = [use(item) for item in report.stats]
    if report.command == "report":
        made["priorities"] = [priority(item) for item in report.priorities]
    return made
