"""`contentlint compare`: what got worse and what was fixed between two scans."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from contentlint.cli import options


def command(
    context: typer.Context,
    old: Annotated[Optional[str], typer.Argument(help="The older scan. The default is the one before.")] = None,  # noqa: UP045
    new: Annotated[Optional[str], typer.Argument(help="The newer scan. The default is the latest.")] = None,  # noqa: UP045
    format_name: options.Format = "terminal",
    output: options.Output = None,
    config_file: options.ConfigFile = None,
    store_at: options.StoreAt = None,
    fail_on: options.FailOn = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> int:
    """Compare two scans: new, still there, fixed, back again, not rechecked.

    Ends with 1 where something as bad as --fail-on is new or back again.
    """
    from contentlint.cli import common
    from contentlint.pipeline import assemble, history
    from contentlint.pipeline.output import history_at

    config = common.configuration(config_file)
    chosen = common.format_for(format_name, output, common.given(context, "format_name"))
    limits = assemble.WHOLE if verbose else assemble.TERMINAL if chosen == "terminal" else assemble.Limits()
    with history_at(common.store_place(store_at, config)) as store:
        report = history.compare(store, config, old, new, gate=common.gate(fail_on, config.gate.fail_on),
                                 limits=limits)  # fmt: skip
    common.show(report, chosen, output, quiet)
    return common.exit_code(report, scanning=False)
