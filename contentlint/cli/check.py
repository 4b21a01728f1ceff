"""`contentlint check`: what to change in a draft, and why."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from contentlint.cli import options


def command(
    context: typer.Context,
    targets: Annotated[
        list[str], typer.Argument(metavar="TARGET...", help="Files, folders, web addresses, or - for standard "
                                  "input: HTML, Markdown or text.")
    ],  # fmt: skip
    format_name: options.Format = "terminal",
    output: options.Output = None,
    config_file: options.ConfigFile = None,
    rules: options.RuleFolders = None,
    kinds: options.Kinds = None,
    without: options.Without = None,
    fail_on: options.FailOn = None,
    stats: options.Stats = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> int:
    """Check a draft before you publish it: what to change, and why.

    Leaves nothing behind. Ends with 1 where something serious is wrong (see --fail-on), and with 4
    where an engine was missing.
    """
    from contentlint.cli import common
    from contentlint.cli.progress import Progress
    from contentlint.pipeline import assemble, draft

    config = common.configuration(config_file)
    chosen = common.format_for(format_name, output, common.given(context, "format_name"))
    common.keep_inputs(targets, output)
    limits = assemble.TERMINAL if chosen == "terminal" and not verbose else assemble.WHOLE
    with Progress(quiet) as progress:
        report = draft.check(
            targets, config, stdin=sys.stdin.buffer, rules=rules or (), kinds=common.kinds(kinds),
            without=common.engines(without), gate=common.gate(fail_on, config.gate.fail_on),
            limits=limits, progress=progress, stats=stats,
        )  # fmt: skip
    common.show(report, chosen, output, quiet)
    common.say_use(report.stats)
    return common.exit_code(report, scanning=True)
