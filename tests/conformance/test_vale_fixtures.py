"""Vale's own feature files: the bar, and that every miss has a reason. The figures: vale_fixtures.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conformance import vale_fixtures as suite


@pytest.fixture(scope="module")
def found(corpora: Path) -> list[suite.Outcome]:
    with suite.unpacked() as fixtures:
        return suite.outcomes(fixtures, suite.BAR)


def test_95_of_100_scenarios_give_exactly_the_expected_lines(found: list[suite.Outcome]) -> None:
    counted = suite.judged(found)
    assert len(counted) >= 60
    exact = sum(item.exact for item in counted)
    assert exact >= 0.95 * len(counted), suite.table(found)


def test_every_miss_has_a_reason_and_every_reason_a_miss(found: list[suite.Outcome]) -> None:
    missed = {(item.scenario.feature, item.scenario.name) for item in found if not item.exact}
    assert missed == set(suite.KNOWN), suite.table(found)
