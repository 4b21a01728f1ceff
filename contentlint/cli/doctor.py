"""`contentlint doctor`: which engines work, their versions, and what to do about those that do not."""

from __future__ import annotations

import json

from contentlint.cli import options


def command(format_name: options.PlainFormat = "terminal", output: options.Output = None) -> int:
    """Say which engines work here, and what to do about those that do not.

    Ends with 4 where an engine is missing.
    """
    from contentlint.cli import common
    from contentlint.pipeline import machine

    state = machine.look()
    if common.plain_format(format_name, output) == "json":
        common.emit(json.dumps(machine.plain(state), indent=1) + "\n", output)
    else:
        common.emit(machine.words(state), output)
    return 0 if all(engine.works for engine in state.engines) else common.INCOMPLETE
