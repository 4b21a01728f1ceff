"""`contentlint report`: the weekly report for the web team."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from contentlint.cli import options


def command(
    context: typer.Context,
    scan: Annotated[Optional[str], typer.Option("--scan", metavar="SCAN", help="The scan to report. The default is the latest.")] = None,  # noqa: UP045
    against: Annotated[
        Optional[str], typer.Option("--against", metavar="SCAN", help="The scan to compare with. The default is the one before.")  # noqa: UP045
    ] = None,  # fmt: skip
    format_name: options.Format = "terminal",
    output: options.Output = None,
    config_file: options.ConfigFile = None,
    store_at: options.StoreAt = None,
    fail_on: options.FailOn = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> int:
    """Write the report: what got worse, the fixes that matter most and why, then each team and page.

    Ends with 1 where something as bad as --fail-on is new or back again since the scan before.
    """
    from contentlint.cli import common
    from contentlint.pipeline import assemble, history
    from contentlint.pipeline.output import history_at

    config = common.configuration(config_file)
    chosen = common.format_for(format_name, output, common.given(context, "format_name"))
    limits = assemble.WHOLE if verbose else assemble.TERMINAL if chosen == "terminal" else assemble.Limits()
    with history_at(common.store_place(store_at, config)) as store:
        made = history.report(store, config, scan, against, gate=common.gate(fail_on, config.gate.fail_on), limits=limits)
    common.show(made, chosen, output, quiet)
    return common.exit_code(made, scanning=False)
