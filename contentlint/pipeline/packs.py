"""The rules of a run: our packs, the council's own folders, and the changes its configuration makes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatch
from pathlib import Path

from contentlint import data
from contentlint.checks.driver import modules
from contentlint.config import Config
from contentlint.errors import ConfigError, InputError, nearest
from contentlint.model import Kind, Matcher, Rule, Severity
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


def folders(config: Config, extra: Sequence[Path] = ()) -> list[Path]:
    """Return the folders of rules of a run. Raises ConfigError or InputError for one that is missing."""
    own = [config.folder / name for name in config.rules.folders]
    for folder in own:
        if not folder.is_dir():
            raise ConfigError(f"The folder of rules “{folder}” does not exist.", where=str(config.path),
                              remedy="Mend “folders” under [rules].")  # fmt: skip
    for folder in extra:
        if not folder.is_dir():
            raise InputError(f"The folder of rules “{folder}” does not exist.")
    return [data.folder("rules"), *own, *extra]


def load(config: Config, extra: Sequence[Path] = ()) -> Pack:
    """Load, configure and compile the rules. Raises RuleError or ConfigError."""
    where = folders(config, extra)
    loaded = load_pack(where, checkers())
    shipped = str(where[0])
    if own := [rule for rule in loaded if not rule.path.startswith(shipped)]:
        # Our own packs are proven by our tests; a council's are proven here, before they judge anything.
        from contentlint.pipeline.proof import prove

        prove(own)
    rules = _configured(loaded, config)
    words = _vocabulary(config) | pack_words(where)
    names = _words(sorted((data.folder("rules") / "vocabulary" / "names").glob("*.txt")))
    changed = repr((config.accessibility, config.rules.disable, sorted(config.rules.levels.items()), config.readability, sorted(words), sorted(names)))
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


def notes(config: Config) -> tuple[str, ...]:
    """Return what no rule of the packs sees, a sentence each."""
    return pack_notes(folders(config))


def _configured(rules: Sequence[Rule], config: Config) -> tuple[Rule, ...]:
    known = {rule.id for rule in rules}
    packs = {name.partition("/")[0] + "/*" for name in known}
    for name in (*config.rules.disable, *config.rules.levels):
        if name not in known | packs:
            raise ConfigError(f"There is no rule “{name}”.", where=str(config.path),
                              remedy=nearest(name, known | packs) or "See `contentlint rules list`.")  # fmt: skip
    for one in config.ignore:
        if not any(fnmatch(name, one.rule) for name in known):
            raise ConfigError(f"There is no rule “{one.rule}” to ignore.", where=str(config.path),
                              remedy=nearest(one.rule, known) or "See `contentlint rules list`.")  # fmt: skip
        if not one.reason.strip():
            raise ConfigError(f"The ignore of “{one.rule}” has no reason.", where=str(config.path),
                              remedy="Say why it is accepted.")  # fmt: skip
    off = set(config.rules.disable)
    kept = [rule for rule in rules if not {rule.id, rule.id.partition("/")[0] + "/*"} & off]
    if config.accessibility.level != "AAA":
        kept = [rule for rule in kept if not _only_triple(rule)]
    return tuple(_levelled(rule, config) for rule in kept)


def _only_triple(rule: Rule) -> bool:
    """Tell whether a rule is about accessibility and only about criteria of level AAA."""
    return rule.kind is Kind.ACCESSIBILITY and bool(rule.wcag) and TRIPLE.issuperset(rule.wcag)


def _levelled(rule: Rule, config: Config) -> Rule:
    levels = config.rules.levels
    level = levels.get(rule.id) or levels.get(rule.id.partition("/")[0] + "/*")
    if level is None:
        return rule
    try:
        return replace(rule, severity=Severity.of_level(level))
    except ValueError:
        raise ConfigError(f"“{level}” is not a level.", where=str(config.path),
                          remedy="Use minor, moderate, serious or critical.") from None  # fmt: skip


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
