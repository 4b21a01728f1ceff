"""What personal data looks like. Each kind has one pattern and, where that alone takes too much, one test."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

Test = Callable[[re.Match[str]], bool]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of personal data. group: the part of the match that is replaced by [name]."""

    name: str
    pattern: re.Pattern[str]
    test: Test | None = None
    group: int = 0


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _luhn(match: re.Match[str]) -> bool:
    digits = _digits(match[0])
    if not 13 <= len(digits) <= 19 or len(set(digits)) == 1:
        return False
    doubled = [int(digit) * (1 + at % 2) for at, digit in enumerate(reversed(digits))]
    return sum(number - 9 if number > 9 else number for number in doubled) % 10 == 0


def _nhs(match: re.Match[str]) -> bool:
    digits = _digits(match[0])
    check = 11 - sum(int(digit) * (10 - at) for at, digit in enumerate(digits[:9])) % 11
    return digits[0] != "0" and len(set(digits)) > 1 and (0 if check == 11 else check) == int(digits[9])


def _phone(match: re.Match[str]) -> bool:
    # "+44 (0)161 …" is 0161 …
    digits = (
        re.sub(r"^(?:00)?440?", "0", _digits(match[0]))
        if match[0][:1] == "+" or match[0][:2] == "00"
        else _digits(match[0])
    )
    # 03, 0800 and 0808 are numbers of services, which a comment may well put right. People mistype: one
    # figure too many still leads to a person.
    public = digits[1] == "3" or digits[1:4] in ("800", "808")
    return len(digits) in (10, 11, 12) and digits[1] in "125789" and not public and len(set(digits[2:])) > 1


def _postcode(match: re.Match[str]) -> bool:
    # "the M60 1st exit" is a road and a turn. In capitals and with a space, any two letters will do.
    area, inward = match[1], match[2]
    spaced = len(area) == 2 and match[0].isupper() and " " in match[0]
    ordinal = inward in ("1st", "2nd", "3rd") or inward.endswith("th")
    return not ordinal and (area.upper() in _AREAS or spaced)


def _national_insurance(match: re.Match[str]) -> bool:
    return match[1].upper() not in ("BG", "GB", "NK", "KN", "TN", "NT", "ZZ")


def _is_name(match: re.Match[str]) -> bool:
    return not all(word.strip(".,'’") in _NO_NAMES for word in match[1].casefold().split())


def _is_caller(match: re.Match[str]) -> bool:
    # "Call [phone]" and "Council Tax on [phone]" name nobody.
    first = match[1].casefold().split()[0]
    return _is_name(match) and first not in _NO_NAMES and first not in _CUES


def _is_person(match: re.Match[str]) -> bool:
    # "Miss Green Bin day" starts a sentence; "Mr Green" is a man.
    title, _, words = match[1].partition(" ")
    return title != "Miss" or words.split()[0].casefold() not in _NO_NAMES


def _is_street(match: re.Match[str]) -> bool:
    words = match["name"].casefold().split()
    return not any(word in _NO_STREETS for word in words)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_AREAS = _words(
    """
    AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN
    EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK
    ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA
    TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE
    """
)
_NO_NAMES = _words(
    """
    a about advice again after agent all an and are at because benefit benefits bin bins black blue brown
    building but by centre council customer department disabled down education from garden green grey has
    have help helpdesk housing i in is it library line listed misspelled misspelt my no not office officer
    on one parking planning reception school service services so social someone spelled spelt staff still
    support tax team that the there they this to trafford up we what when who with wrong you your
    universal credit street road pension
    """
)
_NO_STREETS = _words(
    """
    a an and any at bags bins blocks busy by cars cats closed day days down dogs every for from homes hour
    hours houses in into is km long main metres miles minute minutes month months mph my narrow near no of
    on or our people per places potholes quiet same side that the their this through times to trees two
    vehicles way week weeks yards year years your
    """
)

_DATE = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?[\s./-]+(?:\d{1,2}|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*"
    r"|sep\w*|oct\w*|nov\w*"
    r"|dec\w*)[\s./,-]+\d{2,4}|\d{4}-\d{2}-\d{2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)\w*\s+\d{1,2}"
    r"(?:st|nd|rd|th)?,?\s+\d{4})"
)
_NAME = r"[^\W\d_][\w'’-]*"
_CAPITAL = r"(?-i:[A-Z])[\w'’-]*"
_TYPES = "street|road|avenue|lane|drive|close|crescent|grove|terrace|mews|gardens"
_MORE_TYPES = "St|Rd|Ave|Ln|Cl|Cres|Gdns|Court|Way|Place|Hill|Square|Walk|Rise|Park|Parade|Fold|Brow"

_CUES = frozenset("call ring phone text contact email e-mail tel telephone mobile number on at me".split())

KINDS: tuple[Kind, ...] = (
    Kind("email", re.compile(r"[\w.+'-]+(?:@|%40|\s?\[at\]\s?|\s?\(at\)\s?)[\w-]+(?:\.[\w-]+)+", re.I)),
    Kind("handle", re.compile(r"(?<![\w@.])@[A-Za-z]\w{2,}")),
    Kind(
        "national insurance number",
        re.compile(
            r"\b([A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]|QQ)[\s+-]?\d{2}[\s+-]?\d{2}[\s+-]?\d{2}[\s+-]?[A-D]\b",
            re.I,
        ),
        _national_insurance,
    ),
    Kind(
        "date of birth",
        re.compile(
            rf"\b(?:born|d\.?o\.?b\.?|date of birth|birth ?date|birthday)\b[^\d\n]{{0,20}}?\b({_DATE})", re.I
        ),
        group=1,
    ),
    Kind(
        "bank account",
        re.compile(
            r"\bsort\s*code\b[^\d\n]{0,15}(\d{2}[\s-]?\d{2}[\s-]?\d{2}\b(?:[^\d\n]{0,30}\b\d{8}\b)?)", re.I
        ),
        group=1,
    ),
    Kind(
        "bank account",
        re.compile(r"\b\d{2}-\d{2}-\d{2}[\s,;/]{1,3}(?:a/?c|acc\w*)?[^\d\n]{0,12}\d{8}\b", re.I),
    ),
    Kind(
        "bank account",
        re.compile(r"\b(?:bank\s+account|account\s+n(?:umber|o)\.?|a/c)[^\d\n]{0,12}(\d{8})\b", re.I),
        group=1,
    ),
    Kind("card number", re.compile(r"(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])"), _luhn),
    Kind("reference", re.compile(r"\buprn\b[^\d\n]{0,8}(\d{6,12})\b", re.I), group=1),
    Kind(
        "reference",
        re.compile(
            r"\b(?:ref(?:erence)?|case|claim|account|invoice|pcn|ticket)(?:\s*(?:no\.?|number|num|id"
            r"|#))?(?:\s+is)?"
            r"[\s:#-]{1,3}((?=[\w/-]*\d)[A-Z]{0,6}[/-]?\d[\w/-]{4,})",
            re.I,
        ),
        group=1,
    ),
    Kind(
        "phone",
        re.compile(
            r"(?<![\w/.,£-])(?!\d{1,2}[-. ]\d{1,2}[-. ]\d{4}\b)(?:\+\s?44[\s().-]*(?:\(?0\)?[\s.-]*)?"
            r"|0044[\s-]*|\(?0)"
            r"(?:[\s().-]{0,2}\d){9,11}(?![\d/])"
        ),
        _phone,
    ),
    Kind("nhs number", re.compile(r"(?<![\w£.,-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d-])"), _nhs),
    Kind(
        "phone",
        re.compile(
            r"\b(?:my (?:phone|mobile|tel\w*|number)(?: number)?(?: is)?|(?:call|ring|phone|text) me"
            r" (?:back )?(?:on|at)"
            r"|tel(?:ephone)?\.?|mob(?:ile)?\.?)[\s:]{1,2}(\+?\d(?:[ -]?\d){5,12})(?!\d)",
            re.I,
        ),
        group=1,
    ),
    Kind(
        "postcode", re.compile(r"\b([A-Z]{1,2})\d{1,2}[A-Z]? {0,2}(\d[ABD-HJLNP-UW-Z]{2})\b", re.I), _postcode
    ),
    Kind("vehicle", re.compile(r"\b[A-Z]{2}\d{2} ?[A-Z]{3}\b")),
    Kind(
        "vehicle",
        re.compile(
            r"\b(?:reg(?:istration)?|(?:number )?plate|car|van"
            r"|vehicle)\b[^\d\n]{0,25}?\b([A-Z]{2}\d{2} ?[A-Z]{3}|[A-Z]\d{1,3} ?[A-Z]{3}"
            r"|[A-Z]{3} ?\d{1,3}[A-Z]?)\b",
            re.I,
        ),
        group=1,
    ),
    Kind(
        "address",
        re.compile(
            rf"\b(?:(?:flat|apartment|apt"
            rf"|unit)\s*\d+\w?,?\s+)?\d{{1,4}}[a-z]?,?\s+(?P<name>(?:{_NAME}\s+){{1,2}})(?:{_TYPES})\b"
            rf"|\b\d{{1,4}}[a-z]?,?\s+(?P<other>(?:{_CAPITAL}\s+){{1,3}})(?-i:{_MORE_TYPES})\b",
            re.I,
        ),
        lambda match: match["other"] is not None or _is_street(match),
    ),
    Kind(
        "name",
        re.compile(
            rf"\bmy (?:full )?name(?:'s|’s|"
            rf" is)\s+({_NAME}(?:\s+{_CAPITAL}){{0,2}}(?:\s+{_NAME}(?=[.,\n]|$))?)",
            re.I,
        ),
        _is_name,
        1,
    ),
    Kind(
        "name",
        re.compile(
            rf"\b((?-i:Mr|Mrs|Ms|Mx|Dr|Cllr|Councillor|Prof|Rev|Miss|MR"
            rf"|MRS)\.?\s+{_CAPITAL}(?:\s+{_CAPITAL})?)"
        ),
        _is_person,
        1,
    ),
    Kind(
        "name",
        re.compile(rf"\b(?:i['’]?m|i am)\s+(?:mr|mrs|ms|mx|dr|miss)\.?\s+({_NAME}(?:\s+{_CAPITAL})?)", re.I),
        _is_name,
        1,
    ),
    Kind(
        "name",
        re.compile(
            rf"\bthis is\s+({_NAME}(?:\s+{_CAPITAL}){{0,2}})(?=,?\s+(?:speaking|here|calling|writing"
            rf"|again)\b)",
            re.I,
        ),
        _is_name,
        1,
    ),
    Kind(
        "name",
        re.compile(
            rf"\b(?:regards|best wishes|yours (?:sincerely|faithfully|truly)|signed|cheers)[,.:!\s]{{1,4}}"
            rf"({_CAPITAL}(?:[ ]+{_CAPITAL}){{0,2}})",
            re.I,
        ),
        _is_name,
        1,
    ),
    Kind(
        "name",
        re.compile(rf"\b(?:spoke|speaking|talked) (?:to|with)\s+({_CAPITAL}(?:\s+{_CAPITAL})?)", re.I),
        _is_name,
        1,
    ),
    Kind(
        "name",
        re.compile(
            rf"\bmy (?:son|daughter|mum|mom|mother|dad|father|wife|husband|partner|brother|sister|nan|gran"
            rf"|grand\w+|aunt\w*|uncle|neighbour|friend|carer|child|baby|girl|boy),?\s+"
            rf"((?-i:{_CAPITAL})(?:\s+(?-i:{_CAPITAL}))?)",
            re.I,
        ),
        _is_name,
        1,
    ),
    Kind(  # somebody to ring: phone numbers and e-mail addresses are marks by now
        "name",
        re.compile(rf"\b({_CAPITAL}(?:\s+{_CAPITAL})?)(?=[,:\s]+(?:(?:on|at)\s+)?\[(?:phone|email)\])"),
        _is_caller,
        1,
    ),
    Kind("ip address", re.compile(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])")),
)
