"""One thing under two names on a site: the rarer name is shown where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from contentlint.checks._look import PROSE, prose
from contentlint.model import Facts, Hit, Page, Rule, Skip

ENGINE = "contentlint"
#: Empty: a council's own lists of names may have any name.
PROBLEMS: frozenset[str] = frozenset()


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Flag the first use on a page of a name that fewer pages of the site use than another of the same thing."""
    counts = facts.site.phrases if facts.site else {}
    for rule in rules.values() if counts else ():
        for names in _sets(rule):
            used = {name: counts.get(name, 0) for name in names}
            usual = max(used, key=lambda name: used[name])
            rare = [name for name in names if name != usual and 0 < used[name] < used[usual]]
            if rare:
                yield from _first(page, rule, _pattern(names), rare, usual, used[usual])


def _first(
    page: Page, rule: Rule, pattern: re.Pattern[str], rare: list[str], usual: str, number: int
) -> Iterator[Hit]:
    for block in prose(page, PROSE):
        for found in pattern.finditer(block.text):
            if _single(found[1]) in rare:
                args = {"usual": usual, "number": str(number)}
                yield Hit.in_block(rule, page, block, found.start(), found.end(), args=args, suggestion=usual)
                return


def watched(rules: Iterable[Rule]) -> frozenset[str]:
    """Return the phrases, in lower case, that rules of this check count over the site."""
    return frozenset(name for rule in rules if rule.extends == "house_terms" for names in _sets(rule) for name in names)


def which(page: Page, phrases: frozenset[str]) -> frozenset[str]:
    """Return those of the phrases that stand in the main text of a page."""
    if not phrases:
        return frozenset()
    pattern = _pattern(sorted(phrases, key=len, reverse=True))
    return frozenset(_single(found[1]) for block in prose(page, PROSE) for found in pattern.finditer(block.text))


def _sets(rule: Rule) -> list[tuple[str, ...]]:
    """Return the sets of names, each for one thing. In a rule they stand as "bin day | collection day"."""
    lines = rule.options.get("terms", ())
    lines = (lines,) if isinstance(lines, str) else lines
    return [tuple(name.strip().lower() for name in str(line).split("|") if name.strip()) for line in lines]  # type: ignore[union-attr]


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Match names as whole words, the longest first: “recycling centre” is no name in “household recycling centre”."""
    ordered = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, ordered))})s?(?![\w-])", re.I)


def _single(found: str) -> str:
    return " ".join(found.lower().split())
