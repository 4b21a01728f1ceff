"""Analytics exports as they come."""

from __future__ import annotations

import csv
import io

import pytest

from contentlint.errors import InputError
from contentlint.model import PageViews, Refused
from contentlint.traffic import match_views, read_traffic

GA4 = """\
# ----------------------------------------
# Pages and screens: Page path and screen class
# Account: Anyborough Council
# Property: www.anyborough.gov.uk
# ----------------------------------------
#
# All Users
# Start date: 20261001
# End date: 20261031
Nth day,Views
0000,1200
0001,1350

# Start date: 20261001
# End date: 20261031
Page path and screen class,Views,Active users,Views per active user,Time,Event count,Key events,Revenue
,"25,310",9120,2.77,41.2,91234,0,0
/bins,"4,210",1800,2.3,38.1,9120,0,0
/bins/,12,10,1.2,5,30,0,0
/bins?utm_source=news,8,8,1,5,16,0,0
/council-tax,"3,001",1200,2.5,60.2,8000,0,0
(not set),55,50,1.1,0,60,0,0
(other),"1,040",900,1.1,0,1100,0,0
/,9800,5000,1.9,12,20000,0,0
"""
OCTOBER = ("2026-10-01", "2026-10-31")


def read(text: str | bytes, columns: dict[str, str] | None = None):
    return read_traffic("views.csv", text.encode() if isinstance(text, str) else text, columns or {})


def test_a_ga4_screen_export():
    found = read(GA4)
    assert found.items == (
        PageViews("/bins", 4230, *OCTOBER),
        PageViews("/council-tax", 3001, *OCTOBER),
        PageViews("/", 9800, *OCTOBER),
    )
    assert found.refused == (
        Refused(22, "“(not set)” is no page (55 views)"),
        Refused(23, "“(other)” is no page (1,040 views)"),
    )
    assert found.route == "ga4" and "Active users" in found.ignored_columns


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_ga4_export_in_other_encodings_and_as_tsv(encoding: str):
    out = io.StringIO()
    csv.writer(out, delimiter="\t").writerows(csv.reader(io.StringIO(GA4)))
    tsv = out.getvalue()
    assert read(GA4.encode(encoding)).items == read(tsv.encode(encoding)).items == read(GA4).items


@pytest.mark.parametrize("line", ["# 20261001-20261031", "# Date range: 20261001 - 20261031"])
def test_both_ways_of_writing_the_days(line: str):
    found = read(f"# Pages\n{line}\n\nPage path and screen class,Views\n/bins,10\nTotals,10\n")
    assert found.items == (PageViews("/bins", 10, *OCTOBER),)


def test_two_periods_in_one_file():
    table = "Page path and screen class,Views\n/bins,{}\n\n"
    found = read(
        "# 20261001-20261031\n\n"
        + table.format("1,000").replace("1,000", '"1,000"')
        + "# 20260901-20260930\n\n"
        + table.format(900)
    )
    assert found.items == (
        PageViews("/bins", 1000, *OCTOBER),
        PageViews("/bins", 900, "2026-09-01", "2026-09-30"),
    )


def test_a_ga4_file_of_another_report_is_refused():
    with pytest.raises(InputError) as told:
        read("# Acquisition\n# 20261001-20261031\n\nSession default channel,Sessions\nOrganic Search,100\n")
    assert "no table of pages" in str(told.value) and "Session default channel" in str(told.value)
    assert "[traffic.columns]" in str(told.value)


def test_a_ga4_column_by_its_name_in_the_configuration():
    text = "# 20261001-20261031\n\nPage path and screen class,Views,Active users\n/bins,10,4\n"
    assert read(text, {"views": "Active users"}).items == (PageViews("/bins", 4, *OCTOBER),)
    with pytest.raises(InputError, match="Did you mean “views”"):
        read(text, {"view": "Active users"})


def test_a_plain_list():
    found = read(
        'page,views\nhttps://www.anyborough.gov.uk/bins/,4210\n/council-tax,"3,001"\n/old,many\nTotal,7211\n'
    )
    assert found.items == (
        PageViews("https://www.anyborough.gov.uk/bins", 4210),
        PageViews("/council-tax", 3001),
    )
    assert found.refused == (Refused(4, "“many” is no number of views"),)
    assert "does not say which days" in found.notes[0]


def test_a_plain_list_with_days():
    found = read("Page,Views,From,To\n/bins,10,01/10/2026,31/10/2026\n/bins,20,2026-09-01,2026-09-30\n")
    assert found.items == (
        PageViews("/bins", 10, *OCTOBER),
        PageViews("/bins", 20, "2026-09-01", "2026-09-30"),
    )


def test_matomo_in_utf_16():
    text = "label,url,nb_visits,nb_hits,bounce_rate\nbins,https://www.anyborough.gov.uk/bins,300,420,40%\n"
    assert read(text.encode("utf-16"), {"page": "url"}).items == (
        PageViews("https://www.anyborough.gov.uk/bins", 420),
    )
    assert read(text.encode("utf-16")).items[0].page == "https://www.anyborough.gov.uk/bins"


@pytest.mark.parametrize(
    ("written", "views"),
    [
        ("4,210", 4210),
        ("4.210", 4210),
        ("4 210", 4210),
        ("4\u00a0210", 4210),
        ("4210", 4210),
        ("4210.0", 4210),
        ("0", 0),
        ("1,234,567", 1234567),
    ],
)
def test_numbers_with_and_without_separators(written: str, views: int):
    assert read(f'page;views\n/bins;"{written}"\n').items == (PageViews("/bins", views),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        ("page,views\n", "nothing below"),
        ("No data available", "nothing below"),
        ("Title,Reader count\nBins,3\n", "no column for the page or its views"),
        ("page,clicks\n/bins,3\n", "no column for its views"),
        ("page,views\n/bins,many\n", "No row"),
    ],
)
def test_what_is_no_export_is_refused_as_a_whole(text: str, words: str):
    with pytest.raises(InputError, match=words):
        read(text)


def test_clicks_are_views_only_if_somebody_says_so():
    assert read("Top pages,Clicks,CTR\n/bins,3,1.2%\n", {"views": "Clicks"}).items == (PageViews("/bins", 3),)


def test_a_preview_links_token_is_cut_off():
    assert read("page,views\n/preview-link/node/8/0d5f-secret,3\n").items[0].page == "/preview-link/node/8"


def test_views_find_their_pages_and_what_does_not_is_counted():
    site = "https://www.anyborough.gov.uk"
    rows = [
        PageViews("/bins", 10, *OCTOBER),
        PageViews("/old-bins", 5, *OCTOBER),
        PageViews("/gone", 7, *OCTOBER),
        PageViews("/bins", 3),
    ]
    known, unknown = match_views(rows, [f"{site}/bins", f"{site}/"], {f"{site}/old-bins": f"{site}/bins"})
    assert known == (PageViews(f"{site}/bins", 15, *OCTOBER), PageViews(f"{site}/bins", 3))
    assert unknown == (rows[2],)
