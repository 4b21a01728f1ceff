"""`contentlint init`: the first configuration and the workflow of a council's repository."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from contentlint.errors import InputError
from contentlint.pipeline.crawling import site_address

CONFIGURATION = Path("contentlint.toml")
WORKFLOW = Path(".github/workflows/contentlint.yml")
EXAMPLE = "https://www.example.gov.uk"


def write(folder: Path, site: str | None, *, force: bool = False) -> list[Path]:
    """Write both files and return their paths. Raises InputError where one is there already."""
    address = site_address(site) or EXAMPLE
    here = Path(__file__).parent / "starter"
    configuration = (here / "contentlint.toml").read_text("utf-8")
    configuration = configuration.replace("@SITE@", address).replace("@NAME@", urlsplit(address).hostname or "")
    texts = {CONFIGURATION: configuration, WORKFLOW: (here / "contentlint.yml").read_text("utf-8")}
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
    return [folder / path for path in texts]
