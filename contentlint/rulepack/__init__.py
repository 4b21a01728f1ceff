"""YAML → Rule, and rules → one matcher of the style types."""

from __future__ import annotations

from contentlint.rulepack.load import load_notes, load_pack, pack_digest, pack_notes, pack_words

__all__ = [
    "compile_pack",
    "load_notes",
    "load_pack",
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
