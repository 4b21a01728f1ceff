"""A recorded council site asks LanguageTool about each sentence once, in big batches, and never again."""

from __future__ import annotations

import json
from pathlib import Path

from tests.fetch.recorded import recorded_site

SMALLEST = 20  # sentences of a request: smaller ones cost several times as much


def test_the_first_crawl_asks_once_and_the_second_not_at_all(corpora: Path, tmp_path: Path, run_in) -> None:
    with recorded_site(corpora) as (site, _):
        uses, findings = [], []
        for _ in range(2):
            done = run_in(tmp_path, "crawl", site.origin, "--without", "browser", "--stats", "--format", "json", timeout=500)
            made = json.loads(done.stdout)
            uses.append(next(one for one in made["stats"] if one["engine"] == "languagetool"))
            findings.append([(item["page"], item["rule"], item["location"]["quote"]) for item in made["findings"]
                             if item["kind"] == "language"])  # fmt: skip
            assert "languagetool: " in done.stderr and "remembered" in done.stderr
    first, second = uses
    assert first["asked"] == first["sentences"] > 1000 and first["remembered"] == 0
    assert 0 < first["requests"] <= first["asked"] / SMALLEST
    assert (second["requests"], second["asked"]) == (0, 0)
    assert second["remembered"] == second["sentences"] == first["sentences"]
    assert findings[0] == findings[1] != []
