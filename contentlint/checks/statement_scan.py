"""What the accessibility statement admits against what the scan found. Runs once all pages are judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from contentlint.checks._criteria import NAMES, criteria
from contentlint.checks._look import is_statement, number, prose
from contentlint.checks._statement import STATUS, pieces, problems, statuses, text_of
from contentlint.model import Block, Certainty, Facts, Hit, Page, Rule, Skip

ENGINE = "contentlint"
PROBLEMS = frozenset({"full-compliance-against-the-scan", "failure-not-in-statement", "listed-failure-not-found"})
LATE = True
DROPPED = "4.1.1"  # a criterion of WCAG 2.1 that 2.2 no longer has
Failures = Mapping[str, Sequence[str]]  # pages by criterion of A or AA; the law asks for no more


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Compare the statement with the tally of the scan. Without one there is nothing to compare."""
    tally = facts.site.tally if facts.site else None
    if tally is None or not is_statement(page):
        return
    failures = {name: pages for name, pages in tally.failures.items() if name in NAMES and name != DROPPED}
    said = statuses(text_of(page))
    rule = rules.get("full-compliance-against-the-scan")
    if said == {"fully"}:
        if rule and failures:
            yield from _full(page, rule, failures)
        return  # a list of failures is no part of such a statement
    named = _named(page)
    if (rule := rules.get("failure-not-in-statement")) and not pieces(page):
        yield from _silent(page, rule, failures, set(named))
    rule = rules.get("listed-failure-not-found")
    for criterion, (block, start, end) in sorted(named.items()) if rule else ():
        if criterion in tally.looked_for and criterion not in tally.failures and criterion not in tally.doubts:
            args = {"criterion": criterion, "name": NAMES.get(criterion, ""), "number": str(tally.pages)}
            yield Hit.in_block(rule, page, block, start, end, target=criterion, args=args)  # type: ignore[arg-type]


def _full(page: Page, rule: Rule, failures: Failures) -> Iterator[Hit]:
    worst = min(failures, key=lambda criterion: (-len(failures[criterion]), criterion))
    args = {"number": str(len(failures)), "criterion": worst, "page": failures[worst][0]}
    for block in prose(page):
        if found := STATUS.search(block.text):
            yield Hit.in_block(rule, page, block, *found.span(), target="fully compliant", args=args)
            return


def _silent(page: Page, rule: Rule, failures: Failures, named: set[str]) -> Iterator[Hit]:
    """One finding for each criterion. Where the statement names no criterion at all, it may mean the same in
    other words, so a person decides."""
    listed = problems(page)
    for criterion, pages in sorted(failures.items()):
        if criterion in named or len(pages) < number(rule, "pages", 3):
            continue
        args = {"criterion": criterion, "name": NAMES.get(criterion, ""), "number": str(len(pages)), "page": pages[0]}
        doubt = None if named or not listed else Certainty.REVIEW
        yield Hit.on_page(rule, target=criterion, args=args, certainty=doubt)


def _named(page: Page) -> dict[str, tuple[Block, int, int]]:
    """Return the first place of each criterion that the statement names, headings included."""
    found: dict[str, tuple[Block, int, int]] = {}
    for block in prose(page):
        for criterion, start, end in criteria(block.text):
            found.setdefault(criterion, (block, start, end))
    return found
