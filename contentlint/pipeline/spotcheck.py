"""The verdict of a GOV.UK spot check: does a page need rewriting, or only a few changes? Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from contentlint.model import Certainty, Finding, Kind, Owner, PageRow, Severity, SpotCheck

# Source: GOV.UK content publishing guidance, "Help with content quality": a page needs rewriting at 5 or more
# errors in its first 10 sentences, or 20 in all.
FIRST = 5
ALL = 20
_KINDS = frozenset({Kind.STYLE, Kind.LANGUAGE, Kind.READABILITY})


def spot_check(row: PageRow, findings: Iterable[Finding]) -> SpotCheck | None:
    """Return the verdict on a page, or None for one without sentences.

    findings: of this page. Errors are what its author wrote: wording, spelling, grammar and hard sentences
    in the main part. What a person must decide counts for nothing, and neither do faults of the template.
    """
    if not row.measures.sentences:
        return None
    errors = [
        item for item in findings
        if item.kind in _KINDS and item.owner is Owner.EDITOR and item.certainty is not Certainty.REVIEW
        and not item.template and item.location.region in ("main", "page")
    ]  # fmt: skip
    end = row.measures.spot_end
    first = sum(
        end is not None and item.location.line is not None and (item.location.line, item.location.column or 0) <= end
        for item in errors
    )
    major = sum(item.severity.rank >= Severity.SERIOUS.rank for item in errors)
    return SpotCheck(len(errors), major, first, first >= FIRST or len(errors) >= ALL)


def by_page(findings: Iterable[Finding]) -> defaultdict[str, list[Finding]]:
    """Group findings by page, without the faults of templates."""
    own: defaultdict[str, list[Finding]] = defaultdict(list)
    for item in findings:
        if not item.template:
            own[item.page].append(item)
    return own
