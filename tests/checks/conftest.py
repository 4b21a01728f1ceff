"""Builds pages and facts for the checks, from pieces of HTML and from the notes that examples hold."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from contentlint.checks import driver
from contentlint.model import (
    Block,
    Capture,
    Evidence,
    Facts,
    Finding,
    Heading,
    Measures,
    Page,
    Place,
    Rule,
    Site,
    Skip,
    Tally,
)
from contentlint.parse import html
from contentlint.pipeline.site import site_of
from contentlint.rulepack import load_pack
from tests.checks.small_sites import NAMES, framed

RULES = Path(__file__).resolve().parents[2] / "rules"
TODAY = date(2026, 6, 1)
ADDRESS = "https://www.anyborough.example/page"
HOST = "https://www.anyborough.example"

#: what a server of Anyborough would answer
SITE = Site(
    statuses={
        f"{HOST}/gone": 404, f"{HOST}/busy": 503, f"{HOST}/silent": None, f"{HOST}/refused": 403,
        f"{HOST}/moved": 301, f"{HOST}/vote": 200, f"{HOST}/bins": 200,
    },
    redirects={f"{HOST}/moved": f"{HOST}/vote"},
    titles={"Repeated title": (ADDRESS, f"{HOST}/other"), "Bins - Anyborough Council": (ADDRESS,)},
    anchors={f"{HOST}/bins": frozenset({"missed"})},
    pages=frozenset({ADDRESS, f"{HOST}/other", f"{HOST}/bins"}),
)  # fmt: skip

#: what a scan of Anyborough found
TALLY = Tally({"1.3.1": (f"{HOST}/bins", f"{HOST}/other", ADDRESS), "2.4.4": (f"{HOST}/bins",)}, frozenset({"1.1.1"}),
              frozenset({"1.1.1", "1.3.1", "1.4.3"}), 40)  # fmt: skip

#: what LanguageTool 6.8 said about these words (recorded)
SAID = {
    "recieve": ("MORFOLOGIK_RULE_EN_GB", "TYPOS", "Possible spelling mistake found.", ["receive"]),
    "Goverment": ("MORFOLOGIK_RULE_EN_GB", "TYPOS", "Possible spelling mistake found.", ["Government"]),
    "Manchestre": ("MORFOLOGIK_RULE_EN_GB", "TYPOS", "Possible spelling mistake found.", ["Manchester", "Manchette"]),
    **{word: ("MORFOLOGIK_RULE_EN_GB", "TYPOS", "Possible spelling mistake found.", [guess]) for word, guess in (
        ("Prydderch", "Pry derch"), ("Ystradgynlais", "Strad"), ("Auchterarder", "Charterer"), ("RingGo", "Ringo"),
        ("Bikeability", "Likeability"), ("freephone", "free phone"), ("comms", "comes"), ("retag", "retage"),
    )},
    "one stop": ("ONE_STOP_HYPHEN", "GRAMMAR", "This word is normally spelled with a hyphen.", ["one-stop"]),
    "less": ("FEWER_LESS", "GRAMMAR", "Did you mean “fewer”? The noun “words” is countable.", ["fewer"]),
    "a Freedom": ("A_UNCOUNTABLE", "GRAMMAR", "Uncountable nouns are usually not used with an article.", ["Freedom"]),
    "thank you": ("A_THANK_YOU", "GRAMMAR", "Did you mean “thank-you”?", ["thank-you"]),
    "lower": ("SHOULD_BE_DO", "GRAMMAR", "Did you mean “lowed”, “lowered”?", ["lowed", "lowered"]),
    "Pryce-Jonesby": (
        "MORFOLOGIK_RULE_EN_GB",
        "TYPOS",
        "Possible spelling mistake found.",
        ["Price-Jonesby"],
    ),
    "Cllr": ("MORFOLOGIK_RULE_EN_GB", "TYPOS", "Possible spelling mistake found.", ["CLR", "CALR"]),
    "anyborough": ("MORFOLOGIK_RULE_EN_GB", "TYPOS", "Possible spelling mistake found.", ["any borough"]),
    "Merrion": ("MORFOLOGIK_RULE_EN_GB", "TYPOS", "Possible spelling mistake found.", ["Version"]),
    "kerbside": ("MORFOLOGIK_RULE_EN_GB", "TYPOS", "Possible spelling mistake found.", ["kerb side"]),
    **{
        word: (
            "MORFOLOGIK_RULE_EN_GB",
            "TYPOS",
            "Possible spelling mistake found.",
            ["(suggestion limit reached)"],
        )
        for word in ("odio", "ipsum", "lobortis", "aliquam")
    },
    "loose": (
        "LOOSE_LOSE",
        "CONFUSED_WORDS",
        "Did you mean “lose” (= miss, waste, suffer the loss etc.)?",
        ["lose"],
    ),
    "your training": (
        "YOUR",
        "CONFUSED_WORDS",
        "Did you mean “you're” (short for ‘you are’)?",
        ["you're training"],
    ),
    "able give": (
        "ABLE_VBP",
        "GRAMMAR",
        "The preposition ‘to’ is required before the verb ‘give’.",
        ["able to give"],
    ),
    "Buy one get one": (
        "BUY_TWO_GET_ONE_FREE",
        "GRAMMAR",
        "It appears that a comma is missing.",
        ["Buy one, get one"],
    ),
    "the the": ("ENGLISH_WORD_REPEAT_RULE", "MISC", "Possible typo: you repeated a word.", ["the"]),
    "Dublin DUBLIN": ("ENGLISH_WORD_REPEAT_RULE", "MISC", "Possible typo: you repeated a word.", ["Dublin"]),
}


def read(markup: str, url: str = ADDRESS) -> Page:
    """Parse a piece of HTML or a whole page."""
    body = markup.encode()
    capture = Capture(
        url,
        url,
        200,
        (("content-type", "text/html; charset=utf-8"),),
        body,
        "2026-06-01T09:00:00Z",
        hashlib.sha256(body).hexdigest(),
        "text/html",
    )
    page = html.parse(capture)
    assert isinstance(page, Page), page
    return page


#: what the other pages of the site say, for rules that compare
NEIGHBOURS = tuple(
    read(f"<!DOCTYPE html><html lang='en'><title>{name}</title><meta name='description' content='{said}'>"
         f"<main><h1>{name}</h1>{text}</main></html>", f"{HOST}/{name.lower()}")
    for name, said, text in (
        ("Garden", "Join the garden waste service.", "<p>A garden waste subscription costs £45 a year. Your bin day may"
         " change in winter.</p>"),
        ("Tax", "Pay your Council Tax.", "<p>Call the council tax team on 0161 496 0100 or email the council tax team at"
         " tax@anyborough.example. We work on your bin day too.</p>"),
        ("Sofas", "Book us to take away sofas.", "<p>We take away sofas, beds, fridges and other large things from"
         f" outside your home. {' '.join(f'In street {n} our lorry comes at {n % 9 + 8}am on day {n} of the month.' for n in range(1, 15))}</p>"),
    )
)  # fmt: skip


#: pages with one header, menu and footer, for rules about what stays the same
FRAMED = tuple(read(framed(name), f"{HOST}/{name}") for name in NAMES if name != "page")


def spoken(page: Page) -> Evidence:
    """What LanguageTool would say, from the recorded words."""
    blocks = []
    for index, block in enumerate(page.blocks):
        matches = [
            {"rule": rule, "category": category, "type": "x", "message": message, "offset": found.start(),
             "length": len(words), "replacements": replacements}
            for words, (rule, category, message, replacements) in SAID.items()
            for found in re.finditer(rf"\b{re.escape(words)}\b", block.text)
        ]  # fmt: skip
        if matches:
            blocks.append({"index": index, "matches": matches})
    return Evidence("languagetool", "6.8", page.key, {"blocks": blocks})


def pdf(note: str) -> Page:
    """ "tagged: true, title: Plan, …" as the PDF reader would say it."""
    values: dict[str, object] = {}
    for part in note.split(", "):
        name, _, value = part.partition(":")
        value = value.strip()
        if value.startswith("["):
            values[name] = tuple(int(each) for each in value.strip("[]").split(";") if each)
            continue
        values[name] = {"true": True, "false": False}.get(value, int(value) if value.isdigit() else value)
    return Page(key=f"{HOST}/plan.pdf", url=f"{HOST}/plan.pdf", media="pdf", title=None, lang=None, blocks=(),
                facts=tuple(values.items()), size=int(str(values.get("size", 0))))  # fmt: skip


def word(note: str) -> Page:
    """ "title: Plan, lang: en, headings: 1, words: 200" as the reader of Word files would say it."""
    values = {name.strip(): value.strip() for name, _, value in (part.partition(":") for part in note.split(", "))}
    blocks = (Block("paragraph", "bins " * int(values["words"]), Place()),)
    headings = tuple(Heading(1, "Bins", Place()) for _ in range(int(values["headings"])))
    facts = tuple((name, values[name] or None) for name in ("title", "lang"))
    return Page(key="plan.docx", url=None, media="docx", title=values["title"] or None, lang=values["lang"] or None,
                blocks=blocks, headings=headings, facts=facts)  # fmt: skip


def measured(note: str) -> Measures:
    """ "measures: reading_age 13, words 300, section 16" as figures."""
    found = {name: float(value) for name, value in re.findall(r"(\w+) ([\d.]+)", note)}
    sections = (("Fees", found["section"]),) if "section" in found else ()
    return Measures(words=int(found["words"]), reading_age=found["reading_age"], sections=sections)


@pytest.fixture(scope="session")
def rules() -> tuple[Rule, ...]:
    """Every rule that one of our checkers judges."""
    checkers = {name: module.PROBLEMS for name, module in driver.modules().items()}
    ours = re.compile(rf"^extends: (?:{'|'.join(checkers)})$", re.M)
    packs = sorted({path.parent for path in RULES.glob("*/*.yaml") if ours.search(path.read_text("utf-8"))})
    return tuple(rule for rule in load_pack(packs, checkers) if rule.extends in checkers)


@pytest.fixture(scope="session")
def judge(rules: tuple[Rule, ...]) -> Callable[..., list[Finding]]:
    """Judge markup (or a page) by all rules or by those named; a skip fails the test."""

    def run(markup: str | Page, *only: str, facts: Facts | None = None) -> list[Finding]:
        page = read(markup) if isinstance(markup, str) else markup
        chosen = [rule for rule in rules if not only or rule.id in only or rule.name in only]
        assert chosen, f"no rule is named {only}"
        found, skips = driver.judge(page, chosen, facts or Facts(TODAY))
        assert not skips, skips
        return list(found)

    return run


@pytest.fixture(scope="session")
def example_facts() -> Callable[[Rule, str, str], Iterator[tuple[Page, Facts]]]:
    """Turn an example's text into a page and the facts that belong to it."""

    def build(rule: Rule, text: str, markup: str) -> tuple[Page, Facts]:
        if rule.extends in ("sitewide", "house_terms"):
            page = read(text)
            return page, Facts(TODAY, site=site_of([page, *NEIGHBOURS], [], rules=[rule]))
        if rule.extends == "across_pages":
            page = read(text)
            return page, Facts(TODAY, site=site_of([page, *FRAMED], []))
        if rule.extends == "statement_scan":
            return read(text), Facts(TODAY, site=replace(SITE, tally=TALLY))
        if markup == "html":
            return read(text), Facts(TODAY, site=SITE)
        if rule.extends == "pdf":
            return pdf(text), Facts(TODAY)
        if rule.extends == "word":
            return word(text), Facts(TODAY)
        if rule.extends == "readability":
            return read("<h2>Fees</h2><p>Words.</p>"), Facts(TODAY, measures=measured(text))
        page = read(f"<p>{text}</p>")
        return page, Facts(TODAY, evidence=(spoken(page),), vocabulary=frozenset({"kerbside"}))

    return build


@pytest.fixture
def parse() -> Callable[..., Page | Skip]:
    """Parse markup."""
    return read
