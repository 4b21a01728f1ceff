"""`contentlint traffic`: how often pages are read, from an analytics export."""

from __future__ import annotations

from typing import Annotated

import typer

from contentlint.cli import options

app = typer.Typer(help="Import how often pages are read.", no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def group() -> None:
    """Import how often pages are read."""


@app.command("import")
def import_files(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILE", help="GA4 “Pages and screens” exports, or CSV files "
                                            "with page and views.")
    ] = None,  # fmt: skip
    if_configured: Annotated[
        bool, typer.Option("--if-configured", help="Do nothing where no file is named in contentlint.toml.")
    ] = False,
    format_name: options.PlainFormat = "terminal",
    output: options.Output = None,
    config_file: options.ConfigFile = None,
    store_at: options.StoreAt = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> int:
    """Import page views. The same period counts once."""
    from contentlint.cli import common
    from contentlint.pipeline import imports
    from contentlint.pipeline.output import history_at, traffic_json

    shape = common.plain_format(format_name, output)
    config = common.configuration(config_file)
    if if_configured and not files and not config.traffic.files:
        common.say("No traffic files are named in contentlint.toml, so none were imported.", quiet)
        return 0
    with history_at(common.store_place(store_at, config)) as store:
        result = imports.traffic(store, config, files or ())
    if shape == "json":
        common.emit(traffic_json(result), output)
        return 0
    lines = [f"{name}: {len(found.items)} pages read as {found.route}." for name, found in result.read]
    lines += dict.fromkeys(note for _, found in result.read for note in found.notes)
    if result.unmatched:
        lines.append(f"{len(result.unmatched)} rows are of pages that the latest scan did not meet. They are kept.")
    lines += [f"{name}, line {row.line}: left out: {row.reason}." for name, row in result.refused[:20]]
    common.emit("\n".join(lines) + "\n", output)
    return 0
