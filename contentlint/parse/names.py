"""Accessible names, as far as the markup alone tells them. Source: W3C, "Accessible Name and Description"."""

from __future__ import annotations

from collections.abc import Mapping

from bs4 import Tag
from bs4.element import NavigableString, PreformattedString

_UNSEEN = frozenset({"script", "style", "template", "noscript"})
LONGEST = 2000  # characters of a referenced element that are read


def is_hidden(tag: Tag) -> bool:
    """Tell whether nobody is shown an element: hidden attribute or inline display:none."""
    attrs = tag.attrs
    if "hidden" in attrs:
        return attrs["hidden"].lower() != "until-found"
    style = attrs.get("style")
    if style:
        packed = style.replace(" ", "").lower()
        return "display:none" in packed or "visibility:hidden" in packed
    return False


def squeeze(parts: list[str] | str) -> str:
    """Join pieces of text and collapse white space."""
    return " ".join(("".join(parts) if isinstance(parts, list) else parts).split())


def text_of(tag: Tag) -> str:
    """Return the text of an element with the alternatives of its images, as a label would be read."""
    parts: list[str] = []
    waiting = list(reversed(tag.contents))
    size = 0
    while waiting and size < LONGEST:
        node = waiting.pop()
        if isinstance(node, Tag):
            if node.name in _UNSEEN or node.attrs.get("aria-hidden") == "true":
                continue
            if name := node.attrs.get("aria-label") or node.attrs.get("alt"):
                parts.append(f" {name} ")
            else:
                waiting.extend(reversed(node.contents))
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            parts.append(str(node))
            size += len(node)
    return squeeze(parts)


def by_reference(tag: Tag, by_id: Mapping[str, Tag]) -> str:
    """Return the text that aria-labelledby points at, or ""."""
    wanted = tag.attrs.get("aria-labelledby", "").split()
    found = [by_id[each] for each in wanted if each in by_id]
    return squeeze(" ".join(each.attrs.get("aria-label") or text_of(each) for each in found))


def by_aria(tag: Tag, by_id: Mapping[str, Tag]) -> str:
    """Return the name that aria-labelledby or aria-label gives, or ""."""
    if "aria-labelledby" in tag.attrs and (name := by_reference(tag, by_id)):
        return name
    return squeeze(tag.attrs.get("aria-label", ""))
