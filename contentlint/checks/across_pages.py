"""What stays the same from page to page, so that people find it again: orders, help, names, ways to a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.model import Certainty, Facts, Hit, Page, Rule, Skip

ENGINE = "contentlint"
MEDIA = frozenset({"html"})
PROBLEMS = frozenset({
    "menu-in-another-order", "help-in-another-order", "same-link-under-another-name", "page-found-in-one-way",
})  # fmt: skip
_RULES = {"order": "menu-in-another-order", "help": "help-in-another-order", "name": "same-link-under-another-name"}


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Show the links of a page that differ from most pages, and a page that is hard to find."""
    if facts.site is None:
        return
    for odd in facts.site.odd_links.get(page.key, ()):
        if rule := rules.get(_RULES[odd.kind]):
            link = page.links[odd.at]
            # One target for all pages that differ, so that the fault stands once with its pages.
            same = f"{link.text} {odd.other}" if odd.kind == "name" else f"{odd.kind} {link.place.region} {page.lang or ''}"
            args = {"other": odd.other, "number": str(odd.pages)}
            doubt = None if odd.own else Certainty.REVIEW
            yield Hit.at(rule, link.place, target=same, quote=link.text, args=args, certainty=doubt)
    rule = rules.get("page-found-in-one-way")
    if rule and (way := facts.site.lone_ways.get(page.key)) is not None:
        known = dict(rule.options.get("ways", {}))  # type: ignore[call-overload]
        yield Hit.on_page(rule, target="ways", args={"way": str(known.get(way or "none", way))})
