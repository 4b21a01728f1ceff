"""Reading what a person names: files, folders, standard input ("-") and single addresses."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from contentlint import __version__
from contentlint.errors import InputError, nearest
from contentlint.fetch import reasons
from contentlint.fetch.answer import make_capture
from contentlint.fetch.plan import MEBIBYTE
from contentlint.fetch.web import fetch_url
from contentlint.model import Capture, Skip

MAX_BYTES = 50 * MEBIBYTE
PAGES = {
    ".html": "text/html", ".htm": "text/html", ".md": "text/markdown",
    ".markdown": "text/markdown", ".txt": "text/plain",
}  # fmt: skip
READABLE = PAGES | {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_WORD = "Save it as HTML or as a web page and check that file"
_SAVE = {ending: _WORD for ending in (".doc", ".odt", ".rtf", ".pages", ".ppt", ".pptx", ".odp")}
_NO_PAGES = frozenset(
    ".css .csv .eps .gif .ico .jpeg .jpg .js .json .mov .mp3 .mp4 .ods .png .svg .tif .tiff .webp .xls .xlsx .xml .zip".split()
)
_MARKUP = re.compile(rb"<(?:!doctype|html|head|body|main|article|div|section|p|h[1-6]|ul|ol)\b|<!--", re.I)
_MARKDOWN = re.compile(rb"^(?:#{1,6} \S|[-*+] \S|\d+\. \S|> \S|```|~~~)|\]\([^)\s]+\)|\*\*\S", re.M)
_LEFT_OUT = frozenset({"node_modules"})


def read_targets(
    targets: Sequence[str], stdin: BinaryIO | None = None, *, contact: str | None = None,
    version: str = __version__, timeout: float = 30.0,
) -> Iterator[Capture | Skip]:  # fmt: skip
    """Yield what each target holds, in the order given; a file that is named twice comes once.

    A folder gives its pages of every depth, in the order of their paths, without hidden folders and
    node_modules. The key of a file is its path as given, that of standard input "-".
    Raises InputError for a target that does not exist and for a folder that holds no page.
    """
    # All names are looked up first: a misspelt one must not be found out after a long check.
    paths = {target: list(_files(target)) for target in targets if target != "-" and not _is_web(target)}
    done: set[str] = set()
    for target in targets:
        if target == "-":
            yield _standard_input(stdin)
        elif _is_web(target):
            yield fetch_url(target, contact=contact, version=version, timeout=timeout)
        else:
            for path in paths[target]:
                if (real := os.path.realpath(path)) not in done:
                    done.add(real)
                    yield _read(path)


def sniff(body: bytes) -> str:
    """Return "text/html", "text/markdown" or "text/plain" for text without a name."""
    start = body.lstrip(b"\xef\xbb\xbf \t\r\n")[:4096]
    if _MARKUP.match(start) or (start[:1] == b"<" and _MARKUP.search(start)):
        return "text/html"
    return "text/markdown" if _MARKDOWN.search(start) else "text/plain"


def _is_web(target: str) -> bool:
    return re.match(r"https?://", target, re.I) is not None


def _standard_input(stdin: BinaryIO | None) -> Capture | Skip:
    if stdin is None:
        raise InputError("There is nothing on standard input.", where="-", remedy="Pipe a page into it.")
    return _capture("-", stdin.read(MAX_BYTES + 1), None)


def _files(target: str) -> Iterator[str]:
    if os.path.isdir(target):
        found = False
        for folder, folders, names in os.walk(target):
            folders[:] = sorted(name for name in folders if name not in _LEFT_OUT and name[0] != ".")
            for name in sorted(names):
                if os.path.splitext(name)[1].lower() in PAGES and not name.startswith("."):
                    found = True
                    yield os.path.join(folder, name)
        if not found:
            endings = ", ".join(PAGES)
            raise InputError("This folder holds no page.", where=target, remedy=f"Pages end in {endings}.")
    elif os.path.lexists(target):
        yield target
    else:
        raise _missing(target)


def _missing(target: str) -> InputError:
    path = Path(target)
    try:
        names = os.listdir(path.parent)
    except OSError:
        names = []
    hint = nearest(path.name, names)
    if not hint and re.match(r"[\w-]+(\.[\w-]+)+(/|$)", target):
        hint = f"For a page on the web, write “https://{target}”."
    return InputError("There is no such file or folder.", where=target, remedy=hint or None)


def _read(path: str) -> Capture | Skip:
    ending = os.path.splitext(path)[1].lower()
    try:
        with open(path, "rb") as file:
            body = file.read(MAX_BYTES + 1)
    except PermissionError:
        return reasons.failure(path, "this file may not be read", "Change its permissions and try again")
    except OSError as error:
        detail = error.strerror or type(error).__name__
        return reasons.failure(path, f"this file could not be read ({detail})")
    if ending in _NO_PAGES:
        return reasons.failure(path, f"a file that ends in {ending} is no page", "Check the page that it belongs to")
    if ending in _SAVE:
        return reasons.failure(path, f"files ending in {ending} cannot be read", _SAVE[ending])
    return _capture(path, body, READABLE.get(ending))


def _capture(key: str, body: bytes, media: str | None) -> Capture | Skip:
    if len(body) > MAX_BYTES:
        return reasons.choice(key, reasons.too_big(MAX_BYTES))
    if media is None:
        if b"\0" in body[:4096] and body[:2] not in (b"\xff\xfe", b"\xfe\xff"):
            what = "standard input holds" if key == "-" else "this file is"
            return reasons.failure(key, f"{what} not text", "Save it as HTML, Markdown or plain text")
        media = sniff(body)
    return make_capture(key, key, 200, (), body, media=media)
