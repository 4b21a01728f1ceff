"""What a page says against what other pages of the site say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.checks.claims import Claim, claims
from contentlint.model import Facts, Hit, Page, Rule, Site, Skip

ENGINE = "contentlint"
PROBLEMS = frozenset({"repeated-description", "page-with-a-twin", "fee-stated-two-ways", "contact-stated-two-ways"})


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Compare one page with the site. A single draft has none."""
    site = facts.site
    if site is None or page.status != 200:
        return
    if rule := rules.get("repeated-description"):
        yield from _description(page, rule, site)
    if (rule := rules.get("page-with-a-twin")) and page.key in site.twins:
        other, share = site.twins[page.key]
        yield Hit.on_page(rule, target=other, args={"other": other, "share": f"{share * 100:.0f}"})
    fee, contact = rules.get("fee-stated-two-ways"), rules.get("contact-stated-two-ways")
    if fee or contact:
        told: set[str] = set()
        for claim in claims(page):
            chosen = fee if claim.topic.startswith("fee ") else contact
            if chosen and claim.topic not in told and (hit := _against(page, claim, chosen, site)):
                told.add(claim.topic)
                yield hit


def _description(page: Page, rule: Rule, site: Site) -> Iterator[Hit]:
    said = dict(reversed(page.meta)).get("description", "").strip()
    here = page.key.partition("?")[0]  # pages of one list ("?page=2") may share a description
    others = [key for key in site.descriptions.get(said, ()) if key.partition("?")[0] != here] if said else []
    if others:
        yield Hit.on_page(rule, target=said, quote=said, args={"other": others[0], "number": str(len(others))})


def _against(page: Page, claim: Claim, rule: Rule, site: Site) -> Hit | None:
    """Say where another page makes another claim, and nothing where a page claims both: it may explain why."""
    values = site.claims.get(claim.topic, {})
    here = values.get(claim.value, ())
    rivals = [(value, key) for value, keys in values.items() if value != claim.value
              for key in keys if key not in here and page.key not in keys]  # fmt: skip
    if not rivals:
        return None
    value, other = sorted(rivals)[0]
    args = {"name": claim.name, "value": value, "other": other}
    return Hit.in_block(rule, page, claim.block, claim.start, claim.end, target=f"{claim.topic} {claim.value}", args=args)
