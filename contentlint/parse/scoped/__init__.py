"""Reads a file into passages with dotted scope paths, as rules in Vale's format expect them."""

from __future__ import annotations

from contentlint.parse.scoped.read import read

__all__ = ["read"]
