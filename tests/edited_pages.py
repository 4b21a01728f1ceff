"""Small council pages that are edited as editors edit, and what a scan finds on them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from contentlint.model import (
    Block,
    Certainty,
    Change,
    Hit,
    Kind,
    Measures,
    Owner,
    Page,
    PageRow,
    Place,
    Rule,
    Scan,
    Severity,
    State,
    make_findings,
)

BINS = "https://www.anyborough.gov.uk/bins"
TAX = "https://www.anyborough.gov.uk/council-tax"
PLAIN = Rule(
    "govuk/plain-words",
    "substitution",
    "Long word",
    "“{match}” can be shorter",
    "Faster to read.",
    Severity.MODERATE,
    Certainty.LIKELY,
    Kind.STYLE,
    Owner.EDITOR,
)
VAGUE = replace(PLAIN, id="links/vague-link-text", kind=Kind.LINKS)
ALT = replace(PLAIN, id="axe/image-alt", kind=Kind.ACCESSIBILITY, severity=Severity.CRITICAL)

START = """# Bins and recycling
We utilise three lorries in the morning. Please utilise the app to find your day.
To see your collection day, click here.
## Missed bins
If we missed your bin, click here to tell us.
We will facilitate a second visit.
![](/files/lorry.jpg)
## Garden waste
To join the garden waste club, click here.
We utilise your details to send reminders.
![](/files/garden.jpg)
You may commence the service in spring."""


def findings(text: str, page: str = BINS, *, wrap: str = "main > article", first_line: int = 1):
    """Judge a small page: long words, vague links and images without a description."""
    heading, hits, counts = None, [], Counter()
    for line, words in enumerate(text.splitlines(), first_line):
        tag = "h2" if words.startswith("#") else "img" if words.startswith("!") else "p"
        counts[tag] += 1
        words = words.lstrip("# ")
        place = Place(css=f"{wrap} > {tag}:nth-of-type({counts[tag]})", heading=heading, line=line)
        if tag == "h2":
            heading = words
        block = Block("paragraph", words, place)
        for rule, pattern in ((PLAIN, r"utilise|facilitate|commence"), (VAGUE, "click here")):
            for match in re.finditer(pattern, words):
                hits.append(
                    Hit.in_block(rule, Page(page, page, "html", None, None, ()), block, *match.span())
                )
        for source in re.findall(r"!\[\]\((.*?)\)", words):
            hits.append(Hit.at(ALT, place, target=f"img {source}"))
    own = make_findings(page, [hit for hit in hits if hit.rule is not ALT])
    return (*own, *make_findings(page, [hit for hit in hits if hit.rule is ALT], "axe-core"))


def row(page: str = BINS, content: str = "", **other: object) -> PageRow:
    given = {"status": 200, "engines": ("contentlint", "axe-core")} | other
    return PageRow(
        page=page,
        title=None,
        digest="d",
        content_digest=content,
        template=None,
        media="html",
        measures=Measures(),
        **given,
    )


def scan(day: int, text: str | None = START, **other: object) -> Scan:
    content = str(text)
    given = {
        "rules_digest": "r1",
        "rules": (PLAIN.id, VAGUE.id, ALT.id),
        "engines": (("contentlint", "0.1.0"), ("axe-core", "4.14.1")),
        "pages": () if text is None else (row(content=content),),
        "findings": () if text is None else findings(text),
    } | other
    return Scan(
        id=f"s{day}", started=f"2026-11-{day:02}T09:00:00Z", finished="2026-11-30", source="site", **given
    )


def states(changes: tuple[Change, ...]) -> dict[str, int]:
    return dict(Counter(item.state.value for item in changes))


def quotes(changes: tuple[Change, ...], state: State) -> list[str]:
    return [
        f"{item.finding.location.before or ''}|{item.finding.target}"
        for item in changes
        if item.state is state
    ]
