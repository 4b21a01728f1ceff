"""What an error of the browser means for the page: a reason, a new browser or not, another try or not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from contentlint.errors import ContentlintError

_REASONS = (  # a piece of Chromium's message, the reason, another try
    ("ERR_NAME_NOT_RESOLVED", "the browser could not find the server", False),
    ("ERR_CONNECTION_REFUSED", "the server refused the browser's connection", False),
    ("ERR_CONNECTION", "the browser's connection to the server broke", True),
    ("ERR_EMPTY_RESPONSE", "the server gave the browser an empty answer", True),
    ("ERR_CERT", "the server's certificate is not valid", False),
    ("ERR_SSL", "the browser could not make a secure connection", False),
    ("ERR_TOO_MANY_REDIRECTS", "the page redirects for ever", False),
    ("ERR_FILE_NOT_FOUND", "the browser could not find the file", False),
    ("ERR_ABORTED", "the browser was given a download, not a page", False),
    ("ERR_INVALID", "the browser could not use the answer", False),
)


@dataclass(frozen=True, slots=True)
class Failure:
    """reason: for a Skip. restart: the browser is no longer any use. retry: a new try may go well."""

    reason: str
    restart: bool = True
    retry: bool = True


class GaveUp(Exception):
    """A task's own word that the page cannot be done, and that the browser may still be busy with it."""


def classify(error: Exception, *, overdue: bool = False) -> Failure:
    """Say what an error means. overdue: the watchdog had killed the browser.

    Errors of our own (ContentlintError) are raised again: they are about the engine, not the page.
    """
    from selenium.common.exceptions import InvalidSessionIdException, TimeoutException, WebDriverException
    from urllib3.exceptions import HTTPError

    if isinstance(error, ContentlintError):
        raise error
    if isinstance(error, GaveUp):
        return Failure(str(error), retry=False)
    if overdue:
        return Failure("the page kept the browser busy for too long")
    message = str(getattr(error, "msg", "") or error)
    if isinstance(error, TimeoutException):
        return Failure("the page did not answer in time")
    if isinstance(error, InvalidSessionIdException):
        return Failure("the browser ended while it worked on the page")
    if isinstance(error, WebDriverException):
        if found := re.search(r"net::(ERR_\w+)", message):
            for piece, reason, retry in _REASONS:
                if piece in found.group(1):
                    return Failure(reason, restart=False, retry=retry)
            reason = f"the browser could not open the page ({found.group(1)})"
            return Failure(reason, restart=False, retry=False)
        if "crashed" in message or "disconnected" in message or "closed" in message:
            return Failure("the page crashed the browser")
        first = message.strip().splitlines()[0][:120] if message.strip() else type(error).__name__
        return Failure(f"the browser failed on the page: {first}")
    if isinstance(error, (HTTPError, OSError)):
        return Failure("the browser stopped answering")
    raise error
