"""Frames: whether they say what is in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from contentlint.checks._look import silent
from contentlint.model import Facts, Hit, Page, Rule, Skip

ENGINE = "contentlint"
PROBLEMS = frozenset({"frame-without-title"})


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Flag every visible frame without a title."""
    rule = rules.get("frame-without-title")
    for frame in page.frames:
        markup = (frame.place.html or "").partition(">")[0]
        named = (frame.title or "").strip() or "aria-label" in markup
        # tabindex -1 takes a frame out of reach of the keyboard, as helpers of scripts are
        if (
            rule
            and not named
            and not silent(frame.place)
            and not re.search(r"tabindex\s*=\s*[\"']?-", markup)
        ):
            yield Hit.at(rule, frame.place, target=frame.src or "iframe", args={"address": frame.src})
