"""Runs every check on one page. A check that breaks becomes a skip and stops no other."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import MappingProxyType, ModuleType

from contentlint.model import Facts, Finding, Hit, Outcome, Page, Rule, Skip, make_findings
from contentlint.text.memo import of_last

#: Page.media that a check judges unless its module says otherwise in MEDIA
PROSE_MEDIA = frozenset({"html", "markdown", "text", "docx"})


@cache
def modules() -> Mapping[str, ModuleType]:
    """Return the checks by file name, sorted: the modules of this package that have a `check`."""
    package = importlib.import_module(__package__)
    names = sorted(item.name for item in pkgutil.iter_modules(package.__path__) if item.name[0] != "_")
    found = {name: importlib.import_module(f"{__package__}.{name}") for name in names}
    return MappingProxyType({name: module for name, module in found.items() if hasattr(module, "check")})


def judge(page: Page, rules: Iterable[Rule], facts: Facts) -> tuple[tuple[Finding, ...], tuple[Skip, ...]]:
    """Return what every check finds on a page, and what could not be checked.

    rules: all rules of the packs. Each check gets those that extend its file name. Rules with an
    option `axe` (axe rules that see the same thing) rest where axe-core spoke about this page.
    """
    chosen = _grouped(tuple(rules))(facts.said_by("axe-core") is not None)
    findings: list[Finding] = []
    skips: list[Skip] = []
    # Checks that say LATE need the tally of the whole scan; once it is there, the others have spoken.
    waited = bool(facts.site and facts.site.tally)
    for name, module in modules().items():
        if getattr(module, "LATE", False) != waited:
            continue
        mine = chosen.get(name, {})
        # A check without a list of problems takes its rules from elsewhere (the style pack, say).
        if page.media not in getattr(module, "MEDIA", PROSE_MEDIA) or (module.PROBLEMS and not mine):
            continue
        hits, missed = _run(name, module, page, MappingProxyType(mine), facts)
        instead = getattr(module, "INSTEAD", None)
        engine = instead if instead and not facts.said_by(module.ENGINE) and facts.said_by(instead) else module.ENGINE
        findings += make_findings(page.key, hits, engine=engine)
        skips += missed
    return tuple(findings), tuple(skips)


def late(rules: Iterable[Rule]) -> list[Rule]:
    """Return the rules of the checks that say LATE: they wait until all pages are judged."""
    waiting = {name for name, module in modules().items() if getattr(module, "LATE", False)}
    return [rule for rule in rules if rule.extends in waiting]


def rested(rules: Iterable[Rule], facts: Facts, skips: Iterable[Skip]) -> tuple[str, ...]:
    """Return the ids of rules that did not run on a page: those that leave the word to axe-core, those of
    a check that failed, and the contrast rules where contrast could not be checked. skips: of the page."""
    chosen = tuple(rules)
    running = {rule.id for group in _grouped(chosen)(facts.said_by("axe-core") is not None).values()
               for rule in group.values()}  # fmt: skip
    broken = {skip.engine for skip in skips if skip.outcome is Outcome.FAILURE}
    said = facts.said_by("axe-core")
    faint = said is not None and isinstance(said.payload, Mapping) and said.payload.get("contrast") is False
    return tuple(sorted(
        rule.id for rule in chosen
        if rule.id not in running or rule.extends in broken or (faint and rule.id.startswith("axe/color-contrast"))
    ))  # fmt: skip


@of_last
def _grouped(rules: tuple[Rule, ...]) -> Callable[[bool], dict[str, dict[str, Rule]]]:
    """Return what groups the rules of a scan, which are the same for every page."""
    return cache(lambda spoken: _by_check(rules, spoken))


def _by_check(rules: tuple[Rule, ...], spoken: bool) -> dict[str, dict[str, Rule]]:
    """Group rules: check → rule name → rule."""
    loud = {rule.name for rule in rules if rule.extends == "axe"} if spoken else frozenset()
    grouped: dict[str, dict[str, Rule]] = {}
    for rule in rules:
        twins = rule.options.get("axe", ())
        twins = (twins,) if isinstance(twins, str) else twins
        if not any(twin in loud for twin in twins):
            grouped.setdefault(rule.extends, {})[rule.name] = rule
    return grouped


def _run(
    name: str, module: ModuleType, page: Page, rules: Mapping[str, Rule], facts: Facts
) -> tuple[list[Hit], list[Skip]]:
    hits: list[Hit] = []
    skips: list[Skip] = []
    try:
        for item in module.check(page, rules, facts):
            (skips if isinstance(item, Skip) else hits).append(item)
    except Exception as error:  # one broken check must not hide what the others see
        reason = f"the check “{name}” stopped: {type(error).__name__}: {error}"
        skips.append(Skip(page.key, name, " ".join(reason.split()), Outcome.FAILURE))
    return hits, skips
