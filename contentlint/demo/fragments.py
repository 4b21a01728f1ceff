"""The small file format of the demo's pages: `key: value` lines, a line of three dashes, then the article."""

from __future__ import annotations

from dataclasses import dataclass

TEMPLATES = frozenset(
    {"home", "landing", "service", "guide", "news", "newsroom", "directory", "form", "status", "page"}
)
KEYS = frozenset(
    {"title", "template", "summary", "parent", "guide", "description"}
    | {"head-title", "lang", "date", "status", "sitemap"}
)


@dataclass(frozen=True, slots=True)
class Fragment:
    """One page of the demo before the template goes round it.

    `title` is the h1, `head_title` the text of <title> (None: made from `title`; "": the page has none).
    `parent` and `guide` are paths: the page above in the breadcrumb, and the first page of its guide.
    `date` is an ISO date (news only), `status` the HTTP status the server answers with.
    """

    title: str
    template: str
    body: str
    summary: str = ""
    parent: str | None = None
    guide: str | None = None
    description: str | None = None
    head_title: str | None = None
    lang: str = "en-GB"
    date: str = ""
    status: int = 200
    in_sitemap: bool = True


def parse(text: str, name: str) -> Fragment:
    """Read one fragment; `name` is only for messages. Raises ValueError if it is not in the format."""
    head, dashes, body = text.partition("\n---\n")
    if not dashes:
        raise ValueError(f"{name}: no line of three dashes after the front matter")
    facts: dict[str, str] = {}
    for line in head.splitlines():
        key, colon, value = line.partition(":")
        if not colon or key not in KEYS:
            raise ValueError(f"{name}: cannot read {line!r}")
        facts[key] = value.strip()
    if facts.get("template") not in TEMPLATES:
        raise ValueError(f"{name}: unknown template {facts.get('template')!r}")
    return Fragment(
        title=facts["title"],
        template=facts["template"],
        body=body,
        summary=facts.get("summary", ""),
        parent=facts.get("parent"),
        guide=facts.get("guide"),
        description=facts.get("description"),
        head_title=facts.get("head-title"),
        lang=facts.get("lang", "en-GB"),
        date=facts.get("date", ""),
        status=int(facts.get("status", "200")),
        in_sitemap=facts.get("sitemap", "yes") != "no",
    )
