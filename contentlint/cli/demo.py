"""`contentlint demo`: the whole job on the bundled council site."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from contentlint.cli import options


def command(
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="The folder for the report and its history.")
    ] = Path("demo-report"),
    without: options.Without = None,
    serve: Annotated[bool, typer.Option("--serve", help="Only serve the site, until you press Ctrl-C.")] = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> int:
    """Serve a small council site, crawl it twice, import feedback and traffic, and write the report."""
    from contentlint.cli import common
    from contentlint.cli.progress import Progress
    from contentlint.pipeline import demonstration

    if serve:
        demonstration.serve_until_stopped(lambda text: common.say(text, quiet))
        return 0
    with Progress(quiet) as progress:
        made = demonstration.run(
            output, without=common.engines(without), say=lambda text: common.say(text, quiet), progress=progress
        )
    common.emit(f"{made}\n", None)
    return 0
