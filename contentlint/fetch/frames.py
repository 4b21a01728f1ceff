"""Messages between the crawler's process and ours: a JSON header and raw bytes, both length-prefixed.

No pickle: nothing that comes back from the child can become code.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, fields
from struct import Struct
from typing import BinaryIO

from contentlint.fetch.plan import Met
from contentlint.model import Capture, Outcome, Skip

_LENGTHS = Struct(">IQ")
END = {"type": "end"}
_PLAIN = tuple(field.name for field in fields(Capture) if field.name != "body")


def pack(header: dict, body: bytes = b"") -> bytes:
    """Return one message."""
    text = json.dumps(header).encode()
    return _LENGTHS.pack(len(text), len(body)) + text + body


def pack_value(value: Capture | Skip | Met) -> bytes:
    """Return one message that holds a value of the crawl."""
    if isinstance(value, Capture):
        return pack({"type": "capture"} | {name: getattr(value, name) for name in _PLAIN}, value.body)
    if isinstance(value, Skip):
        return pack({"type": "skip"} | asdict(value))
    return pack({"type": "met", "addresses": value.addresses, "waiting": value.waiting})


def unpack(stream: BinaryIO) -> Iterator[tuple[dict, bytes]]:
    """Yield (header, body) until the stream ends, if need be in the middle of a message."""
    while True:
        lengths = _exactly(stream, _LENGTHS.size)
        if lengths is None:
            return
        head, size = _LENGTHS.unpack(lengths)
        text, body = _exactly(stream, head), _exactly(stream, size)
        if text is None or body is None:
            return
        yield json.loads(text), body


def value_of(header: dict, body: bytes) -> Capture | Skip | Met:
    """Return the value that `pack_value` packed."""
    kind = header.pop("type")
    if kind == "capture":
        header["headers"] = tuple((name, value) for name, value in header["headers"])
        header["redirects"] = tuple(header["redirects"])
        return Capture(body=body, **header)
    if kind == "skip":
        return Skip(**(header | {"outcome": Outcome(header["outcome"])}))
    return Met(header["addresses"], tuple((address, depth, by) for address, depth, by in header["waiting"]))


def _exactly(stream: BinaryIO, size: int) -> bytes | None:
    data = stream.read(size) if size else b""
    return data if len(data) == size else None
