"""The pages about the packs as Markdown: one for each pack, and one that leads to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from contentlint.render.templates import environment


def pack_page(pack: Any) -> str:
    """Return the page of one pack: what pipeline.handbook.PackPage holds."""
    states = Counter(fact.state for fact in pack.facts)
    return _render("pack.md.j2", pack=pack, off=sum(not told.rule.on for told in pack.rules),
                   seen=states["seen"], part=states["in part"], unseen=states["not seen"])  # fmt: skip


def front_page(packs: Sequence[Any], profiles: Sequence[Any]) -> str:
    """Return the page that lists packs and profiles."""
    return _render("packs.md.j2", packs=packs, profiles=profiles, total=sum(len(pack.rules) for pack in packs))


def _render(template: str, **values: object) -> str:
    made = environment()
    made.filters["groupby_in_order"] = _groups
    text = made.get_template(template).render(**values)
    lines = [line.rstrip() for line in text.splitlines()]
    kept = [line for at, line in enumerate(lines) if line or (at and lines[at - 1])]  # no two empty lines
    return ("\n".join(kept).strip() + "\n").encode("utf-8", "replace").decode("utf-8")


def _groups(items: Iterable[Any], key: str) -> list[tuple[str, list[Any]]]:
    found: dict[str, list[Any]] = {}
    for item in items:
        found.setdefault(getattr(item, key), []).append(item)
    return list(found.items())
