"""`contentlint feedback`: what residents said, from CSV files and Drupal Webform exports."""

from __future__ import annotations

from typing import Annotated

import typer

from contentlint.cli import options

app = typer.Typer(
    help="Import and list what residents said. Personal data is taken out first.",
    no_args_is_help=True, rich_markup_mode=None,
)  # fmt: skip


@app.command("import")
def import_files(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILE", help="CSV files or Drupal Webform exports. The "
                                            "default is “files” under [feedback].")
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
    """Import comments. A row that was imported before counts once."""
    from contentlint.cli import common
    from contentlint.pipeline import imports
    from contentlint.pipeline.output import feedback_json, history_at

    shape = common.plain_format(format_name, output)
    config = common.configuration(config_file)
    if if_configured and not files and not config.feedback.files:
        common.say("No feedback files are named in contentlint.toml, so none were imported.", quiet)
        return 0
    with history_at(common.store_place(store_at, config)) as store:
        result = imports.feedback(store, config, files or ())
    if shape == "json":
        common.emit(feedback_json(result.items, result.unmatched, result.refused), output)
    else:
        common.emit("\n".join(_lines(result)) + "\n", output)
    return 0


@app.command("list")
def list_items(
    format_name: options.PlainFormat = "terminal",
    output: options.Output = None,
    config_file: options.ConfigFile = None,
    store_at: options.StoreAt = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> int:
    """List the stored comments, newest first."""
    from contentlint.cli import common
    from contentlint.pipeline import imports
    from contentlint.pipeline.output import feedback_json, history_at

    shape = common.plain_format(format_name, output)
    config = common.configuration(config_file)
    with history_at(common.store_place(store_at, config)) as store:
        items, unmatched = imports.listed(store)
    items = tuple(sorted(items, key=lambda item: item.date or "", reverse=True))
    if shape == "json":
        common.emit(feedback_json(items, unmatched), output)
    else:
        lines = [f"{item.date or 'no date':<10}  {item.page or 'no known page'}: {item.words}" for item in items]
        common.emit("\n".join([*lines, f"{len(items)} comments."]) + "\n", output)
    return 0


def _lines(result: object) -> list[str]:
    hidden: dict[str, int] = {}
    for item in result.items:  # type: ignore[attr-defined]
        for kind, number in item.redacted:
            hidden[kind] = hidden.get(kind, 0) + number
    lines = [f"{name}: {len(found.items)} comments read as {found.route}." for name, found in result.read]  # type: ignore[attr-defined]
    lines.append(f"{result.added} are new, {result.already} were known.")  # type: ignore[attr-defined]
    if hidden:
        said = ", ".join(f"{number} × {kind}" for kind, number in sorted(hidden.items()))
        lines.append(f"Personal data taken out: {said}.")
    dropped = sorted({name for _, found in result.read for name in found.dropped_columns})  # type: ignore[attr-defined]
    if dropped:
        lines.append(f"Columns left out because they are personal: {', '.join(dropped)}.")
    ignored = sorted({name for _, found in result.read for name in found.ignored_columns})  # type: ignore[attr-defined]
    if ignored:
        lines.append(f"Columns not used: {', '.join(ignored)}. Name them under [feedback.columns] to use them.")
    notes = dict.fromkeys(note for _, found in result.read for note in found.notes)  # type: ignore[attr-defined]
    lines += notes
    if result.unmatched:  # type: ignore[attr-defined]
        lines.append(f"{len(result.unmatched)} are about no page that the latest scan met. They are kept:")  # type: ignore[attr-defined]
        lines += [f"  {item.page or 'no page'}: {item.words or item.kind}" for item in result.unmatched[:5]]  # type: ignore[attr-defined]
    lines += [f"{name}, line {row.line}: left out: {row.reason}." for name, row in result.refused[:20]]  # type: ignore[attr-defined]
    return lines
