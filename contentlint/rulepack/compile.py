"""Rules → one matcher that sees a page once and yields every hit of the style types."""

from __future__ import annotations

import importlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from contentlint.model import Fix, Hit, Outcome, Page, Rule, Skip
from contentlint.rulepack.automaton import Book, Clock
from contentlint.rulepack.mention import mentioned
from contentlint.rulepack.schema import STYLE_TYPES
from contentlint.rulepack.scope import ASKED_FOR, Scope, lead_ins, readable
from contentlint.rulepack.types._base import Draft, Judge, Memory, Row, is_vale
from contentlint.rulepack.unless import Condition, conditions
from contentlint.rulepack.views import Unit

MOST_HITS = 2_000  # of one rule on one page: more is no prose


class _Entry(NamedTuple):
    rule: Rule
    judge: Judge
    scope: Scope
    unless: tuple[Condition, ...]
    rivals: bool  # gives way to a longer phrase of another rule
    named: bool  # words that the text names or quotes are let off


class PackMatcher:
    """A compiled pack. It keeps nothing of the pages it has seen (model.facts.Matcher)."""

    def __init__(self, rows: Sequence[_Entry], book: Book) -> None:
        self._rows, self._book = tuple(rows), book
        self._active: dict[tuple[str, int, bool], tuple[frozenset[int], tuple[int, ...]]] = {}

    def match(self, page: Page) -> Iterator[Hit | Skip]:
        """Yield the hits on a page in document order, then a Skip for each rule that ran out of time."""
        clock = Clock()
        memories = [Memory() for _ in self._rows]
        counts: Counter[int] = Counter()
        doubled: dict[str, set[tuple[str, int]]] = {}
        for block in page.blocks:
            if block.kind not in ASKED_FOR:
                for a, b, kind in block.inline:
                    if kind == "link":
                        doubled.setdefault(block.text[a:b], set()).add((block.kind, block.level))
        leads = lead_ins(page)
        for at, block in enumerate(page.blocks):
            if not readable(page, block):
                continue
            active, always = self._rules_for(block.kind, block.level, at in leads)
            if block.kind == "link" and (around := doubled.get(block.text)):
                # The prose round the link repeats its words, for the rules that see that prose.
                active = frozenset(slot for slot in active if not self._sees(slot, around))
            if not active:
                continue
            unit = Unit(block)
            spots = self._book.find(unit, active, clock)
            found: list[tuple[int, Draft]] = []
            for slot in sorted({*spots, *(active.intersection(always) - clock.late)}):
                row, ordered = (
                    self._rows[slot],
                    sorted(spots.get(slot, ()), key=lambda spot: (spot.start, -spot.end)),
                )
                if row.unless and not row.judge.always:
                    ordered = [spot for spot in ordered if not _cancelled(row, unit, spot.start, spot.end)]
                for draft in row.judge.judge(unit, ordered, memories[slot]):
                    if counts[slot] == MOST_HITS:
                        break
                    if self._stands(row, draft):
                        counts[slot] += 1
                        found.append((slot, draft))
            yield from self._hits(page, self._peaceful(found))
        for slot, row in enumerate(self._rows):
            if slot not in clock.late:
                yield from self._hits(page, [(slot, draft) for draft in row.judge.finish(memories[slot])])
        for slot in sorted(clock.late):
            yield Skip(
                page.key,
                "style",
                f"the rule {self._rows[slot].rule.id} took too long on this page",
                remedy="Make its pattern simpler.",
            )
        for slot in sorted(slot for slot, count in counts.items() if count == MOST_HITS):
            yield Skip(
                page.key,
                "style",
                f"the rule {self._rows[slot].rule.id} met more than {MOST_HITS:,} places;"
                " the others are left out",
                Outcome.CHOICE,
            )

    def _sees(self, slot: int, around: Iterable[tuple[str, int]]) -> bool:
        scope = self._rows[slot].scope
        return scope.links_too and any(scope.admits(*place) for place in around)

    def _rules_for(self, kind: str, level: int, leads: bool) -> tuple[frozenset[int], tuple[int, ...]]:
        key = (kind, level if kind == "heading" else 0, leads)
        if key not in self._active:
            active = [slot for slot, row in enumerate(self._rows) if row.scope.admits(*key)]
            self._active[key] = frozenset(active), tuple(s for s in active if self._rows[s].judge.always)
        return self._active[key]

    def _stands(self, row: _Entry, draft: Draft) -> bool:
        unit, start, end = draft.unit, draft.start, draft.end
        if row.scope.inline and not any(unit.within(kind, start, end) for kind in row.scope.inline):
            return False
        if row.named and mentioned(unit, start, end):
            return False
        return not (row.judge.always and _cancelled(row, unit, start, end))

    def _peaceful(self, found: list[tuple[int, Draft]]) -> list[tuple[int, Draft]]:
        """Let a longer phrase win over a shorter one of another substitution rule, one hit a place."""
        rivals = [(slot, draft) for slot, draft in found if self._rows[slot].rivals]
        # Of two rules on the same words the more serious wins, then the one loaded later: a council's own.
        rivals.sort(
            key=lambda item: (item[1].start - item[1].end, -self._rows[item[0]].rule.severity.rank, -item[0])
        )
        row = Row()
        won = [(slot, draft) for slot, draft in rivals if row.take(draft.start, draft.end)]
        kept = won + [(slot, draft) for slot, draft in found if not self._rows[slot].rivals]
        return sorted(kept, key=lambda item: (item[1].start, -item[1].end, item[0]))

    def _hits(self, page: Page, found: Iterable[tuple[int, Draft]]) -> Iterator[Hit]:
        seen: set[tuple[int, int, int]] = set()
        for slot, draft in found:
            if (slot, draft.start, draft.end) in seen:
                continue
            seen.add((slot, draft.start, draft.end))
            yield _hit(self._rows[slot].rule, page, draft)


def compile_pack(rules: Iterable[Rule], vocabulary: frozenset[str] = frozenset()) -> PackMatcher:
    """Compile the rules of the style types; those for checkers are left out.

    vocabulary: words and phrases, case-folded, that are right here whatever the rules say.
    """
    book = Book()
    rows: list[_Entry] = []
    for rule in rules:
        if rule.extends in STYLE_TYPES:
            kind = importlib.import_module(f"contentlint.rulepack.types.{rule.extends}")
            judge = kind.plan(rule, len(rows), book, vocabulary)
            rivals = rule.extends == "substitution" and not is_vale(rule)
            rows.append(_Entry(rule, judge, Scope(rule), conditions(rule), rivals, _lets_off(rule)))
    book.close()
    return PackMatcher(rows, book)


def _lets_off(rule: Rule) -> bool:
    """Tell whether a rule of ours is about words, so that words which are only named are right."""
    return rule.extends in ("existence", "substitution") and not is_vale(rule) and not rule.options.get("mentions")


def _cancelled(row: _Entry, unit: Unit, start: int, end: int) -> bool:
    return any(condition(unit, start, end) for condition in row.unless)


def _hit(rule: Rule, page: Page, draft: Draft) -> Hit:
    block, start, end = draft.unit.block, draft.start, draft.end
    replacement = draft.replacement
    fix_start, fix_end = (draft.fix_start, draft.fix_end) if draft.fix_start >= 0 else (start, end)
    if replacement == "":
        fix_start, fix_end, replacement = _removal(block.text, start, end)
    hit = Hit.in_block(rule, page, block, start, end, args=dict(draft.args), suggestion=draft.suggestion,
                       replacement=replacement)  # fmt: skip
    if (fix_start, fix_end) == (start, end) or replacement is None:
        return hit
    wider = Hit.in_block(rule, page, block, fix_start, fix_end, replacement=replacement).fix
    return replace(hit, fix=wider if isinstance(wider, Fix) else None)


def _removal(text: str, start: int, end: int) -> tuple[int, int, str]:
    """Return what to replace by what so that words go without a gap or a lost capital."""
    if end < len(text) and text[end] == " " and (start == 0 or text[start - 1] in " (“‘\"'"):
        end += 1
        if text[start : start + 1].isupper() and end < len(text) and text[end].islower():
            return start, end + 1, text[end].upper()
    elif start and text[start - 1] == " ":
        start -= 1
    return start, end, ""
