"""The accessibility statement that the law asks of public bodies, and the link to it.

Source of the parts: the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility
Regulations 2018, regulation 8, and the model statement on GOV.UK. The wording is in rules/statement/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from contentlint.checks._criteria import criteria
from contentlint.checks._dates import dates
from contentlint.checks._look import folded, is_statement, patterns_of, prose, sentences, words_of
from contentlint.checks._statement import PROBLEMS as PROBLEM_PARTS
from contentlint.checks._statement import STATUS, dated, name_of, pieces, plain, problems, section, statuses, text_of
from contentlint.model import Block, Facts, Hit, Page, Place, Rule, Skip

ENGINE = "contentlint"
PROBLEMS = frozenset({
    "statement-not-linked", "statement-without-commitment", "statement-without-status",
    "statement-with-two-statuses", "statement-with-old-standard", "statement-without-standard",
    "statement-without-problem-list", "full-compliance-with-problems", "statement-without-criteria", "statement-without-preparation-date",
    "statement-without-review-date", "statement-review-overdue", "statement-without-contact",
    "statement-without-enforcement", "statement-without-advice-service", "statement-template-left-over",
    "statement-promise-overdue", "statement-heading-missing",
})  # fmt: skip
_ABSENT = frozenset(name for name in PROBLEMS if "-without-" in name or name.endswith("-missing"))
_YEAR = timedelta(days=365)
_PREPARED, _REVIEWED = re.compile(r"\bprepared\b", re.I), re.compile(r"\b(?:reviewed|updated)\b", re.I)
_PROMISE = re.compile(r"\b(?:will|plan|intend|aim|hope|expect|due|target|should)\b", re.I)


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge the statement's parts in the order of the model statement; on other pages, the link to it."""
    if not is_statement(page):
        rule = rules.get("statement-not-linked")
        # A draft is often saved without its footer: only pages that came from a site tell.
        if rule and facts.site and not page.fragment and page.media == "html" and not _linked(page):
            yield Hit.at(rule, Place(region="footer"), target="accessibility statement")
        return
    text = text_of(page)
    if pieces(page):  # what is not here may stand in another piece
        rules = {name: rule for name, rule in rules.items() if name not in _ABSENT}
    for name in ("statement-without-commitment", "statement-without-status"):
        yield from _needed(rules.get(name), text)
    yield from _standard(page, rules, text)
    yield from _problems(page, rules, text)
    yield from _preparation(page, rules, facts.today)
    addresses = " ".join(link.href for link in page.links if link.place.region == "main")
    for name in (
        "statement-without-contact",
        "statement-without-enforcement",
        "statement-without-advice-service",
    ):
        yield from _needed(rules.get(name), f"{text} {addresses}")
    yield from _left_overs(page, rules.get("statement-template-left-over"))
    yield from _promises(page, rules.get("statement-promise-overdue"), facts.today)
    yield from _headings(page, rules.get("statement-heading-missing"), text)


def _linked(page: Page) -> bool:
    """Tell whether a link speaks of accessibility, in English or Welsh."""
    return any(word in f"{link.text} {link.href}".casefold() for link in page.links for word in ("accessibility", "hygyrchedd"))


def _needed(rule: Rule | None, text: str) -> Iterator[Hit]:
    """Flag the page unless every pattern of `needs` is in its words."""
    if rule and not all(re.search(part, plain(text), re.I) for part in words_of(rule, "needs")):
        yield Hit.on_page(rule)


def _standard(page: Page, rules: Mapping[str, Rule], text: str) -> Iterator[Hit]:
    said = sorted(statuses(text))
    if len(said) > 1 and (rule := rules.get("statement-with-two-statuses")):
        yield Hit.on_page(rule, target=" ".join(said), args={"statuses": " and ".join(said)})
    old, none = rules.get("statement-with-old-standard"), rules.get("statement-without-standard")
    if (old and _says(old, "current", text)) or (none and _says(none, "current", text)):
        return
    older = patterns_of(old, "old") if old else None
    spots = ((block, found) for block in prose(page) if older and (found := older.search(block.text)))
    if old and (spot := next(spots, None)):
        yield Hit.in_block(old, page, spot[0], *spot[1].span())
    elif none and not _says(none, "old", text):
        yield Hit.on_page(none)


def _says(rule: Rule, name: str, text: str) -> bool:
    pattern = patterns_of(rule, name)
    return bool(pattern and pattern.search(text))


def _problems(page: Page, rules: Mapping[str, Rule], text: str) -> Iterator[Hit]:
    """A site that is not fully compliant lists what fails, and says which criterion each item fails."""
    said = statuses(text)
    if said == {"fully"}:
        yield from _full(page, rules.get("full-compliance-with-problems"))
    if not said & {"partially", "not"}:
        return
    listed = problems(page)
    if not listed:
        if rule := rules.get("statement-without-problem-list"):
            yield Hit.at(rule, Place(region="footer"), target="accessibility statement")
        return
    rule = rules.get("statement-without-criteria")
    if rule and not any(next(criteria(words), None) for words in _with_headings(page, listed)):
        yield Hit.in_block(rule, page, listed[0], 0, min(80, len(listed[0].text)))


def _with_headings(page: Page, blocks: list[Block]) -> Iterator[str]:
    """Yield the texts of blocks and of the headings above them, which may name what fails."""
    for block in blocks:
        yield block.text
        yield block.place.heading or ""


def _full(page: Page, rule: Rule | None) -> Iterator[Hit]:
    """A site that is fully compliant has no problems to list."""
    listed = [block for block in section(page, PROBLEM_PARTS) if block.kind == "list"]
    for block in prose(page) if rule and listed else ():
        if (found := STATUS.search(block.text)) and rule:
            yield Hit.in_block(rule, page, block, *found.span(), args={"number": str(len(listed))})
            return


def _preparation(page: Page, rules: Mapping[str, Rule], today: date) -> Iterator[Hit]:
    prepared = list(dated(page, _PREPARED))
    reviewed = list(dated(page, _REVIEWED))
    if not prepared and (rule := rules.get("statement-without-preparation-date")):
        yield Hit.on_page(rule)
    if not reviewed and (rule := rules.get("statement-without-review-date")):
        yield Hit.on_page(rule)
    rule = rules.get("statement-review-overdue")
    known = reviewed or prepared
    if rule and known:
        day, block, start, end = max(known, key=lambda item: item[0])
        if day < today - _YEAR:
            yield Hit.in_block(rule, page, block, start, end, args={"date": block.text[start:end]})


def _left_overs(page: Page, rule: Rule | None) -> Iterator[Hit]:
    pattern = patterns_of(rule, "patterns") if rule else None
    spared = patterns_of(rule, "exceptions") if rule else None
    for block in prose(page) if rule and pattern else ():
        for found in pattern.finditer(block.text):  # type: ignore[union-attr]
            if not (spared and spared.fullmatch(found.group())):
                yield Hit.in_block(rule, page, block, found.start(), found.end())  # type: ignore[arg-type]


def _promises(page: Page, rule: Rule | None, today: date) -> Iterator[Hit]:
    for block in prose(page) if rule else ():
        for span in sentences(block):
            if not _PROMISE.search(span.text):
                continue
            for one in dates(span.text):
                if one.day < today and not re.search(r"\b(?:before|since)\s+$", span.text[: one.start], re.I):
                    yield Hit.in_block(
                        rule,
                        page,
                        block,
                        span.start + one.start,
                        span.start + one.end,
                        args={"date": span.text[one.start : one.end]},
                    )  # type: ignore[arg-type]


def _headings(page: Page, rule: Rule | None, text: str) -> Iterator[Hit]:
    """One question for all headings of the model statement that are not there."""
    if not rule:
        return
    there = [name_of(heading.text) for heading in page.headings]
    full = statuses(text) == {"fully"}
    missing = [
        name
        for name in words_of(rule, "headings")
        if not any(folded(name) in one for one in there) and not (full and name.startswith("Non-"))
    ]
    if missing:
        yield Hit.on_page(
            rule, target=" ".join(missing), args={"headings": ", ".join(f"“{name}”" for name in missing)}
        )
