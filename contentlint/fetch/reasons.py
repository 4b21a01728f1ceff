"""Why an address could not be fetched, in plain words, and the two kinds of Skip that say so."""

from __future__ import annotations

from urllib.parse import urlsplit

from contentlint.model import Outcome, Skip

ENGINE = "fetch"
_SHOWN = 500  # characters of an address kept in a Skip

CERTIFICATE_REMEDY = "Ask whoever runs the site to renew or correct its certificate"


def choice(page: str | None, reason: str, remedy: str | None = None, status: int | None = None) -> Skip:
    """Return a Skip for what we left out on purpose. status: what the address answered, if it was asked."""
    return Skip(_short(page), ENGINE, reason, Outcome.CHOICE, remedy, status)


def failure(page: str | None, reason: str, remedy: str | None = None, status: int | None = None) -> Skip:
    """Return a Skip for what went wrong. status: what the address answered, if it did."""
    return Skip(_short(page), ENGINE, reason, Outcome.FAILURE, remedy, status)


def host_of(address: str) -> str:
    """Return the host of an address for use in a sentence."""
    try:
        return urlsplit(address).hostname or address
    except ValueError:
        return address


def not_found(address: str) -> str:
    """The name does not resolve."""
    return f"the name {host_of(address)} could not be found"


def refused(address: str) -> str:
    """Nobody listens there."""
    return f"{host_of(address)} refused the connection"


def timed_out(seconds: float) -> str:
    """No whole answer came in time."""
    return f"no complete answer came within {seconds:g} second{'' if seconds == 1 else 's'}"


def cut_short() -> str:
    """The connection closed before the body was complete."""
    return "the answer stopped before it was complete"


def certificate(address: str) -> str:
    """TLS verification failed."""
    return f"the security certificate of {host_of(address)} could not be verified"


def no_connection(address: str, detail: str = "") -> str:
    """The connection was reset, or something that has no better words."""
    return f"the connection to {host_of(address)} failed{f' ({detail})' if detail else ''}"


def too_big(limit: int) -> str:
    """Larger than the cap."""
    mebibytes = limit / (1024 * 1024)
    size = f"{mebibytes:g} MB" if mebibytes >= 1 else f"{limit:,} bytes"
    return f"it is larger than the limit of {size}"


def _short(page: str | None) -> str | None:
    return page if page is None or len(page) <= _SHOWN else page[:_SHOWN] + "…"
