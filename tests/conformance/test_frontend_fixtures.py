"""Nothing is found on the examples of the GOV.UK and NHS design systems, but for what axe-core is known to find."""

from __future__ import annotations

import os

import pytest

from tests.conformance.frontend_fixtures import FRONTENDS, PACKAGES, counts, look

#: what axe-core finds on examples of the NHS, judged by hand. Contrast: white links and messages that lose their dark
#: surroundings, and the grey "No data". Names: the header's and the search button's own labels. Scrolling: boxes that
#: the package's script makes focusable, which is not run here.
KNOWN = {
    "govuk-frontend": {},
    "nhsuk-frontend": {"axe/color-contrast": 12, "axe/label-content-name-mismatch": 8, "axe/scrollable-region-focusable": 4},
}


@pytest.mark.parametrize("name", FRONTENDS)
def test_only_what_is_known_is_found(name: str):
    if not (PACKAGES / name).is_dir():
        # `make test` brings them and says where, so that there an absent one is a fault.
        assert "CONTENTLINT_FRONTENDS" not in os.environ, f"{PACKAGES / name} is not there"
        pytest.skip(f"{name} is not there: `make test` brings it")
    pages, findings = look(PACKAGES, name)
    assert pages > 250
    found = counts(findings)
    assert all(rule.startswith("axe/") for rule in found), found
    assert dict(found) == KNOWN[name], found
