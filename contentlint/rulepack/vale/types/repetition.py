"""repetition: two equal neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from operator import eq

import regex

from contentlint.rulepack.vale.definition import Definition
from contentlint.rulepack.vale.dialect import SECONDS, counting
from contentlint.rulepack.vale.finder import Finder, Spot
from contentlint.rulepack.vale.segments import sentences
from contentlint.rulepack.vale.terms import Excuses
from contentlint.rulepack.vale.types._base import Alert, Judge, Setting, State, fill, plain_alert


def plan(definition: Definition, slot: int, finder: Finder, setting: Setting) -> Judge:
    """Return what compares neighbours; it walks all tokens on its own."""
    accepted = setting.accepted if definition.flag("vocab", True) else ()
    return _Repetition(definition, Excuses(definition.listed("exceptions"), accepted))


class _Repetition:
    always = True

    def __init__(self, definition: Definition, excuses: Excuses) -> None:
        self.definition, self.excuses = definition, excuses
        self.fold, self.alpha = definition.flag("ignorecase"), definition.flag("alpha")
        self.most = int(definition.number("max"))
        self.plain = not any("(" in token for token in definition.listed("tokens"))
        self.pattern = counting("(" + "|".join(definition.listed("tokens")) + ")", self.fold)
        self.limit = {"timeout": SECONDS} if isinstance(self.pattern, regex.Pattern) else {}

    def judge(self, text: str, spots: Sequence[Spot], state: State) -> Iterator[Alert]:
        words = self.pattern.findall(text.lower() if self.fold else text, **self.limit)
        if self.plain and not any(map(eq, words, islice(words, 1, None))):
            return
        before, place, count = "", 0, 0
        for match in self.pattern.finditer(text, **self.limit):
            words = match.group().strip()
            key = words.casefold() if self.fold else words
            if key and key == before and (not self.alpha or words.isalpha()):
                count += 1
                start, end = place, match.end()
                if count > self.most and len(sentences(text[start:end])) == 1:
                    if not self.excuses.excuse(text[start:end], text, start, end):
                        made = plain_alert(self.definition, text, start, end)
                        yield made._replace(message=fill(self.definition.message, words))
                        count = 0
            before, place = key, match.start()


