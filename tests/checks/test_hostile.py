"""Pages made to hang a check end in seconds: the work grows with the page, not with its square."""

from __future__ import annotations

from datetime import date

import pytest

from contentlint.checks import driver
from contentlint.model import Facts, Page
from contentlint.pipeline.site import site_of

MANY = 4_000
PAGES = {
    "bullets": "<p>Bring:</p><ul>" + "<li>a form.</li><li>A card</li>" * MANY + "</ul>",
    "nested": "<ul><li>a" * 150 + "</li></ul>" * 150,
    "headings": "<h2>Fees</h2><h3><a href='/a'>Fees</a></h3>" * MANY + "<p>x</p>",
    "links": "<p>" + "<a href='/a'>pay</a> <a href='/b'>form.</a>" * MANY + "</p>",
    "pictures": "<h2>Sale Park</h2><img src='p.jpg' alt='Sale Park'>" * MANY + "<p>x</p>",
    "digits": f"<p>Call the team on {'1' * 5000}{'(' * 50_000}</p><a href='tel:1'>{'1' * 5000}{'(' * 50_000}</a>",
    "pounds": "<p>" + "A permit costs £30 " * MANY + "</p>",
    "cells": "<table><tr><th>A</th><th>A</th></tr>" + "<tr><td></td><td>1</td></tr>" * MANY + "</table>",
    "names": f"<p>{'Call the very ' * MANY}team on 0161 496 0400</p>",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_is_judged(parse, rules, name):
    page = parse(f"<!DOCTYPE html><html lang='en'><title>x</title><main>{PAGES[name]}</main></html>")
    assert isinstance(page, Page)
    facts = Facts(date(2026, 6, 1), site=site_of([page], [], rules=rules))
    assert driver.judge(page, rules, facts)[1] == (), "no check broke"
