"""Where the files that ship with contentlint are: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path


def folder(name: str) -> Path:
    """Return the folder "rules" or "reports". Raises FileNotFoundError where the install is broken."""
    here = Path(__file__).parent
    for place in (here / "_data" / name, here.parent / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"the folder “{name}” of contentlint is missing; install contentlint again")
