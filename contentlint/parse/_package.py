"""Opens Office files (zip packages), none of which may swell past a bound. Source: ECMA-376 part 2."""

from __future__ import annotations

import io
import zipfile

LARGEST = 50_000_000  # bytes of the file
MOST_UNPACKED = 300_000_000  # bytes of all parts
MOST_XML = 40_000_000  # bytes of one part that is read
MOST_PARTS = 10_000


class BadPackage(Exception):
    """The file cannot be opened; the message says why, for a Skip."""


def checked(body: bytes, part: str) -> zipfile.ZipFile:
    """Return an Office file whose sizes are within bounds. part: its main part. Raises BadPackage."""
    if len(body) > LARGEST:
        raise BadPackage(f"it is larger than {LARGEST // 1_000_000} MB")
    if body[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise BadPackage("it is locked with a password, or in the format from before 2007")
    try:
        package = zipfile.ZipFile(io.BytesIO(body))
        parts = package.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise BadPackage("it is damaged") from error
    unpacked = sum(each.file_size for each in parts)
    big = any(each.file_size > MOST_XML for each in parts if each.filename.endswith((".xml", ".rels")))
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED or big:
        raise BadPackage("it unpacks to more than a file may")
    if part not in package.namelist():
        raise BadPackage("it is not what its name says")
    return package
