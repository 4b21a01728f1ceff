"""The formats, for the command line. Apart from `output`, whose database `check` never needs."""

from contentlint.render import known_format, render, shows_pictures
from contentlint.render.words import clean

__all__ = ["clean", "known_format", "render", "shows_pictures"]
