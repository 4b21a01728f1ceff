"""Vale's configuration, styles and vocabularies, and a matcher that judges as Vale 3 does."""

from __future__ import annotations

from contentlint.rulepack.vale.engine import ValeMatcher, load_matcher
from contentlint.rulepack.vale.ini import ValeConfig, read_ini

__all__ = ["ValeConfig", "ValeMatcher", "load_matcher", "read_ini"]
