"""Proves the examples of rules: a folder of rules whose example fails does not load."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from contentlint.checks.driver import judge, modules
from contentlint.errors import RuleError
from contentlint.model import Capture, Example, Facts, Hit, Page, Rule
from contentlint.parse import parse
from contentlint.rulepack import compile_pack
from contentlint.rulepack.examples import run_examples, text_page
from contentlint.text.measures import measure

HERE = "contentlint"  # what other engines say needs a browser or a server: the tests run those examples
DAY = date(2026, 6, 1)  # examples with dates are written for this day


def prove(rules: Sequence[Rule]) -> None:
    """Run the examples of rules. Raises RuleError for the first that fails, with file:line.

    A rule without a bad and a good example is refused too: nobody could tell what it does.
    """
    for rule in rules:
        if rule.extends in modules() and modules()[rule.extends].ENGINE != HERE:
            continue
        kinds = {bool(example.flags) for example in rule.examples}
        if kinds != {True, False}:
            missing = "a bad example" if True not in kinds else "a good example"
            raise RuleError(f"The rule {rule.id} has no {missing.removeprefix('a ')}.", where=f"{rule.path}:{rule.line}",
                            remedy="Add one under “examples”.")  # fmt: skip
        if failures := run_examples([rule], _page, _hits):
            first = failures[0]
            raise RuleError(f"The example “{first.example}” of {rule.id} should flag {first.expected}, "
                            f"but it flags {first.got}.", where=first.where,
                            remedy="Mend the rule or the example.")  # fmt: skip


def _page(example: Example, rule: Rule) -> Page:
    if example.markup != "html":
        return text_page(example, rule)
    body = example.text.encode("utf-8", "replace")
    page = parse(Capture("https://www.example.gov.uk/page", "", 200, (), body, "", "", "text/html"))
    if not isinstance(page, Page):
        raise RuleError(f"An example cannot be read as HTML: {page.reason}.", where=f"{rule.path}:{example.line}")
    return page


def _hits(rule: Rule, page: Page) -> list[Hit]:
    matcher = compile_pack([rule])
    found = [item for item in matcher.match(page) if isinstance(item, Hit)]
    if found:
        return found
    judged, _ = judge(page, [rule], Facts(DAY, measures=measure(page)))
    return [Hit(rule, item.target, item.location, fix=item.fix) for item in judged]
