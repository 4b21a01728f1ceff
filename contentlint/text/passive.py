"""Finds passive clauses by grammar: a form of be or get, what may stand between, and a participle.

Told apart from them: the perfect ("has moved"), adjectives in form of a participle ("is interested"),
verbs that take no object ("is gone") and participles that describe a noun ("are registered nurses").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from contentlint.text import participles as lists
from contentlint.text.agents import agent_after

_BE = re.compile(
    r"(?<![\w-])(?:am|is|are|was|were|be|been|being|get|gets|got|getting|gotten|(?:is|are|was|were)n['’]?t)(?![\w-])"
    r"|(?<=\w)['’](?:re|m|s)\b",
    re.I,
)
_TOKEN = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*|[^\w\s]")
_BEFORE = re.compile(
    r"(?:\b(?:will|would|can|could|may|might|must|shall|should|has|have|had|having|to|ought|need|needs|is|are|was"
    r"|were|be|been|being|not|never|cannot|won['’]t|can['’]t|hasn['’]t|haven['’]t|shouldn['’]t|mustn['’]t)"
    r"|['’](?:ll|ve|re|d|s))\s+(?:\w+ly\s+)?$",
    re.I,
)
_LAST = re.compile(r"([\w'’-]+)\W*$")
_PREFIX = re.compile(r"^(?:re|pre|co|over|under|out|cross|double|hand|mis)-")
_GET = frozenset("get gets got getting gotten".split())
_WH = frozenset("how when where why what which who whom whose nor neither".split())
_HOLDERS = frozenset("it that he she there what who where here how this everything nothing one which".split())
_GET_ADJECTIVES = frozenset("started used dressed lost rid acquainted done changed".split())
_CALLED = frozenset("called named considered known deemed".split())
_OBJECTS = frozenset("it the a an my your his her its our their me him us them this that these those".split())
_STOPS = frozenset("i you he she it we they that which who when if because while although".split())
_PREPOSITIONS = frozenset("by in on at to from with for into under as and or before after within if when".split())
REACH = 14  # words after a form of be among which its participle stands
AHEAD = 160  # characters that so many words need at most


@dataclass(frozen=True, slots=True)
class Passive:
    """A passive clause. [start, end): from its first auxiliary to the participle. participle: in lower case.

    agent: [start, end) of the words after "by" that name who does it, or None. joined: the clause shares
    the auxiliary of the one before ("was built and opened").
    """

    start: int
    end: int
    participle: str
    agent: tuple[int, int] | None = None
    joined: bool = False


_Token = tuple[int, int, str, str]  # start, end, as written, in lower case


def passives(text: str) -> list[Passive]:
    """Return the passive clauses of a text, in order. The text may hold one sentence or more."""
    found: list[Passive] = []
    for match in _BE.finditer(text):
        if found and match.start() < found[-1].end:
            continue
        tokens = _ahead(text, match.end())
        at = _participle(text, match, tokens)
        if at is None:
            continue
        start = _start(text, match.start())
        first = len(found)
        found.append(Passive(start, tokens[at][1], tokens[at][3]))
        for also in _joined(tokens, at):
            found.append(Passive(start, tokens[also][1], tokens[also][3], joined=True))
        agent = agent_after(text, found[-1].end)
        if agent:
            found[first:] = [Passive(p.start, p.end, p.participle, agent, p.joined) for p in found[first:]]
    return found


def share(sentences: Iterable[str]) -> float:
    """Return which part of the sentences holds a passive, from 0.0 to 1.0; 0.0 for no sentence."""
    flags = [bool(passives(sentence)) for sentence in sentences]
    return sum(flags) / len(flags) if flags else 0.0


def _ahead(text: str, place: int) -> list[_Token]:
    """Return the words and marks after a place, up to the end of the sentence or of our reach."""
    found: list[_Token] = []
    for match in _TOKEN.finditer(text, place, place + AHEAD):
        word = match.group()
        if word in ".?!;:" or len(found) >= REACH:
            found.append((match.start(), match.end(), word, word))
            break
        found.append((match.start(), match.end(), word, word.lower().replace("’", "'")))
    return found


def _participle(text: str, be: re.Match[str], tokens: list[_Token]) -> int | None:
    """Return the index of the participle that goes with a form of be, or None."""
    form = be.group().lower().replace("’", "'")
    last = _LAST.search(text, max(0, be.start() - 30), be.start())
    before = last[1].lower() if last else ""
    if form == "'s" and before not in _HOLDERS:
        return None
    at, skipped = 0, 0
    if _inverted(text, be, before, tokens):
        at = _past_subject(tokens)
    while at < len(tokens) and skipped < 6:
        word = tokens[at][3]
        following = tokens[at + 1][3] if at + 1 < len(tokens) else ""
        if _is_participle(tokens[at], following, form, before, tokens[at - 1][3] if at else ""):
            after = tokens[at + 2][3] if at + 2 < len(tokens) else ""
            return None if word == "used" and _accustomed(following, after) else at
        if f"{word} {following}" in lists.PHRASES:
            at, skipped = at + 2, skipped + 1
        elif f"{word} {following} {tokens[at + 2][3] if at + 2 < len(tokens) else ''}" in lists.PHRASES:
            at, skipped = at + 3, skipped + 1
        elif _is_adverb(word):
            at, skipped = at + 1, skipped + 1
        elif word in ("and", "or", "but", "if") and at and _is_adverb(tokens[at - 1][3]) and _is_adverb(following):
            at += 1
        elif word in ",–—(":
            close = next(
                (i for i in range(at + 1, min(at + 9, len(tokens))) if tokens[i][3] in ",–—)"), None
            )
            if close is None:
                return None
            at, skipped = close + 1, skipped + 1
        else:
            return None
    return None


def _accustomed(following: str, after: str) -> bool:
    """Tell whether "is used to" means "is accustomed to": before a thing or an -ing, no verb."""
    return following == "to" and (after in _OBJECTS or after.endswith("ing"))


def _is_adverb(word: str) -> bool:
    return word in lists.ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in lists.NOT_ADVERBS)


def _inverted(text: str, be: re.Match[str], before: str, tokens: list[_Token]) -> bool:
    """Tell whether the subject stands behind the verb: in a question, or after "nor"."""
    if not tokens or be.group()[0] in "'’" or be.group().lower() in ("be", "been", "being"):
        return False
    first = tokens[0][3]
    if before in ("how", "when", "where", "why") and first.isalpha() and not _looks(first) and not _is_adverb(first):
        return True
    if first not in lists.SUBJECTS and first not in lists.DETERMINERS:
        return False
    between = text[max(0, be.start() - 3) : be.start()].strip()
    return before in _WH or not before or between[-1:] in (".", "?", "!", ":", "“", '"', "(")


def _past_subject(tokens: list[_Token]) -> int:
    """Return the index of the first word that can be a participle behind the subject of a question."""
    if tokens[0][3] in lists.SUBJECTS and len(tokens) > 1 and tokens[0][3] not in ("this", "that", "these", "those"):
        return 1
    for at in range(1, min(6, len(tokens))):
        following = tokens[at + 1][3] if at + 1 < len(tokens) else ""
        if tokens[at - 1][3] in lists.DETERMINERS:
            continue  # "is the proposed shop …": it describes
        if _is_participle(tokens[at], following, "is", "", tokens[at - 1][3]):
            return at
    return len(tokens)


def _closes(word: str) -> bool:
    """Tell whether a word shows that the one before it describes no noun."""
    return not word or not word[0].isalpha() or word in lists.FOLLOWERS or _is_adverb(word) or word.endswith("ing")


def _looks(word: str) -> bool:
    """Tell whether a word has the form of a participle that can be passive."""
    if "-" in word:
        word = _PREFIX.sub("", word)
        if "-" in word:
            return False
    if word.startswith("un") and not word.startswith("under") and word not in lists.VERBS_IN_UN:
        return False
    if word in lists.IRREGULAR:
        return True
    return word.endswith("ed") and len(word) > 3 and word not in lists.NOT_VERBS and word not in lists.INTRANSITIVE


def _describes(word: str, following: str, form: str) -> bool:
    """Tell whether a participle is an adjective here: it says how something is."""
    if word in lists.ADJECTIVES_BEFORE_TO:
        return following in ("to", "for") and form not in ("be", "been", "being")
    if word not in lists.ADJECTIVES:
        return False
    if word in lists.DONE_AFTER_BE and form in ("be", "been", "being"):
        return False
    return not (following == "by" and word in lists.PASSIVE_BY)


def _is_participle(token: _Token, following: str, form: str, subject: str, before: str) -> bool:
    """Tell whether a word after a form of be makes a passive with it."""
    written, word = token[2], token[3]
    if not _looks(word) or (written[0].isupper() and not written.isupper()):
        return False
    if _describes(word, following, form):
        return False
    if form in _GET and word in _GET_ADJECTIVES:
        return False
    if form == "'s" and following in _OBJECTS and word not in _CALLED:
        return False  # "it's lost its way": has
    if subject == "there" and form not in ("be", "been", "being") and not _closes(following):
        return False
    if before in ("so", "very", "too", "quite", "rather", "more", "most", "as") and word not in lists.COMPLEMENT:
        if not _closes(following):
            return False
    return _closes(following) or word in lists.COMPLEMENT


def _joined(tokens: list[_Token], at: int) -> list[int]:
    """Return the indexes of participles joined to the first: "was built in 1990 and later opened by …"."""
    found: list[int] = []
    linked = False
    for place in range(at + 1, len(tokens)):
        word = tokens[place][3]
        following = tokens[place + 1][3] if place + 1 < len(tokens) else ""
        if word in _STOPS or _BE.fullmatch(word):
            break
        if word in ("and", "or", "but", ","):
            linked = True
        elif linked and _is_participle(tokens[place], following, "is", "", "") and _ends_clause(following):
            found.append(place)
            linked = False
        elif not _is_adverb(word):
            linked = False
    return found


def _ends_clause(word: str) -> bool:
    """Tell whether a word shows that the participle before it has no object: it is no past tense."""
    return not word or not word[0].isalpha() or word in _PREPOSITIONS or _is_adverb(word)


def _start(text: str, start: int) -> int:
    """Return where the auxiliaries before a form of be begin: at "will" in "will not be"."""
    for _ in range(4):
        match = _BEFORE.search(text, max(0, start - 40), start)
        if not match:
            break
        start = match.start()
    return start
