"""Where a finding is, as a person would look for it: "The link “Pay” in the menu, under the heading “Bins”"."""

from __future__ import annotations

import re
from html import unescape

from contentlint.model import Finding

LENGTH = 45  # characters of a name
#: element → what people call it
KINDS = {
    "a": "link", "area": "link", "button": "button", "summary": "fold-out heading", "img": "image", "svg": "image",
    "canvas": "image", "object": "image", "video": "video", "audio": "sound", "iframe": "frame", "frame": "frame",
    "textarea": "text field", "select": "list of choices", "input": "text field", "label": "label", "form": "form",
    "fieldset": "group of fields", "legend": "label of a group of fields", "table": "table", "th": "table heading",
    "td": "table cell", "caption": "caption of a table", "ul": "list", "ol": "list", "dl": "list", "li": "list item",
    "nav": "menu", "header": "header", "footer": "footer", "aside": "part beside the main text", "main": "main part",
    "section": "part of the page", "article": "part of the page", "dialog": "dialog", "marquee": "moving text",
    **{f"h{level}": "heading" for level in range(1, 7)},
}  # fmt: skip
#: type of an input → what people call it
INPUTS = {
    "submit": "button", "button": "button", "reset": "button", "image": "button with an image",
    "checkbox": "tick box", "radio": "choice button", "search": "search field", "email": "email field",
    "tel": "telephone field", "date": "date field", "file": "field for a file", "range": "slider",
    "password": "password field", "number": "number field",
}  # fmt: skip
#: role → what people call it, where an element says that it is something else
ROLES = {
    "button": "button", "link": "link", "img": "image", "checkbox": "tick box", "radio": "choice button",
    "heading": "heading", "tab": "tab", "menuitem": "menu item", "textbox": "text field", "searchbox": "search field",
    "combobox": "list of choices", "listbox": "list of choices", "switch": "switch", "dialog": "dialog",
    "navigation": "menu", "slider": "slider",
}  # fmt: skip
REGIONS = {
    "nav": "in the menu", "header": "in the header", "footer": "in the footer",
    "aside": "beside the main text", "banner": "in the banner",
}  # fmt: skip
#: kinds whose words are a part of them, not their name
HOLDERS = frozenset({"list", "list of choices", "table", "form", "group of fields", "menu", "header", "footer", "dialog",
                     "part beside the main text", "main part", "part of the page"})  # fmt: skip
NOT_SEEN = frozenset({"html", "head", "body", "title", "meta", "link"})
_IN_FRAME = re.compile(r"\biframe(?:[\[.:#]\S*)? ")
_TAG = re.compile(r"\s*<([a-zA-Z][\w:-]*)")


def is_element(item: Finding) -> bool:
    """Tell whether a finding is about an element, not about words in a text or a page as a whole."""
    place = item.location
    found = _TAG.match(place.html or "")
    return place.before is None and bool(found) and found[1].lower() not in NOT_SEEN  # type: ignore[index]


def spot(item: Finding) -> str:
    """Return where an element is, without a full stop; "" where the finding is not about an element."""
    if not is_element(item):
        return ""
    place = item.location
    kind = _kind(place.html or "")
    name = _short(place.quote or _words(place.html or ""))
    parts = [f"The {kind}{_named(kind, name, place.html or '')}"]
    if _IN_FRAME.search(place.css or ""):
        parts.append("inside a frame")
    region = REGIONS.get(place.region)
    if region and not region.endswith(f" {kind}"):
        parts.append(region)
    if len(parts) > 1 and "”" in parts[0] and ", " in parts[0]:
        parts[0] += ","
    heading = _short(place.heading or "")
    if heading and heading != name and place.region not in ("header", "nav", "footer", "banner"):
        return f"{' '.join(parts)}, under the heading “{heading}”"
    return " ".join(parts)


def _kind(markup: str) -> str:
    tag = _TAG.match(markup)[1].lower()  # type: ignore[index]
    role = _attribute(markup, "role").lower()
    if role in ROLES:
        return ROLES[role]
    if tag == "input":
        return INPUTS.get(_attribute(markup, "type").lower(), KINDS["input"])
    return KINDS.get(tag, "text")


def _named(kind: str, name: str, markup: str) -> str:
    if kind in HOLDERS:
        return f" that starts with “{name}”" if name else ""
    source = _attribute(markup, "src") or _attribute(markup, "data")
    if name and not (kind == "image" and name == _short(source)):
        return f" “{name}”"
    if kind == "image" and source and not source.startswith("data:"):
        return f" from the file “{_short(source.partition('?')[0].rstrip('/').rpartition('/')[2])}”"
    if kind == "frame":
        return f" that shows “{_short(source)}”" if source else " without a name"
    if kind == "link" and (target := _attribute(markup, "href")):
        return f" without words, which leads to “{_short(target)}”"
    return " without words" if kind in ("link", "button", "heading", "text", "table heading", "label") else " without a name"


def _attribute(markup: str, name: str) -> str:
    """Return an attribute of the first tag of a piece of markup, as a browser writes it, or ""."""
    tag = markup.partition(">")[0]
    found = re.search(rf"""\s{name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", tag, re.I)
    return " ".join(unescape(next((part for part in found.groups() if part), "") if found else "").split())


def _words(markup: str) -> str:
    """Return the words of a piece of markup, which may be cut off."""
    return unescape(re.sub(r"<[^<>]*(?:>|$)", " ", markup))


def _short(text: str) -> str:
    flat = " ".join(text.split()).replace("“", "‘").replace("”", "’")
    if len(flat) <= LENGTH:
        return flat
    return flat[:LENGTH].rpartition(" ")[0].rstrip(" ,.;:") + "…" if " " in flat[:LENGTH] else flat[:LENGTH] + "…"
