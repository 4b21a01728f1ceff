"""Elements whose role and name do not fit: nothing is said, or a control is swallowed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.checks._facts import ENGINE as ENGINE
from contentlint.checks._facts import at, facts_on
from contentlint.model import Facts, Hit, Page, Rule, Skip

MEDIA = frozenset({"html"})
PROBLEMS = frozenset({"summary-without-name", "control-inside-silent-role", "name-that-is-not-read",
                      "table-header-without-cells", "list-without-items"})  # fmt: skip


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge what the browser and axe-core's reckoning of names say of these elements."""
    if rule := rules.get("summary-without-name"):
        for fact in facts_on(facts, "summaries"):
            if not fact.get("name"):
                yield at(rule, page, fact)
    if rule := rules.get("control-inside-silent-role"):
        for fact in facts_on(facts, "nested"):
            yield at(rule, page, fact, quote=str(fact.get("name") or ""), target=str(fact.get("inner")),
                     args={"role": fact.get("role")})  # fmt: skip
    if rule := rules.get("name-that-is-not-read"):
        for fact in facts_on(facts, "prohibited"):
            yield at(rule, page, fact, quote=str(fact.get("name") or ""), args={"attribute": fact.get("attribute")})
    if rule := rules.get("table-header-without-cells"):
        for fact in facts_on(facts, "headers"):
            yield at(rule, page, fact, quote=str(fact.get("name") or ""))
    if rule := rules.get("list-without-items"):
        for fact in facts_on(facts, "lists"):
            yield at(rule, page, fact, args={"children": fact.get("children")})
