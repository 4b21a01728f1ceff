"""Which passages a rule sees: dotted paths, "~" for not, "&" for and; of a list any may fit."""

from __future__ import annotations

from functools import lru_cache

_FRAGMENTS = frozenset({"sentence"})
_APART = frozenset({"raw", "summary", "doc"})
INLINE = frozenset({"link", "strong", "emphasis", "code"})


def _parts(scope: str) -> list[tuple[bool, frozenset[str]]]:
    found = []
    for part in scope.split("&"):
        words = part.strip()
        negated = words.startswith("~")
        found.append((negated, frozenset(word.strip() for word in words.removeprefix("~").split("."))))
    return found


@lru_cache(maxsize=4096)
def fits(scopes: tuple[str, ...], path: str, parent: str) -> bool:
    """Tell whether one of a rule's scopes fits a passage. parent: the path of what it is a part of."""
    target, above = frozenset(path.split(".")), frozenset(parent.split("."))
    for scope in scopes:
        parts = _parts(scope)
        if path.startswith("sentence.") and not any("sentence" in words for negated, words in parts if not negated):
            continue
        for negated, words in parts:
            inside = words <= target
            if negated and (inside or words <= above or target & _APART):
                break
            if not negated and not inside:
                break
        else:
            return True
    return False


def bases(scopes: tuple[str, ...]) -> set[str]:
    """Return the first words of a rule's scopes, by which Vale decides what to cut and to collect."""
    found = set()
    for scope in scopes:
        for part in scope.split("&"):
            words = part.strip()
            bare = words.removeprefix("~").split(".")[0]
            if not words.startswith("~") or bare in INLINE:
                found.add(bare)
    return found


def hidden(scopes: tuple[str, ...]) -> frozenset[str]:
    """Return the inline scopes whose words a rule does not see, as in "~link"."""
    return frozenset(
        next(iter(words))
        for scope in scopes
        for negated, words in _parts(scope)
        if negated and len(words) == 1 and words <= INLINE
    )
