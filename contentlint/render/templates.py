"""Jinja2 lives here only: the environment over reports/, with everything escaped in HTML."""

from __future__ import annotations

import re

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from contentlint import data
from contentlint.render import charts, words


def environment() -> Environment:
    """Return an environment that escapes HTML templates and refuses unknown names."""
    made = Environment(
        loader=FileSystemLoader(data.folder("reports") / "templates"),
        autoescape=select_autoescape(["html.j2", "html"], default=False),
        undefined=StrictUndefined,
        finalize=_clean,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "plural": words.plural,
        "day": words.day,
        "moment": words.moment,
        "engine": words.engine,
        "age": words.reading_age,
        "years": words.years,
        "points": words.points,
        "percent": words.percent,
        "spot": words.spot_check,
        "cost_line": words.cost,
        "shortened": words.shortened,
        "safe_url": safe_url,
        "md": markdown_text,
        "said": said,
    }
    made.globals |= {"coverage": words.coverage, "address": words.address, "chart": charts}
    return made


def _clean(value: object) -> object:
    return words.clean(value) if type(value) is str else value  # Markup is ours already


def said(text: str) -> Markup:
    """Escape a message for HTML and mark the words that it quotes: they are the page's, not ours."""
    whole = str(escape(words.clean(text)))
    return Markup(re.sub(r"“([^“”]+)”", r"“<code>\1</code>”", whole))


def safe_url(address: str | None) -> str | None:
    """Return an address only when it is a web address: page text must not become a script link."""
    return address if address and address.lower().startswith(("http://", "https://")) else None


def markdown_text(text: str | None) -> str:
    """Escape text for Markdown, so that a page cannot inject markup or table cells into the report."""
    flat = " ".join((text or "").split())
    for mark in "\\`*_[]<>#|~":
        flat = flat.replace(mark, "\\" + mark)
    return flat.replace("@", "@\u200b")  # no mentions on GitHub
