"""`contentlint init`: the first configuration and the workflow of a council's repository."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from contentlint import __version__
from contentlint.errors import InputError
from contentlint.pipeline.crawling import site_address
from contentlint.urls import canonical

CONFIGURATION = Path("contentlint.toml")
WORKFLOW = Path(".github/workflows/contentlint.yml")
HISTORY = ".contentlint/"
EXAMPLE = "https://www.example.gov.uk"


def write(folder: Path, site: str | None, *, force: bool = False) -> list[Path]:
    """Write both files, keep the history out of git, and return what was written. Raises InputError where one is there already."""
    address = ((canonical(site_address(site)) if site else None) or EXAMPLE).rstrip("/")
    here = Path(__file__).parent / "starter"
    configuration = (here / "contentlint.toml").read_text("utf-8")
    configuration = configuration.replace("@SITE@", address).replace("@NAME@", urlsplit(address).hostname or "")
    workflow = (here / "contentlint.yml").read_text("utf-8").replace("@VERSION@", __version__)
    texts = {CONFIGURATION: configuration, WORKFLOW: workflow}
    for path in texts:
        if (folder / path).exists() and not force:
            raise InputError(f"“{folder / path}” is there already, so nothing was written.",
                             remedy="Use --force to write over it.")  # fmt: skip
    for path, text in texts.items():
        try:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, "utf-8")
        except OSError as error:
            raise InputError(f"The file cannot be written: {(error.strerror or 'unknown reason').lower()}.",
                             where=str(folder / path)) from None  # fmt: skip
    return [folder / path for path in texts] + _keep_out_of_git(folder)


def _keep_out_of_git(folder: Path) -> list[Path]:
    """Add the history to .gitignore: it holds residents' words. Returns the file where it was changed."""
    path = folder / ".gitignore"
    lines = path.read_text("utf-8", "replace").splitlines() if path.is_file() else []
    if HISTORY in lines:
        return []
    path.write_text("\n".join([*lines, HISTORY]) + "\n", "utf-8")
    return [path]
