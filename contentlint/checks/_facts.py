"""What the page itself gave away (evidence/gather/*.js), for the checks that judge it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from contentlint.model import Facts, Hit, Location, Page, Place, Rule

ENGINE = "page-facts"


def facts_on(facts: Facts, subject: str, engine: str = ENGINE) -> list[Mapping[str, Any]]:
    """Return the facts of a subject, or none where nobody looked or the answer has another shape."""
    said = facts.said_by(engine)
    found = said.payload.get(subject) if said and isinstance(said.payload, Mapping) else None
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []


def fact_on(facts: Facts, subject: str, engine: str = ENGINE) -> Mapping[str, Any] | None:
    """Return the one fact of a subject, or None."""
    said = facts.said_by(engine)
    found = said.payload.get(subject) if said and isinstance(said.payload, Mapping) else None
    return found if isinstance(found, Mapping) else None


def at(rule: Rule, page: Page, fact: Mapping[str, Any], *, quote: str = "", target: str = "",
       **more: Any) -> Hit:  # fmt: skip
    """Make a hit on the element of a fact."""
    css = str(fact.get("css") or "") or None
    place = next(_placed(page, css), None) if css else None
    where = Location(
        line=place.line if place else None, column=place.column if place else None, quote=quote[:120] or None,
        heading=fact.get("heading") or (place.heading if place else None), css=css, html=fact.get("html") or None,
        region=str(fact.get("region") or "page"),
    )  # fmt: skip
    words = {"match": quote, "suggestion": ""} | {key: str(value) for key, value in more.pop("args", {}).items()}
    return Hit(rule, target or quote or str(fact.get("html") or css or rule.name), where, words, **more)


def _placed(page: Page, css: str) -> Iterator[Place]:
    for group in (page.links, page.fields, page.headings, page.images, page.frames, page.tables, page.blocks):
        yield from (item.place for item in group if item.place.css == css)
