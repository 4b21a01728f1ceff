"""GOV.UK's own guidance for publishers: the hard words that stand there are known, each read by a person."""

from __future__ import annotations

import tarfile
from collections import Counter
from datetime import date
from pathlib import Path

from contentlint.checks import hardwords
from contentlint.model import Capture, Certainty, Facts, Hit, Page
from contentlint.parse import parse

#: words with a plainer one, on 141 pages
LIKELY = {"annotate": 2, "collate": 1, "defamatory": 2, "disorientating": 1, "succinct": 1, "succinctly": 1,
          "superfluous": 2, "supersedes": 1}  # fmt: skip
MOST_FOR_REVIEW = 10


def test_the_guidance_gives_known_hard_words_only(rules, corpora: Path) -> None:
    chosen = {rule.name: rule for rule in rules if rule.extends == "hardwords"}
    found: Counter[str] = Counter()
    review, pages = [], 0
    with tarfile.open(corpora / "govuk-guidance.tar.xz") as archive:
        for member in archive.getmembers():
            if not member.name.endswith(".md"):
                continue
            body = archive.extractfile(member).read()
            page = parse(Capture(member.name, member.name, 200, (), body, "", "", "text/markdown"))
            assert isinstance(page, Page), page
            pages += 1
            for hit in hardwords.check(page, chosen, Facts(date(2026, 11, 25))):
                assert isinstance(hit, Hit)
                if hit.certainty is Certainty.REVIEW:
                    review.append((member.name, hit.target))
                else:
                    found[hit.target] += 1
    assert pages == 141
    assert dict(found) == LIKELY
    assert len(review) <= MOST_FOR_REVIEW, review
