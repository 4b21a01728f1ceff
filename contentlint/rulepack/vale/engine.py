"""Definitions → one matcher that judges a manuscript as Vale 3 does."""

from __future__ import annotations

import importlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from contentlint.errors import RuleError
from contentlint.model import Block, Certainty, Fix, Guidance, Hit, Kind, Location, Outcome, Owner, Rule, Severity, Skip
from contentlint.model.manuscript import Manuscript, Passage
from contentlint.rulepack.vale import scopes
from contentlint.rulepack.vale.choice import Choice
from contentlint.rulepack.vale.definition import Definition
from contentlint.rulepack.vale.figures import figures
from contentlint.rulepack.vale.finder import Clock, Finder
from contentlint.rulepack.vale.ini import LEVELS, ValeConfig
from contentlint.rulepack.vale.segments import sentences
from contentlint.rulepack.vale.styles import load_definitions, rule_files
from contentlint.rulepack.vale.switches import Switches
from contentlint.rulepack.vale.terms import Excuses
from contentlint.rulepack.vale.types._base import Alert, Judge, Setting, State
from contentlint.rulepack.vale.vocabulary import Vocabulary, built_in, load_vocabularies

_EXCUSED = frozenset({"existence", "substitution", "repetition", "spelling"})
MOST_HITS = 5_000  # of one rule in one file


@dataclass(slots=True)
class _Group:
    """The rules that see the same passages."""

    scope: tuple[str, ...]
    finder: Finder
    slots: list[int]
    always: list[int]
    hidden: frozenset[str]


class ValeMatcher:
    """Compiled styles. It keeps nothing of the files it has seen. skips: rules that cannot be run, and why."""

    def __init__(self, definitions: Sequence[Definition], setting: Setting, named: dict[str, Vocabulary], digest: str) -> None:
        self.digest, self.named = digest, named
        self.rules: list[Rule] = []
        self.skips: list[Skip] = []
        self._definitions: list[Definition] = []
        self._judges: list[Judge] = []
        self._groups: dict[tuple[str, ...], _Group] = {}
        self._fitting: dict[tuple[str, str], list[_Group]] = {}
        for definition in definitions:
            if reason := _refused(definition):
                self.skips.append(Skip(None, "vale", f"the rule {definition.name} {reason}", Outcome.CHOICE))
            else:
                self._add(definition, setting)
        for group in self._groups.values():
            group.finder.close()
        bases = {base for group in self._groups for base in scopes.bases(group)}
        self.inline = frozenset(bases & scopes.INLINE)
        self._paragraphs, self._sentences = "paragraph" in bases, "sentence" in bases

    def _add(self, definition: Definition, setting: Setting) -> None:
        group = self._groups.get(definition.scope)
        if group is None:
            group = self._groups[definition.scope] = _Group(definition.scope, Finder(), [], [], scopes.hidden(definition.scope))
        slot = len(self._judges)
        kind = importlib.import_module(f"contentlint.rulepack.vale.types.{definition.extends}")
        try:
            judge = kind.plan(definition, slot, group.finder, setting)
        except regex.error as error:
            raise RuleError(f"A pattern of {definition.name} is wrong: {error}.", where=definition.path) from None
        self._judges.append(judge)
        self._definitions.append(definition)
        self.rules.append(_rule(definition))
        group.slots.append(slot)
        if judge.always:
            group.always.append(slot)

    def match(self, manuscript: Manuscript, choice: Choice, minimum: int) -> Iterator[Hit | Skip]:
        """Yield the hits on a file in the order of their places, then a Skip for each rule that ran out of time."""
        clock, state = Clock(), State()
        switches = Switches(manuscript.switches, choice.styles)
        levels = {slot: choice.level(item.name, item.level) for slot, item in enumerate(self._definitions)}
        running = frozenset(
            slot for slot, item in enumerate(self._definitions)
            if choice.runs(item.name) and LEVELS.index(levels[slot]) >= minimum
        )  # fmt: skip
        terms = [term for name in choice.vocabularies for term in self.named[name].accepted]
        excuses = Excuses((), terms) if terms else None
        sheet = _Sheet(manuscript, switches, self._definitions)
        for passage in manuscript.passages:
            at_end = passage.block.kind.startswith(("raw", "summary"))
            active = running
            if not switches.empty:
                names = self._definitions
                active = frozenset(slot for slot in running if not switches.passage_off(names[slot].name, passage.seen, at_end))
            if passage.block.kind.startswith("summary") and active:
                state.figures = figures(passage.block.text, manuscript.counts)
            for path, text, shift in self._variants(passage):
                for slot, alert in self._alerts(path, passage.block, text, shift, active, clock, state):
                    if excuses is not None and self._definitions[slot].extends in _EXCUSED and alert.start >= 0 and excuses.excuse(
                        text[alert.start : alert.end], text, alert.start, alert.end
                    ):  # fmt: skip
                        continue
                    sheet.add(slot, alert, passage, shift)
        for slot, hit in sheet.ordered():
            level = Severity.of_level(levels[slot])
            yield self._hit(slot, hit, level)
        for slot in sorted(clock.late):
            yield Skip(manuscript.page.key, "vale", f"the rule {self._definitions[slot].name} took too long on this file",
                       remedy="Make its pattern simpler.")  # fmt: skip

    def _variants(self, passage: Passage) -> Iterator[tuple[str, str, int]]:
        """Yield (scope path, text, where it begins in the block): paragraphs, sentences and the whole."""
        block = passage.block
        if self._paragraphs and passage.unit == "paragraph":
            at = 0
            for part in block.text.split("\n\n"):
                end = at + len(part)
                yield f"paragraph.{block.kind}", block.text[at : end + 2], at
                at = end + 2
        if self._sentences and passage.unit == "paragraph":
            for start, end in sentences(block.text):
                yield f"sentence.{block.kind}", block.text[start:end], start
        yield block.kind, block.text, 0

    def _alerts(
        self, path: str, block: Block, text: str, shift: int, active: frozenset[int], clock: Clock, state: State
    ) -> Iterator[tuple[int, Alert]]:
        fitting = self._fitting.get((path, block.kind))
        if fitting is None:
            fitting = [group for group in self._groups.values() if scopes.fits(group.scope, path, block.kind)]
            self._fitting[path, block.kind] = fitting
        for group in fitting:
            seen = _without(text, block, shift, group.hidden) if group.hidden else text
            spots = group.finder.find(seen, active, clock)
            for slot in {*spots, *group.always} if group.always else spots:
                if slot not in active or slot in clock.late:
                    continue
                try:
                    for alert in self._judges[slot].judge(seen, spots.get(slot, ()), state):
                        yield slot, alert
                except TimeoutError:
                    clock.late.add(slot)

    def _hit(self, slot: int, place: tuple[Passage, int, int, Alert, Location], level: Severity) -> Hit:
        passage, start, end, alert, where = place
        rule = self.rules[slot]
        words = passage.block.text[start:end] if start >= 0 else ""
        instead = alert.suggestions[0] if len(alert.suggestions) == 1 else None
        said = " or ".join(f"“{one}”" for one in alert.suggestions) if len(alert.suggestions) > 1 else instead
        fix = None
        if instead is not None and start >= 0:
            first, stop = passage.block.offset(start), passage.block.end_offset(end)
            if first is not None and stop is not None and stop - first == end - start and "*" not in words:
                fix = Fix(first, stop, instead, safe=False)
        return Hit(rule, words, where, {"text": alert.message}, said, fix, severity=level)


class _Sheet:
    """The alerts of one file: each place once, none that a comment turns off, none over a rule's limit."""

    def __init__(self, manuscript: Manuscript, switches: Switches, definitions: Sequence[Definition]) -> None:
        self.page, self.switches, self.definitions = manuscript.page, switches, definitions
        self.places: dict[tuple[int, int, int], tuple[Passage, int, int, Alert, Location]] = {}
        self.counts: Counter[int] = Counter()

    def add(self, slot: int, alert: Alert, passage: Passage, shift: int) -> None:
        """Add an alert, unless it may not stand."""
        definition = self.definitions[slot]
        block = passage.block
        start, end = (alert.start + shift, alert.end + shift) if alert.start >= 0 else (-1, -1)
        offset = block.offset(start) if start >= 0 else 0
        line, column = self.page.position(offset) if start >= 0 else (1, 1)
        words = block.text[start:end] if start >= 0 else ""
        raw = block.kind.startswith("raw")  # comments do not reach the source as a whole
        if not (raw or self.switches.empty) and self.switches.off(definition.name, words, offset, passage.seen):
            return
        key = (line or 1, column or 1, slot)
        most = definition.limit or MOST_HITS
        if key in self.places or self.counts[slot] >= most:
            return
        self.counts[slot] += 1
        stop = block.end_offset(end) if end > start else offset
        end_line, end_column = self.page.position(stop) if start >= 0 else (1, 1)
        where = Location(key[0], key[1], end_line, end_column, words or None,
                         block.text[max(0, start - 30) : start] if start >= 0 else None,
                         block.text[end : end + 30] if start >= 0 else None, block.place.heading)  # fmt: skip
        self.places[key] = (passage, start, end, alert, where)

    def ordered(self) -> Iterable[tuple[int, tuple[Passage, int, int, Alert, Location]]]:
        """Return the alerts in the order of their places."""
        return [(key[2], self.places[key]) for key in sorted(self.places)]


def _without(text: str, block: Block, shift: int, hidden: frozenset[str]) -> str:
    for start, end, kind in block.inline:
        start, end = start - shift, end - shift
        if kind in hidden and start >= 0 and end <= len(text):
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def _refused(definition: Definition) -> str:
    if definition.extends == "script":
        return f"holds a program ({definition.keys.get('script') or 'no name'}), which is not run"
    if definition.extends == "sequence" and any(
        isinstance(token, dict) and ("tag" in token or "upos" in token) for token in definition.keys.get("tokens") or ()
    ):
        return "asks for parts of speech (“tag”), which are not worked out"
    return ""


def _rule(definition: Definition) -> Rule:
    return Rule(
        id=definition.name, extends=definition.extends, title=definition.name, message="{text}", why=definition.description,
        severity=Severity.of_level(definition.level), certainty=Certainty.LIKELY, kind=Kind.STYLE, owner=Owner.EDITOR,
        guidance=(Guidance(guide=definition.name.partition(".")[0], url=definition.link),) if definition.link else (),
        path=definition.path,
    )  # fmt: skip


def load_matcher(config: ValeConfig) -> ValeMatcher:
    """Load the styles and vocabularies that a configuration names. Raises ConfigError or RuleError with file:line."""
    whole, named = load_vocabularies(config)
    definitions, digest = load_definitions(rule_files(config))
    asked = (config.everywhere, *config.sections)
    if any("Vale" in section.listed("BasedOnStyles") or section.listed("Vocab")
           or any(name.partition(".")[0] == "Vale" for name in section.rules()) for section in asked):  # fmt: skip
        definitions = [*definitions, *built_in(whole, named)]
    template = config.core.last("WordTemplate") or ""
    setting = Setting(whole.accepted, template, config.styles)
    return ValeMatcher(definitions, setting, named, digest)
