"""Frames with one name that show different things (WCAG 4.1.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from contentlint.checks._facts import ENGINE as ENGINE
from contentlint.checks._facts import at, facts_on
from contentlint.checks._look import folded
from contentlint.model import Facts, Hit, Page, Rule, Skip

MEDIA = frozenset({"html"})
PROBLEMS = frozenset({"frames-with-one-name"})


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Flag the second of two frames whose names are equal and whose words, both known, are not."""
    rule = rules.get("frames-with-one-name")
    first: dict[str, Mapping[str, Any]] = {}
    for frame in facts_on(facts, "frames") if rule else ():
        name, text = folded(str(frame.get("name") or "")), frame.get("text")
        if not name or not text or frame.get("pictures"):
            continue
        other = first.setdefault(name, frame)
        if not _alike(_words(other), _words(frame)):
            yield at(rule, page, frame, quote=str(frame["name"]), args={"other": other.get("src")})  # type: ignore[arg-type]


def _words(frame: Mapping[str, Any]) -> set[str]:
    return set(folded(str(frame.get("text") or "")).split())


def _alike(one: set[str], other: set[str]) -> bool:
    """The same page in another folder, or another advertisement of the same kind, shares half of its words."""
    return 2 * len(one & other) >= min(len(one), len(other))
