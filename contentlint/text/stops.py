"""Tells whether a full stop belongs to the word before it: a title, an abbreviation, an initial, a number."""

from __future__ import annotations

import re

OPENERS = "\"'“‘([«"
#: never the end of a sentence: more always follows
_ALWAYS = frozenset(
    "dr mr mrs ms mx cllr cllrs prof rev revd hon rt messrs gen capt col lt sgt cmdr maj insp supt ald"
    " e.g i.e eg ie vs v cf viz approx ext tel fax mob fig figs incl excl govt ref refs op ed eds edn"
    " mt ft ph fr sr rep sen gov pres".split()
)
#: the end only where a new sentence clearly starts
_MAYBE = frozenset(
    "ltd co inc plc jr llp llc bros corp al b.a m.a ph.d u.k u.s e.u n.b p.s esq st ste dept est assoc"
    " rd ave gdns cres ln sq ct pl terr bldg hse mkt stn pk wk cttee mgmt mgr sec univ soc ibid cit".split()
)
#: held before a number
_BEFORE_NUMBER = frozenset(
    "no nos n° nº n.o p pp sec ss s art arts ch vol vols jan feb mar apr jun jul aug sep sept oct nov dec mon tue"
    " tues wed thu thur thurs fri sat sun reg regs sch schs cl cls r rr para paras pt pts c"
    " max min ave av w/c w/e apt hrs".split()
)
_STARTERS = frozenset(
    "a all an and any applications apply are as ask at because before both but by call can check contact did"
    " do does each email every find for from get go has have he her his how however i if in is it its many"
    " most my no not now on one or our people phone please see send she so some take tell that the their them"
    " then there these they this those to use visit was we were what when where whether which who why will"
    " with you your".split()
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday gmt bst".split())
#: the end before a capital
_TIMES = frozenset("etc a.m p.m am pm p.a p.w p.c.m p.p p.h".split())
_ADVERBIAL = frozenset("at by from before after until till since around about on between every".split())
_TITLES = frozenset("dr mr mrs ms mx cllr cllrs councillor prof rev revd sir lady lord mayor".split())
_COUNTED = re.compile(r"[•⁃‣▪◦●*–-]*\s*$")
_NUMBERED = re.compile(
    r"^[\"'“‘(\[•⁃‣▪◦●]*(?:\d{1,3}|[a-z]|[ivx]{1,4})(?:\.\d{1,2})*\.?\)?$", re.I
)
_INITIALS = re.compile(r"^(?:[A-Z]\.-?)*(?:[A-Z]|Ll|Ff|Rh|Dd)$")
_DOTTED = re.compile(r"^(?:[A-Za-z]{1,2}\.)+[A-Za-z]{1,3}$")
_DAY_AND_MONTH = re.compile(r"\d{1,2}\.\s?\d{2,4}\b")
_MONTH_OF_DATE = re.compile(r"\b\d{1,2}\.\s?$")


def held(before: str, token: str, following: str) -> bool:
    """Tell whether a full stop belongs to the word before it rather than to the sentence.

    before: the sentence so far, without the token (the characters since the last white space).
    following: what comes after the stop, without white space.
    """
    bare = token.lstrip(OPENERS)
    low = bare.lower()
    after = following.lstrip(OPENERS)
    word = re.split(r"[^\w']", after, maxsplit=1)[0]
    if _NUMBERED.match(token) and _COUNTED.match(before):
        return True
    if low in _ALWAYS:
        return True
    if after[:1].isdigit() and (low in _BEFORE_NUMBER or bare == "App" or _in_date(before, bare, after)):
        return True
    if low in _TIMES:
        return _goes_on_after_time(before, low, word)
    return _unless_new_start(before, bare, word)


def _in_date(before: str, bare: str, after: str) -> bool:
    """Tell whether a stop stands inside a date such as 1. 4. 2026."""
    if not bare.isdigit() or len(bare) > 2:
        return False
    return bool(_DAY_AND_MONTH.match(after) or (_MONTH_OF_DATE.search(before) and after[:4].isdigit()))


def _goes_on_after_time(before: str, low: str, word: str) -> bool:
    """A time ends a sentence before a capital, save before a day and in "At 5 a.m. Mrs Jones opened …"."""
    if not word[:1].isupper() or word.lower() in _DAYS:
        return True
    said = before.split()
    opening = len(said) <= 2 and bool(said) and said[0].lower() in _ADVERBIAL
    return low in ("a.m", "p.m") and opening and word.lower() in _TITLES


def _unless_new_start(before: str, bare: str, word: str) -> bool:
    """Tell whether an abbreviation or initial is held: it is, unless the next word starts sentences."""
    low, new = bare.lower(), word.lower().split("'")[0] in _STARTERS
    if low in _MAYBE or _DOTTED.match(bare):
        return not new
    if not _INITIALS.match(bare):
        return False
    if bare != "I":
        return not new
    last = before.split()[-1:]  # "Albert I. Jones", but "you and I. Did you …"
    return not new and bool(last) and last[0][:1].isupper() and last[0].isalpha() and len(before.split()) > 1
