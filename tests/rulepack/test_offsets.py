"""Positions hold through folding, and hostile text costs little."""

from __future__ import annotations

import time

import pytest

from contentlint.model import Block, Hit, Place
from contentlint.rulepack.expand import expand, filter_of
from contentlint.rulepack.fold import flat, folded, masked

from .conftest import Match, ours, page, quotes


@pytest.mark.parametrize(
    "text",
    [
        "Straße ﬁne İ utilise it",
        "don’t ‘utilise’ it",
        "ßßß utilise",
        "İİİİ utilise ß",
        "a\u00adb\u200bc utilise",
        "\ud800 utilise \udfff",
        "שלום utilise \u202eעולם",
        "👩\u200d👧 utilise",
        "ŉǰΐ utilise",
    ],
)
def test_folding_shifts_nothing(match: Match, text: str) -> None:
    (hit,) = match("extends: substitution\nswap: {utilise: use}\nmentions: true", text)
    start = text.index("utilise")
    assert hit.location.quote == "utilise" and (hit.fix.start, hit.fix.end) == (start, start + 7)
    (hit,) = match("extends: existence\nmentions: true\ntokens: ['util\\w+']", text)
    assert hit.location.quote == "utilise" and hit.location.column == start + 1


def test_invisible_characters_and_curly_quotes_hide_nothing(match: Match) -> None:
    assert quotes(match("extends: existence\ntokens: [utilise]", "We u\u00adti\u200blise it.")) == [
        "u\u00adti\u200blise"
    ]
    body = "extends: existence\ntokens: [\"don't\", 'won’t', '(?:ca|sha)n''t\\w*']"
    assert quotes(match(body, "Don’t, won't and can’t.")) == ["Don’t", "won't", "can’t"]
    assert quotes(match("extends: existence\ntokens: [in order to]", "in\u00a0order to")) == [
        "in\u00a0order to"
    ]
    assert quotes(match("extends: existence\nnonword: true\ntokens: ['[’]']", "It’s a ' mark")) == ["’"]


def test_half_a_letter_is_no_match(match: Match) -> None:
    assert match("extends: existence\nnonword: true\ntokens: [stras]", "Straß") == []
    assert quotes(match("extends: existence\ntokens: [strasse]", "Die Straße.")) == ["Straße"]


def test_views_map_back() -> None:
    text = "A\u200bß ’İ"
    view = folded(flat(text))
    assert view.text == "ass 'i̇"
    assert view.origin(1, 3) == (2, 3) and view.origin(1, 2) is None and view.origin(0, 1) == (0, 1)
    assert len(masked("see www.a.gov.uk now", [])) == 20


def test_a_fix_needs_a_source_that_reads_the_same(match: Match) -> None:
    broken = Block("paragraph", "in order to go", Place(), source=((0, 0), (3, 10)))
    (hit,) = match("extends: substitution\nswap: {in order to: to}", page(broken))
    assert hit.fix is None and hit.suggestion == "to"


@pytest.mark.parametrize(
    ("pattern", "words"),
    [("one[- ]stop shops?", 4), ("(?:re|un)?use", 3), ("a\\.b", 1), ("[ab]", 2), ("a+", None), ("a.b", None),
     ("\\bfoo", None), ("(?<!x)a", None), ("a{2}", None), ("[^a]b", None), ("(a|b)(c|d)(e|f)", 8)],
)  # fmt: skip
def test_short_lists_of_words(pattern: str, words: int | None) -> None:
    found = expand(pattern)
    assert (None if found is None else len(found)) == words


def test_the_filter_lets_through_all_that_the_pattern_matches() -> None:
    assert filter_of(r"(?<!\w)caf\w\b(?= x)") == r"caf[\pL\pN\pM_]"
    assert filter_of(r"^(?>a++)\1$") == "(?:a+)(?s:.*)"


HOSTILE = {
    "no spaces": "a" * 1_000_000,
    "dotted": "ab.c-d'e/@" * 100_000,
    "nested quotes": "“" * 100_000 + "”" * 100_000,
    "mixed quotes": "“a ‘b " * 50_000,
    "straight quotes": "\"'a " * 250_000,
    "right to left": "\u202eשלום " * 80_000,
    "zero width": "u\u200bt\u200bilise " * 60_000,
    "surrogates": "\ud800 utilise \udfff" * 70_000,
    "wide letters": "İß " * 200_000,
    "capitals": "Abc " * 250_000,
    "same word": "the " * 250_000,
    "slow pattern": "x" + "ab " * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_quick(write, name: str) -> None:
    from contentlint.rulepack import compile_pack, load_pack

    folder = write(
        words=ours(
            "extends: substitution\ninflect: true\nswap: {utilise: use}\n"
            "unless: [{in: [quotation, proper-name]}]"
        ),
        pattern=ours(
            "extends: existence\ntokens: ['\\w+ly \\w+', '(?<=a )\\w+(?= b)', '[A-Z][a-z]+ (?:of )?[A-Z]{3}']"
        ),
        slow=ours("extends: existence\nnonword: true\ntokens: ['(?:(?:ab ?)+)+(?=c)']"),
        twice=ours("extends: repetition\ntokens: ['[^\\s]+']"),
        count=ours("extends: occurrence\ntoken: ','\nmax: 3\nscope: [sentence]"),
        heads=ours("extends: capitalization\nmatch: $sentence"),
    )
    matcher = compile_pack(load_pack([folder]))
    began = time.process_time()
    found = list(matcher.match(page(HOSTILE[name])))
    assert time.process_time() - began < 20, "that is a hang; tests/benchmarks/hostile_text.py measures"
    if name == "slow pattern":
        assert [item.reason for item in found if not isinstance(item, Hit)] == [
            "the rule town/slow took too long on this page"
        ]
