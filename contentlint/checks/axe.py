"""What axe-core saw in a browser, in the words of our rules.

Payload: {"violations": [result …], "incomplete": [result …],
"rules": {id: {"tags", "acts", "help", "helpUrl"}},
"frames": [{"src"} …], "unsettled": bool, "unstyled": int, "contrast": bool}; result: {"id", "impact", "nodes": [node …]};
node: {"target", "html", "name", "heading", "region", "data": {"contrastRatio", "expectedContrastRatio" …}}.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from contentlint.checks._axe_doubts import weighed
from contentlint.model import (
    Certainty,
    Facts,
    Guidance,
    Hit,
    Kind,
    Location,
    Outcome,
    Owner,
    Page,
    Place,
    Rule,
    Severity,
    Skip,
)

ENGINE = "axe-core"
MEDIA = frozenset({"html", "markdown"})
#: Rules of axe-core 4.14 that have rule files. One of these whose rule is not given is switched off.
PROBLEMS = frozenset(
    """
    accesskeys area-alt aria-allowed-attr aria-allowed-role aria-braille-equivalent aria-command-name
    aria-conditional-attr aria-deprecated-role aria-dialog-name aria-hidden-body aria-hidden-focus
    aria-input-field-name aria-meter-name aria-progressbar-name aria-prohibited-attr aria-required-attr
    aria-required-children aria-required-parent aria-roles aria-tab-name aria-text aria-toggle-field-name
    aria-tooltip-name aria-treeitem-name aria-valid-attr aria-valid-attr-value autocomplete-valid
    avoid-inline-spacing blink button-name bypass color-contrast definition-list dlitem document-title
    duplicate-id-aria empty-heading empty-table-header form-field-multiple-labels frame-focusable-content
    frame-title frame-title-unique heading-order html-has-lang html-lang-valid html-xml-lang-mismatch
    image-alt image-redundant-alt input-button-name input-image-alt label label-content-name-mismatch
    label-title-only landmark-banner-is-top-level landmark-contentinfo-is-top-level
    landmark-main-is-top-level landmark-no-duplicate-banner landmark-no-duplicate-contentinfo
    landmark-no-duplicate-main landmark-one-main landmark-unique link-in-text-block link-name list listitem
    marquee meta-refresh meta-viewport meta-viewport-large nested-interactive no-autoplay-audio object-alt
    page-has-heading-one presentation-role-conflict region role-img-alt scope-attr-valid
    scrollable-region-focusable select-name server-side-image-map skip-link summary-name svg-img-alt
    tabindex table-duplicate-name target-size td-headers-attr th-has-data-cells valid-lang video-caption
    """.split()
)
_ADVICE = frozenset({"best-practice", "experimental"})
_PASSING = re.compile(r"""\s(?:class|style|id|for|data-[\w-]+|aria-(?:controls|labelledby|describedby|owns))
                          \s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)""", re.X | re.I)  # fmt: skip


def check(page: Page, rules: Mapping[str, Rule], facts: Facts) -> Iterator[Hit | Skip]:
    """Make a hit of every node axe-core names. What it left open is for a person (review)."""
    evidence = facts.said_by(ENGINE)
    payload = evidence.payload if evidence else None
    if not isinstance(payload, Mapping):
        return
    unsettled = bool(payload.get("unsettled"))
    unstyled = int(payload.get("unstyled") or 0)
    for result in _results(payload, "violations"):
        if rule := _rule(page, result, rules):
            # What a page without its style sheets looks like is not what people see.
            looks = unstyled and result["id"] in _BY_LOOKS
            sure = Certainty.REVIEW if looks else _certainty(result, unsettled)
            for node in result["nodes"]:
                if certainty := weighed(str(result["id"]), node, sure):
                    yield _hit(page, rule, result, node, certainty)
    for result in _results(payload, "incomplete"):
        if rule := _rule(page, result, rules):
            for node in result["nodes"]:
                yield _hit(page, rule, result, node, Certainty.REVIEW)
    yield from _gaps(page, payload, unsettled)


_BY_LOOKS = frozenset({"target-size", "color-contrast", "link-in-text-block", "scrollable-region-focusable"})


def _results(payload: Mapping, name: str) -> Iterator[dict[str, Any]]:
    """Yield the results of one kind, each with what the payload says about its rule."""
    about = payload.get("rules") or {}
    for result in payload.get(name) or ():
        yield {"nodes": (), **about.get(result["id"], {}), **result}


def _rule(page: Page, result: Mapping, rules: Mapping[str, Rule]) -> Rule | None:
    """Return our rule for a result, or one made of axe's own words where we know none."""
    name = str(result["id"])
    rule = rules.get(name)
    if rule:
        return None if page.fragment and rule.options.get("whole-page") else rule
    if name in PROBLEMS:
        return None
    help_text = str(result.get("help") or name)
    return Rule(
        id=f"axe/{name}", extends="axe", title=help_text, message=f"{help_text}.", why="",
        severity=_severity(result), certainty=Certainty.LIKELY, kind=Kind.ACCESSIBILITY, owner=Owner.WEB_TEAM,
        guidance=(Guidance("axe-core rules", name, result.get("helpUrl")),),
        wcag=_criteria(result), act=tuple(result.get("acts") or ()),
    )  # fmt: skip


def _criteria(result: Mapping) -> tuple[str, ...]:
    """ "wcag1412" is 1.4.12."""
    found = (re.fullmatch(r"wcag(\d)(\d)(\d+)", tag) for tag in result.get("tags", ()))
    return tuple(".".join(one.groups()) for one in found if one)


def _severity(result: Mapping) -> Severity:
    known = {str(item) for item in Severity}
    impact = str(result.get("impact") or "moderate")
    severity = Severity(impact) if impact in known else Severity.MODERATE
    if _ADVICE & set(result.get("tags", ())) and severity.rank > Severity.MODERATE.rank:
        return Severity.MODERATE
    return severity


def _certainty(result: Mapping, unsettled: bool) -> Certainty:
    """Advice, and what was seen on a page that still changed, is no proof."""
    return Certainty.LIKELY if unsettled or _ADVICE & set(result.get("tags", ())) else Certainty.SURE


def _hit(page: Page, rule: Rule, result: Mapping, node: Mapping, certainty: Certainty) -> Hit:
    markup, name = str(node.get("html") or ""), " ".join(str(node.get("name") or "").split())
    target = node.get("target")
    css = target if isinstance(target, str) or target is None else " ".join(_parts(target))
    place = _placed(page, css, markup)
    where = Location(
        line=place.line if place else None,
        column=place.column if place else None,
        quote=name[:120] or None,
        heading=(place and place.heading) or node.get("heading") or None,
        css=css,
        html=markup or None,
        region=str(node.get("region") or "page"),
    )
    words = {"match": name, "name": name, "contrast": _contrast(node.get("data") or {}), "suggestion": ""}
    asked = _question(rule, node) if certainty is Certainty.REVIEW else None
    return Hit(rule, _PASSING.sub("", markup) or css or result["id"], where, words,
               severity=_severity(result), certainty=certainty, message=asked)  # fmt: skip


def _question(rule: Rule, node: Mapping) -> str | None:
    """Return what a person must answer: the rule's question for axe-core's reason, else its question."""
    of_reason = rule.options.get("questions")
    found = of_reason.get((node.get("data") or {}).get("messageKey")) if isinstance(of_reason, Mapping) else None
    said = found or rule.options.get("question")
    return str(said) if said else None


def _placed(page: Page, css: str | None, markup: str) -> Place | None:
    """Find the element in the source: by the same selector, or as the only one with this opening tag."""
    elements = (*page.images, *page.links, *page.headings, *page.fields, *page.frames, *page.tables, *page.blocks)
    same = {item.place.offset: item.place for item in elements if css and item.place.css == css}
    if not same:
        start = _opening(markup)
        same = {item.place.offset: item.place for item in elements if start and _opening(item.place.html) == start}
    return next(iter(same.values())) if len(same) == 1 else None


def _opening(markup: str | None) -> str:
    """Return the first tag of a piece of markup, as far as browsers and sources write it alike."""
    tag = (markup or "").partition(">")[0]
    return " ".join(tag.replace("'", '"').rstrip("/ ").split()).casefold()


def _contrast(data: Mapping) -> str:
    """Say the figures of a contrast, or nothing."""
    ratio, needed = data.get("contrastRatio"), str(data.get("expectedContrastRatio") or "").removesuffix(":1")
    return f" The contrast is {ratio} to 1 and must be {needed} to 1." if ratio and needed else ""


def _parts(target: Sequence) -> Iterator[str]:
    """Yield the selectors that lead through frames and shadow roots to an element."""
    for part in target:
        if isinstance(part, str):
            yield part
        else:
            yield from _parts(part)


def _gaps(page: Page, payload: Mapping, unsettled: bool) -> Iterator[Skip]:
    """Say what axe-core could not look at. Frames of other sites are out of reach by nature."""
    if payload.get("contrast") is False:
        yield Skip(page.key, ENGINE, "the contrast of text could not be checked in time on this page")
    if payload.get("unstyled"):
        yield Skip(page.key, ENGINE, "style sheets of the page did not load, so sizes and contrast are not certain")
    if unsettled:
        yield Skip(page.key, ENGINE, "the page was still changing when it was checked", Outcome.CHOICE)
    for address in sorted(
        {str(frame.get("src") or "without an address") for frame in payload.get("frames") or ()}
    ):
        yield Skip(page.key, ENGINE, f"the frame {address} could not be looked into", Outcome.CHOICE)
