"""The words of a page: the rules of the style types, which are compiled into one matcher."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.model import Facts, Hit, Page, Rule, Skip

ENGINE = "contentlint"
#: Empty: these rules say themselves what they look for, and name their type in `extends`.
PROBLEMS: frozenset[str] = frozenset()


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Yield what the matcher of the pack finds. `rules` is empty: no rule extends “style”."""
    if facts.matcher is not None:
        yield from facts.matcher.match(page)
