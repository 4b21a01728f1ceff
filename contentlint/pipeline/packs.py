"""The rules of a run: our packs, the council's own folders, and the changes its configuration makes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from contentlint import data
from contentlint.checks.driver import modules
from contentlint.config import Config
from contentlint.errors import ConfigError
from contentlint.model import Kind, Matcher, Rule
from contentlint.pipeline.changes import configured
from contentlint.pipeline.folders import folders
from contentlint.pipeline.profiles import chosen
from contentlint.rulepack import compile_pack, load_pack, pack_digest, pack_notes, pack_words

_WORD = re.compile(r"[a-z]{4,}")
#: success criteria of WCAG 2.2 at level AAA
TRIPLE = frozenset(
    "1.2.6 1.2.7 1.2.8 1.2.9 1.3.6 1.4.6 1.4.7 1.4.8 1.4.9 2.1.3 2.2.3 2.2.4 2.2.5 2.2.6 2.3.2 2.3.3 2.4.8 2.4.9"
    " 2.4.10 2.4.12 2.4.13 2.5.5 2.5.6 3.1.3 3.1.4 3.1.5 3.1.6 3.2.5 3.3.5 3.3.6 3.3.9".split()
)


@dataclass(frozen=True, slots=True)
class Pack:
    """rules: those that run, after the configuration. digest: of the rule files and of what the
    configuration changes. not_covered: sentences on what no rule sees. vocabulary: right words; names: words that
    are right with a capital. plainer: word to what the swaps of the rules, those switched off too, would say instead."""

    rules: tuple[Rule, ...]
    digest: str
    matcher: Matcher
    vocabulary: frozenset[str]
    not_covered: tuple[str, ...] = ()
    plainer: Mapping[str, str] = field(default_factory=dict)
    names: frozenset[str] = frozenset()


def checkers() -> dict[str, frozenset[str]]:
    """Return the problems that each checker knows, by checker."""
    return {name: frozenset(module.PROBLEMS) for name, module in modules().items()}


def load(config: Config, extra: Sequence[Path] = ()) -> Pack:
    """Load, configure and compile the rules. Raises RuleError or ConfigError."""
    where = folders(config, extra)
    loaded = shipped(config, extra)
    profiles = chosen(config, extra)
    triple = config.accessibility.level == "AAA"
    rules = tuple(
        rule for rule in configured(loaded, config, profiles) if rule.on and (triple or not _only_triple(rule))
    )
    words = _vocabulary(config) | pack_words(where) | {word for one in profiles for word in one.vocabulary}
    names = _words(sorted((data.folder("rules") / "vocabulary" / "names").glob("*.txt")))
    changed = repr((config.accessibility, config.rules.disable, sorted(config.rules.levels.items()), config.profile,
                    sorted((name, sorted(change.keys.items())) for name, change in config.rules.changes.items()),
                    config.readability, sorted(words), sorted(names)))  # fmt: skip
    return Pack(
        rules=rules,
        digest=pack_digest(where, extra=changed),
        matcher=compile_pack(rules, vocabulary=words),
        vocabulary=words,
        not_covered=pack_notes(where),
        plainer=plainer(loaded),
        names=names,
    )


def plainer(rules: Sequence[Rule]) -> Mapping[str, str]:
    """Return single words that a swap replaces, in lower case, to the first of their better words."""
    swaps = (rule.options["swap"] for rule in rules if rule.extends == "substitution")
    return {
        word: better.partition("|")[0].strip(" ()") for swap in swaps for word, better in swap.items()  # type: ignore[attr-defined]
        if _WORD.fullmatch(word) and "$" not in better
    }  # fmt: skip


def every_rule(config: Config, extra: Sequence[Path] = ()) -> tuple[Rule, ...]:
    """Return all rules as this run has them, also those that are off. Raises RuleError or ConfigError."""
    return configured(shipped(config, extra), config, chosen(config, extra))


def shipped(config: Config, extra: Sequence[Path] = ()) -> tuple[Rule, ...]:
    """Return all rules as their files have them; those of the council's own folders are proven first."""
    where = folders(config, extra)
    loaded = load_pack(where, checkers())
    ours = str(where[0])
    if own := [rule for rule in loaded if not rule.path.startswith(ours)]:
        # Our own packs are proven by our tests; a council's are proven here, before they judge anything.
        from contentlint.pipeline.proof import prove

        prove(own)
    return loaded


def notes(config: Config) -> tuple[str, ...]:
    """Return what no rule of the packs sees, a sentence each."""
    return pack_notes(folders(config))


def _only_triple(rule: Rule) -> bool:
    """Tell whether a rule is about accessibility and only about criteria of level AAA."""
    return rule.kind is Kind.ACCESSIBILITY and bool(rule.wcag) and TRIPLE.issuperset(rule.wcag)


def _vocabulary(config: Config) -> frozenset[str]:
    files = sorted((data.folder("rules") / "vocabulary").glob("*.txt"))  # for every pack
    for name in config.rules.vocabulary:
        path = config.folder / name
        if not path.is_file():
            raise ConfigError(f"The vocabulary file “{path}” does not exist.", where=str(config.path))
        files.append(path)
    return _words(files)


def _words(files: Sequence[Path]) -> frozenset[str]:
    words = set()
    for path in files:
        for line in path.read_text("utf-8", "replace").splitlines():
            if word := line.partition("#")[0].strip():
                words.add(word.casefold())
    return frozenset(words)
