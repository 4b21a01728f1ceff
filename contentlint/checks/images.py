"""Images: what their text alternative says."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from contentlint.checks._look import folded, number, patterns_of, words_of
from contentlint.model import Facts, Hit, Image, Page, Rule, Skip

ENGINE = "contentlint"
PROBLEMS = frozenset({
    "missing-alt-text", "file-name-as-alt-text", "redundant-alt-text", "placeholder-alt-text",
    "long-alt-text", "repeated-alt-text", "linked-image-without-name",
})  # fmt: skip
_FILE = re.compile(
    r"[^\s/]+\.(?:jpe?g|png|gif|svg|webp|bmp|tiff?|heic|pdf|docx?)|\S+/\S+\.(?:jpe?g|png|gif)", re.I
)
_CAMERA = re.compile(
    r"(?:img|dsc|dscn|dscf|pxl|image|picture|photo|screenshot|scan)[ _-]?\d{2,}[\d_ -]*", re.I
)


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge every image that is not hidden or marked as decoration."""
    captions = {folded(block.text) for block in page.blocks if block.kind == "caption"}
    named = [f"{link.place.css} " for link in page.links if link.place.css and link.text.strip()]
    for image in page.images:
        if image.place.hidden or image.role in ("presentation", "none"):
            continue
        alt = (image.alt or "").strip()
        rule = rules.get("linked-image-without-name")
        if image.in_link and not alt and not image.named and not image.link_text.strip():
            if rule and not any(image.place.css and image.place.css.startswith(css) for css in named):
                yield _hit(rule, image)
        elif image.alt is None and not image.named:
            if rule := rules.get("missing-alt-text"):
                yield _hit(rule, image)
        elif alt:
            yield from _words(image, alt, rules, captions)


def _hit(rule: Rule, image: Image, **args: str) -> Hit:
    path = unquote(urlsplit(image.src).path) if not image.src.startswith("data:") else ""
    return Hit.at(
        rule,
        image.place,
        target=image.src if path else image.alt or "image",
        quote=image.alt or None,
        args={"file": posixpath.basename(path) or "image"} | args,
    )


def _words(image: Image, alt: str, rules: Mapping[str, Rule], captions: set[str]) -> Iterator[Hit]:
    rule = rules.get("file-name-as-alt-text")
    if rule and (_FILE.fullmatch(alt) or _CAMERA.fullmatch(alt)):
        yield _hit(rule, image)
        return
    rule = rules.get("placeholder-alt-text")
    if rule and folded(alt) in words_of(rule, "phrases"):
        yield _hit(rule, image)
        return
    rule = rules.get("redundant-alt-text")
    starts = patterns_of(rule, "starts") if rule else None
    spared = patterns_of(rule, "exceptions") if rule else None
    if rule and starts and (found := starts.match(alt)) and not (spared and spared.match(alt)):
        yield _hit(rule, image, start=found.group())
    rule = rules.get("long-alt-text")
    if rule and len(alt) > number(rule, "max", 150):
        yield _hit(rule, image, length=str(len(alt)), max=f"{number(rule, 'max', 150):.0f}")
    rule = rules.get("repeated-alt-text")
    if rule and (folded(alt) in captions or (image.in_link and folded(alt) == folded(image.link_text))):
        yield _hit(rule, image)
