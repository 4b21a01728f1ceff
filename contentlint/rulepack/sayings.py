"""Reads the examples of a rule, and what a pack says about itself."""

from __future__ import annotations

from dataclasses import dataclass

from contentlint.errors import nearest
from contentlint.model import Example
from contentlint.rulepack.options import text, words
from contentlint.rulepack.schema import EXAMPLE_KEYS
from contentlint.rulepack.source import Source

_KINDS = ("bad", "good", "bad-html", "good-html")
_PACK_KEYS = ("title", "description", "not_covered", "vocabulary")


@dataclass(frozen=True, slots=True)
class Notes:
    """What pack.yaml says: the pack's title and description, sentences on what it cannot see, and
    the words of its vocabulary file."""

    name: str
    title: str
    description: str = ""
    not_covered: tuple[str, ...] = ()
    vocabulary: tuple[str, ...] = ()


def read_examples(source: Source, value: object, *, required: bool) -> tuple[Example, ...]:
    """Return the examples. Raises RuleError unless there is a bad one and a good one.

    required: whether a rule may be without any.
    """
    if value in (None, [], "") and not required:
        return ()
    if not isinstance(value, list) or not value:
        raise source.error("The rule needs “examples”: at least one bad and one good text.", "examples")
    made = tuple(_example(source, at, item) for at, item in enumerate(value))
    for wanted, kind in ((True, "bad"), (False, "good")):
        if not any(bool(example.flags) is wanted for example in made):
            raise source.error(f"The examples need at least one {kind} text.", "examples")
    return made


def _example(source: Source, at: int, item: object) -> Example:
    if not isinstance(item, dict):
        raise source.error(
            "An example is written “{bad: text, flags: [words]}” or “{good: text}”.", "examples", at
        )
    for key in item:
        if key not in EXAMPLE_KEYS:
            raise source.error(
                f"Examples have no key “{key}”.", "examples", at, key, remedy=nearest(key, EXAMPLE_KEYS)
            )
    kinds = [kind for kind in _KINDS if kind in item]
    if len(kinds) != 1:
        raise source.error(f"An example needs one of {', '.join(_KINDS)}.", "examples", at)
    kind = kinds[0]
    for key in (kind, "fixed", "under"):
        if key in item and not isinstance(item[key], str):
            raise source.error(f"“{key}” must be a text.", "examples", at, key)
    flags = item.get("flags", [])
    flags = [flags] if isinstance(flags, str) else flags
    if not isinstance(flags, list) or not all(isinstance(flag, str) for flag in flags):
        raise source.error("“flags” must be a list of the words that are found.", "examples", at, "flags")
    if kind.startswith("bad") and not flags:
        raise source.error("A bad example needs “flags”: the words that are found.", "examples", at)
    if kind.startswith("good") and (flags or "fixed" in item):
        raise source.error(
            "Nothing is found in a good example, so it has no “flags” or “fixed”.", "examples", at
        )
    return Example(
        text=item[kind],
        flags=tuple(flags),
        fixed=item.get("fixed"),
        markup="html" if kind.endswith("html") else "text",
        line=source.lines.get(("examples", at), 1),
        under=item.get("under"),
    )


def read_notes(source: Source, name: str) -> tuple[Notes, str]:
    """Return what pack.yaml says (without the words of the vocabulary), and the name of the vocabulary file.

    Raises RuleError.
    """
    keys = source.value or {}
    if not isinstance(keys, dict):
        raise source.error("pack.yaml must hold keys and values.")
    for key in keys:
        if key not in _PACK_KEYS:
            raise source.error(f"pack.yaml has no key “{key}”.", key, remedy=nearest(key, _PACK_KEYS))
    sentences = words(source, "not_covered", keys.get("not_covered") or [])
    notes = Notes(
        name=name, title=text(source, "title", keys.get("title", name)),
        description=" ".join(text(source, "description", keys.get("description", "")).split()),
        not_covered=tuple(" ".join(sentence.split()) for sentence in sentences),
    )  # fmt: skip
    return notes, text(source, "vocabulary", keys.get("vocabulary", ""))
