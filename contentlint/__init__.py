"""contentlint checks the words and the accessibility of council websites."""

__version__ = "0.1.0"
