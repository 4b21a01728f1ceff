"""`contentlint rules`: a rule in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from contentlint.config import Config
from contentlint.errors import UsageError, nearest
from contentlint.model import Example, Rule
from contentlint.pipeline.packs import load


def rules(config: Config, folders: Sequence[Path] = ()) -> tuple[Rule, ...]:
    """Return the rules of a run, by id."""
    return tuple(sorted(load(config, folders).rules, key=lambda rule: rule.id))


def rule(rule_id: str, config: Config, folders: Sequence[Path] = ()) -> Rule:
    """Return one rule. Raises UsageError with the nearest id."""
    everything = replace(config, rules=replace(config.rules, disable=()))
    known = {one.id: one for one in rules(everything, folders)}
    if rule_id not in known:
        raise UsageError(f"There is no rule “{rule_id}”.",
                         remedy=nearest(rule_id, known) or "See `contentlint rules list`.")  # fmt: skip
    return known[rule_id]


def plain(one: Rule) -> dict[str, Any]:
    """Return a rule as plain JSON types."""
    return {
        "id": one.id, "title": one.title, "message": one.message, "why": one.why, "kind": str(one.kind),
        "severity": str(one.severity), "certainty": str(one.certainty), "owner": str(one.owner),
        "effort": one.effort, "wcag": list(one.wcag), "act": list(one.act),
        "guidance": [{"name": source.name, "url": source.url} for source in one.guidance],
        "examples": [{"text": example.text, "flags": list(example.flags), "fixed": example.fixed}
                     for example in one.examples],
    }  # fmt: skip


def words(one: Rule) -> str:
    """Return a rule as text for a terminal."""
    lines = [one.id, one.title, "", f"{one.severity}, {one.certainty}. For the {one.owner}.", "", one.why, ""]
    lines += [f"Says: {one.message}", *_looked_for(one), ""]
    if one.wcag:
        lines.append(f"WCAG {', '.join(one.wcag)}")
    lines += [f"Source: {source.name}" + (f"  {source.url}" if source.url else "") for source in one.guidance]
    bad = [example for example in one.examples if example.flags]
    good = [example for example in one.examples if not example.flags]
    if bad:
        lines += ["", "Flagged:"] + [_example(example) for example in bad]
    if good:
        lines += ["", "Not flagged:"] + [_example(example) for example in good]
    lines += ["", f"Written in {one.path}, line {one.line}."] if one.path else []
    return "\n".join(lines) + "\n"


def _looked_for(one: Rule) -> list[str]:
    """The words that a style rule looks for, or where one of our checks looks."""
    swap, tokens = one.options.get("swap"), one.options.get("tokens")
    if isinstance(swap, Mapping):
        return ["Looks for: " + ", ".join(f"{left} → {right or 'nothing'}" for left, right in swap.items())]
    if isinstance(tokens, Sequence) and not isinstance(tokens, str):
        return ["Looks for: " + ", ".join(map(str, tokens))]
    return [f"Looked for by the check “{one.extends}”."]


def _example(example: Example) -> str:
    text = example.text.strip().replace("\n", "\n    ")
    fixed = f"\n    better: {example.fixed.strip()}" if example.fixed else ""
    return f"  - {text}{fixed}"
