"""`contentlint rules`: which rules there are, what one of them says, their pages, and what the guides changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Optional

import typer

from contentlint.cli import options

app = typer.Typer(help="List the rules, show one with its reason and examples, or write pages about all of them.",
                  no_args_is_help=True, rich_markup_mode=None)  # fmt: skip


@app.command("list")
def list_rules(
    pack: Annotated[Optional[str], typer.Option("--pack", metavar="NAME", help="Only the rules of this pack.")] = None,  # noqa: UP045
    level: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--level", metavar="LEVEL", help="Only rules of this level: minor, moderate, serious or critical."),
    ] = None,
    certainty: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--certainty", metavar="NAMES", help="Only rules that are this certain: sure, likely or review."),
    ] = None,
    kinds: options.Kinds = None,
    text: Annotated[Optional[str], typer.Option("--text", metavar="WORDS", help="Only rules that speak of these words.")] = None,  # noqa: UP045
    everything: Annotated[bool, typer.Option("--all", help="Also the rules that are off.")] = False,
    format_name: options.PlainFormat = "terminal",
    output: options.Output = None,
    config_file: options.ConfigFile = None,
    rules: options.RuleFolders = None,
    profile: options.Profile = None,
) -> int:
    """List the rules of a run, one a line."""
    from contentlint.cli import common
    from contentlint.pipeline import explain

    config = common.configuration(config_file, profile, rules or ())
    wanted = explain.Wanted(pack or "", common.severity(level), common.certainties(certainty), common.kinds(kinds),
                            text or "", everything)  # fmt: skip
    found = explain.rules(config, rules or (), wanted)
    if common.plain_format(format_name, output) == "json":
        common.emit(json.dumps([explain.plain(rule) for rule in found], ensure_ascii=False, indent=1) + "\n", output)
    else:
        common.emit(explain.listing(found), output)
    return 0


@app.command("show")
def show_rule(
    rule_id: Annotated[str, typer.Argument(metavar="ID", help="The id, such as govuk/overlong-use.")],
    format_name: options.PlainFormat = "terminal",
    output: options.Output = None,
    config_file: options.ConfigFile = None,
    rules: options.RuleFolders = None,
    profile: options.Profile = None,
) -> int:
    """Show one rule: what it looks for, why, who says so, examples, and what each profile changes."""
    from contentlint.cli import common
    from contentlint.pipeline import explain

    config = common.configuration(config_file, profile, rules or ())
    rule = explain.rule(rule_id, config, rules or ())
    if common.plain_format(format_name, output) == "json":
        common.emit(json.dumps(explain.plain(rule), ensure_ascii=False, indent=1) + "\n", output)
    else:
        common.emit(explain.words(rule), output)
    return 0


@app.command("docs")
def write_docs(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The folder to write the pages into.")],
    config_file: options.ConfigFile = None,
    rules: options.RuleFolders = None,
    profile: options.Profile = None,
    quiet: options.Quiet = False,
) -> int:
    """Write a Markdown page for each pack: its rules, examples and sources, and what the guides say that no rule sees."""
    from contentlint.cli import common
    from contentlint.pipeline import handbook

    config = common.configuration(config_file, profile, rules or ())
    written = handbook.write(handbook.pages(config, rules or ()), output)
    common.say(f"{len(written)} pages are written to {output}", quiet)
    return 0


@app.command("sync")
def sync_guides(
    folder: Annotated[Path, typer.Argument(metavar="PATH", help="A checkout of the current GOV.UK guidance.")],
    write: Annotated[bool, typer.Option("--write", help="Take this checkout as what the packs are written for.")] = False,
    format_name: options.PlainFormat = "terminal",
    output: options.Output = None,
    config_file: options.ConfigFile = None,
    rules: options.RuleFolders = None,
) -> int:
    """Compare the packs with the current guidance: which entries changed, and which rules to look at.

    Ends with 1 where an entry was added, changed or removed, else with 0.
    """
    from contentlint.cli import common
    from contentlint.pipeline import sync

    found = sync.sync(folder, common.configuration(config_file), rules or ())
    if common.plain_format(format_name, output) == "json":
        common.emit(json.dumps(sync.plain(found), ensure_ascii=False, indent=1) + "\n", output)
    else:
        common.emit(sync.words(found), output)
    if write:
        common.say(f"Written to {sync.write_index(folder)}")
        return 0
    return common.FINDINGS if found.changes else 0
