"""Personal data goes, everything else stays."""

from __future__ import annotations

import time

import pytest

from contentlint.errors import ConfigError
from contentlint.feedback.redact import redact, total

GOES = [
    ("email me at jo.bloggs+bins@example.co.uk please", "email me at [email] please"),
    ("the link had ?email=jo%40example.org in it", "the link had ?email=[email] in it"),
    ("jo (at) example.com", "[email]"),
    ("Ring 0161 496 0123.", "Ring [phone]."),
    ("ring 07700 900123 or 07700900456", "ring [phone] or [phone]"),
    ("call (0161) 496 0000 now", "call [phone] now"),
    ("+44 7700 900 123", "[phone]"),
    ("+44 (0)161 496 0123", "[phone]"),
    ("0044 7700 900123", "[phone]"),
    ("01632-960-001", "[phone]"),
    ("phone me on 912 2000", "phone me on [phone]"),
    ("NI QQ 12 34 56 C", "NI [national insurance number]"),
    ("ab123456c is mine", "[national insurance number] is mine"),
    ("I live at M32 0TH", "I live at [postcode]"),
    ("from AN2 4PQ", "from [postcode]"),
    ("sw1a1aa did not work", "[postcode] did not work"),
    ("card 4111 1111 1111 1111 was charged", "card [card number] was charged"),
    ("5555-5555-5555-4444", "[card number]"),
    ("sort code 20-00-00 account 12345678", "sort code [bank account]"),
    ("pay 20-00-00 12345678", "pay [bank account]"),
    ("NHS 943 476 5919", "NHS [nhs number]"),
    ("my reg is AB12 CDE", "my reg is [vehicle]"),
    ("car reg a123bcd got a ticket", "car reg [vehicle] got a ticket"),
    ("DOB 12/03/1956", "DOB [date of birth]"),
    ("I was born on 3rd May 1948 in Sale", "I was born on [date of birth] in Sale"),
    ("date of birth: 1956-03-12", "date of birth: [date of birth]"),
    ("My name is Joan Smith and I am 80", "My name is [name] and I am 80"),
    ("my name is john smith", "my name is [name]"),
    ("I'm Mr Patel from flat two", "I'm [name] from flat two"),
    ("Mrs O'Brien next door", "[name] next door"),
    ("This is Joan Smith speaking", "This is [name] speaking"),
    ("Please fix it.\nKind regards,\nJoan Smith", "Please fix it.\nKind regards,\n[name]"),
    ("I spoke to Julie Brown yesterday", "I spoke to [name] yesterday"),
    ("I live at 14 Acacia Avenue", "I live at [address]"),
    ("bins at 14 acacia avenue", "bins at [address]"),
    ("Flat 3, 22 Kings Road is mine", "[address] is mine"),
    ("7 Stretford Rd", "[address]"),
    ("my reference is CT12345678", "my reference is [reference]"),
    ("case number 00012345", "case number [reference]"),
    ("UPRN 100012345678", "UPRN [reference]"),
    ("from 192.168.10.24", "from [ip address]"),
    ("Call Dave Smith 01273 555 0199", "Call [name] [phone]"),
    ("Call me please Ahmed 0161 496 0882", "Call me please [name] [phone]"),
    ("Write to Joan on joan@example.org", "Write to [name] on [email]"),
    ("My son Tyler Jones is in care", "My son [name] is in care"),
    ("I rang for my mum Joan", "I rang for my mum [name]"),
]
STAYS = [
    "My bin day is Tuesday 25 November",
    "On 01/02/2026 I paid £1,234.56",
    "01-02-2026 14:30 is when it broke",
    "Council Tax band D is £2,104.22 for 2026/27",
    "The section 106 agreement of 2019",
    "The form takes 10 minutes and has 20 questions",
    "Grey bin 2 weeks late, last on 25 Dec",
    "Leave the M60 at the 1st exit",
    "2 bins on the road",
    "Slow down to 20 mph on the lane",
    "Open 0900 to 1700, Monday to Friday",
    "Call 101, 111 or 999",
    "I was born in Stretford",
    "My name is not on the list",
    "Miss Green Bin day again",
    "I spoke to Council Tax",
    "Form ST12 and the A4 poster",
    "It broke at 2026-11-25T10:00:00Z",
    "Error 500, then 404",
    "From 1 April 2026 the charge is 45 pounds",
    "Thanks, great page",
    "Regards the bins, they are late",
    "The 3 main roads are closed",
    "0 stars, 10 out of 10",
    "A budget of 123,456,789 in 2025/26",
    "0800 numbers are free to call",
    "The phone number is out of date, should be 0300 123 4567",
    "Ring Council Tax on 0800 011 3998",
    "My son started school in September",
    "Page 12 of 30",
    "100 years of Trafford Park",
    "Order 1234567890123456 did not arrive",
    "The opening hours are 8:30-16:30",
]


@pytest.mark.parametrize(("text", "expected"), GOES)
def test_personal_data_goes(text: str, expected: str):
    clean, counts = redact(text)
    assert clean == expected
    assert sum(counts.values()) == clean.count("[")


@pytest.mark.parametrize("text", STAYS)
def test_everything_else_stays(text: str):
    assert redact(text) == (text, {})


def test_redacting_twice_is_redacting_once():
    for text, expected in GOES:
        assert redact(redact(text)[0])[0] == expected


def test_the_councils_own_references():
    text = "My claim hb/2026/0042 is late, so is HB/2025/0007"
    assert redact(text, [r"\bHB/\d{4}/\d{4}\b"]) == (
        "My claim [reference] is late, so is [reference]",
        {"reference": 2},
    )
    with pytest.raises(ConfigError, match="no regular expression"):
        redact(text, ["HB("])


def test_a_pattern_that_fits_nothing_does_no_harm():
    assert redact("plain words", ["x*"]) == ("plain words", {})


def test_one_comment_with_many_kinds():
    clean, counts = redact("Joan here, 07700 900123, M32 0TH, joan@example.org or my son joe@example.org")
    assert "900123" not in clean and "M32" not in clean and "@" not in clean
    assert total([counts, {"phone": 2}]) == (("email", 2), ("phone", 3), ("postcode", 1))


def test_a_very_long_comment_takes_no_time():
    began = time.process_time()
    for piece in ("1 ", "a ", "07 ", "Mr A ", "12 Ab ", "1-", "a@", "a.", "0(", "my name is "):
        redact(piece * 3000)
    assert time.process_time() - began < 10
