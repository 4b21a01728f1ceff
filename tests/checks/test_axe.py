"""What becomes of an answer of axe-core. The answers have the shape that axe_run.js gives."""

from __future__ import annotations

from datetime import date

import pytest

from contentlint.checks import driver
from contentlint.model import Evidence, Facts, Outcome

TODAY = date(2026, 6, 1)
ABOUT = {
    "image-alt": {
        "tags": ["cat.text-alternatives", "wcag2a", "wcag111"],
        "acts": ["23a2a8"],
        "help": "h",
        "helpUrl": "https://axe.example/image-alt",
    },
    "region": {"tags": ["cat.keyboard", "best-practice"], "acts": [], "help": "h", "helpUrl": "u"},
    "tabindex": {"tags": ["cat.keyboard", "best-practice"], "acts": [], "help": "h", "helpUrl": "u"},
    "color-contrast": {
        "tags": ["cat.color", "wcag2aa", "wcag143"],
        "acts": ["afw4f7"],
        "help": "h",
        "helpUrl": "u",
    },
    "brand-new": {
        "tags": ["wcag21aa", "wcag1412"],
        "acts": ["24afc2"],
        "help": "Spacing must be adjustable",
        "helpUrl": "https://axe.example/brand-new",
    },
}


def node(html="<p>Words</p>", **more):
    return {
        "target": ["main > p"],
        "html": html,
        "name": "Words",
        "heading": "Bins",
        "region": "main",
        "data": {},
        "any": [],
        "all": [],
        "none": [],
    } | more


def result(name, impact, *nodes):
    return {"id": name, "impact": impact, "nodes": list(nodes) or [node()]}


@pytest.fixture
def listen(rules, parse):
    def run(
        markup="<!DOCTYPE html><html lang='en'><title>Bins</title><main><h1>Bins</h1></main>",
        only=None,
        **payload,
    ):
        page = parse(markup)
        whole = {
            "violations": [],
            "incomplete": [],
            "rules": ABOUT,
            "frames": [],
            "unsettled": False,
            "contrast": True,
        }
        chosen = [rule for rule in rules if rule.extends == "axe" and (only is None or rule.name in only)]
        evidence = Evidence("axe-core", "4.14.1", page.key, whole | payload)
        return driver.judge(page, chosen, Facts(TODAY, evidence=(evidence,)))

    return run


def test_a_violation_of_wcag_is_sure_and_speaks_our_words(listen):
    (one,), skips = listen(
        violations=[result("image-alt", "critical", node('<img src="/bin.jpg">', name=""))]
    )
    assert (one.certainty, one.severity, one.owner, one.engine) == ("sure", "critical", "editor", "axe-core")
    assert one.wcag == ("1.1.1",) and one.act == ("23a2a8",) and "alt text" in one.message
    assert one.location.css == "main > p" and one.location.heading == "Bins" and not skips


def test_advice_is_likely_and_at_most_moderate(listen):
    (one,), _ = listen(violations=[result("tabindex", "serious")])
    assert (one.certainty, one.severity) == ("likely", "moderate")


def test_what_axe_leaves_open_is_for_a_person(listen):
    (one,), _ = listen(incomplete=[result("color-contrast", "serious")])
    assert one.certainty == "review"


def test_contrast_gives_its_figures(listen):
    data = {"contrastRatio": 2.32, "expectedContrastRatio": "4.5:1"}
    (one,), _ = listen(violations=[result("color-contrast", "serious", node(data=data))])
    assert one.message.endswith("The contrast is 2.32 to 1 and must be 4.5 to 1.")


def test_a_rule_that_we_do_not_know_speaks_in_axes_words(listen):
    (one,), _ = listen(violations=[result("brand-new", "serious")])
    assert (one.rule, one.message, one.wcag) == ("axe/brand-new", "Spacing must be adjustable.", ("1.4.12",))
    assert one.act == ("24afc2",) and one.guidance[0].url == "https://axe.example/brand-new"


def test_a_rule_that_is_switched_off_is_silent(listen):
    assert listen(only={"region"}, violations=[result("image-alt", "critical")]) == ((), ())


def test_a_draft_gets_no_findings_about_the_whole_page(listen):
    both = [result("region", "moderate"), result("image-alt", "critical")]
    findings, _ = listen("<p>A draft.</p>", violations=both)
    assert [one.rule for one in findings] == ["axe/image-alt"]


def test_class_and_id_are_no_part_of_the_identity(listen):
    first = listen(
        violations=[result("image-alt", "critical", node('<img class="a" id="x1" src="/bin.jpg">'))]
    )[0][0]
    again = listen(
        violations=[
            result(
                "image-alt",
                "critical",
                node('<img class="b" id="x2" src="/bin.jpg">', target=["p:nth-child(3) > img"]),
            )
        ]
    )[0][0]
    assert first.fingerprint == again.fingerprint


def test_selectors_through_frames_and_shadow_roots_are_joined(listen):
    (one,), _ = listen(
        violations=[result("image-alt", "critical", node(target=["iframe", ["#host", "img"]]))]
    )
    assert one.location.css == "iframe #host img"


def test_what_could_not_be_seen_is_said(listen):
    findings, skips = listen(violations=[result("image-alt", "critical")], contrast=False, unsettled=True,
                             frames=[{"src": "https://maps.example/", "target": ["iframe"]}])  # fmt: skip
    assert findings[0].certainty == "likely"  # the page was still changing
    assert [(one.engine, one.outcome) for one in skips] == [
        ("axe-core", Outcome.FAILURE), ("axe-core", Outcome.CHOICE), ("axe-core", Outcome.CHOICE)
    ]  # fmt: skip
    assert "https://maps.example/" in skips[2].reason


def test_without_axe_nothing_is_said(rules, parse):
    chosen = [rule for rule in rules if rule.extends == "axe"]
    assert driver.judge(parse("<p>Words.</p>"), chosen, Facts(TODAY)) == ((), ())


def test_an_element_is_found_in_the_source(listen):
    page = "<!DOCTYPE html><html lang='en'><title>Bins</title><main><h1>Bins</h1>\n<h2>Map</h2>\n<p><img src='/bin.jpg'></p></main>"
    (one,), _ = listen(page, violations=[result("image-alt", "critical", node('<img src="/bin.jpg">'))])
    assert (one.location.line, one.location.column, one.location.heading) == (3, 4, "Map")
    twice = page.replace("</p>", "<img src='/bin.jpg'></p>")
    (one,), _ = listen(twice, violations=[result("image-alt", "critical", node('<img src="/bin.jpg">'))])
    assert one.location.line is None, "which of two equal ones it is cannot be told"


def test_looks_are_not_certain_without_the_style_sheets(listen):
    findings, (skip,) = listen(
        violations=[result("color-contrast", "serious"), result("image-alt", "critical")], unstyled=2
    )
    assert {one.rule: str(one.certainty) for one in findings} == {"axe/color-contrast": "review", "axe/image-alt": "sure"}
    assert "style sheets" in skip.reason
