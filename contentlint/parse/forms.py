"""What becomes of forms, labels and controls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bs4 import Tag

from contentlint.model import Field
from contentlint.parse.attributes import add_attribute
from contentlint.parse.inherit import Where
from contentlint.parse.names import by_aria, squeeze
from contentlint.parse.pictures import image
from contentlint.parse.walk import Handler, Walk

_BUTTONS = {"submit": "Submit", "reset": "Reset", "button": "", "image": "Submit"}


def form(walk: Walk, tag: Tag, where: Where) -> None:
    """A form: its blocks share a container."""
    walk.children(tag, where._replace(container=walk.new_container()))


def label(walk: Walk, tag: Tag, where: Where) -> None:
    """A label names the control that it points at or wraps."""
    first = len(walk.fields)
    words = walk.apart(tag, where, "label")
    target = tag.attrs.get("for")
    if target:
        walk.labels.setdefault(target, []).append(words)
        return
    if first < len(walk.fields):
        tag, made, _ = walk.fields[first]
        walk.fields[first] = (tag, made, words)


def _control(walk: Walk, tag: Tag, where: Where, kind: str, words: str = "") -> None:
    attrs = tag.attrs
    required = "required" in attrs or attrs.get("aria-required") == "true"
    made = Field(
        kind,
        words,
        "label" if words else "none",
        walk.place(tag, where),
        required,
        attrs.get("autocomplete", ""),
    )
    walk.fields.append((tag, made, ""))


def an_input(walk: Walk, tag: Tag, where: Where) -> None:
    """An input; buttons show their value."""
    kind = tag.attrs.get("type", "text").strip().lower() or "text"
    if kind == "hidden":
        return
    words = ""
    if kind in _BUTTONS:
        words = squeeze(
            tag.attrs.get("alt", "") if kind == "image" else tag.attrs.get("value", _BUTTONS[kind])
        )
        if kind == "image":
            image(walk, tag, where)
        else:
            add_attribute(walk, tag, "value", "button", where)
    _control(walk, tag, where, kind, words)


def control(walk: Walk, tag: Tag, where: Where) -> None:
    """select or textarea: what they hold is not prose."""
    _control(walk, tag, where, tag.name)


def button(walk: Walk, tag: Tag, where: Where) -> None:
    """A button with its text."""
    _control(walk, tag, where, "button", walk.apart(tag, where, "button"))


def named_fields(walk: Walk) -> tuple[Field, ...]:
    """Return the form controls with their names, once every label is known."""
    made = []
    for tag, control, wrapped in walk.fields:
        attrs = tag.attrs
        labels = squeeze(" ".join(walk.labels.get(attrs.get("id", ""), [])))
        choices = (
            (by_aria(tag, walk.tree.by_id), "aria"),
            (labels, "label"),
            (wrapped, "label"),
            (control.name, "label"),
            (squeeze(attrs.get("title", "")), "title"),
            (squeeze(attrs.get("placeholder", "")), "placeholder"),
        )
        name, source = next(((n, s) for n, s in choices if n), ("", "none"))
        made.append(replace(control, name=name, label=source))
    return tuple(made)


FORM_HANDLERS: Mapping[str, Handler] = {
    "form": form, "label": label, "input": an_input, "select": control, "textarea": control, "button": button,
}  # fmt: skip
