"""Reads YAML as plain strings, lists and mappings, and remembers on which line each value stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from contentlint.errors import RuleError

_MOST_NODES = 50_000  # aliases can blow a small file up to billions of values


@dataclass(frozen=True, slots=True)
class Source:
    """A YAML file as read.

    name: the path for messages. value: str, list or dict, as deep as written; every scalar stays
    the string that was written ("on", "no", "1.10"). lines: line (from 1) by path of keys and
    indexes. plain: paths of scalars written without quotes.
    """

    name: str
    value: object
    lines: dict[tuple[object, ...], int] = field(default_factory=dict)
    plain: set[tuple[object, ...]] = field(default_factory=set)

    def where(self, *path: object) -> str:
        """Return "file:line" of a value, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return f"{self.name}:{self.lines.get(path, 1)}"

    def part(self, *path: object) -> Source:
        """Return what stands at a path as a source of its own, with its lines."""
        value = self.value
        for step in path:
            value = value[step]  # type: ignore[index]
        size = len(path)
        lines = {key[size:]: line for key, line in self.lines.items() if key[:size] == path}
        return Source(self.name, value, lines, {key[size:] for key in self.plain if key[:size] == path})

    def error(self, what: str, *path: object, remedy: str | None = None) -> RuleError:
        """Make the error that points at a value."""
        return RuleError(what, where=self.where(*path), remedy=remedy or None)


def read_yaml(text: str, name: str) -> Source:
    """Read one YAML document. Raises RuleError with file:line for broken YAML and duplicate keys."""
    from ruamel.yaml import YAML  # 0.05 s, and not needed where the cache answers
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        node = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        detail = " ".join(str(error.problem or error.context or "").split())
        raise RuleError(
            f"This is not YAML: {detail}.",
            where=f"{name}:{line}",
            remedy="Check the indent, and put quotes round text with “: ” or “#” in it.",
        ) from None
    except (YAMLError, ValueError, RecursionError) as error:
        detail = " ".join(str(error).split())[:200]
        raise RuleError(f"This is not YAML: {detail}.", where=f"{name}:1") from None
    source = Source(name, None if node is None else {})
    if node is None:
        return source
    value = _Plain(source).value(node, ())
    return Source(name, value, source.lines, source.plain)


class _Plain:
    """Turns a graph of YAML nodes into plain values, once, for one file."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.left = _MOST_NODES

    def value(self, node: object, path: tuple[object, ...]) -> object:
        self.left -= 1
        if self.left < 0 or len(path) > 20:
            raise self.source.error("The file holds too many values, or repeats itself.")
        self.source.lines.setdefault(path, node.start_mark.line + 1)  # type: ignore[attr-defined]
        kind = node.id  # type: ignore[attr-defined]
        if kind == "mapping":
            return self._mapping(node, path)
        if kind == "sequence":
            return [self.value(item, (*path, at)) for at, item in enumerate(node.value)]  # type: ignore[attr-defined]
        if not node.style:  # type: ignore[attr-defined]
            self.source.plain.add(path)
        return node.value  # type: ignore[attr-defined]

    def _mapping(self, node: object, path: tuple[object, ...]) -> dict[str, object]:
        made: dict[str, object] = {}
        for key, item in node.value:  # type: ignore[attr-defined]
            line = key.start_mark.line + 1
            where = f"{self.source.name}:{line}"
            if key.id != "scalar":
                raise RuleError("A key must be one word or phrase.", where=where)
            if key.value in made:
                raise RuleError(
                    f"“{key.value}” stands here twice.", where=where, remedy="Keep one of the two."
                )
            self.source.lines[(*path, key.value)] = line
            made[key.value] = self.value(item, (*path, key.value))
        return made
