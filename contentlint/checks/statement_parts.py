"""The parts of the accessibility statement one by one: form, scope, promise, burden, exemptions and tests.

Source of the parts: the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility
Regulations 2018, regulations 4, 7 and 8, and the model statement on GOV.UK. The wording is in rules/statement/.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from urllib.parse import urlsplit

from contentlint.checks._criteria import criteria
from contentlint.checks._dates import dates
from contentlint.checks._look import folded, is_statement, patterns_of, prose, sentences
from contentlint.checks._statement import dated, items, parts, pieces, plain, problems, section, text_of
from contentlint.model import Block, Facts, Hit, Page, Rule, Skip

ENGINE = "contentlint"
PROBLEMS = frozenset({
    "statement-as-document", "statement-in-pieces", "statement-under-another-heading", "commitment-in-other-words",
    "statement-without-scope", "statement-of-another-website", "statement-without-level", "problem-without-criterion",
    "burden-without-assessment", "exemption-that-is-none", "exemption-with-a-later-date", "statement-without-test",
    "test-without-date-or-tester", "statement-date-in-future",
})  # fmt: skip
_ABSENT = frozenset({"statement-without-scope", "statement-without-level", "statement-without-test"})  # may be in another piece
_DOCUMENT = re.compile(r"\.(?:pdf|docx?|odt|rtf)$", re.I)
_HOST = re.compile(r"(?<![@\w.-])(?:https?://)?((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,12})(?![\w@-])", re.I)
_LOCAL = re.compile(r"^(?:localhost|[\d.]+|.*\.(?:local|localhost|test))$|:")
_WHOLE = re.compile(r"\bsub-?domains?\b|\ball (?:of )?(?:our|its|the council's) (?:web)?sites\b", re.I)
_BURDEN = re.compile(r"\bdisproportionate burden\b", re.I)
_DENIED = re.compile(r"\b(?:no|not|none|never|nothing|n/a|isn't|aren't|haven't|don't)\b|\bif\b", re.I)
_EXEMPT = re.compile(r"\b(?:not (?:with)?in (?:the )?scope|out(?:side)?(?: of)? (?:the )?scope|exempt)", re.I)
_NOTHING = re.compile(r"^\W*(?:none|not applicable|n/a|nothing|no content|there (?:is|are) no(?:ne|thing)?)\b", re.I)
_NO_EXEMPTION = re.compile(r"\b(?:do not|don't|does not) (?:currently )?(?:have|claim) any (?:content|exempt)|\bno (?:content|exemptions?)\b", re.I)
_MEDIA = re.compile(r"\b(?:video|audio|media|recorded|recording|podcast|webcast)", re.I)
#: from these days on, what is published must be accessible. Source: SI 2018/952, regulation 4(2)
_INTRANET_FROM, _MEDIA_FROM, _DOCUMENTS_FROM = date(2019, 9, 23), date(2020, 9, 23), date(2018, 9, 23)
_BEFORE = re.compile(r"\b(?:before|prior to|until|up to|pre)\W+(?:the\W+)?$", re.I)
_SAID = re.compile(r"\b(?:prepared|reviewed|updated|tested|audited)\b", re.I)
_WHEN = re.compile(r"\b20\d\d\b|\b(?:every|each|once a|twice a) (?:year|month|quarter)|\b(?:regular|monthly|annual|quarterly)", re.I)
_WHO = re.compile(r"\bby\b|\bwe\b|\bour\b|\bin-?house\b|\binternal\w*|\bself-", re.I)


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Judge the parts of a statement; on other pages, where their link to it leads."""
    if not is_statement(page):
        if rule := rules.get("statement-as-document"):
            yield from _document(page, rule)
        return
    split = bool(pieces(page))
    for name, part in _PARTS.items():
        if (rule := rules.get(name)) and not (split and name in _ABSENT):
            yield from part(page, rule)
    if rule := rules.get("statement-date-in-future"):
        for day, block, start, end in dated(page, _SAID):
            whole = any(char.isdigit() for char in block.text[start:end][:2])
            if (day if whole else day.replace(day=1)) > facts.today:
                yield Hit.in_block(rule, page, block, start, end)


def _document(page: Page, rule: Rule) -> Iterator[Hit]:
    for link in page.links:
        path = urlsplit(link.url or link.href).path
        if "accessibility statement" in folded(link.text) and _DOCUMENT.search(path):
            yield Hit.at(rule, link.place, target=link.url or link.href, quote=link.text)


def _pieces(page: Page, rule: Rule) -> Iterator[Hit]:
    if away := pieces(page):
        yield Hit.at(rule, away[0].place, target="accessibility statement", quote=away[0].text)


def _heading(page: Page, rule: Rule) -> Iterator[Hit]:
    tops = [heading for heading in page.headings if heading.level == 1]
    if tops and not any("accessibility statement" in folded(one.text) for one in tops):
        yield Hit.at(rule, tops[0].place, target=tops[0].text, quote=tops[0].text)


def _commitment(page: Page, rule: Rule) -> Iterator[Hit]:
    """The law fixes one sentence. Where nothing of it is there, another rule says so."""
    wording, cue = patterns_of(rule, "wording"), patterns_of(rule, "cues")
    text = plain(text_of(page))
    if not wording or not cue or wording.search(text) or not all(re.search(part, text, re.I) for part in _said(rule)):
        return
    for block in prose(page):
        if found := cue.search(block.text):
            yield Hit.in_block(rule, page, block, *found.span())
            return


def _said(rule: Rule) -> tuple[str, ...]:
    return tuple(str(part) for part in rule.options.get("needs", ()))  # type: ignore[union-attr]


def _scope(page: Page, rule: Rule) -> Iterator[Hit]:
    if (cue := patterns_of(rule, "cues")) and not cue.search(text_of(page)):
        yield Hit.on_page(rule)


def _elsewhere(page: Page, rule: Rule) -> Iterator[Hit]:
    """The statement names websites, but not the one that it stands on."""
    host = (urlsplit(dict(page.meta).get("canonical") or page.url or "").hostname or "").removeprefix("www.")
    cue = patterns_of(rule, "cues")
    text = text_of(page).casefold()
    if not host or not cue or _LOCAL.search(host) or host in {name.removeprefix("www.") for name in _HOST.findall(text)}:
        return
    whole = bool(_WHOLE.search(plain(text)))
    leads = [block for block in prose(page) if cue.search(block.text)]
    for block in [*leads, *(one for one in prose(page) if one.lead_in and cue.search(one.lead_in))]:
        names = list(_HOST.finditer(block.text))
        bare = [found[1].casefold().removeprefix("www.") for found in names]
        if names and not (whole and any(host.endswith(f".{name}") for name in bare)):
            yield Hit.in_block(rule, page, block, *names[0].span(1), args={"host": host})
            return
        if names:
            return


def _level(page: Page, rule: Rule) -> Iterator[Hit]:
    names, level = patterns_of(rule, "names"), patterns_of(rule, "level-words")
    text = text_of(page)
    if names and level and names.search(text) and not level.search(text):
        yield Hit.on_page(rule)


def _items(page: Page, rule: Rule) -> Iterator[Hit]:
    """Where some problems name their criterion, show those that do not."""
    listed = items(problems(page))
    bare = [item for item in listed if next(criteria(item.text), None) is None and not _NOTHING.search(item.text)]
    if len(bare) * 2 <= len(listed):  # else the criteria stand elsewhere, or the list is about something else
        for item in bare:
            yield Hit.in_block(rule, page, item.block, 0, min(80, len(item.block.text)))


def _burden(page: Page, rule: Rule) -> Iterator[Hit]:
    claims: list[Block] = []
    part = section(page, ("disproportionate burden",))
    for block in part or prose(page):
        claimed = part or (block.kind != "heading" and _BURDEN.search(block.text))
        if claimed and not _DENIED.search(plain(block.text)) and not _NOTHING.search(block.text):
            claims.append(block)
        elif part and (_NOTHING.search(block.text) or _BURDEN.search(block.text)):
            return  # "We do not claim a disproportionate burden": what follows explains it
    said = " ".join(block.text for block in part or claims)
    if claims and not re.search(r"\bassess", said, re.I):
        yield Hit.in_block(rule, page, claims[0], 0, min(80, len(claims[0].text)))


def _exemption(page: Page, rule: Rule) -> Iterator[Hit]:
    known = patterns_of(rule, "known")
    if any(_NO_EXEMPTION.search(plain(block.text)) for block in section(page, _EXEMPT)):
        return
    for words, block in parts(page, _EXEMPT):
        if known and not known.search(words) and not _NOTHING.search(words) and len(words.split()) > 2:
            yield Hit.in_block(rule, page, block, 0, min(80, len(block.text)))


def _later(page: Page, rule: Rule) -> Iterator[Hit]:
    for block in section(page, _EXEMPT):
        about = f"{block.text} {block.place.heading or ''}"
        first = _MEDIA_FROM if _MEDIA.search(about) else _INTRANET_FROM if re.search(r"\b(?:in|ex)tranet", about, re.I) else _DOCUMENTS_FROM
        for one in dates(block.text):
            if one.whole and one.day > first and _BEFORE.search(block.text[: one.start]):
                shown = f"{first.day} {first:%B %Y}"
                yield Hit.in_block(rule, page, block, one.start, one.end, args={"limit": shown})


def _test(page: Page, rule: Rule) -> Iterator[Hit]:
    if (cue := patterns_of(rule, "cues")) and not cue.search(text_of(page)):
        yield Hit.on_page(rule)


def _tester(page: Page, rule: Rule) -> Iterator[Hit]:
    """Say what is missing of when and by whom. The words about the test may be several sentences."""
    cue = patterns_of(rule, "cues")
    told = [span for block in prose(page) for span in sentences(block) if cue and cue.search(span.text)]
    words = " ".join(plain(span.text) for span in told)
    missing = [name for name, pattern in (("when", _WHEN), ("by whom", _WHO)) if not pattern.search(words)]
    if told and missing:
        yield Hit.in_block(rule, page, told[0].block, told[0].start, told[0].end, target="test", args={"missing": " and ".join(missing)})


_PARTS: Mapping[str, Callable[[Page, Rule], Iterator[Hit]]] = {
    "statement-in-pieces": _pieces, "statement-under-another-heading": _heading, "commitment-in-other-words": _commitment,
    "statement-without-scope": _scope, "statement-of-another-website": _elsewhere, "statement-without-level": _level,
    "problem-without-criterion": _items, "burden-without-assessment": _burden, "exemption-that-is-none": _exemption,
    "exemption-with-a-later-date": _later, "statement-without-test": _test, "test-without-date-or-tester": _tester,
}  # fmt: skip
