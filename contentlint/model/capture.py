"""What was fetched, what an engine said about it, and what was not done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Capture:
    """One answer, untouched.

    url: address that answered last, or the file path as given. requested: address asked for.
    status: HTTP status (200 for files). headers: (lower-case name, value) pairs. body: raw bytes.
    fetched: UTC time, ISO 8601 with Z. media_type: without parameters, lower case, "" if unknown.
    digest: SHA-256 of the body, hex. redirects: addresses passed through, in order.
    depth: links from the start page. referrer: page on which the address was met first.
    for_good: every redirect on the way was permanent (301 or 308).
    """

    url: str
    requested: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    fetched: str
    digest: str
    media_type: str
    redirects: tuple[str, ...] = ()
    depth: int = 0
    referrer: str | None = None
    for_good: bool = False

    def header(self, name: str) -> str | None:
        """Return the first value of a header, or None. The name is case-insensitive."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key == wanted), None)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an outside engine said, verbatim.

    engine: "axe-core", "languagetool", …; version: the engine's own; page: page key;
    payload: the engine's answer as plain JSON types.
    """

    engine: str
    version: str
    page: str
    payload: object


class Outcome(StrEnum):
    """Why something was not checked: our own choice, or something that went wrong."""

    CHOICE = "choice"  # robots.txt, a limit, an exclusion, not a page: the scan is still complete
    FAILURE = "failure"  # an error, a crash, a missing engine: the scan is incomplete (exit 4)


@dataclass(frozen=True, slots=True)
class Skip:
    """What was not checked, and why.

    page: key, address or None for the whole scan. engine: "fetch", "parse", "axe-core",
    "languagetool", a checker's file name … reason: one plain sentence without a full stop.
    remedy: what to do, or None. status: the HTTP status that the address answered, where it did.
    """

    page: str | None
    engine: str
    reason: str
    outcome: Outcome = Outcome.FAILURE
    remedy: str | None = None
    status: int | None = None
