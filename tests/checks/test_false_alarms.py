"""Recorded council pages: what is found there is known, and anything else is a false alarm."""

from __future__ import annotations

import tarfile
from collections import Counter
from datetime import date
from pathlib import Path

from contentlint.checks import driver
from contentlint.model import Facts

#: sure and likely findings on the 101 pages, each read by a person and found right
KNOWN = {
    "links/address-as-link-text": 28,
    "links/mail-address-as-page-link": 2,
    "links/unannounced-new-window": 1,
    "links/vague-link-text": 1,
    "readability/hard-word": 1,
    "readability/long-sentence": 104,
    "structure/no-main-heading": 5,
    "structure/skipped-heading-level": 15,
    "wcag/missing-description": 14,
}


def test_recorded_pages_give_known_findings_only(rules, parse, corpora: Path):
    found: Counter[str] = Counter()
    pages = 0
    with tarfile.open(corpora / "localgov-drupal" / "lgd_static_101_pages.tar.gz") as archive:
        for member in sorted(archive.getmembers(), key=lambda item: item.name):
            if not member.isfile() or not member.name.endswith(".html"):
                continue
            body = archive.extractfile(member).read().decode("utf-8")
            page = parse(body, f"https://demo.example/{member.name.removesuffix('.html')}")
            findings, skips = driver.judge(page, rules, Facts(date(2026, 11, 25)))
            assert not skips
            found.update(one.rule for one in findings if one.certainty != "review")
            pages += 1
    assert pages == 101
    assert dict(found) == KNOWN
