"""The rules see most facts of the guides, and what they do not see has a reason."""

from __future__ import annotations

from tests.conformance.coverage import states


def test_most_facts_are_seen_by_a_rule() -> None:
    found = states()
    assert {"govuk", "council", "plain-english", "inclusive"} <= set(found)
    whole = sum(sum(count.values()) for count in found.values())
    assert whole >= 550
    assert sum(count["seen"] + count["in part"] for count in found.values()) / whole >= 0.58
