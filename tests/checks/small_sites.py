"""Small council sites: pages that share a header, a menu and a footer."""

from __future__ import annotations

HOST = "https://www.anyborough.example"
MENU = (("/bins", "Bins and recycling"), ("/tax", "Council Tax"), ("/schools", "Schools"), ("/page", "Roads"))
FOOT = (("/contact", "Contact us"), ("tel:03001234567", "0300 123 4567"), ("/privacy", "Privacy"), ("/accessibility", "Accessibility"))
NAMES = ("bins", "tax", "schools", "page", "contact", "privacy")


def links(pairs) -> str:
    return "<ul>" + "".join(f'<li><a href="{href}">{text}</a></li>' for href, text in pairs) + "</ul>"


def framed(name: str = "page", menu=MENU, foot=FOOT, head: str = "", main: str = "", lang: str = "en") -> str:
    """The markup of one page. head: what stands in the header before the menu."""
    return (f'<!DOCTYPE html><html lang="{lang}"><head><title>{name}</title></head><body><header>'
            f'<a href="/">Anyborough Council</a>{head}<nav>{links(menu)}</nav></header>'
            f"<main><h1>{name}</h1><p>Words.</p>{main}</main><footer>{links(foot)}</footer></body></html>")  # fmt: skip


def swapped(pairs, one: int, other: int):
    """The pairs with two of them in each other's place."""
    row = list(pairs)
    row[one], row[other] = row[other], row[one]
    return tuple(row)
