"""`contentlint init`: write a commented contentlint.toml and a CI workflow."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from contentlint.cli import options


def command(
    folder: Annotated[Path, typer.Argument(help="Where to write. The default is this folder.")] = Path(),
    site: Annotated[Optional[str], typer.Option("--site", metavar="ADDRESS", help="The address of your site.")] = None,  # noqa: UP045
    force: Annotated[bool, typer.Option("--force", help="Write over files that are there.")] = False,
    quiet: options.Quiet = False,
) -> int:
    """Write contentlint.toml and a GitHub workflow that checks the site every week."""
    from contentlint.cli import common
    from contentlint.pipeline import starter

    for path in starter.write(folder, site, force=force):
        common.say(f"Wrote {path}", quiet)
    common.say("Next: read contentlint.toml, then run `contentlint crawl`.", quiet)
    return 0
