"""One type of Vale's rules a file: each has plan(definition, slot, finder, setting) → Judge."""
