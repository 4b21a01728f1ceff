"""Pictures that hold text, and alternatives that repeat the words beside them. Other alternatives: images.py."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.checks._look import folded, number, patterns_of
from contentlint.model import Facts, Hit, Page, Rule, Skip

ENGINE = "contentlint"
PROBLEMS = frozenset({"alt-repeats-words-beside", "picture-of-text"})


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge the pictures of the main text."""
    beside, text = rules.get("alt-repeats-words-beside"), rules.get("picture-of-text")
    cues = text and patterns_of(text, "cues")
    names = [block for block in page.blocks if block.kind in ("caption", "heading") and not block.place.hidden]
    for image in page.images:
        if image.place.hidden or image.place.region != "main" or image.place.offset is None:
            continue
        alt = folded(image.alt or "")
        near = [block for block in names if block.place.offset is not None
                and abs(block.place.offset - image.place.offset) < (number(beside, "near", 600) if beside else 0)]  # fmt: skip
        same = next((block for block in near if len(alt) > 3 and folded(block.text) == alt), None)
        if beside and same:
            kind = "caption" if same.kind == "caption" else "heading"
            yield Hit.at(beside, image.place, target=image.src, quote=image.alt, args={"kind": kind})
        said = cues and cues.search(f"{image.alt or ''} {image.src.rpartition('/')[2]}")
        if text and said:
            yield Hit.at(text, image.place, target=image.src, quote=image.alt or image.src, args={"word": said[0]})
