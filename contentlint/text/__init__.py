"""Sentences, words, syllables and reading measures. Nothing here knows about HTML or rules."""
