"""YAML → Rule, and rules → one matcher of the style types."""

from __future__ import annotations

from contentlint.rulepack.change import PACK_KEYS, RULE_KEYS, change_rule
from contentlint.rulepack.coverage import check_coverage, load_coverage
from contentlint.rulepack.load import load_notes, load_pack, pack_digest, pack_notes, pack_words
from contentlint.rulepack.profiles import Profile, find_profiles, load_profiles
from contentlint.rulepack.source import Source

__all__ = [
    "PACK_KEYS",
    "RULE_KEYS",
    "Profile",
    "Source",
    "change_rule",
    "check_coverage",
    "compile_pack",
    "find_profiles",
    "load_coverage",
    "load_notes",
    "load_pack",
    "load_profiles",
    "pack_digest",
    "pack_notes",
    "pack_words",
    "run_examples",
]


def __getattr__(name: str) -> object:
    """Import what needs the matching libraries only when it is asked for."""
    if name == "compile_pack":
        from contentlint.rulepack.compile import compile_pack

        return compile_pack
    if name == "run_examples":
        from contentlint.rulepack.examples import run_examples

        return run_examples
    raise AttributeError(name)
