"""Vocabularies (accept.txt, reject.txt) and the rules that Vale makes of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from contentlint.errors import ConfigError, nearest
from contentlint.rulepack.vale.definition import Definition
from contentlint.rulepack.vale.ini import Section, ValeConfig
from contentlint.rulepack.vale.terms import pattern_of


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Terms, each a pattern: accepted ones are right as they are written, rejected ones never are."""

    accepted: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()


def load_vocabularies(config: ValeConfig) -> tuple[Vocabulary, dict[str, Vocabulary]]:
    """Return the vocabulary for every file, and those of sections by name. Raises ConfigError with file:line."""
    accepted: list[str] = []
    rejected: list[str] = []
    for name in config.core.listed("Vocab"):
        one = _read(config, config.core, name)
        accepted += one.accepted
        rejected += one.rejected
    named = {name: _read(config, section, name) for section in config.sections for name in section.listed("Vocab")}
    return Vocabulary(tuple(accepted), tuple(rejected)), named


def _read(config: ValeConfig, section: Section, name: str) -> Vocabulary:
    places = [folder / "config" / "vocabularies" / name for folder in config.styles]
    places += [folder / "Vocab" / name for folder in config.styles]
    place = next((place for place in places if place.is_dir()), None)
    if place is None:
        known = [other.name for folder in config.styles for other in (folder / "config" / "vocabularies").glob("*/")]
        raise ConfigError(f"There is no vocabulary “{name}”.", where=config.where(section, "Vocab"),
                          remedy=nearest(name, known) or "It must be a folder under config/vocabularies of StylesPath.")  # fmt: skip
    return Vocabulary(_words(place, "accept.txt"), _words(place, "reject.txt"))


def _words(folder: Path, name: str) -> tuple[str, ...]:
    found: list[str] = []
    for path in sorted(folder.rglob(name)):
        lines = (line.strip() for line in path.read_text("utf-8-sig", "replace").splitlines())
        found += [line for line in lines if line and not line.startswith("# ")]
    return tuple(found)


def built_in(whole: Vocabulary, named: dict[str, Vocabulary]) -> list[Definition]:
    """Return Vale's own rules: Repetition, Spelling, and Terms and Avoid for each vocabulary."""
    rules = [
        Definition("Vale.Repetition", "repetition", "'%s' is repeated!", "error", ("text",),
                   {"ignorecase": "true", "alpha": "true", "tokens": [r"[^\s.!?]+"]}, action="edit", params=("truncate", " "), path="Vale"),
        Definition("Vale.Spelling", "spelling", "Did you really mean '%s'?", "error", ("text",), path="Vale"),
    ]  # fmt: skip
    for prefix, one in (("Vale", whole), *((f"Vale.{name}", one) for name, one in named.items())):
        if one.accepted:
            swap = {pattern_of(term.lower()): term for term in one.accepted}
            rules.append(Definition(f"{prefix}.Terms", "substitution", "Use '%s' instead of '%s'.", "error", ("text",),
                                    {"ignorecase": "true", "swap": swap, "vocab": "false"}, path="Vale"))  # fmt: skip
        if one.rejected:
            rules.append(Definition(f"{prefix}.Avoid", "existence", "Avoid using '%s'.", "error", ("text",),
                                    {"tokens": [pattern_of(term) for term in one.rejected]}, path="Vale"))  # fmt: skip
    return rules
