"""`contentlint rules docs`: pages about the packs, made from the packs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from contentlint.config import Config
from contentlint.errors import InputError
from contentlint.model import Guidance
from contentlint.pipeline.differences import Difference, of_profile
from contentlint.pipeline.explain import Told, Wanted, rules
from contentlint.pipeline.folders import folders
from contentlint.pipeline.packs import checkers
from contentlint.render.handbook import front_page, pack_page
from contentlint.rulepack import check_coverage, find_profiles, load_coverage, load_notes, load_profiles
from contentlint.rulepack.coverage import Fact

FRONT = "README.md"


@dataclass(frozen=True, slots=True)
class PackPage:
    """One pack: what it says of itself, its rules, and the facts of its guides."""

    name: str
    title: str
    description: str
    not_covered: tuple[str, ...]
    rules: tuple[Told, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ProfilePart:
    """One profile: what it says of itself, its changes by rule, its settings, and how many words are right in it."""

    name: str
    title: str
    description: str
    layers: tuple[str, ...]
    guidance: tuple[Guidance, ...]
    changes: tuple[tuple[str, Difference], ...]
    settings: Mapping[str, float]
    vocabulary: int


def pages(config: Config, extra: Sequence[Path] = ()) -> Mapping[str, str]:
    """Return the pages as Markdown, by file name. Raises RuleError where a coverage names a missing rule."""
    where = folders(config, extra)
    told = rules(config, extra, Wanted(off=True))
    coverage = load_coverage(where)
    check_coverage(coverage, [one.rule.id for one in told])
    notes = {one.name: one for one in load_notes(where, checkers())}
    packs = []
    for name in sorted({one.rule.id.partition("/")[0] for one in told}):
        note = notes.get(name)
        packs.append(PackPage(
            name, note.title if note else name, note.description if note else "", note.not_covered if note else (),
            tuple(one for one in told if one.rule.id.startswith(f"{name}/")),
            coverage[name].facts if name in coverage else (),
        ))  # fmt: skip
    profiles = [
        ProfilePart(one.name, one.title, one.description, one.layers, one.guidance, of_profile(one),
                    one.settings, len(one.vocabulary))
        for one in load_profiles(tuple(find_profiles(where)), where)
    ]
    return {FRONT: front_page(packs, profiles)} | {f"{pack.name}.md": pack_page(pack) for pack in packs}


def write(made: Mapping[str, str], folder: Path) -> list[Path]:
    """Write pages into a folder, and return their paths. Raises InputError where that fails."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in made.items():
            (folder / name).write_text(text, "utf-8")
    except OSError as error:
        raise InputError(f"The pages cannot be written: {(error.strerror or 'unknown reason').lower()}.",
                         where=str(folder)) from None  # fmt: skip
    return [folder / name for name in made]
