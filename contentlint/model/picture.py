"""A picture of the spot that a finding is about."""

from __future__ import annotations

from dataclasses import dataclass

from contentlint.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Picture:
    """key: `picture_key` of the finding. image: WebP. width, height: CSS pixels at which it is shown."""

    key: str
    image: bytes
    width: int
    height: int


def picture_key(item: Finding) -> str:
    """Return by what a finding's picture is known: a template's fault has one, whichever page it was taken on."""
    return item.group if item.template else item.fingerprint
