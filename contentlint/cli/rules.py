"""`contentlint rules`: which rules there are, and what one of them says."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from contentlint.cli import options

app = typer.Typer(help="List the rules, or show one with its reason and examples.", no_args_is_help=True,
                  rich_markup_mode=None)  # fmt: skip


@app.command("list")
def list_rules(
    format_name: options.PlainFormat = "terminal",
    output: options.Output = None,
    config_file: options.ConfigFile = None,
    rules: options.RuleFolders = None,
) -> int:
    """List the rules of a run, one a line."""
    from contentlint.cli import common
    from contentlint.pipeline import explain

    config = common.configuration(config_file)
    found = explain.rules(config, rules or ())
    if common.plain_format(format_name, output) == "json":
        common.emit(json.dumps([explain.plain(rule) for rule in found], ensure_ascii=False, indent=1) + "\n", output)
    else:
        width = max((len(rule.id) for rule in found), default=0)
        lines = [f"{rule.id:<{width}}  {rule.severity:<8}  {rule.title}" for rule in found]
        common.emit("\n".join([*lines, f"{len(found)} rules."]) + "\n", output)
    return 0


@app.command("show")
def show_rule(
    rule_id: Annotated[str, typer.Argument(metavar="ID", help="The id, such as govuk/overlong-use.")],
    format_name: options.PlainFormat = "terminal",
    output: options.Output = None,
    config_file: options.ConfigFile = None,
    rules: options.RuleFolders = None,
) -> int:
    """Show one rule: what it looks for, why, who says so, and examples."""
    from contentlint.cli import common
    from contentlint.pipeline import explain

    config = common.configuration(config_file)
    rule = explain.rule(rule_id, config, rules or ())
    if common.plain_format(format_name, output) == "json":
        common.emit(json.dumps(explain.plain(rule), ensure_ascii=False, indent=1) + "\n", output)
    else:
        common.emit(explain.words(rule), output)
    return 0
