"""Runs contentlint over every example of the GOV.UK and NHS design systems' components, each in a plain page.

    python tests/conformance/frontend_fixtures.py [--packages FOLDER] [--package govuk-frontend] [--all]

Their markup is tested by people with disabilities, so what is reported here is most likely a false
alarm. FOLDER holds the packages as npm leaves them (node_modules). Findings against WCAG 2.2 at A and AA
that are sure or likely are listed; --all lists what a person should look at too.
"""

from __future__ import annotations

import argparse
import html
import json
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
for folder in (ROOT, Path(__file__).parent):
    if str(folder) not in sys.path:
        sys.path.append(str(folder))

from serving import served  # noqa: E402

from contentlint.config import Config  # noqa: E402
from contentlint.model import Certainty, Finding, Kind  # noqa: E402
from contentlint.pipeline.draft import check  # noqa: E402

PACKAGES = Path(os.environ.get("CONTENTLINT_FRONTENDS") or ROOT / ".venv" / "tools" / "node_modules")
#: package: (version, folder of components, style sheet, class of the body)
FRONTENDS = {
    "govuk-frontend": ("6.6.0", "dist/govuk/components", "dist/govuk/govuk-frontend.min.css", "govuk-template__body"),
    "nhsuk-frontend": ("10.6.1", "dist/nhsuk/components", "dist/nhsuk/nhsuk-frontend.min.css", ""),
}
OUTSIDE = frozenset({"header", "footer", "skip-link", "cookie-banner", "service-navigation", "phase-banner",
                     "breadcrumbs", "back-link"})  # fmt: skip


def pages_of(folder: Path, name: str) -> dict[str, str]:
    """Return the pages of a package: path to markup. folder: of the package."""
    _, components, _, body = FRONTENDS[name]
    made = {}
    for path in sorted((folder / components).glob("*/fixtures.json")):
        component = path.parent.name
        for at, one in enumerate(json.loads(path.read_text("utf-8"))["fixtures"]):
            if not one.get("hidden"):
                made[f"{component}-{at}.html"] = _page(component, one["name"], one["html"], body)
    return made


def _page(component: str, name: str, markup: str, body: str) -> str:
    title = html.escape(f"{component}: {name}".capitalize())
    dark = "background: #1d70b8; color: #fff" if "inverse" in markup or "reverse" in markup or "--white" in markup else ""
    outside, inside = (markup, "") if component in OUTSIDE else ("", markup)
    skip = "" if component == "skip-link" else '<a href="#main-content" class="govuk-skip-link nhsuk-skip-link">Skip to main content</a>'
    if component in ("footer",):
        before, after = "", outside
    else:
        before, after = outside, ""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="stylesheet" href="/style.css"></head><body class="{body}">{skip}{before}'
        f'<main id="main-content" style="{dark}"><h1 style="overflow-wrap: anywhere">{title}</h1>{inside}</main>{after}</body></html>'
    )


def look(packages: Path, name: str) -> tuple[int, list[Finding]]:
    """Check the fixtures of a package; return how many pages there were, and what was found on them
    against a criterion of WCAG (advice has none), whatever its certainty."""
    with tempfile.TemporaryDirectory(prefix="fixtures-") as temporary:
        folder = Path(temporary)
        # Fonts of distant hosts would make every page wait.
        sheet = (packages / name / FRONTENDS[name][2]).read_text("utf-8").replace("https://", "/distant/")
        (folder / "style.css").write_text(sheet, "utf-8")
        (folder / "assets").symlink_to(packages / name / FRONTENDS[name][1] / ".." / "assets")
        pages = pages_of(packages / name, name)
        for path, text in pages.items():
            (folder / path).write_text(text, "utf-8")
        with served(folder) as start:
            report = check(tuple(f"{start}/{path}" for path in pages), Config(), without=("languagetool",))
    found = [item for item in report.findings if item.kind is Kind.ACCESSIBILITY and item.wcag]
    return len(pages), found


def counts(findings: list[Finding]) -> Counter[str]:
    """Return how many findings of each rule that are sure or likely; one for each page of a template's.

    The examples are no site, so what compares the pages of a site with each other says nothing here.
    """
    return Counter(
        item.rule for item in findings for _ in (item.pages or (item.page,))
        if item.certainty is not Certainty.REVIEW and not item.rule.startswith("site/")
    )  # fmt: skip


def main() -> None:
    """Check, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--packages", type=Path, default=PACKAGES)
    parser.add_argument("--package", action="append", choices=sorted(FRONTENDS))
    parser.add_argument("--all", action="store_true", help="also what needs a person")
    options = parser.parse_args()
    for name in options.package or FRONTENDS:
        began = time.monotonic()
        number, findings = look(options.packages, name)
        print(f"{name} {FRONTENDS[name][0]}: {number} pages in {time.monotonic() - began:.0f} s")
        for rule, count in counts(findings).most_common():
            print(f"{count:5} {rule}")
        for item in findings:
            if options.all or item.certainty is not Certainty.REVIEW:
                where = item.page.rpartition("/")[2] + (f" and {len(item.pages) - 1} more" if item.pages else "")
                print(f"      {item.certainty} {item.rule} {where}: {item.location.quote or item.location.html}")


if __name__ == "__main__":
    main()
