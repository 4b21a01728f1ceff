"""Sound that starts by itself (WCAG 1.4.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.checks._facts import ENGINE as ENGINE
from contentlint.checks._facts import at, facts_on
from contentlint.model import Certainty, Facts, Hit, Page, Rule, Skip

MEDIA = frozenset({"html"})
PROBLEMS = frozenset({"sound-without-controls", "sound-that-starts-alone"})
_SHORT = 3.0  # seconds that WCAG allows


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Flag sound over 3 seconds that starts alone; without a button to stop it, it is a failure."""
    for fact in facts_on(facts, "media"):
        seconds = fact.get("seconds")
        # How long a film is may be unknown; few that start by themselves end within three seconds.
        if isinstance(seconds, int | float) and seconds <= _SHORT and not fact.get("loop"):
            continue
        for name in ("sound-that-starts-alone", *(() if fact.get("controls") else ("sound-without-controls",))):
            if rule := rules.get(name):
                open_ = seconds is None and name == "sound-that-starts-alone"  # whether it sounds at all is not known
                yield at(rule, page, fact, args={"kind": "sound" if fact.get("kind") == "audio" else "film"},
                         certainty=Certainty.REVIEW if open_ else None)  # fmt: skip
