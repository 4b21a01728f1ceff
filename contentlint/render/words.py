"""Small turns of phrase that several formats share: plurals, dates and places in words."""

from __future__ import annotations

import re
from datetime import datetime

from contentlint.model import Cost, Finding, Report, SpotCheck
from contentlint.urls import text_fragment

WORTH_SPLITTING = 20  # words
# Control characters could rewrite a terminal; direction characters turn round the words that follow.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def clean(text: str) -> str:
    """Return the text without control and direction characters."""
    return _CONTROL.sub("\ufffd", text)


def plural(number: int, one: str, many: str | None = None) -> str:
    """"1 page", "2,412 pages"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def day(moment: str) -> str:
    """"22 November 2026" from an ISO 8601 day or time; the text itself where it is neither."""
    try:
        read = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    return f"{read.day} {read:%B %Y}"


def moment(text: str) -> str:
    """"22 November 2026 at 9:00am" (UTC) from an ISO 8601 time; the text itself where it is none."""
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return text
    return f"{day(text)} at {read.hour % 12 or 12}:{read:%M}{'am' if read.hour < 12 else 'pm'}"


def reading_age(age: float | None) -> str:
    """"14" from 14.2; "too short to say" from None."""
    return "too short to say" if age is None else f"{age:.0f}"


def years(age: float) -> str:
    """"14.2" from 14.21."""
    return f"{age:.1f}"


def points(score: float) -> str:
    """"46" from 45.6."""
    return f"{score:.0f}"


def percent(share: float) -> str:
    """"12%" from 0.118."""
    return f"{share:.0%}"


def spot_check(spot: SpotCheck) -> str:
    """"7 errors, 5 of them in the first 10 sentences. This page needs rewriting." """
    if not spot.errors:
        return "no errors."
    where = f", {spot.first_ten} of them in the first 10 sentences" if spot.first_ten else ""
    major = f", {spot.major} of them major" if spot.major else ""
    verdict = "This page needs rewriting." if spot.rewrite else "A few changes are enough."
    return f"{plural(spot.errors, 'error')}{where}{major}. {verdict}"


def cost(item: Cost, age: float) -> str:
    """What a hard sentence costs: its words, the page's reading age now, if split and if left out."""
    heavy = f" Long words: {', '.join(f'“{word}”' for word in item.heavy)}." if item.heavy else ""
    split = f", {years(item.split_age)} with this as 2 sentences" if item.words >= WORTH_SPLITTING else ""
    return (f"{plural(item.words, 'word')}. Reading age of the page: {years(age)} now{split}, {years(item.without_age)} "
            f"without it.{heavy}")  # fmt: skip


def shortened(text: str, longest: int = 120) -> str:
    """Return the text on one line, cut in the middle where it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else f"{flat[: longest - 40].rpartition(' ')[0]} … {flat[-36:].partition(' ')[2]}"


def address(item: Finding) -> str | None:
    """The address of the page, scrolled to the quoted words, or None for a file."""
    if not item.page.startswith(("http://", "https://")):
        return None
    return text_fragment(item.page, item.location.quote if item.kind in ("style", "language") else None)


#: what readers call the parts of a scan
ENGINES = {
    "axe-core": "Accessibility in the browser (axe-core)",
    "page-facts": "Names and words in the browser",
    "contrast-pixels": "Contrast of text on pictures",
    "hidden-focus": "Focus on hidden elements",
    "picture-text": "Pictures of words",
    "zoomed-text": "Text at 200%",
    "link-destinations": "Where links of one name lead",
    "languagetool": "Spelling and grammar (LanguageTool)",
    "fetch": "Fetching the page",
    "parse": "Reading the page",
    "ignore": "Accepted findings",
}


def engine(name: str) -> str:
    """Return a reader's name for an engine or a check."""
    return ENGINES.get(name, f"The check “{name}”")


def coverage(report: Report) -> str:
    """The sentence that a report opens with."""
    seen = report.coverage
    pages = plural(seen.met, "page" if report.command == "check" else "address", None if report.command == "check" else "addresses")
    said = f"{seen.checked:,} of {pages} checked"
    return f"{said}; {seen.skipped:,} not, and the reasons are under “Not checked”." if seen.skipped else f"{said}."
