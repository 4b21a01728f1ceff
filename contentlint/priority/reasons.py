"""What faults are worth, and the sentences that say so."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from contentlint.model import Cause, Certainty, Finding, Kind, Reason, Severity, State
from contentlint.priority import wording
from contentlint.priority.weights import Weights


def reason(text: str, points: float) -> Reason:
    """Return a reason whose points are a multiple of a half: halves are exact, so their sum is too."""
    return Reason(text, round(points * 2) / 2)


def worth(found: Sequence[Finding], weights: Weights) -> float:
    """Return the points of faults together: those of a mean one, and less for each further one."""
    if not found:
        return 0.0
    each = [weights.severity[item.severity] * weights.certainty[item.certainty] for item in found]
    return sum(each) / len(each) * (1 + weights.more * math.log(len(each)))


def worst_first(found: Iterable[Finding], weights: Weights) -> list[Finding]:
    """Return faults by what they are worth, then by page, rule and line."""

    def order(item: Finding) -> tuple[object, ...]:
        own = weights.severity[item.severity] * weights.certainty[item.certainty]
        return -own, item.page, item.rule, item.location.line or 0, item.fingerprint

    return sorted(found, key=order)


def faults(found: Sequence[Finding], weights: Weights) -> list[Reason]:
    """Return one reason for each severity and kind, the worst first."""
    groups: defaultdict[tuple[Severity, Kind], list[Finding]] = defaultdict(list)
    for item in found:
        groups[item.severity, item.kind].append(item)
    reasons = []
    for (severity, kind), members in sorted(
        groups.items(), key=lambda one: (-one[0][0].rank, one[0][1].value)
    ):
        likely = sum(item.certainty is Certainty.LIKELY for item in members)
        doubt = "" if not likely else ", likely" if likely == len(members) else f", {likely} of them likely"
        text = (wording.FAULT if len(members) == 1 else wording.FAULTS).format(
            faults=wording.plural(len(members), f"{severity.value} {wording.KINDS[kind]}"),
            doubt=doubt,
            example=wording.example(worst_first(members, weights)[0].message),
        )
        reasons.append(reason(text, worth(members, weights)))
    return reasons


def changes(found: Sequence[Finding], weights: Weights) -> list[Reason]:
    """Return what new and returned faults add. New because of a new rule or engine adds nothing."""
    ours = (Cause.NEW_RULE, Cause.NEW_ENGINE)
    fresh = [item for item in found if item.change is State.NEW and item.cause not in ours]
    again = [item for item in found if item.change is State.BACK]
    return [
        *_some(wording.NEW, fresh, weights.new, weights),
        *_some(wording.BACK, again, weights.back, weights),
    ]


def effort(found: Sequence[Finding], weights: Weights) -> list[Reason]:
    """Return what quick mending adds and rewriting takes."""
    return [
        made
        for name, sentence in (("seconds", wording.QUICK), ("rewrite", wording.REWRITE))
        for made in _some(
            sentence, [item for item in found if item.effort == name], weights.effort[name], weights
        )
    ]


def _some(sentence: str, found: Sequence[Finding], share: float, weights: Weights) -> list[Reason]:
    if not found:
        return []
    one = len(found) == 1
    text = sentence.format(
        faults=wording.plural(len(found), "fault"), be="is" if one else "are", need="needs" if one else "need"
    )
    return [reason(text, worth(found, weights) * share)]
