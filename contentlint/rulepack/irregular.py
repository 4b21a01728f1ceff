"""Verbs and nouns of English that do not bend by rule: facts of the language, one table each."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_VERBS = """
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become
begin began begun|bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled
blow blew blown|break broke broken|breed bred bred|bring brought brought|build built built|burst burst burst
buy bought bought|cast cast cast|catch caught caught|choose chose chosen|cling clung clung|come came come
cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|do did done|draw drew drawn
drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt
fight fought fought|find found found|fit fitted fitted|flee fled fled|fly flew flown
forbid forbade forbidden|forecast forecast forecast|forget forgot forgotten|forgive forgave forgiven
freeze froze frozen|get got got|give gave given|go went gone|grind ground ground|grow grew grown
hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt
keep kept kept|know knew known|lay laid laid|lead led led|leave left left|lend lent lent|let let let
lie lay lain|light lit lit|lose lost lost|make made made|mean meant meant|meet met met
mistake mistook mistaken|pay paid paid|put put put|quit quit quit|read read read|ride rode ridden
ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold
send sent sent|set set set|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot
show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat
sleep slept slept|slide slid slid|slim slimmed slimmed|speak spoke spoken|spend spent spent
split split split|spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen
stick stuck stuck|strike struck struck|strive strove striven|swear swore sworn|sweep swept swept
swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told
think thought thought|throw threw thrown|understand understood understood|wake woke woken|wear wore worn
weave wove woven|win won won|wind wound wound|withdraw withdrew withdrawn|wring wrung wrung
write wrote written
"""

_NOUNS = """
analysis analyses|appendix appendices|basis bases|bureau bureaux|calf calves|child children|crisis crises
criterion criteria|diagnosis diagnoses|foot feet|half halves|hero heroes|hypothesis hypotheses|knife knives
leaf leaves|life lives|loaf loaves|man men|medium media|mouse mice|parenthesis parentheses|person people
phenomenon phenomena|potato potatoes|self selves|shelf shelves|synopsis synopses|synthesis syntheses
thesis theses|thief thieves|tomato tomatoes|tooth teeth|veto vetoes|wife wives|wolf wolves|woman women
"""

#: nouns without another form for more than one
SAME_NOUNS = frozenset(
    [
        "advice",
        "aircraft",
        "data",
        "equipment",
        "extra",
        "feedback",
        "help",
        "information",
        "money",
        "more",
        "people",
        "police",
        "progress",
        "series",
        "sheep",
        "software",
        "species",
        "staff",
        "support",
        "training",
        "transport",
        "work",
    ]
)

#: longer verbs whose last letter doubles, as the stress lies at the end (or as British usage has it)
DOUBLED = frozenset(
    [
        "abet",
        "abut",
        "acquit",
        "admit",
        "allot",
        "annul",
        "begin",
        "commit",
        "compel",
        "concur",
        "confer",
        "control",
        "defer",
        "demur",
        "deter",
        "dispel",
        "distil",
        "emit",
        "enrol",
        "equip",
        "excel",
        "expel",
        "fulfil",
        "incur",
        "infer",
        "instil",
        "omit",
        "outfit",
        "patrol",
        "permit",
        "prefer",
        "propel",
        "rebut",
        "recur",
        "refer",
        "regret",
        "remit",
        "reset",
        "resit",
        "refit",
        "repel",
        "submit",
        "transfer",
        "transmit",
        "occur",
        "label",
        "travel",
        "cancel",
        "counsel",
        "model",
        "level",
        "signal",
        "total",
        "tunnel",
        "fuel",
        "dial",
        "quarrel",
        "channel",
        "pedal",
        "equal",
        "kidnap",
        "worship",
        "handicap",
        "program",
        "format",
        "input",
        "output",
        "unplug",
        "unwrap",
    ]
)

#: words that open a suggestion which is no plain verb or noun, and so does not bend
STIFF = frozenset(
    [
        "a",
        "an",
        "about",
        "all",
        "and",
        "any",
        "are",
        "at",
        "be",
        "because",
        "by",
        "can",
        "could",
        "do",
        "for",
        "from",
        "had",
        "has",
        "he",
        "if",
        "in",
        "into",
        "is",
        "it",
        "may",
        "more",
        "must",
        "no",
        "not",
        "of",
        "on",
        "or",
        "our",
        "over",
        "should",
        "that",
        "the",
        "their",
        "then",
        "there",
        "they",
        "this",
        "to",
        "under",
        "until",
        "up",
        "was",
        "we",
        "were",
        "when",
        "where",
        "which",
        "who",
        "will",
        "with",
        "would",
        "you",
        "your",
    ]
)


def _table(text: str) -> Mapping[str, tuple[str, ...]]:
    rows = (row.split() for line in text.strip().splitlines() for row in line.split("|"))
    return MappingProxyType({row[0]: tuple(row[1:]) for row in rows})


VERBS = _table(_VERBS)
NOUNS = _table(_NOUNS)
