"""Titles and main headings that speak of something else than the page does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from contentlint.checks._look import folded
from contentlint.model import Facts, Heading, Hit, Page, Rule, Skip

ENGINE = "contentlint"
MEDIA = frozenset({"html"})
PROBLEMS = frozenset({"title-about-something-else", "title-names-only-the-site", "heading-about-something-else"})
_WORD = re.compile(r"[^\W_]{3,}")
_SMALL = frozenset(
    "a about after all also an and any are as at be before but by can do for from get has have how if in into is it"
    " its more new no not of on one or our out page please see so than that the their them then there these they"
    " this to up use was we were what when where which who why will with you your welcome home".split()
)
_FEWEST = 4  # words of text, below which a page says too little to compare
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "er", "es", "ed", "ly", "al", "s", "e", "y")


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Compare the words of the title and of each h1 with those of the text. English pages only."""
    if page.fragment or not (page.lang or "en").lower().startswith("en"):
        return
    # A title that lists what is on the site, or text that is loaded later, says nothing about the topic.
    told = _stems(block.text for block in page.blocks if block.kind != "title" and not block.place.hidden)
    told |= _stems(image.alt or "" for image in page.images)
    mains = [heading for heading in page.headings if heading.level == 1 and not heading.place.hidden]
    title = (page.title or "").strip()
    yield from _title(page, rules, title, mains, told)
    rule = rules.get("heading-about-something-else")
    if rule and len(mains) == 1:  # where there are more, none of them speaks for the whole page
        text = _stems(block.text for block in page.blocks if block.kind != "heading" and not block.place.hidden)
        text |= _stems([*(heading.text for heading in page.headings if heading.level > 1), title])
        for heading in mains:
            words = _stems([heading.text])
            if words and len(text) >= _FEWEST and not _shared(words, text) and _latin(heading.text):
                yield Hit.at(rule, heading.place, target=heading.text, quote=heading.text)


def _title(page: Page, rules: Mapping[str, Rule], title: str, mains: list[Heading], told: set[str]) -> Iterator[Hit]:
    words = _stems([title])
    if not words or not _latin(title):
        return
    rule = rules.get("title-about-something-else")
    if rule and len(told) >= _FEWEST and not _shared(words, told):
        yield Hit.on_page(rule, target=title, quote=title)
    rule = rules.get("title-names-only-the-site")
    main = mains[0].text if len(mains) == 1 else ""
    if rule and main and _ends_with_site(main, title):
        yield Hit.on_page(rule, target=title, quote=title, args={"heading": main})


def _ends_with_site(main: str, title: str) -> bool:
    """ "Search results at the University of Arkham" says more than its title, "University of Arkham"."""
    said, name = folded(main), folded(title)
    found = re.fullmatch(rf"(.+?)\W+(?:(?:at|in|by|from|on|of)\W+)?(?:the\W+)?{re.escape(name)}", said)
    return bool(found) and len(name.split()) > 1 and len(_stems([found[1]])) > 1  # type: ignore[index]


def _latin(text: str) -> bool:
    return text.isascii() or all(ord(letter) < 0x250 for letter in text if letter.isalpha())


def _stems(texts: Iterable[str]) -> set[str]:
    return {_stem(word) for text in texts for word in _WORD.findall(text.casefold()) if word not in _SMALL}


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


def _shared(words: set[str], others: set[str]) -> bool:
    """Equal stems, or one at the start of the other: "council" and "councillor", "open" and "openings"."""
    return bool(words & others) or any(
        len(word) > 3 and (other.startswith(word) or (len(other) > 3 and word.startswith(other)) or word in other)
        for word in words for other in others
    )  # fmt: skip
