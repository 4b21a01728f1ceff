"""What the tests of the parsers share: captures, the recorded pages, and the test of source places."""

from __future__ import annotations

import hashlib
import tarfile
from functools import lru_cache
from html import unescape
from pathlib import Path

from contentlint.model import Capture, Page

CORPORA = Path(__file__).resolve().parents[2] / "../shared/corpora"
LGD = CORPORA / "localgov-drupal/lgd_static_101_pages.tar.gz"
GUIDE = CORPORA / "govuk-guidance.tar.xz"
SPACES = " \t\r\n\f"


def capture(
    body: str | bytes, url: str = "https://www.example.gov.uk/bins", media: str = "text/html", **headers: str
) -> Capture:
    """Return a capture of a body, as it would come from the web or (with a path as url) from a file."""
    raw = body.encode() if isinstance(body, str) else body
    pairs = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Capture(url, url, 200, pairs, raw, "2026-11-22T09:00:00Z", hashlib.sha256(raw).hexdigest(), media)


@lru_cache(maxsize=2)
def members(archive: Path, ending: str) -> dict[str, bytes]:
    """Return the files of a recorded archive by name."""
    with tarfile.open(archive) as opened:
        return {
            m.name: opened.extractfile(m).read() for m in opened if m.isfile() and m.name.endswith(ending)
        }


def wrong_places(page: Page, source: str) -> list[tuple[str, str, str]]:
    """Return (words, character, source) wherever a character is not what the source has at its place."""
    wrong = []
    for block in page.blocks:
        for index, character in enumerate(block.text):
            start, end = block.offset(index), block.end_offset(index + 1)
            found = source[start:end]
            same = found == character or found == "\\" + character
            blank = character == " " and (not found.strip(SPACES) or found[0] in "<&\\")
            if not (same or blank or (found[:1] == "&" and character in unescape(found))):
                wrong.append((block.text[:60], character, found))
    return wrong
