"""How long a site asks us to wait."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from scrapy.http import Response

from contentlint.fetch.ask import retry_after


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 5 ", 5),
        ("soon", None),
        ("", None),
        ("-3", None),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0),
    ],
)
def test_retry_after_is_read_as_written(value, seconds):
    answer = Response("https://www.anyborough.gov.uk/", headers={"Retry-After": value})
    assert retry_after(answer) == seconds


def test_retry_after_may_be_a_date():
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=40), usegmt=True)
    answer = Response("https://www.anyborough.gov.uk/", headers={"Retry-After": later})
    assert 35 < retry_after(answer) <= 40
    assert retry_after(Response("https://www.anyborough.gov.uk/")) is None
