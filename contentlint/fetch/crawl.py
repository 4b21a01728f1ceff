"""Crawling a site from our side: start the crawler's process, read what it sends, stop it in any case."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from contentlint.fetch.frames import END, pack, unpack, value_of
from contentlint.fetch.links import resolve
from contentlint.fetch.plan import CrawlPlan, Met
from contentlint.fetch.reasons import failure
from contentlint.model import Capture, Skip

_PACKAGES = Path(__file__).resolve().parents[2]
_PATIENCE = 3.0  # seconds that a stopped child may take before it is killed
_LAST_LINES = 3


def crawl(plan: CrawlPlan) -> Iterator[Capture | Skip | Met]:
    """Yield what became of every address of a site that was met: exactly one Capture or Skip each.

    An address counts as accounted for where a Capture names it as `requested` or, behind redirects,
    as `url`. Where several addresses redirect to one page, it is captured for each of them. Answers
    4xx and 5xx are Captures with their status. Met values in between say how far the crawl has come.
    A crawler that dies gives one Skip more, without a page, with its last words. Closing the generator
    stops it.
    """
    start = resolve(plan.start, plan.start)
    if start is None:
        yield failure(plan.start, "this is not a web address", "Begin with http:// or https://")
        return
    with tempfile.TemporaryFile() as errors:
        # -P: a file in the working folder must never be taken for a module.
        child = subprocess.Popen(
            [sys.executable, "-P", "-m", "contentlint.fetch.child"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, process_group=0,
            env=os.environ | {"PYTHONPATH": _path(), "PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
        try:
            with suppress(BrokenPipeError):  # a child that died at once tells why on its standard error
                child.stdin.write(pack({"type": "plan"}, replace(plan, start=start).to_json()))
                child.stdin.flush()
            ended = False
            for header, body in unpack(child.stdout):
                if header == END:
                    ended = True
                    break
                yield value_of(header, body)
            if not ended:
                child.wait()
                yield failure(None, _last_words(child.returncode, errors))
        finally:
            _stop(child)


def _path() -> str:
    given = os.environ.get("PYTHONPATH")
    return f"{_PACKAGES}{os.pathsep}{given}" if given else str(_PACKAGES)


def _last_words(code: int, errors: BinaryIO) -> str:
    errors.seek(max(0, errors.seek(0, os.SEEK_END) - 4096))
    lines = [line.strip(" |\t") for line in errors.read().decode("utf-8", "replace").splitlines()]
    lines = [line for line in lines if any(map(str.isalnum, line))]
    words = " / ".join(lines[-_LAST_LINES:]) or f"it left with code {code}"
    return f"the crawler stopped before it was done: {words}"


def _stop(child: subprocess.Popen) -> None:
    for pipe in (child.stdin, child.stdout):
        with suppress(OSError):
            pipe.close()
    child.terminate()  # does nothing where the child has left already
    try:
        child.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
