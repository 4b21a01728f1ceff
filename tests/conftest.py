"""What every test may use: the repository, the outside test data, and the program itself."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CORPORA = ROOT.parent / "shared" / "corpora"

# Behind everything that is installed: the tests run on the built wheel where there is one, and on the
# checkout where there is none. Helpers such as tests.fetch.site are found either way.
if str(ROOT) not in sys.path:
    sys.path.append(str(ROOT))


def pytest_configure(config: pytest.Config) -> None:
    """Give each worker a folder for temporary files of its own: some tests look at what is left in it.

    Programs that a shell starts in the background ignore Ctrl-C, and so would all that the tests start.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if worker := os.environ.get("PYTEST_XDIST_WORKER"):
        folder = Path(tempfile.gettempdir()) / f"contentlint-tests-{os.getppid()}-{worker}"
        folder.mkdir(exist_ok=True)
        os.environ["TMPDIR"] = tempfile.tempdir = str(folder)
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The outside test data. It is not part of the project, so tests without it are left out."""
    if not CORPORA.is_dir():
        pytest.skip("the outside test data is not beside the checkout")
    return CORPORA


@pytest.fixture(scope="session")
def run_in() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the program in a folder, as a person would, and return what it said."""

    def call(folder: Path, *arguments: str, code: int | None = None, timeout: float = 300,
             stdin: str | None = None) -> subprocess.CompletedProcess[str]:  # fmt: skip
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "CI": "true"}
        done = subprocess.run(
            [sys.executable, "-m", "contentlint", *arguments], cwd=folder, env=environment,
            input=stdin, capture_output=True, text=True, timeout=timeout, check=False,
        )  # fmt: skip
        assert "Traceback" not in done.stderr, done.stderr
        if code is not None:
            assert done.returncode == code, f"exit {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done

    return call


@pytest.fixture
def run(tmp_path: Path, run_in) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the program in an empty folder."""

    def call(*arguments: str, **more) -> subprocess.CompletedProcess[str]:
        return run_in(tmp_path, *arguments, **more)

    return call
