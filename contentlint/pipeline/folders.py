"""Where the rules of a run lie."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from contentlint import data
from contentlint.config import Config
from contentlint.errors import ConfigError, InputError


def folders(config: Config, extra: Sequence[Path] = ()) -> list[Path]:
    """Return the folders of rules of a run: ours, the configured ones, then `extra`.

    Raises ConfigError or InputError for one that is missing.
    """
    own = [config.folder / name for name in config.rules.folders]
    for folder in own:
        if not folder.is_dir():
            raise ConfigError(f"The folder of rules “{folder}” does not exist.", where=str(config.path),
                              remedy="Mend “folders” under [rules].")  # fmt: skip
    for folder in extra:
        if not folder.is_dir():
            raise InputError(f"The folder of rules “{folder}” does not exist.")
    return [data.folder("rules"), *own, *extra]
