"""How long a browser may take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds. page: for loading; settle: for a page to come to rest; script: for a script that
    answers; answer: for chromedriver to say anything at all; task: for all the work on one page,
    second tries included, after which the browser is killed and the page given up."""

    page: float = 15.0
    settle: float = 10.0
    script: float = 20.0
    answer: float = 24.0
    task: float = 55.0
