"""The formats, for the command line. Apart from `output`, whose database `check` never needs."""

from contentlint.render import render

__all__ = ["render"]
