"""Exports of comments as they come: several tools, encodings and mistakes."""

from __future__ import annotations

import pytest

from contentlint.errors import ConfigError, InputError
from contentlint.feedback import read_feedback
from contentlint.model import Refused

SURVEY = """\
Timestamp,Page path,What went wrong?,Was this page useful?,Your email
25/11/2026 09:01:12,/bins,"I can't find ""my"" bin day,
I looked everywhere",No,jo@example.org
25/11/2026 10:30:00,https://www.anyborough.gov.uk/tax/?utm_source=x,My name is Joan Smith. 0161 496 0123,No,
26/11/2026 11:00:00,/bins,,Yes,
"""


def read(text: str | bytes, columns: dict[str, str] | None = None, **other: object):
    return read_feedback(
        "comments.csv", text.encode() if isinstance(text, str) else text, columns or {}, **other
    )


def test_a_survey_export():
    found = read(SURVEY)
    one, two, three = found.items
    assert (one.page, one.date, one.kind, one.rating) == ("/bins", "2026-11-25", "comment", 0.0)
    assert one.words == 'I can\'t find "my" bin day,\nI looked everywhere'
    assert one.themes == ("cannot-find",)
    assert (two.page, two.words) == (
        "https://www.anyborough.gov.uk/tax",
        "My name is [name]. [phone]",
    )
    assert two.redacted == (("name", 1), ("phone", 1))
    assert (three.kind, three.words, three.rating) == ("rating", "", 1.0)
    assert (found.route, found.refused, found.dropped_columns, found.ignored_columns) == (
        "csv",
        (),
        ("Your email",),
        (),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_encodings_and_separators(encoding: str, separator: str, newline: str):
    rows = [
        ["Date", "Page", "Comment"],
        ["2026-11-20", "/café", "It’s “unclear” — £5 or £6?"],
        ["2026-11-21", "/bins", "Thanks"],
    ]
    text = newline.join(separator.join(row) for row in rows) + newline
    one, two = read(text.encode(encoding)).items
    assert (one.page, one.words, two.words) == ("/café", "It’s “unclear” — £5 or £6?", "Thanks")


def test_excels_own_hint_and_semicolons_in_words():
    found = read('sep=;\nPage;Comment;Date\n/bins;"Late; wet; cold";2026-11-20\n')
    assert found.items[0].words == "Late; wet; cold"


def test_a_file_without_the_columns_says_which_and_how_to_name_them():
    with pytest.raises(InputError) as told:
        read("When,Web address,Verdict of resident\n2026-11-20,/bins,Bad\n")
    said = str(told.value)
    assert "comments.csv:1" in said and "no column for the page or the words" in said
    assert "“When”, “Web address” and “Verdict of resident”" in said
    assert '[feedback.columns] page = "' in said and 'words = "' in said
    found = read(
        "When,Web address,Verdict of resident\n2026-11-20,/bins,Bad\n",
        {"page": "Web address", "words": "verdict of resident", "date": "When"},
    )
    assert (found.items[0].page, found.items[0].words, found.items[0].date) == ("/bins", "Bad", "2026-11-20")


def test_a_wrong_name_in_the_configuration_names_the_nearest():
    with pytest.raises(InputError, match="Did you mean “Page path”"):
        read(SURVEY, {"page": "Page paths"})
    with pytest.raises(InputError, match="Did you mean “words”"):
        read(SURVEY, {"word": "What went wrong?"})


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\n\n \n", "empty"),
        (b"Page,Comment\n", "nothing below"),
        (b"PK\x03\x04" + b"\0" * 50, "spreadsheet"),
        (b"\x00\x01\x02\x00\x05" * 30, "not a text file"),
        (b'Page,Comment\n/bins,"never closed\n/tax,fine\n', "never closed"),
        (b"\xff\xfeP\x00a\x00g", "says it is utf-16"),
    ],
)
def test_what_is_no_export_is_refused_as_a_whole(data: bytes, words: str):
    with pytest.raises(InputError, match=words) as told:
        read(data)
    assert "comments.csv" in str(told.value)


def test_rows_that_cannot_be_read_are_listed_with_their_lines():
    found = read(
        'Page,Comment,Date\n/bins,"two\nlines",2026-11-20\n/tax,late,32/13/2026\n/tax,a,b,c,d\n/x,,2026-11-20\n/y,ok,\n'
    )
    assert [item.page for item in found.items] == ["/bins", "/y"]
    assert found.refused == (
        Refused(4, "the date “32/13/2026” cannot be read"),
        Refused(5, "it has 5 values, the header has 3"),
        Refused(6, "it has neither words nor a rating"),
    )


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-11-20", "2026-11-20"),
        ("2026-11-20T23:30:00Z", "2026-11-20"),
        ("2026-07-20T23:30:00Z", "2026-07-21"),
        ("2026-11-20 09:00:00+00:00", "2026-11-20"),
        ("03/11/2026", "2026-11-03"),
        ("03/11/2026 14:05", "2026-11-03"),
        ("3rd November 2026", "2026-11-03"),
        ("3 Nov 2026", "2026-11-03"),
        ("Nov 3, 2026 2:05 PM", "2026-11-03"),
        ("Tue 3 Nov 2026", "2026-11-03"),
        ("03.11.26", None),
        ("03-Nov-26", "2026-11-03"),
        ("1795349481", "2026-11-22"),
        ("1795349481000", "2026-11-22"),
        ("20261103", "2026-11-03"),
    ],
)
def test_dates_as_exports_write_them(written: str, day: str | None):
    found = read(f"Page\tComment\tDate\n/bins\tLate\t{written}\n")
    assert [item.date for item in found.items] == ([day] if day else [])


def test_american_dates_are_read_as_such_only_where_nothing_else_fits():
    found = read("Page,Comment,Date\n/a,Late,11/25/2026\n/b,Wet,11/03/2026\n")
    assert [item.date for item in found.items] == ["2026-11-25", "2026-11-03"]
    assert any("month first" in note for note in found.notes)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (["1", "3", "5"], [0, 0.5, 1]),
        (["0", "7", "10"], [0, 0.7, 1]),
        (["80%", "5%"], [0.8, 0.05]),
        (["4/5", "1 out of 5"], [0.75, 0]),
        (["1 -- Very Difficult", "5 -- Very Easy"], [0, 1]),
        (["Yes", "no"], [1, 0]),
        (["Very satisfied", "Dissatisfied"], [1, 0.25]),
        (["3 stars", "5 stars"], [0.5, 1]),
    ],
)
def test_ratings_run_from_worst_to_best(answers: list[str], expected: list[float]):
    found = read(
        "Page,Rating,Date\n" + "".join(f"/p{at},{text},2026-11-20\n" for at, text in enumerate(answers))
    )
    assert [item.rating for item in found.items] == expected


def test_importing_the_same_file_again_gives_the_same_keys():
    text = "Page,Comment,Date\n/bins,Great,2026-11-20\n/bins,Great,2026-11-20\n/tax,Great,2026-11-20\n"
    first, second = (
        read(text),
        read(text.replace("Page,Comment,Date\n", "Page,Comment,Date\n/new,Fine,2026-11-21\n")),
    )
    keys = [item.key for item in first.items]
    assert len(set(keys)) == 3 and keys == [item.key for item in second.items[1:]]


def test_the_very_same_row_with_its_time_is_one():
    found = read(
        "Page,Comment,Date\n/bins,Broken link,2026-11-20 09:00:00\n/bins,Broken link,2026-11-20 09:00:00\n"
    )
    assert len(found.items) == 1 and found.refused == (Refused(3, "the same as line 2"),)


def test_comments_sent_twice_within_minutes_share_a_voice():
    found = read(
        "Page,Comment,Date\n/bins,Broken link,2026-11-20 09:00:00\n/bins,Broken link,2026-11-20 09:02:00\n"
        "/bins,Broken link,2026-11-20 19:02:00\n"
    )
    assert [item.weight for item in found.items] == [0.5, 0.5, 1.0]


def test_addresses_keep_no_secrets():
    found = read(
        "Page,Comment,Date\n"
        "https://www.anyborough.gov.uk/preview-link/node/8/0d5f9c3a-secret,Fine,2026-11-20\n"
        "/bins?email=jo%40example.org,Fine too,2026-11-20\n/form?token=abc&step=2,Fine again,2026-11-20\n"
    )
    assert [item.page for item in found.items] == [
        "https://www.anyborough.gov.uk/preview-link/node/8",
        "/bins",
        "/form?token=&step=2",
    ]


def test_a_file_without_dates_says_so():
    assert "no date" in read("Page,Comment\n/bins,Late\n").notes[0]


def test_settings_that_are_wrong_are_told():
    with pytest.raises(ConfigError, match="no time zone"):
        read(SURVEY, timezone="Europe/Manchester")
    with pytest.raises(ConfigError, match="no regular expression"):
        read(SURVEY, references=("(",))


def test_a_service_complaint_weighs_nothing_and_is_kept():
    (one,) = read("Page,Comment,Date\n/bins,My bins have not been collected,2026-11-20\n").items
    assert (one.weight, one.themes) == (0.0, ("service-complaint",))


def test_the_support_api_export():
    header = (
        "creation date,path or service name,feedback,service satisfaction rating,"
        "browser name,user agent,referrer,type,primary organisation"
    )
    row = "2026-11-20 09:00:00,/bins,Action: pay\nDetails: broken link,,Firefox,Mozilla/5.0,https://x.test/a,problem-report,Council"
    found = read(
        header
        + "\n"
        + row.replace("Action: pay\nDetails: broken link", '"action: pay\ndetails: broken link"')
        + "\n"
    )
    (one,) = found.items
    assert (one.page, one.kind, one.date, "broken" in one.themes) == ("/bins", "report", "2026-11-20", True)
    assert set(found.dropped_columns) == {"browser name", "user agent"}
