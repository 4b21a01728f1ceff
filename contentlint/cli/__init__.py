"""The command line: one command a file. A command parses options, calls the pipeline and prints.

Heavy imports stand inside the commands, so that `--help` answers at once.
"""

from __future__ import annotations

import sys

import typer

from contentlint import __version__
from contentlint.cli import (
    check,
    compare,
    crawl,
    demo,
    doctor,
    feedback,
    init,
    report,
    rules,
    setup,
    traffic,
)

app = typer.Typer(
    name="contentlint",
    help="Check the words and the accessibility of a council website, and see what to mend first.",
    epilog="Start with `contentlint doctor`, then `contentlint check DRAFT` or `contentlint crawl SITE`.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"contentlint {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version and stop."
    ),
) -> None:
    """Check the words and the accessibility of a council website, and see what to mend first."""


app.command("check", short_help="Check a draft before you publish it.")(check.command)
app.command("crawl", short_help="Check every page of a site and remember the result.")(crawl.command)
app.command("compare", short_help="See what got worse and what was fixed.")(compare.command)
app.command("report", short_help="Write the ranked report for the web team.")(report.command)
app.add_typer(feedback.app, name="feedback")
app.add_typer(traffic.app, name="traffic")
app.add_typer(rules.app, name="rules")
app.command("init", short_help="Write a first contentlint.toml and a weekly workflow.")(init.command)
app.command("setup", short_help="Get what the engines need.")(setup.command)
app.command("doctor", short_help="See which engines work here.")(doctor.command)
app.command("demo", short_help="Run the whole job on a small council site.")(demo.command)


def call(arguments: list[str]) -> int:
    """Run a command and return its exit code, 130 after Ctrl-C. Errors of contentlint pass through."""
    command = typer.main.get_command(app)
    try:
        result = command.main(args=arguments, prog_name="contentlint", standalone_mode=False)
    except typer.Abort:
        raise KeyboardInterrupt from None
    except Exception as error:
        show = getattr(error, "format_message", None)
        if show is None:  # not one of Typer's own
            raise
        if type(error).__name__ == "NoArgsIsHelpError":  # its message is the help text
            print(show(), file=sys.stderr)
            return 2
        context = getattr(error, "ctx", None)
        usage = f"{context.get_usage()}\n" if context is not None else ""
        print(f"{usage}contentlint: {show()}", file=sys.stderr)
        return 2
    return result if isinstance(result, int) else 0
