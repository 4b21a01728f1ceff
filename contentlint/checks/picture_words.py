"""Pictures that hold text, and alternatives that repeat the words beside them. Other alternatives: images.py."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from contentlint.checks._look import folded, number, patterns_of
from contentlint.model import Block, Facts, Hit, Page, Rule, Skip

ENGINE = "contentlint"
PROBLEMS = frozenset({"alt-repeats-words-beside", "picture-of-text"})


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge the pictures of the main text."""
    beside, text = rules.get("alt-repeats-words-beside"), rules.get("picture-of-text")
    cues = text and patterns_of(text, "cues")
    said_at: dict[str, list[Block]] = defaultdict(list)
    for block in page.blocks:
        if block.kind in ("caption", "heading") and not block.place.hidden:
            said_at[folded(block.text)].append(block)
    reach = number(beside, "near", 600) if beside else 0
    for image in page.images:
        if image.place.hidden or image.place.region != "main" or image.place.offset is None:
            continue
        alt = folded(image.alt or "")
        alike = said_at.get(alt, [])[:50] if len(alt) > 3 else []
        same = next((block for block in alike if abs((block.place.offset or 0) - image.place.offset) < reach), None)
        if beside and same:
            kind = "caption" if same.kind == "caption" else "heading"
            yield Hit.at(beside, image.place, target=image.src, quote=image.alt, args={"kind": kind})
        said = cues and cues.search(f"{image.alt or ''} {image.src.rpartition('/')[2]}")
        if text and said:
            yield Hit.at(text, image.place, target=image.src, quote=image.alt or image.src, args={"word": said[0]})
