"""`contentlint rules`: which rules there are, what one of them says, their pages, and what the guides changed."""

from __future__ import annotations

import json
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
