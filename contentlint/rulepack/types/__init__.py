"""The rule types of the style engine, one a file: each has `plan(rule, slot, book, words) -> Judge`."""
