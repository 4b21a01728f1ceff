"""`contentlint setup`: get what the engines need. The only command that downloads anything."""

from __future__ import annotations

from typing import Annotated

import typer

from contentlint.cli import options


def command(
    system: Annotated[
        bool, typer.Option("--system", help="Also install missing system packages with apt. Needs root or sudo.")
    ] = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> int:
    """Get axe-core and LanguageTool, and say what was fetched and why.

    What is already here is not fetched again. Nothing else in contentlint downloads anything.
    """
    from contentlint.cli import common
    from contentlint.pipeline import machine

    ready = machine.prepare(system=system, say=lambda text: common.say(text, quiet))
    return 0 if ready else common.INCOMPLETE
