"""Which findings get a picture of their spot, and the taking of them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future

from contentlint.errors import EngineError
from contentlint.evidence.pictures import Spot, take
from contentlint.model import Certainty, Finding, Kind, Picture, Skip, picture_key
from contentlint.pipeline.assemble import worst_first
from contentlint.pipeline.engines import Engines

Progress = Callable[[str, int, int], None]
DRAFT = 8  # pictures of one check
_TAG = re.compile(r"\s*<([a-zA-Z][\w:-]*)")
_NOWHERE = frozenset({"html", "head", "body", "main", "title", "meta", "link", "style", "script"})  # no spot of a page


def chosen(findings: Iterable[Finding], most: int) -> list[Finding]:
    """Return the findings to picture, worst first; but each rule has one picture before any has its second,
    and what says the same about one page comes last. findings: rolled up."""
    ranked = sorted((item for item in findings if _can_be_seen(item)), key=worst_first)
    rules: Counter[tuple[str, bool]] = Counter()
    said: Counter[tuple[str, str, str]] = Counter()
    places = {}
    for item in ranked:
        rule, words = (item.rule, item.certainty is Certainty.REVIEW), (item.page, item.rule, item.message)
        places[item.fingerprint] = (min(1, rules[rule]) + min(1, said[words]), len(places))
        rules[rule] += 1
        said[words] += 1
    return sorted(ranked, key=lambda item: places[item.fingerprint])[:most]


def _can_be_seen(item: Finding) -> bool:
    return item.kind is Kind.ACCESSIBILITY and bool(item.location.css) and _tag(item) not in _NOWHERE


def _tag(item: Finding) -> str:
    found = _TAG.match(item.location.html or "")
    return found[1].lower() if found else ""


def picture(findings: Iterable[Finding], engines: Engines, most: int, progress: Progress = lambda *_: None) -> tuple[Picture, ...]:
    """Picture spots; each page is opened once. What cannot be pictured has no picture: a report is whole without.

    findings: rolled up. engines: that looked at the pages, not yet closed.
    """
    if engines.axe is None or most <= 0:
        return ()
    wanted: defaultdict[str, dict[Spot, list[str]]] = defaultdict(dict)
    for item in chosen(findings, most):
        if item.page in engines.addresses:
            spot = Spot(item.location.css or "", _tag(item))
            wanted[item.page].setdefault(spot, []).append(picture_key(item))
    asked: list[tuple[str, Future[object]]] = []
    try:
        asked = [(page, take(engines.axe, engines.addresses[page], page, list(spots))) for page, spots in wanted.items()]
        return tuple(one for number, (page, future) in enumerate(asked, 1)
                     for one in _pictures(future, wanted[page], progress, (number, len(asked))))  # fmt: skip
    except EngineError:  # the browsers are gone: axe-core's own skips say so
        return ()
    finally:
        for _, future in asked:
            future.cancel()


def _pictures(future: Future[object], spots: Mapping[Spot, list[str]], progress: Progress,
              step: tuple[int, int]) -> Iterable[Picture]:  # fmt: skip
    shots = future.result()
    progress("Taking pictures of what to change", *step)
    if isinstance(shots, Skip):
        return
    for spot, shot in shots.items():  # type: ignore[attr-defined]
        for key in spots[spot]:
            yield Picture(key, shot.image, shot.width, shot.height)
