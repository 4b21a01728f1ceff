"""What every command does around its work: find the configuration, open the history, print, count."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from contentlint.config import Config, find, load
from contentlint.errors import InputError, UsageError, nearest
from contentlint.model import EngineUse, Kind, Report, Severity
from contentlint.model.capture import Outcome

FINDINGS, INCOMPLETE = 1, 4
ENGINES = ("browser", "languagetool")


def configuration(path: Path | None) -> Config:
    """Return the named configuration, the nearest one, or the defaults."""
    if path is not None and not path.is_file():
        raise InputError(f"The configuration file “{path}” does not exist.",
                         remedy="`contentlint init` writes one.")  # fmt: skip
    return load(path or find(Path.cwd()))


def store_place(given: str | None, config: Config) -> str:
    """Return the folder or address of the history: option, then configuration, then .contentlint."""
    if given:
        return given
    if config.store:
        return config.store if "://" in config.store else str(config.folder / config.store)
    return str(config.folder / ".contentlint")


def choices(text: str | None, known: Iterable[str], what: str) -> frozenset[str]:
    """Split "a,b" and refuse unknown names with the nearest right one."""
    words = [word.strip() for word in (text or "").split(",") if word.strip()]
    names = list(known)
    for word in words:
        if word not in names:
            raise UsageError(f"There is no {what} “{word}”.",
                             remedy=nearest(word, names) or f"Use {', '.join(names)}.")  # fmt: skip
    return frozenset(words)


def kinds(text: str | None) -> frozenset[str]:
    """The kinds of finding of --kinds."""
    return choices(text, [str(kind) for kind in Kind], "kind of finding")


def engines(text: str | None) -> frozenset[str]:
    """The engines of --without."""
    return choices(text, ENGINES, "engine")


def gate(text: str | None, default: str | None) -> str | None:
    """The gate of --fail-on, else the default."""
    if text is None:
        return default
    return next(iter(choices(text, [*map(str, Severity), "never"], "severity")))


ENDINGS = {".html": "html", ".htm": "html", ".json": "json", ".jsonl": "jsonl", ".csv": "csv", ".md": "markdown",
           ".txt": "terminal", "": "terminal"}  # fmt: skip


def format_for(name: str, output: Path | None, chosen: bool) -> str:
    """Return the format: the one asked for, or the one that the file's ending means.

    Raises UsageError for an ending that means no format, rather than write a file that will not open.
    """
    from contentlint.pipeline.formats import known_format

    if output is None or chosen:
        return known_format(name)
    if output.suffix.lower() not in ENDINGS:
        raise UsageError(f"A report cannot be written as “{output.suffix}”.",
                         remedy="Use a name that ends in .html, .csv, .md, .json or .txt, or name a --format.")  # fmt: skip
    return ENDINGS[output.suffix.lower()]


def keep_inputs(targets: Iterable[str], output: Path | None) -> None:
    """Refuse an output file that is one of the files to check: a report must not replace a draft."""
    for target in targets:
        if output is not None and target != "-" and Path(target).exists() and output.resolve() == Path(target).resolve():
            raise UsageError(f"“{output}” is the draft itself, so nothing was written.",
                             remedy="Give --output another name.")  # fmt: skip


def emit(text: str, output: Path | None) -> None:
    """Print a result, or write it to a file in one step, so that no half file stays behind."""
    if output is None:
        from contentlint.pipeline.formats import clean

        # A byte order mark is for spreadsheets; control characters could rewrite the screen.
        sys.stdout.buffer.write(clean(text.removeprefix("\ufeff")).encode("utf-8", "replace"))
        sys.stdout.flush()
        return
    if output.is_dir():
        raise InputError("This is a folder, so the result cannot be written to it.", where=str(output),
                         remedy="Name a file in it.")  # fmt: skip
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        part = output.with_name(output.name + ".part")
        part.write_text(text, "utf-8", newline="")
        part.replace(output)
    except OSError as error:
        raise InputError(f"The file cannot be written: {(error.strerror or 'unknown reason').lower()}.",
                         where=str(output)) from None  # fmt: skip


def show(report: Report, format_name: str, output: Path | None, quiet: bool = False) -> None:
    """Render a report and print it, or write it and say where."""
    from contentlint.pipeline.formats import render

    emit(render(report, format_name), output)
    if output is not None:
        say(f"Written to {output}", quiet)


def exit_code(report: Report, *, scanning: bool) -> int:
    """1 where the gate fails, else 4 where a scan is incomplete, else 0."""
    if report.gated:
        return FINDINGS
    failed = any(skip.outcome is Outcome.FAILURE for skip in report.skips)
    return INCOMPLETE if scanning and failed else 0


def say(text: str, quiet: bool = False) -> None:
    """Tell the person at the terminal something that is no result."""
    if not quiet:
        print(text, file=sys.stderr)


def say_use(stats: Iterable[EngineUse]) -> None:
    """Tell what each engine did, on standard error, where --stats asked for it."""
    for one in stats:
        line = f"{one.engine}: {one.seconds:.1f} seconds at work, {one.pages} pages"
        if one.sentences is not None:
            share = (one.remembered or 0) / one.sentences if one.sentences else 0
            line += (f", {one.sentences} different sentences, {one.remembered} remembered ({share:.0%}), "
                     f"{one.asked} asked in {one.requests} requests")  # fmt: skip
        print(line, file=sys.stderr)


def given(context: object, name: str) -> bool:
    """Tell whether the person gave an option, as against its default."""
    source = context.get_parameter_source(name)  # type: ignore[attr-defined]
    return source is not None and source.name in ("COMMANDLINE", "ENVIRONMENT")


def plain_format(name: str, output: Path | None) -> str:
    """Return "json" or "terminal" for commands that know no other format. Raises UsageError."""
    name = name.lower()
    if name not in ("terminal", "text", "json"):
        raise UsageError(f"This command has no format “{name}”.", remedy="Use terminal or json.")
    return "json" if name == "json" or (output is not None and output.suffix == ".json") else "terminal"
