"""Each rule type finds what it should, where it should, and no more."""

from __future__ import annotations

import pytest

from contentlint.model import Block, Page, Place

from .conftest import Match, fixed, page, quotes


def heading(text: str, level: int = 2) -> Block:
    return Block("heading", text, Place(), level=level)


def test_existence_finds_whole_words_whatever_their_case(match: Match) -> None:
    body = "extends: existence\ntokens: [hub, 'one[- ]stop shops?', 'N/A']"
    text = "Our Hub is a one-stop shop. Hubble and hub_x are not. N/A"
    hits = match(body, text)
    assert quotes(hits) == ["Hub", "one-stop shop", "N/A"]
    assert (hits[1].location.line, hits[1].location.column, hits[1].location.end_column) == (1, 14, 27)
    assert hits[1].location.before == "Our Hub is a " and hits[1].rule.id == "town/rule"


def test_existence_keys(match: Match) -> None:
    assert quotes(match("extends: existence\nignorecase: false\ntokens: [Hub]", "hub Hub")) == ["Hub"]
    assert quotes(match("extends: existence\nnonword: true\ntokens: ['!!+']", "Hello!!! Bye!")) == ["!!!"]
    assert quotes(match("extends: existence\nraw: ['\\bfoo', '\\d+']", "foo12 xfoo1")) == ["foo12"]
    body = "extends: existence\ntokens: [key]\nexceptions: [key stage, key workers?]"
    assert quotes(match(body, "A key worker at Key Stage 2 is key.")) == ["key"]
    assert quotes(
        match("extends: existence\ninflect: verb\ntokens: [deliver]", "We delivered; delivering, delivery")
    ) == ["delivered", "delivering"]


def test_the_longest_phrase_wins_within_a_rule(match: Match) -> None:
    body = "extends: existence\ntokens: ['for special needs', 'special needs', 'special needs child(?:ren)?']"
    assert quotes(match(body, "Clubs for special needs children.")) == ["special needs children"]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("We will utilise it.", "We will use it."),
        ("Utilising space, she utilises and utilized it.", "Using space, she uses and used it."),
        ("UTILISE IT", "USE IT"),
        ("Commencing now", "Starting now"),
        ("We have commenced giving grants.", "We have started giving grants."),
        ("We donated it, and it was donated.", "We gave it, and it was given."),
        ("She is undertaking and undertook work.", "She is doing and did work."),
        ("It is an additional bin, an approximate copy", "It is a further bin, a rough copy"),
        ("A rapid reply", "A fast reply"),
        ("A further use of a big tree", "An extra use of a big tree"),
    ],
)
def test_the_suggestion_takes_the_form_of_the_word(match: Match, text: str, after: str) -> None:
    body = (
        "extends: substitution\ninflect: verb\nswap: {utilise: use, commence: start, "
        "donate: give, undertake: do, "
        "additional: further, approximate: rough, rapid: fast, further use: extra use}"
    )
    assert fixed(text, match(body, text)) == after


def test_choices_advice_and_groups(match: Match) -> None:
    body = "extends: substitution\ninflect: verb\nswap: {facilitate: help|run}"
    (hit,) = match(body, "We facilitated two walks.")
    assert (hit.suggestion, hit.args["suggestion"], hit.fix.text) == (
        "helped or ran",
        "helped or ran",
        "helped",
    )
    (hit,) = match("extends: substitution\nswap: {robust: (say what it withstands)}", "A robust plan.")
    assert hit.fix is None and hit.suggestion == "say what it withstands"
    (hit,) = match("extends: substitution\nnonword: true\nswap: {'(\\d+) %': '$1%'}", "It is 50 % off.")
    assert hit.fix.text == "50%" and not hit.fix.safe
    (hit,) = match("extends: substitution\nfix: safe\nswap: {a lot: ''}", "It helps a lot here.")
    assert hit.fix.safe and fixed("It helps a lot here.", [hit]) == "It helps here."
    text = "Basically we help."
    assert fixed(text, match("extends: substitution\nswap: {basically: ''}", text)) == "We help."


def test_a_swap_of_capitals_keeps_its_own(match: Match) -> None:
    body = "extends: substitution\nswap: {covid: COVID-19, internet: internet, whatsapp: WhatsApp}"
    hits = match(body, "Internet and Covid news on Whatsapp and WhatsApp. COVID-19")
    assert [(hit.location.quote, hit.suggestion) for hit in hits][:2] == [
        ("Internet", "internet"),
        ("Covid", "COVID-19"),
    ]
    body = "extends: substitution\nignorecase: false\nswap: {Government: government}"
    assert [hit.suggestion for hit in match(body, "The Government and the government.")] == ["government"]


def test_a_longer_phrase_of_another_rule_wins(write, match: Match) -> None:
    from contentlint.rulepack import compile_pack, load_pack

    from .conftest import ours

    folder = write(
        short=ours("extends: substitution\nswap: {order: ask for}"),
        long=ours("extends: substitution\nswap: {in order to: to}"),
        same=ours("extends: substitution\nlevel: error\nswap: {in order to: so as to}"),
        other=ours("extends: existence\ntokens: [order]"),
    )
    hits = list(compile_pack(load_pack([folder])).match(page("In order to order it.")))
    assert [(hit.rule.name, hit.location.quote) for hit in hits] == [
        ("same", "In order to"), ("other", "order"), ("other", "order"), ("short", "order")]  # fmt: skip


def test_occurrence_counts_blocks_sentences_and_the_page(match: Match) -> None:
    text = "One, two, three. Four, five."
    (hit,) = match("extends: occurrence\ntoken: ','\nmax: 2", text)
    assert hit.args["count"] == "3" and hit.args["max"] == "2" and hit.location.column == 4
    assert match("extends: occurrence\ntoken: ','\nmax: 2\nscope: [sentence]", text) == []
    assert len(match("extends: occurrence\ntoken: ','\nmax: 3\nscope: [page]", page(text, text))) == 1
    (hit,) = match(
        "extends: occurrence\ntoken: '\\.$'\nmin: 1\nscope: [list]",
        page("None", Block("list", "no stop", Place()), Block("list", "A stop.", Place())),
    )
    assert hit.location.quote == "no stop"


def test_repetition(match: Match) -> None:
    body = "extends: repetition\ntokens: ['\\w+']\nalpha: true\nexceptions: [had had]"
    text = "The the bin is is full. They had had 5 5 bins; bathe the other others."
    hits = match(body, text)
    assert quotes(hits) == ["The the", "is is"]
    assert fixed(text, hits).startswith("The bin is full.")


def test_consistency_alerts_once_where_the_second_spelling_is_met(match: Match) -> None:
    body = "extends: consistency\neither: {adviser: advisor, benefits: '(?:welfare|support) payments'}"
    (hit,) = match(body, page("An adviser, the adviser.", "An advisor, and one adviser and advisor."))
    assert (hit.location.quote, hit.suggestion) == ("advisor", "adviser")
    assert match(body, "An advisor and an advisor.") == []


def test_conditional_wants_the_meaning_first(match: Match) -> None:
    body = (
        "extends: conditional\nfirst: '[A-Z]{3,5}'\n"
        "second: '(?:[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'\nexceptions: [NHS]"
    )
    hits = match(
        body,
        page("The NHS and the PCN.", "A Penalty Charge Notice (PCN).", "A PCN. An EHC plan. Another EHC."),
    )
    assert quotes(hits) == ["PCN", "EHC"]
    assert match(body, "A Blue Badge Scheme (BBS). The BBS helps.") == []


@pytest.mark.parametrize(
    ("body", "wrong", "right"),
    [
        ("match: $sentence", "Apply For A Permit", "Apply for a permit"),
        ("match: $sentence", "how to apply", "How to apply"),
        (
            "match: $sentence\nexceptions: [Blue Badge]",
            "Your Blue Badge And Bins",
            "Renew your Blue Badge in Wales",
        ),
        ("match: $title", "Apply for a permit today", "Apply for a Permit Today"),
        ("match: $lower", "Bins", "bins"),
        ("match: $upper", "Bins", "BINS"),
        ("match: '^[A-Z]'", "bins", "Bins"),
    ],
)
def test_capitalization(match: Match, body: str, wrong: str, right: str) -> None:
    body = f"extends: capitalization\nscope: [heading]\n{body}"
    assert quotes(match(body, page(heading(wrong), heading(right), "nO hEading"))) == [wrong]


def test_vale_rules_keep_vales_defaults(match: Match) -> None:
    vale = "extends: existence\nmessage: \"Avoid '%s'.\"\ntokens: [Hub]\n"
    hits = match(vale, "A hub, the Hub.", vale=True)
    assert quotes(hits) == ["Hub"]
    assert hits[0].rule.message == "Avoid {match}."
    accepted = "extends: substitution\nmessage: m\nswap: {'e-?mail': 'e?mail', 'U\\.K\\.': UK}\n"
    assert quotes(match(accepted, "An e-mail or email.", vale=True)) == ["e-mail"]


def test_hits_come_in_document_order(match: Match) -> None:
    body = "extends: existence\ntokens: [b, 'a+']"
    assert quotes(match(body, page("b aa b", "aaa b"))) == ["b", "aa", "b", "aaa", "b"]


def test_foreign_hidden_and_surrounding_text_is_left_alone(match: Match) -> None:
    body = "extends: existence\ntokens: [hub]"
    nav = Block("paragraph", "hub", Place(region="nav"))
    hidden = Block("paragraph", "hub", Place(hidden=True))
    welsh = Block("paragraph", "hub", Place(), lang="cy")
    assert match(body, page(nav, hidden, welsh)) == []
    assert match(body, page("hub", lang="cy")) == []
    assert len(match(body, page("hub", Block("paragraph", "hub", Place(), lang="en-GB"), lang="en-GB"))) == 2


def test_addresses_and_code_are_masked(match: Match) -> None:
    text = "See https://hub.example.org/hub, www.hub.gov.uk/x (hub@hub.org) or run hub now; GOV.UK hub."
    at = text.index("hub now")
    block = Block("paragraph", text, Place(), inline=((at, at + 3, "code"),))
    assert [hit.location.after for hit in match("extends: existence\ntokens: [hub]", page(block))] == ["."]
    assert quotes(
        match(
            "extends: existence\nignorecase: false\nnonword: true\ntokens: ['\\S*[A-Z]\\S*@\\S+\\w']",
            "Mail Bins@Town.gov.uk today.",
        )
    ) == ["Bins@Town.gov.uk"]


def test_a_pattern_about_addresses_sees_them(match: Match) -> None:
    assert quotes(match("extends: existence\ntokens: [bins@town.gov.uk]", "Mail Bins@town.gov.uk.")) == [
        "Bins@town.gov.uk"
    ]


def test_scopes(match: Match) -> None:
    blocks = [
        Block("paragraph", "hub here", Place(), inline=((0, 3, "link"),)), Block("link", "hub", Place()),
        heading("hub"), Block("alt", "hub", Place()), Block("title", "hub", Place(region="page")),
        Block("header-cell", "hub", Place()), Block("code", "hub", Place()),
        Block("paragraph", "a hub", Place(), inline=((2, 5, "strong"),)),
    ]  # fmt: skip
    whole = page(*blocks)

    def kinds(scope: str) -> list[str]:
        hits = match(f"extends: existence\ntokens: [hub]{scope}", whole)
        return [
            next(b.kind for b in blocks if b.text == str(h.location.before) + "hub" + str(h.location.after))
            for h in hits
        ]

    assert len(kinds("")) == 4
    assert (
        len(kinds("\nscope: [link]")) == len(kinds("\nscope: [title]")) == len(kinds("\nscope: [alt]")) == 1
    )
    assert (
        len(kinds("\nscope: [cell]")) == len(kinds("\nscope: [strong]")) == len(kinds("\nscope: [code]")) == 1
    )
    assert len(kinds("\nscope: [paragraph, link]")) == 2, "a link's words are not told twice"
    assert len(kinds("\nscope: ['~heading']")) == 3 and len(kinds("\nscope: [text.heading.h2]")) == 1


def test_words_of_the_vocabulary_are_right(match: Match) -> None:
    body = "extends: substitution\nswap: {hub: centre, the hub: the centre}"
    assert quotes(match(body, "Hub, the hub", frozenset({"hub"}))) == ["the hub"]
    assert isinstance(page("x"), Page)


def test_a_rule_for_links_and_titles_sees_links_in_any_prose(match: Match) -> None:
    around = Block("list", "Read the FAQs first", Place(), source=((0, 0),), inline=((9, 13, "link"),))
    link = Block("link", "FAQs", Place(), source=((0, 9),))
    assert quotes(match("extends: existence\nscope: [title, link]\ntokens: [FAQs]", page(around, link))) == ["FAQs"]
    assert quotes(match("extends: existence\nscope: [list, link]\ntokens: [FAQs]", page(around, link))) == ["FAQs"]
