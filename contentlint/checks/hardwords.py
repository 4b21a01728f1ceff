"""Words that many readers do not know: rare, not explained on the page, and with no everyday word in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.checks._look import number, words_of
from contentlint.model import Certainty, Facts, Hit, Page, Rule, Skip
from contentlint.text.commonness import available
from contentlint.text.english import is_english
from contentlint.text.hardwords import HardWord, hard_words
from contentlint.text.roots import family

ENGINE = "contentlint"
PROBLEMS = frozenset({"hard-word"})


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Yield the hard words of a page that weigh most, each once, at its first place.

    A word with a plain alternative is what the rule says; one without needs a person. Words of the
    council's vocabulary are known, unless the rule itself has a plainer word for them.
    """
    rule = rules.get("hard-word")
    if not rule or not is_english(page):
        return
    if not available():
        yield Skip(page.key, "hardwords", "the list of common words (wordfreq) is not installed",
                   remedy="Run `pip install wordfreq`.")  # fmt: skip
        return
    plain = rule.options.get("plain", {})
    allowed = facts.settings.get("allowed_words", frozenset())
    known = {*(facts.vocabulary - plain.keys()), *allowed, *words_of(rule, "known")}  # type: ignore[operator]
    for found in hard_words(page, known, plain.keys())[: int(number(rule, "most", 5))]:
        yield _hit(page, rule, found, _plainer(found.word, plain) or _plainer(found.word, facts.plainer))


def _plainer(word: str, better: Mapping[str, str]) -> str | None:
    return next((better[form] for form in family(word) if form in better), None)


def _hit(page: Page, rule: Rule, found: HardWord, better: str | None) -> Hit:
    span = found.spans[0]
    times = len(found.spans)
    return Hit.in_block(
        rule, page, span.block, span.start, span.end, target=found.word, suggestion=better,
        certainty=None if better else Certainty.REVIEW,
        args={"times": f" It stands on this page {times} times." if times > 1 else "",
              "better": f" Try: {better}." if better else ""},
    )  # fmt: skip
