"""`contentlint rules`: which rules there are, and one of them in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from contentlint.config import Config
from contentlint.errors import UsageError, nearest
from contentlint.model import Example, Rule, Severity
from contentlint.pipeline.changes import configured
from contentlint.pipeline.differences import Difference, by_configuration, by_profiles
from contentlint.pipeline.folders import folders
from contentlint.pipeline.packs import shipped
from contentlint.pipeline.profiles import chosen
from contentlint.pipeline.proof import broken
from contentlint.rulepack import find_profiles, load_profiles


@dataclass(frozen=True, slots=True)
class Told:
    """A rule and what is to be said of it. changed: whether it differs from its file in this run.
    broken: its examples that do not hold with the settings of this run."""

    rule: Rule
    differences: tuple[Difference, ...] = ()
    changed: bool = False
    broken: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rules to list; an empty field takes all. text: words of the id, the title or what is looked for."""

    pack: str = ""
    severity: Severity | None = None
    certainty: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    text: str = ""
    off: bool = False  # also those that do not run

    def fits(self, rule: Rule) -> bool:
        """Tell whether a rule is one of those."""
        words = f"{rule.id} {rule.title} {rule.message} {rule.why} {' '.join(_looked_for(rule))}".casefold()
        return (
            (self.off or rule.on) and self.pack in ("", rule.id.partition("/")[0])
            and self.severity in (None, rule.severity) and (not self.certainty or rule.certainty in self.certainty)
            and (not self.kinds or rule.kind in self.kinds) and self.text.casefold() in words
        )  # fmt: skip


def rules(config: Config, extra: Sequence[Path] = (), wanted: Wanted = Wanted()) -> tuple[Told, ...]:
    """Return the rules of a run, by id. Raises UsageError for a pack that does not exist."""
    everything = _told(config, extra)
    packs = {one.rule.id.partition("/")[0] for one in everything}
    if wanted.pack and wanted.pack not in packs:
        raise UsageError(f"There is no pack “{wanted.pack}”.",
                         remedy=nearest(wanted.pack, packs) or f"There are: {', '.join(sorted(packs))}.")  # fmt: skip
    return tuple(one for one in everything if wanted.fits(one.rule))


def rule(rule_id: str, config: Config, extra: Sequence[Path] = ()) -> Told:
    """Return one rule, also one that is off. Raises UsageError with the nearest id."""
    known = {one.rule.id: one for one in _told(config, extra)}
    if rule_id not in known:
        raise UsageError(f"There is no rule “{rule_id}”.",
                         remedy=nearest(rule_id, known) or "See `contentlint rules list`.")  # fmt: skip
    return known[rule_id]


def _told(config: Config, extra: Sequence[Path]) -> list[Told]:
    written = shipped(config, extra)
    where = folders(config, extra)
    profiles = load_profiles(tuple(find_profiles(where)), where)
    made = []
    for old, new in zip(written, configured(written, config, chosen(config, extra)), strict=True):
        differences = by_profiles(new, profiles) + by_configuration(new, config)
        made.append(Told(new, differences, new != old, broken(new) if new.lent else ()))
    return sorted(made, key=lambda one: one.rule.id)


def plain(told: Told) -> dict[str, Any]:
    """Return a rule as plain JSON types."""
    one = told.rule
    return {
        "id": one.id, "title": one.title, "message": one.message, "why": one.why, "kind": str(one.kind),
        "severity": str(one.severity), "certainty": str(one.certainty), "owner": str(one.owner),
        "effort": one.effort, "on": one.on, "base": one.base, "wcag": list(one.wcag), "act": list(one.act),
        "guidance": [{"name": source.name, "url": source.url} for source in one.guidance],
        "examples": [{"text": example.text, "flags": list(example.flags), "fixed": example.fixed,
                      "holds": example not in told.broken} for example in one.examples],
        "differences": [{"whose": item.whose, "what": item.what, "note": item.note} for item in told.differences],
    }  # fmt: skip


def listing(found: Sequence[Told]) -> str:
    """Return rules as text for a terminal, one a line, and below them what is changed."""
    width = max((len(one.rule.id) for one in found), default=0)
    lines = [f"{one.rule.id:<{width}}  {one.rule.severity if one.rule.on else 'off':<8}  {one.rule.title}"
             for one in found]  # fmt: skip
    lines.append(f"{len(found)} rules." if len(found) != 1 else "1 rule.")
    if changed := [one for one in found if one.changed]:
        lines.append(f"Changed by the configuration or its profiles: {len(changed)}.")
    if odd := [one.rule.id for one in changed if one.broken]:
        lines.append("With these changes some of a rule's examples no longer hold. That may be just what you want: "
                     f"see `contentlint rules show ID` for {', '.join(odd)}.")  # fmt: skip
    return "\n".join(lines) + "\n"


def words(told: Told) -> str:
    """Return a rule as text for a terminal."""
    one = told.rule
    lines = [one.id, one.title, "", f"{one.severity}, {one.certainty}. For the {one.owner}. Takes {EFFORT[one.effort]} to mend."]
    lines += [] if one.on else ["This rule is off."]
    lines += [f"It extends {one.base}."] if one.base else []
    lines += ["", one.why, "", f"Says: {one.message}", *_looked_for(one), ""]
    if one.wcag:
        lines.append(f"WCAG {', '.join(one.wcag)}")
    lines += [f"Source: {source.name}" + (f"  {source.url}" if source.url else "") for source in one.guidance]
    for heading, flagged in (("Flagged:", True), ("Not flagged:", False)):
        examples = [example for example in one.examples if bool(example.flags) is flagged]
        lines += ["", heading, *(_example(example, told) for example in examples)] if examples else []
    if told.broken:
        lines += ["", "The examples show the rule as it came. Those marked * do not hold with your changes,",
                  "which may be just what you want."]  # fmt: skip
    if told.differences:
        lines += ["", "Differences:", *(_difference(item) for item in told.differences)]
    lines += ["", f"Written in {one.path}, line {one.line}."] if one.path else []
    return "\n".join(lines) + "\n"


EFFORT = {"seconds": "seconds", "minutes": "minutes", "rewrite": "a rewrite"}


def _difference(item: Difference) -> str:
    return f"  - {item.whose} ({item.title}): " + " ".join(filter(None, (f"{item.what}." if item.what else "", item.note)))


def _looked_for(one: Rule) -> list[str]:
    """The words that a style rule looks for, or where one of our checks looks."""
    swap, tokens = one.options.get("swap"), one.options.get("tokens")
    if isinstance(swap, Mapping):
        return ["Looks for: " + ", ".join(f"{left} → {right or 'nothing'}" for left, right in swap.items())]
    if isinstance(tokens, Sequence) and not isinstance(tokens, str):
        return ["Looks for: " + ", ".join(map(str, tokens))]
    figures = [f"{key} {value}" for key, value in one.options.items() if isinstance(value, (int, float, str)) and key != "axe"]
    return [f"Looked for by the check “{one.extends}”" + (f", with {', '.join(figures)}." if figures else ".")]


def _example(example: Example, told: Told) -> str:
    text = example.text.strip().replace("\n", "\n    ")
    fixed = f"\n    better: {example.fixed.strip()}" if example.fixed else ""
    return f"  {'*' if example in told.broken else '-'} {text}{fixed}"
