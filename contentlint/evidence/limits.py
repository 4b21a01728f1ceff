"""How long a browser may take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds. page: for loading; settle: for a page to come to rest; script: for a script that
    answers; answer: for chromedriver to say anything at all; task: for all the work on one page,
    after which the browser is killed."""

    page: float = 15.0
    settle: float = 10.0
    script: float = 30.0
    answer: float = 40.0
    task: float = 120.0
