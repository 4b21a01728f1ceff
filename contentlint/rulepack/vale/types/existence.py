"""existence: words or patterns that should not be there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contentlint.rulepack.vale.definition import Definition
from contentlint.rulepack.vale.finder import Finder, Spot
from contentlint.rulepack.vale.terms import Excuses
from contentlint.rulepack.vale.types._base import Alert, Judge, Setting, State, plain_alert, template


def plan(definition: Definition, slot: int, finder: Finder, setting: Setting) -> Judge:
    """Put the tokens into the finder. `raw` pieces are joined and stand before them, or after with `append`."""
    nonword = definition.flag("nonword")
    tokens = [token for token in definition.listed("tokens") if token.strip()]
    raw = "".join(definition.listed("raw"))
    bounded = bool(tokens) and not nonword
    shape = template(definition, setting, bounded)
    if raw:
        rest = shape.replace("%s", "|".join(tokens), 1)
        whole = rest + raw if definition.flag("append") else raw + rest
        finder.add(slot, [whole], definition.flag("ignorecase"), "%s", False)
    else:
        finder.add(slot, tokens, definition.flag("ignorecase"), shape, bounded)
    accepted = setting.accepted if definition.flag("vocab", True) and not nonword else ()
    return _Existence(definition, Excuses(definition.listed("exceptions"), accepted))


class _Existence:
    always = False

    def __init__(self, definition: Definition, excuses: Excuses) -> None:
        self.definition, self.excuses = definition, excuses

    def judge(self, text: str, spots: Sequence[Spot], state: State) -> Iterator[Alert]:
        for start, end, _ in spots:
            if not self.excuses.excuse(text[start:end].strip(), text, start, end):
                yield plain_alert(self.definition, text, start, end)
