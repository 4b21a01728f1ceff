"""Options that several commands share: one name and one meaning everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

Format = Annotated[
    str,
    typer.Option("--format", "-f", metavar="FORMAT", help="How to show the result: terminal, html, json, jsonl, csv, markdown, "
                 "github or earl."),
]  # fmt: skip
PlainFormat = Annotated[
    str, typer.Option("--format", "-f", metavar="FORMAT", help="How to show the result: terminal or json.")
]
Output = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option("--output", "-o", metavar="FILE", help="Write the result to this file. The default is the screen."),
]
ConfigFile = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option("--config", "-c", metavar="FILE", help="The configuration file. The default is the nearest contentlint.toml."),
]
StoreAt = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--store", metavar="PLACE", help="Where the history is: a folder or a database address. "
                 "The default is .contentlint beside contentlint.toml."),
]  # fmt: skip
RuleFolders = Annotated[
    Optional[list[Path]],  # noqa: UP045
    typer.Option("--rules", metavar="DIR", help="A folder of rules of your own. You can give it more than once."),
]
Kinds = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--kinds", metavar="KINDS", help="Only these kinds of finding, such as style,readability."),
]
Without = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--without", metavar="ENGINES", help="Leave these engines out: browser, languagetool, or both with a comma."),
]
FailOn = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--fail-on", metavar="SEVERITY", help="End with exit code 1 from this severity up: minor, moderate, serious, "
                 "critical or never."),
]  # fmt: skip
Stats = Annotated[
    bool, typer.Option("--stats", help="Say what each engine did: requests, sentences asked and remembered, seconds.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print no progress and no hints.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Show everything, and details of any fault.")]
