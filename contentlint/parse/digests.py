"""Line starts and the digest of what an author wrote, the same for every format."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from contentlint.model import Block, Image, Link


def line_starts(source: str) -> tuple[int, ...]:
    """Return the offset of each line's first character."""
    starts, at = [0], source.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = source.find("\n", at + 1)
    return tuple(starts)


def content_digest(blocks: Sequence[Block], links: Iterable[Link] = (), images: Iterable[Image] = ()) -> str:
    """Return the SHA-256 of the main region: kinds and words of its blocks, targets of links, pictures.

    Two captures with the same digest give the same findings about words, links and structure.
    """
    made = hashlib.sha256()
    for block in blocks:
        if block.place.region == "main":
            made.update(
                f"{block.kind}\x1f{block.level}\x1f{block.lang}\x1f{block.text}\x1e".encode(
                    "utf-8", "replace"
                )
            )
    for link in links:
        if link.place.region == "main":
            made.update(f"link\x1f{link.url or link.href}\x1f{link.text}\x1e".encode("utf-8", "replace"))
    for image in images:
        if image.place.region == "main":
            made.update(f"img\x1f{image.src.partition('?')[0]}\x1f{image.alt}\x1e".encode("utf-8", "replace"))
    return made.hexdigest()
